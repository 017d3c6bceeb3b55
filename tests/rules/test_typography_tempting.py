"""Good sentences that look like slips: no rule on spaces, marks and capitals may report any of them."""

from __future__ import annotations

import pytest

from clinlint import Linter

TEMPTING = {
    "web and files": """
        Read more at https://www.example.org/Pain.The,next;part before you come.
        Write to first.last@example.co.uk or call us.
        The form is on example.com/Forms/Consent.PDF and in consent.v2.docx today.
        Booking.com, nhs.uk and example.clinic are hosts, and so is Example.Com itself.
        Edit /etc/hosts, ~/notes.txt or C:\\Users\\anna to change it.
        Our account is @clinic_help, our tag #heartHealth.
        The study is registered as doi:10.1000/xyz123, and PMID:123456.
        The variable blood_pressure.mean is set by std::vector in the code.
        Open index.html, style.css and report.final.pdf on your computer.
        Visit www.example.org/and/or/not for the forms.
    """,
    "abbreviations": """
        Fruit, e.g. apples, pears, etc., is good for you, i.e. for everyone.
        Dr. Smith, Ph.D., and J.K. Brown live in the U.S.A. and the U.K. today.
        Fig. two shows it; see No. 3, vol. 2, pp. 4 to 6.
        Tablets, capsules, etc. are kept dry.
        It takes approx. two days, max. three days.
        Smith et al. found that it helps; Jones et al., however, did not.
        The dose was given at 8 a.m., at noon and at 8 p.m., as before.
        Streptococcus spp. are common; S. aureus and E. coli are too.
        Acme Inc. makes it, and Brown Ltd., in Leeds, sells it.
        St. Mary's Hospital, Dept. of Surgery, is open.
        The journals are J. Biol. Chem., Ann. Surg., and Proc. Natl. Acad. Sci. of old.
        Is it red vs. white meat that counts?
    """,
    "numbers and units": """
        Take 2.5 mg at 10:30, then 3,000 IU, then 1,250.75 mg.
        The pH7.4 buffer is better than pH 7.0 at p<0.05 and p = .03.
        The ratio is 1:3, or 1 : 3, and the odds are 2/3.
        The pressure is 120/80 mmHg, the range 60–90 or 60 - 90.
        Version 2.1.3 came out on 2024-05-01, the next on 01/06/2024.
        About 5 % or 5% of people have it.
        It was -5 °C outside, and +38 °C inside.
        Call 020 7946 0000 or 0800-123-456 now.
        Points 1, 2 and 3 of 4; 5 of 6; and 7.
        The result was 1.5–2.5 (95% CI 0.5–3.5; p<0.001).
        Doses of 500mg and 250mg are on the shelf.
        See references [1,2], [3–5] and (6,7).
        The 1990s, the '90s and 24/7 care are known.
        It grew from 3 to 4 cm in 5 -year steps.
    """,
    "chemistry and genes": """
        2,4-dichlorophenol and N,N-dimethylformamide are solvents.
        Poly(ethylene glycol) and tris(hydroxymethyl)aminomethane are in the buffer.
        Iron(III) and copper(II) are metals; benzo(a)pyrene is in smoke.
        BRCA1, BRCA2, TP53 and HLA-DRB1*15:01 are genes and alleles.
        HbA1c, eGFR, mRNA, miRNA, IgG and TNFα are measured.
        Interleukin-1β and interferon-γ rise; Ca2+ and Na+ fall.
        The c.35delG and p.Gly12Asp variants are known.
        5-HT(2A) and GABA(A) receptors are blocked.
        Vitamin B B12 complex is named so; vitamin C helps.
        The genes CBS, MTHFR, MTR, MTRR and MMADHC are read.
    """,
    "brackets": """
        The patient(s) and the child(ren) may be (re)admitted.
        He is a (sub)acute case, (un)like the (pre)diabetic one.
        Choose (a) rest, (b) ice or (c) both.
        Tick: [ ] yes, [x] no, ( ) not sure.
        It rose (from 3 [SD 1] to 4 [SD 2]) and fell.
        The log(dose) was plotted against f(x).
        The wo(man) said “(yes)” [sic].
    """,
    "ellipses, questions and cries": """
        Wait ... and look. Wait. . . . Wait… and see.
        And then... nothing happened.
        Really?! Yes, really!
        Did she ask “Why?” or “When?”, or both?
        Yahoo! Answers and Jeopardy! fans were asked.
        “Does it hurt?” he asked. “No!” she said.
        Press ? for help.
        Why me? the patient wonders.
    """,
    "repeated words": """
        She had had a cold, and that that hurt was clear.
        What it is is a virus; who who came was ill?
        New York, New York; Duran Duran; Walla Walla.
        Gorilla gorilla, Bufo bufo and Rattus rattus are animals.
        It gets better and better, day by day by day.
        Again and again and again we saw it.
        We gave her her tablets and him his.
        No no, it is very very rare.
        He logged in in May and carried on on Monday.
        Baden-Baden and Bora Bora are places; cha cha is a dance.
    """,
    "semicolons and commas": """
        It is rare; it is mild; and it passes.
        The centres are Leeds; York; The Hague; and Bath.
        Smith J; Brown K; The Lancet; 2011.
        Do not worry; it is harmless.
        It heals; however, it leaves a scar.
        Ask your doctor, nurse, or pharmacist; they can help.
        He said, “The wound is clean,” and left.
        In Leeds, The Royal Infirmary helps.
        Some are ill; others, well.
        Dear Anna, Your appointment is on Monday.
        Rest; ice; compression; elevation.
        May cause drowsiness; may cause thirst.
    """,
    "capitals and names": """
        PubMed, MedlinePlus, YouTube, WhatsApp, LinkedIn and iPhone are names.
        Dr McDonald and Ms O'Brien work with Mr DeVries at AstraZeneca.
        NEVER stop it by yourself. DO NOT drive.
        WHO, CDC, NHS and NICE agree on HIV and AIDS.
        The sample was frozen. mRNA was read later. pH was low.
        Dr. van den Berg and Dr. von Braun agree.
        New Zealand and Auckland are far away.
        The brigand, the husband and the thousands slept.
        Tocopherol, theophylline, ofloxacin and tofacitinib are substances.
        The can, not the bottle, is recycled; it can not only hurt.
    """,
    "quotes and slashes": """
        The “golden hour” is 'short', and the patients' beds are full.
        Men and/or women, he/she, his / her and New York / London.
        “Rest,” she said, “is best.”
        Pre- and post-natal, short- or long-term, in- and outpatients.
        The 5’ and 3’ ends; 6' 2" tall; 5" wide.
        AT&T, Q&A and R&D are written so; a < b, and b > c.
        Footnotes * and ** and *** mark what counts.
    """,
}
CASES = [
    pytest.param(line.strip(), id=f"{topic}-{number}")
    for topic, lines in TEMPTING.items()
    for number, line in enumerate(lines.strip().splitlines(), 1)
]
LINTER = Linter(languagetool="off", select=["TY"])


@pytest.mark.parametrize("sentence", CASES)
def test_nothing_is_reported(sentence: str) -> None:
    result = LINTER.check_text(sentence, media_type="text/plain")
    assert not result.internal_errors
    assert [(d.rule, d.match) for d in result.diagnostics] == []


def test_nothing_is_reported_in_the_middle_of_an_article() -> None:
    article = "\n\n".join(f"This is good. {case.values[0]} This is good too." for case in CASES)
    result = LINTER.check_text(article, media_type="text/plain")
    consistency = {"TY008", "TY009", "TY010"}
    assert [(d.rule, d.match) for d in result.diagnostics if d.rule not in consistency] == []


def test_there_are_enough_sentences_to_tempt_every_rule() -> None:
    assert len(CASES) >= 80
