"""ST002: lists that hang in the air, against lists and introductions that are complete."""

from __future__ import annotations

import pytest
from handmade import article, cells, chrome, findings, heading, items, marked, paragraph

from clinlint.model.document import BlockKind, Role
from clinlint.model.finding import Confidence
from clinlint_rules.structure.st002_unclosed_list import check

CLOSING = paragraph("Most people get better within a week.")


@pytest.mark.parametrize(
    ("last", "mark"),
    [
        ("a stiff neck and", "and"),
        ("a stiff neck, or", ", or"),
        ("blurred vision,", ","),
        ("blurred vision;", ";"),
        ("dairy such as", "such as"),
        ("salt, alcohol, others", ", others"),
        ("salt, alcohol, other.", ", other"),
    ],
)
def test_a_last_item_that_hangs_is_found(last: str, mark: str) -> None:
    assert marked(check, article(items("fever", last), CLOSING)) == [mark]
    assert marked(check, article(items("fever", last))) == [mark]


@pytest.mark.parametrize(
    "last",
    [
        "others",
        "salt and others",
        "salt, alcohol and others",
        "salt, alcohol, and others",
        "Other",
        "what to do and when",
        "pain (knee, hip, others)",
        "an operation on your hand",
        "vitamin B12, folic acid, etc.",
        "sand",
        "a doctor",
    ],
)
def test_a_last_item_that_is_complete_is_silent(last: str) -> None:
    assert marked(check, article(items("fever", last), CLOSING)) == []


def test_a_sentence_may_go_on_behind_the_list() -> None:
    document = article(paragraph("If you have"), items("fever,", "a cough, or", "a rash,"), paragraph("call us."))
    assert marked(check, document) == []


def test_only_the_last_item_counts() -> None:
    assert marked(check, article(items("fever,", "cough, and", "a rash"), CLOSING)) == []
    nested = article(items("fruit, such as"), items("apples", "pears", list_id=1, depth=2), CLOSING)
    assert marked(check, nested) == []


def test_prose_that_runs_on_in_the_last_item_is_found_at_the_seam() -> None:
    document = article(items("smokers", "diabetics", "office workers The test takes ten minutes and you feel nothing."))
    (finding,) = findings(check, document)
    assert finding.span.of(document.text) == "workers The test"
    assert finding.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "last",
    [
        "people from South America. They should be tested before they travel and after they return.",
        "patients of Dr Most who are over 60 and have been seen at least once in the last two years.",
        "members of The Royal College of Nursing who are on duty.",
        "Office workers. These people should see their doctor once a year, even when they feel well.",
    ],
)
def test_names_and_explanations_in_the_last_item_are_silent(last: str) -> None:
    assert marked(check, article(items("smokers", "diabetics", last), CLOSING)) == []


def test_lists_of_sentences_may_have_a_long_last_item() -> None:
    document = article(items("Rest.", "Drink.", "Take your tablets The pharmacy is open until six and you can call."))
    assert marked(check, document) == []


def test_an_introduction_at_the_end_of_its_section_is_found() -> None:
    intro = paragraph("The test is safe. The most common side effects are:")
    document = article(heading("Risks"), intro, heading("After the test"), CLOSING)
    assert marked(check, document) == ["The most common side effects are:"]
    assert marked(check, article(heading("Risks"), CLOSING, intro)) == ["The most common side effects are:"]
    assert marked(check, article(heading("Risks"), intro, chrome("Share on X"))) == [
        "The most common side effects are:"
    ]


def test_page_furniture_between_the_introduction_and_its_list_does_not_part_them() -> None:
    intro, button = paragraph("The most common side effects are:"), chrome("Call us now", "markup")
    assert marked(check, article(heading("Risks"), intro, button, items("pain", "fever"), CLOSING)) == []


def test_at_the_end_of_plain_text_it_is_information_only() -> None:
    document = article(CLOSING, paragraph("The most common side effects are:"), media_type="text/plain")
    (finding,) = findings(check, document)
    assert finding.confidence is Confidence.LOW


def test_an_introduction_with_something_behind_it_is_silent() -> None:
    intro = paragraph("The most common side effects are:")
    for following in (items("pain"), cells("pain", "1 in 10"), [CLOSING], [heading("Pain", level=3), CLOSING]):
        assert marked(check, article(heading("Risks"), intro, following)) == []
    assert marked(check, article(intro)) == []
    assert (
        marked(check, article(heading("Risks"), paragraph("You can watch a video about it by:"), heading("Next"))) == []
    )
    assert marked(check, article(heading("Risks"), paragraph("Note:"), heading("Next"))) == []


def test_plain_text_may_have_items_that_look_like_headings() -> None:
    intro = paragraph("Common side effects include:")
    document = article(heading("Risks"), intro, heading("Dry mouth"), heading("Headache"), media_type="text/plain")
    assert marked(check, document) == []


def test_faults_of_the_markup_are_reported_once_a_list() -> None:
    stray = items("rest", "ice", markup="item-outside-list")
    assert marked(check, article(stray, CLOSING)) == ["rest"]
    assert marked(check, article(items("rest", "ice"), CLOSING)) == []


def test_other_articles_teasers_are_left_out() -> None:
    teaser = paragraph("The most common side effects are:", Role.TEASER)
    assert marked(check, article(CLOSING, teaser)) == []
    assert BlockKind.PARAGRAPH is teaser.kind
