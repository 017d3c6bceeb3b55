"""Where sentences end; every case is written as its sentences, joined by a space to be cut again."""

from __future__ import annotations

import pytest

from clinlint.analysis.sentences import boundaries

TWO_OR_MORE = [
    ["The pain is mild.", "It passes in a day."],
    ["Take 2.5 mg twice a day.", "Do not take 7.0 mg at once."],
    ["Dr. Smith saw the patient.", "He was well."],
    ["Op. Dr. Kaya operates on Mondays.", "Prof. Dr. Demir does not."],
    ["Some foods, e.g. Cheddar, are salty.", "Avoid them."],
    ["One joint, i.e. the knee, is swollen.", "Rest it."],
    ["The clinic opens at 9 a.m. on Monday.", "It closes at 5 p.m.", "Come early."],
    ["Come at 9 a.m. Monday.", "Bring your card."],
    ["The cause is S. aureus.", "It is common."],
    ["The U.S. Food and Drug Administration approved it.", "It is sold here."],
    ["It was tested in the U.S.", "The trial took two years."],
    ["Glucose was 110 mg/dL.", "That is normal."],
    ["Room No. 5 is free.", "Please go in."],
    ["Is it dangerous?", "No.", "It is not."],
    ["Eat fruit with vitamin C.", "It helps to absorb iron."],
    ["She has hepatitis B.", "Her husband has been vaccinated."],
    ["Vitamin D.", "Many people lack it."],
    ["See Fig. 2 and Figs. 3 and 4.", "They show the joint."],
    ["He said, “It hurts.”", "Then he left."],
    ['Ask "Does it hurt?"', "Most patients say yes."],
    ["It went (mostly) well.", "(The scar is small.)", "She is glad."],
    ["Eat nuts, seeds, beans, etc.", "The fibre helps."],
    ["Wait…", "There may be more.", "Ask again."],
    ["The book by J. K. Rowling is popular.", "Children like it."],
    ["John F. Kennedy had back pain.", "He wore a brace."],
    ["pH matters.", "pH 7.4 is normal.", "mRNA is short-lived."],
    ["The phone is old.", "iPhone apps do not run on it."],
    ["Read www.example.org/a.html for more.", "Print it."],
    ["Open report.final.pdf first.", "Sign it."],
    ["Smith et al. showed this.", "Others agreed."],
    ["This was shown by Smith et al.", "The effect is small."],
    ["It starts at 10.30 and ends at 11:15.", "Nobody waits."],
    ["The dose is approx. 5 mL.", "Shake the bottle."],
    ["Boil it for 5 min.", "Then let it cool."],
    ["It was sold by Acme Inc.", "The firm has closed."],
    ["He was born on Jan. 5 in Ankara.", "He lives there."],
    ["Stop!", "Do not drink it!", "Call a doctor."],
    ["Really?!", "Yes."],
    ["This is known.[1]", "That is not.[2,3]", "More work is needed."],
    ["İlk gün ağrı olur.", "Şişlik bir haftada geçer."],
    ["The mean was 12.5.", "5 patients left the study."],
    ["Sleep on St. Mary's ward.", "It is quiet."],
    ["Take it vs. placebo.", "Compare both."],
    ["It’s over.", "‘Good,’ she said."],
    ["She asked why.", "«Because it helps», he said."],
    ["Apply grade A.", "Then rinse."],
    ["Was it you or I?", "It was I.", "We know."],
    ["He has a Ph.D. in biology.", "She has an M.D. too."],
    ["Call 112.", "Wait for help."],
    ["It grew by 3 cm.", "It stopped."],
    ["The trial ended in 2020.", "The results came later."],
    ["Wash your hands . ", "Dry them ."],
    ["Ask about the tumour (T. N. M. stages).", "Write it down."],
    ["It helps (see Table B).", "It is cheap."],
    ["Try it… or not.", "You decide."],
    ["Emoji end it 😀.", "😀 Emoji start it."],
]

ONE = [
    "Heading without a stop",
    "muscle fatigue",
    "First this; then That; Then more.",
    "Note: The knee is a joint.",
    "Take e.g. ibuprofen",
    "He takes 1.5 to 2.5 mg, i.e. Half a tablet.",
    "Dr. A. B. Smith",
    "S. Aureus and E. Coli are germs.",
    "“Does it hurt?” she asked.",
    "It hurts! he cried.",
    "1. Take the tablet with water.",
    "Written by Mrs. Jones",
    "Visit example.com",
    "What about 3 vs. 5 days?",
    "It was a case of … nothing.",
    "the end of text etc.",
    "See Example.Com for details.",
    "The file is at host/path.Name here.",
    "no capital. follows here",
    "approx. 50 % of cases",
    "...",
    "A.",
]


@pytest.mark.parametrize("sentences", TWO_OR_MORE, ids=lambda s: s[0][:30])
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in boundaries(text)] == [s.strip() for s in sentences]


@pytest.mark.parametrize("sentence", ONE, ids=lambda s: s[:30])
def test_one_sentence_stays_whole(sentence: str) -> None:
    assert [sentence[a:b] for a, b in boundaries(sentence)] == [sentence]


def test_a_stop_without_a_space_ends_a_sentence_only_between_plain_words() -> None:
    text = "It prevents illnesses.Then it helps."
    assert [text[a:b] for a, b in boundaries(text)] == ["It prevents illnesses.", "Then it helps."]


def test_a_forced_line_break_ends_a_sentence() -> None:
    text = "First line\nsecond line"
    assert [text[a:b] for a, b in boundaries(text)] == ["First line", "second line"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \u00a0"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert list(boundaries(text)) == []


@pytest.mark.parametrize(
    "text",
    ["." * 500_000, "A." * 300_000, ". " * 300_000, "a. " * 300_000, '."' * 300_000, "x" * 1_000_000, "é.É" * 200_000],
)
def test_hostile_text_is_cut(text: str) -> None:
    assert all(start < end for start, end in boundaries(text))
