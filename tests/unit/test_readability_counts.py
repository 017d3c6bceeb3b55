"""What the formulas are fed: sentences, words and syllables."""

from __future__ import annotations

import pytest

from clinlint.analysis.readability.dictionary import pronouncing_dictionary, pronunciations
from clinlint.analysis.readability.syllables import syllables
from clinlint.analysis.readability.words import is_easy
from unit.readability_texts import passage, reading


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Take 2.5 mg with 7.0 ml of water every day.", 1),
        ("Dr. Smith sees you at 9 a.m. on Monday, e.g. for a test. Bring your card with you.", 2),
        ("S. aureus is a common germ in the U.S. and elsewhere. It lives on the skin.", 2),
        ("See Fig. 2 and Prof. Brown's note. The dose is 0.5 mg/kg.", 2),
        ("The limit is 120/80. It was 98.6 last week.", 2),
    ],
)
def test_decimals_titles_and_abbreviations_end_no_sentence(text: str, sentences: int) -> None:
    assert passage(text).counts.sentences == sentences


def test_every_item_of_a_list_is_a_sentence_of_its_own() -> None:
    text = "You need:\n\n- a card with your name\n- a towel and soap\n- your tablets for today\n"
    assert [len(s.words) for s in passage(text, "text/markdown").sentences] == [7, 4, 4]


def test_headings_cells_and_captions_are_no_prose() -> None:
    html = (
        "<article><h1>A heading of many words</h1><p>Here is the text of it.</p>"
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>A pill of it</td><td>One a day</td></tr></table></article>"
    )
    assert [len(s.words) for s in passage(html, "text/html").sentences] == [6]


def test_a_heading_does_not_run_on_into_the_paragraph_below_it() -> None:
    measured = reading("# What to do\n\nRest for a day.\n\n# When to call\n\nCall us if it bleeds.\n", "text/markdown")
    assert [s.heading.text for s in measured.sections if s.heading] == ["What to do", "When to call"]
    assert [s.counts.words for s in measured.sections] == [4, 5]


def test_one_or_two_words_count_with_their_neighbour() -> None:
    counts = passage("Do not drive. Stop. Rest now. Wait for us. Good.").counts
    assert (counts.sentences, counts.words) == (3, 10)


def test_a_text_of_one_word_is_one_sentence() -> None:
    assert passage("Rest.").counts.sentences == 1


def test_telephone_numbers_are_no_sentences() -> None:
    assert passage("0212 555 01 99\n\n+90 212 555 01 98").counts.words == 0


def test_numbers_count_as_one_easy_word_and_hyphens_part_words() -> None:
    words = passage("The follow-up takes 2.5 hours, 10mg are enough.").sentences[0].words
    assert [w.text for w in words] == ["the", "follow", "up", "takes", "one", "hours", "one", "mg", "are", "enough"]
    assert sum(w.syllables for w in words if w.text == "one") == 2
    assert all(w.easy for w in words if w.text == "one")


def test_a_difficult_word_is_fresh_once_in_a_hundred_words() -> None:
    filler = "It is good to go on. " * 20
    assert passage("The stenosis is here. The stenosis is there.").counts.fresh == 1
    assert passage(f"The stenosis is here. {filler}The stenosis is there.").counts.fresh == 2


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("gastroesophageal", 7),
        ("paediatric", 4),
        ("oesophagus", 4),
        ("cardiomyopathy", 7),
        ("hyperthyroidism", 6),
        ("osteoarthritis", 6),
        ("electroencephalogram", 8),
        ("thrombocytopenia", 7),
        ("glomerulonephritis", 7),
        ("cholecystectomy", 6),
        ("otorhinolaryngology", 9),
        ("bronchiectasis", 5),
        ("nephrolithiasis", 6),
        ("atorvastatin", 5),
        ("hypoglycaemia", 6),
        ("ischaemic", 3),
        ("diarrhoea", 4),
        ("hospitalised", 4),
        ("trastuzumab", 4),
        ("pcr", 3),
        ("don't", 1),
        ("patient's", 2),
        ("treated", 2),
        ("diseases", 3),
    ],
)
def test_syllables_of_medical_words(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_mapped_dictionary_says_what_the_parsed_one_says() -> None:
    first: dict[str, int] = {}
    for word, phones in pronunciations():
        first.setdefault(word, sum(phone[-1].isdigit() for phone in phones))
    sample = [*list(first)[::97], list(first)[-1], "sepulveda", "sepultura", "stilted", "stilton"]
    assert {word: pronouncing_dictionary().syllables(word) for word in sample} == {w: first[w] for w in sample}


@pytest.mark.parametrize("word", ["", "zzzz", "a b", "Ärzte", "a(2)", "\n", "x" * 200])
def test_what_is_no_word_of_the_dictionary_is_unknown(word: str) -> None:
    assert pronouncing_dictionary().syllables(word) is None


@pytest.mark.parametrize(("word", "easy"), [("walked", True), ("babies", True), ("bigger", True), ("statin", False)])
def test_regular_forms_of_easy_words_are_easy(word: str, easy: bool) -> None:
    assert is_easy(word) is easy
