"""ST004 and ST006: paragraphs without a full stop, text that is cut, and what only looks like it."""

from __future__ import annotations

import pytest
from handmade import article, cells, findings, heading, items, marked, paragraph

from clinlint.model.document import Role
from clinlint_rules.structure.st004_missing_full_stop import check as missing_full_stop
from clinlint_rules.structure.st006_truncated_text import check as truncated_text

PROSE = [
    paragraph("The knee is the largest joint of the body. It can be injured in many ways."),
    paragraph("Most injuries heal without an operation."),
]
LONG = "The surgeon removes the torn part of the cartilage through two small cuts and you can go home on the same day"

TEMPTING = [
    "What you should know before you have an operation on your knee or hip",
    "Things You Should Never Do When You Have Been Stung by a Bee or a Wasp",
    "By Dr. Mehmet Kaya, who is a specialist in sports medicine",
    "Example Clinic, 12 Station Road, Bristol BS1 4XE",
    "Last reviewed: 12 March 2021",
    "Image: a doctor examines the knee of a patient who is lying on a couch",
    "You can find more about this in our leaflet at www.example.org/knee-operations-and-what-comes-after",
    "If you have any questions about your operation, please call the ward on 020 7946 0018",
    "The wound is checked. Your stitches are removed after:",
    "The operation is short. “You will not feel anything.”",
    "The operation is short. (You will not feel anything.)",
    "The operation is short. You will not feel anything…",
    "The operation is short. Isn't that good?!",
    "The operation is short. Knee replacement",
    "Updated in May 2020. Next review May 2023",
    "Roses are red and violets are blue",
]


@pytest.mark.parametrize("text", TEMPTING)
def test_text_that_needs_no_stop_is_silent(text: str) -> None:
    document = article(PROSE, paragraph(text), PROSE)
    assert marked(missing_full_stop, document) == []
    assert marked(truncated_text, document) == []


def test_a_long_sentence_without_a_stop_is_found_among_paragraphs_with_one() -> None:
    assert marked(missing_full_stop, article(PROSE, paragraph(LONG))) == ["day"]


def test_a_long_sentence_alone_is_silent() -> None:
    assert marked(missing_full_stop, article(paragraph(LONG))) == []
    assert marked(missing_full_stop, article(paragraph(LONG), paragraph(LONG), paragraph(LONG))) == []


def test_a_paragraph_with_earlier_stops_is_evidence_enough() -> None:
    assert marked(missing_full_stop, article(paragraph("The operation is short. You can go home at once"))) == ["once"]


def test_headings_items_cells_and_teasers_are_left_to_others() -> None:
    document = article(PROSE, heading(LONG), items(LONG), cells(LONG), paragraph(LONG, Role.TEASER))
    assert marked(missing_full_stop, document) == []


@pytest.mark.parametrize(
    "following", [items("rest"), cells("rest"), [paragraph("and then you can start to walk with crutches.")]]
)
def test_a_paragraph_that_goes_on_below_is_silent(following: list) -> None:  # type: ignore[type-arg]
    assert marked(missing_full_stop, article(PROSE, paragraph("You are awake. You should bring"), following)) == []
    assert marked(truncated_text, article(PROSE, paragraph("You are awake. You should bring the"), following)) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Cataract makes the lens cloudy. Colours look pale and the", "pale and the"),
        ("Cataract is a disease in which the lens of the eye becomes", None),
        ("A dental implant is a screw that replaces the root, and a more", "and a more"),
        ("A dental implant is a screw that holds the crown which", "the crown which"),
        ("The lens is removed with ultrasound. It is replaced by a very", "by a very"),
        ("The lens is removed with ultrasound. The surgeon then chooses between", "then chooses between"),
        ("In this operation the surgeon repairs the layer that", "the layer that"),
        ("The operation is short. You will not be able to do that", None),
        ("The operation is short. This is what the scar looks like", None),
        ("The operation is short. You need somebody to talk to", None),
        ("The surgeon removes fat from the belly through small cuts. Recovery", "Recovery"),
        ("The surgeon removes fat from the belly through small cuts. Risk Factors", "Risk Factors"),
        ("The surgeon removes fat from the belly through small cuts (see Overview)", None),
        ("Symptoms", None),
        ("See Symptoms. Causes", None),
        ("What is the operation for", None),
        ("Who should I ask for help and who with", None),
        ("The gene is called MTOR and it is related to vitamin A", None),
        ("The vaccine is for children. It protects them from hepatitis A", None),
        ("The operation is short. It ends with the", "with the"),
    ],
)
def test_cut_text_is_marked_at_its_last_words(text: str, mark: str | None) -> None:
    found = marked(truncated_text, article(PROSE, paragraph(text)))
    assert [m.endswith(mark) for m in found] == [True] if mark else found == []


def test_teasers_are_read_and_the_mark_is_a_few_words_long() -> None:
    document = article(PROSE, paragraph("A skin peel removes the outer layer of the skin with an", Role.TEASER))
    assert marked(truncated_text, document) == ["skin with an"]


def test_items_may_end_in_and_but_not_in_an_article() -> None:
    document = article(items("keep the arm raised on a pillow and", "wear the sling when you walk outside with the"))
    assert marked(truncated_text, document) == ["outside with the"]


def test_cut_text_takes_the_place_of_the_missing_stop() -> None:
    assert missing_full_stop.meta.code in truncated_text.meta.supersedes
    document = article(PROSE, paragraph("The operation is short. The surgeon can then cut the"))
    (stop,), (cut,) = findings(missing_full_stop, document), findings(truncated_text, document)
    assert cut.span.overlaps(stop.span)
