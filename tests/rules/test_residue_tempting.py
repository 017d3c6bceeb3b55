"""Good English that looks like residue of another language: the residue rules stay silent."""

from __future__ import annotations

import pytest

from clinlint import Linter

RESIDUE = ("MT001", "MT002", "MT003", "MT004", "MT005", "MT006")

NAMES = (
    "Dr Işıl Yıldırım moved from İzmir to Eskişehir in 2011.",
    "Patients come from Beşiktaş, Kadıköy and Muğla.",
    "Müller cells, Köhler disease and Ménière disease are named after people.",
    "Sjögren syndrome, Behçet disease and Guillain-Barré syndrome have eponyms.",
    "The Ångström and the Röntgen are old units.",
    "São Paulo, Bogotá, Medellín and Kraków sent delegates.",
    "The Acıbadem and Şişli hospitals share a helicopter.",
    "Yazıcı and Şahin described the method first.",
    "Prof. Dr. Ayşe Güneş gave the talk; Dr. med. Jan den Hartog answered.",
    "Hacettepe Üniversitesi Tıp Fakültesi trains surgeons.",
    "The Deutsche Gesellschaft für Kardiologie published a guideline.",
    "Médecins Sans Frontières runs the field hospital.",
    "The Hospital Universitario de la Princesa is in Madrid.",
    "The Sociedad Española de Cardiología met in Sevilla.",
    "Write to Bağdat Caddesi No. 12, Kadıköy.",
    "Xi'an, Sana'a, Hawai'i and Côte d'Ivoire reported cases.",
    "Adriaan van 't Hoff and Jacob van ’t Veer were Dutch.",
    "Los Angeles and Las Vegas have free clinics.",
    "Rio de la Plata and Tierra del Fuego are cold in June.",
    "Charité – Universitätsmedizin Berlin took part.",
    "Zoë, Chloë, Renée and André were the first volunteers.",
    "Łukasz Nowák and Đorđe Petrović wrote the chapter.",
)
TERMS = (
    "Angina pectoris, status asthmaticus and delirium tremens are Latin.",
    "The drug works in vitro and in vivo, per os or per rectum.",
    "Helicobacter pylori and Candida albicans live in us.",
    "Café au lait spots and cri du chat syndrome have French names.",
    "Torsades de pointes and tic douloureux are rare.",
    "Maladie de Roger is a small hole in the heart's wall.",
    "Peau d'orange is a sign; so is the déjà vu of an aura.",
    "Grand mal and petit mal are old words for seizures.",
    "The tumour was removed en bloc, and she is en route to the ward.",
    "TNF-α, IFN-γ, NF-κB and β-lactam are written with Greek letters.",
    "TNFα and PPARγ rise; IκB falls; Aβ builds plaques.",
    "An α-blocker and 5 µg of vitamin D were given; 10 μm is small.",
    "The naïve T cell and a café's façade have nothing in common.",
    "mRNA, siRNA, RNAi, LiDAR, WiFi and the iPhone have odd capitals.",
    "Mittelschmerz is pain between two periods.",
    "Hijama (الحجامة), also called wet cupping, is not advised.",
    "The idea of qi (气) is old.",
    "Russian doctors call it “дистония”; the term has no match.",
    'The word "nedir" is Turkish for "what is".',
    "In German, the stay is called “Kur und Erholung”.",
    "A glass of rakı, a köfte and a baklava are not a diet.",
    "The suffix -itis means inflammation, and -lar makes a Turkish plural.",
    "Gravida 3, para 2, was seen again.",
    "A priori and de novo mutations, inter alia, were counted.",
    "The sinus, the tumor and the dolor of the ancients are one.",
    "Ibuprofen, amoxicillin and metoprolol are sold as generics.",
)
NUMBERS = (
    "Take 1,500 mg of calcium a day; 12,000 people do.",
    "It weighs 1,250 g or 0.125 kg.",
    "Genes 1,2 and 3 were read [3,4].",
    "On days 3,28 and 56 blood was drawn.",
    "See tables 1,2 and figures 2,3.",
    "The ratio was 1:2.5, then 3:1.",
    "A p-value of 0.05 and P<0.001 were set.",
    "Version 3.500 and section 2.100 were revised.",
    "The value was 3.500 (95% CI 2.100–4.900).",
    "Add 1/2 tablet and 2 1/2 cups of water.",
    "Wait ~10 days, or ~3 to ~5 weeks.",
    "The clinic opens at 10.30 am and at 9:45.",
    "Rest until day 5. Days later the pain goes.",
    "There were 5. Hours passed.",
    "Blood pressure of 120/80 mmHg is normal.",
    "The office is at 41.0082, 28.9784.",
    "Call +90 212 555 10 20 or 0212.555.10.20.",
    "Updated 04.07.2023 and 2023-07-04.",
    "50% of 100 %-scale points; %d is a code.",
    "The link ends in %20report and %2Fpdf.",
    "Men (%) 45; women (%) 55.",
    "Only 12 % of adults know, 7 percent of children.",
    "The 5-year survival is 80 percent, 3 percent 5-year recurrence.",
    "Chromosomes 1,2 weeks after, stages 2,3 and grade 3,4 tumours differ.",
    "The lab is at 380 C Street; room 40C is free.",
    "The mean was 38 °C, 100.4 °F.",
    "Between 3 – 4 hours; from 10-12 weeks.",
    "A dose of 5.125 mg or 2.500 mg/mL is given.",
    "The set (0,1) and the point (2,5) are drawn.",
    "Room 1.234 is on the first floor.",
    "The incision is 5 cm. It heals well.",
)
MARKS = (
    "The patients’ beds, James’ book and the boss’s chair are here.",
    "In the ’90s it was rock ’n’ roll; tell ’em ’tis over ’til spring.",
    "‘Rest,’ she said, ‘is “the best” cure.’",
    '"Drink," he said, "and sleep."',
    "The 5’ and 3’ ends of COVID-19’s genome were read.",
    'He is 6\' 2" tall; the card is 5"x7".',
    "We call it the 'golden hour' and count it from the accident.",
    "The verb 'is' is short.",
    "She doesn't, they'll, we've, I'd and it’s are contractions.",
    "‘Flu’ and ’flu are the same.",
    "He asked: “Why me?” Nobody knew.",
    "The sign reads „Notaufnahme“, says the guide.",
    "It hurts (“like a knife”), she said.",
    "The nurse’s ‘quick guide’ is free.",
    "Dos and don'ts; p's and q's; the 1990's style.",
    "The ’golden hour’ is short.",
    "“It heals”, he wrote—“slowly”.",
    "The children's and the men's wards are full.",
    "O'Brien, D'Angelo and L'Oréal are names.",
    "At 5 ’ 10 he is tall.",
)
ENCODINGS = (
    "Ä, Ö and Ü are umlauts; the area is 5 Å².",
    "ÂNGELA and ÉCOLE are set in capitals.",
    "Guðrún Þórðardóttir lives in Reykjavík.",
    "Nový Jičín is a town; výživa is on its map.",
    "Prices: £5, €6, ¥700, 10 ¢; © 2020 ® ™.",
    "Take ≥ 5 µg – “never” more than 10 ± 2 µg…",
    "¿Qué? and ¡Ánimo! begin with a mark.",
)
ABBREVIATIONS = (
    "He was seen post-op. Dr. Reed found no bleeding.",
    "She takes vitamin B. Usually this helps; keep it in mind.",
    "Compare A vs. B, e.g. in ca. 10 cases, i.e. all.",
    "Assoc. Prof. Dr. Deniz Kaya leads the unit.",
    "The U.S. and the E.U. agree on this.",
    "The doc. was scanned. Drs. Lee and Kim signed it.",
    "A kiss. Dreams follow.",
    "See the spec. Drugs are listed there.",
)
ALL = NAMES + TERMS + NUMBERS + MARKS + ENCODINGS + ABBREVIATIONS


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(languagetool="off", select=RESIDUE)


@pytest.mark.parametrize("sentence", ALL)
def test_good_english_is_left_alone(linter: Linter, sentence: str) -> None:
    result = linter.check_text(sentence)
    assert not result.internal_errors
    assert [(d.rule, d.match) for d in result.diagnostics] == []


def test_a_block_in_another_language_is_left_alone(linter: Linter) -> None:
    page = '<article><p>Read on.</p><p lang="tr">Bulaşıcı hastalıklar nedir ve nasıl yayılır?</p></article>'
    assert not linter.check_text(page, media_type="text/html").diagnostics


def test_the_list_is_long_enough() -> None:
    assert len(set(ALL)) >= 80
