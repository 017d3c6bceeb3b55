"""ST001: what counts as a pair, how far a finding goes, and how safe its fix is."""

from __future__ import annotations

import pytest
from handmade import alt, article, cells, first_fix, heading, items, marked, paragraph

from clinlint.model.document import Role
from clinlint.model.fix import Applicability
from clinlint_rules.structure.st001_unclosed_bracket import check


@pytest.mark.parametrize(
    "text",
    [
        "Choose one: a) tablets b) an injection c) an operation.",
        "1) Wash your hands. 2) Dry them. iv) Wait.",
        "Grades I) to III) are treated with splints.",
        "You did it :) and now rest ;-) or smile :D",
        "Bad news :( but it passes. (-: Smile again.",
        "From the 5' end to the 3' end; he is 5'10\" and the needle 2\" long.",
        "A 12\" scar on the patients' legs; the children's ward.",
        "The dose lies in [0, 1) or (0, 1] and (see p. 3) never above.",
        "See https://en.example.org/wiki/Bell_(disease) for more.",
        "Use 2-(4-isobutylphenyl)propanoic acid (that is, ibuprofen (or Brufen)).",
        'He said “rest” and she said "walk" and «drink».',
        "German writers write „so“ or „so”.",
        "Section (1) and [2] and the children (aged 6 to 8) were seen.",
        "It hurt (a lot!); then it stopped.",
        "It hurt (4% and 1%); then (14% and 11%).",
        "Read More » or go « Back",
        'The word "pain" ("dolor" in Latin) is old.',
        "Take it (with food)[1] and (at night).[2]",
        "Swelling goes down slowly (we will see you again after…",
        "She said, 'I feel (much) better', and left.",
        "Follow the “Rule of Nines ’in an emergency.",
    ],
)
def test_pairs_and_what_only_looks_like_one_are_silent(text: str) -> None:
    assert marked(check, article(paragraph(text), paragraph("The end."))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eat fibre (oats, beans and drink water.", ["(oats, beans and drink water"]),
        ("Some drugs (opioids [morphine) cause it.", ["[morphine) cause it"]),
        ("Doctors speak of “silent reflux.", ["“silent reflux"]),
        ('Doctors speak of "silent reflux. It is common.', ['"silent reflux']),
        ("Use a splint for a week) and rest.", ["week)"]),
        ("Avoid dairy (milk, cheese, (yoghurt) and eggs. Rest.", ["(milk, cheese, (yoghurt) and eggs"]),
    ],
)
def test_a_lone_mark_is_found(text: str, expected: list[str]) -> None:
    assert marked(check, article(paragraph(text), paragraph("The end."))) == expected


def test_an_aside_may_run_over_paragraphs_and_items() -> None:
    assert marked(check, article(paragraph("Bring (if you have them:"), items("glasses", "a stick)"))) == []


def test_an_item_is_closed_by_the_line_below_it_but_not_by_another_item() -> None:
    assert marked(check, article(items("a cool pack (peas in a towel"), paragraph("or a wet cloth) for a while"))) == []
    assert marked(check, article(items("a cool pack (peas", "a wet cloth)"))) == ["cloth)", "(peas"]


def test_a_quotation_of_several_paragraphs_opens_each_anew() -> None:
    document = article(paragraph("“I was afraid."), paragraph("“Then I slept."), paragraph("“It was over.”"))
    assert marked(check, document) == []


def test_headings_cells_and_image_texts_are_read() -> None:
    document = article(heading("Drugs (blood thinners"), cells("daily (with food"), alt("Knee (front"))
    assert marked(check, document) == ["(blood thinners", "(with food", "(front"]


def test_teasers_of_a_whole_page_are_left_out() -> None:
    cut = paragraph("Some drugs (blood thinners.", Role.TEASER)
    assert marked(check, article(cut, whole_page=True)) == []
    assert marked(check, article(cut)) == ["(blood thinners"]


def test_the_fix_is_safe_only_for_a_short_aside_at_the_end_of_an_item() -> None:
    safe = article(items("Painkillers (ibuprofen, naproxen."))
    assert first_fix(check, safe).applicability is Applicability.SAFE
    assert first_fix(check, safe).edits[0].span.of(safe.text) == ""
    assert first_fix(check, safe).edits[0].span.start == len(safe.text) - 1
    for unsure in (
        article(items("Painkillers (ibuprofen help when you rest")),
        article(paragraph("Take painkillers (ibuprofen, naproxen.")),
        article(items("Painkillers (ibuprofen. Ask your doctor first.")),
    ):
        assert first_fix(check, unsure).applicability is Applicability.UNSAFE


def test_hostile_input_takes_one_pass() -> None:
    assert len(marked(check, article(paragraph("(" * 3000), paragraph("End.")))) == 3000


def test_marks_in_one_block_never_close_each_other_backwards() -> None:
    assert len(marked(check, article(paragraph("([{" * 500 + ")]}" * 500), paragraph("End.")))) > 0


def test_a_phrase_cut_out_of_a_text_is_left_alone() -> None:
    assert marked(check, article(paragraph("back), and lack of blood (such as a clot in"))) == []
    assert marked(check, article(paragraph("The cause is lack of blood (such as a clot in."))) != []
