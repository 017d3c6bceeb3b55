"""ST011: rows of furniture, their repetitions, and widgets that the markup sets apart."""

from __future__ import annotations

from handmade import Piece, alt, article, chrome, findings, heading, items, marked, paragraph

from clinlint.model.document import BlockKind, Role
from clinlint_rules.structure.st011_chrome_in_article import check

PROSE = paragraph("Gout is a form of arthritis that comes in sudden attacks.")


def test_a_row_of_share_labels_is_one_finding() -> None:
    document = article(PROSE, chrome("Share on Facebook"), chrome("Share on X"), chrome("Share on LinkedIn"), PROSE)
    assert marked(check, document) == ["Share on Facebook\n\nShare on X\n\nShare on LinkedIn"]


def test_share_labels_and_the_titles_of_other_widgets_are_told_apart() -> None:
    document = article(
        PROSE, chrome("Share by mail"), chrome("Share on X"), chrome("Latest posts:"), chrome("You may also like")
    )
    assert marked(check, document) == ["Share by mail\n\nShare on X", "Latest posts:\n\nYou may also like"]


def test_a_label_that_comes_again_is_reported_once_with_the_other_places() -> None:
    document = article(PROSE, chrome("Read more »"), PROSE, chrome("READ MORE"), PROSE, chrome("Read more »"))
    (finding,) = findings(check, document)
    assert finding.span.of(document.text) == "Read more »"
    assert [related.span.of(document.text) for related in finding.related] == ["READ MORE", "Read more »"]
    assert "here and in 2 more places" in finding.message


def test_phone_numbers_as_list_items_are_furniture_too() -> None:
    document = article(
        chrome("+90 242 000 00 01", kind=BlockKind.LIST_ITEM),
        chrome("+90 242 000 00 02", kind=BlockKind.LIST_ITEM),
        PROSE,
    )
    assert marked(check, document) == ["+90 242 000 00 01\n\n+90 242 000 00 02"]


def test_widgets_that_the_markup_sets_apart_are_silent() -> None:
    document = article(chrome("Home"), PROSE, chrome("Share on X", "markup"), chrome("Read more", "markup"))
    assert len(findings(check, document)) == 1
    assert marked(check, article(PROSE, chrome("Share on X", "markup"))) == []


def test_the_article_itself_is_silent() -> None:
    document = article(heading("Share a room"), PROSE, alt("A shared room"), items("Read more about gout"))
    assert marked(check, document) == []


def test_long_furniture_is_shortened_in_the_message() -> None:
    document = article(PROSE, chrome("We use cookies to improve your visit of our clinic's pages"))
    (finding,) = findings(check, document)
    assert "“We use cookies to improve …”" in finding.message


def test_on_a_whole_page_only_what_stands_within_the_prose_counts() -> None:
    around = (chrome("Home / Blog"), heading("Gout", 1), PROSE, chrome("Related posts"), chrome("Copyright 2020"))
    assert marked(check, article(*around, whole_page=True)) == []
    assert marked(check, article(*around)) == ["Home / Blog", "Related posts\n\nCopyright 2020"]
    assert marked(check, article(PROSE, chrome("Share on X"), PROSE, whole_page=True)) == ["Share on X"]
    assert marked(check, article(chrome("Share on X"), chrome("Read more"), whole_page=True)) == []


def test_bylines_and_dates_are_welcome() -> None:
    byline = Piece(
        BlockKind.PARAGRAPH, "By Dr. Jane Doe", Role.CHROME, attrs={"evidence": "text", "why": "date or byline"}
    )
    assert marked(check, article(byline, PROSE)) == []
