"""The article is found on pages of many builds, and nothing of the page around it."""

from __future__ import annotations

import pytest
from html_layouts import BODY, CHROME, LAYOUTS, SIGNS

from clinlint.documents.html import read_markup
from clinlint.model.document import Block, BlockKind, Document, Role
from clinlint.model.source import Source

SHOWN = {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}


def read(markup: str) -> Document:
    return read_markup(Source.from_text(markup, name="page.html", media_type="text/html"), markup)


def body(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.role is Role.BODY and block.kind not in SHOWN]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_block_of_the_article_is_body(layout: str) -> None:
    texts = {block.text for block in body(read(LAYOUTS[layout]))}
    assert [text for text in BODY if text not in texts] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_of_the_page_around_it_is_body(layout: str) -> None:
    text = "\n".join(block.text for block in body(read(LAYOUTS[layout])))
    assert [piece for piece in CHROME if piece in text] == []
    assert [block.text for block in body(read(LAYOUTS[layout])) if block.text not in BODY] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_list_items_are_list_items(layout: str) -> None:
    kinds = {block.text: block.kind for block in body(read(LAYOUTS[layout]))}
    assert {kinds[item] for item in SIGNS} == {BlockKind.LIST_ITEM}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_furniture_says_why(layout: str) -> None:
    for block in read(LAYOUTS[layout]).blocks:
        if block.role is not Role.BODY:
            assert block.attrs["why"]
            assert block.attrs["evidence"] in {"markup", "text"}


PROSE = "<p>" + "Gallstones form when bile hardens, and most of them cause no trouble at all. " * 4 + "</p>"


def test_a_sub_headline_below_the_headline_is_the_article_s() -> None:
    page = (
        "<title>Gallstones</title><body><div><div><h1>Gallstones</h1><h2>Why some of them hurt, and when a doctor "
        f"takes them out</h2></div><div><h2>Health</h2></div><div class=text>{PROSE * 3}</div></div>"
    )
    texts = [block.text for block in body(read(page))]
    assert "Why some of them hurt, and when a doctor takes them out" in texts
    assert "Health" not in texts


def test_links_to_other_pages_below_a_line_that_announces_them_are_teasers() -> None:
    links = "".join(f"<li><a href=/{n}>The liver and its {n} duties</a></li>" for n in ("many", "other", "hidden"))
    page = f"<title>Gallstones</title><h1>Gallstones</h1>{PROSE * 3}<h3>More from Dr Reed</h3><ul>{links}</ul>"
    teasers = [block.text for block in read(page).blocks if block.role is Role.TEASER]
    assert teasers[0] == "More from Dr Reed"
    assert len(teasers) == 4


def test_a_list_of_links_that_nothing_announces_is_the_article_s() -> None:
    links = "".join(f"<li><a href=/{n}>{n} pain</a></li>" for n in ("Back", "Chest", "Shoulder"))
    page = f"<title>Gallstones</title><h1>Gallstones</h1>{PROSE * 3}<h3>Symptoms</h3><ul>{links}</ul>{PROSE}"
    assert [block.text for block in body(read(page)) if block.kind is BlockKind.LIST_ITEM] == [
        "Back pain",
        "Chest pain",
        "Shoulder pain",
    ]


SHORT = "Ask your pharmacist if you are not sure."


@pytest.mark.parametrize("around", ["{}", "<main>{}</main>", "<div><article>{}</article></div>", "<div>{}</div>"])
def test_a_short_paragraph_beside_a_long_one_is_the_article_s(around: str) -> None:
    page = around.format(f"<h1>Gallstones</h1>{PROSE}<p>{SHORT}</p><ul><li>No tablets of others.</ul>")
    texts = [block.text for block in body(read(f"<title>Gallstones</title><body>{page}"))]
    assert texts[2:] == [SHORT, "No tablets of others."]


def test_a_short_section_beside_a_long_one_is_the_article_s_and_links_are_not() -> None:
    page = (
        f"<title>Gallstones</title><body><main><section><h1>Gallstones</h1>{PROSE * 3}</section>"
        f"<section><h2>When to see a doctor</h2><p>{SHORT}</p></section>"
        f"<section><h2>More to know</h2><p><a href=/a>{SHORT}</a></p><p><a href=/b>Liver and bile</a></p></section>"
    )
    texts = [block.text for block in body(read(page))]
    assert texts[-2:] == ["When to see a doctor", SHORT]


@pytest.mark.parametrize(
    "head",
    [
        "<header><h2>{}</h2></header>",
        '<div class="card-header"><h2>{}</h2></div>',
        '<div class="head"><h2>{}</h2></div>',
    ],
)
def test_the_head_of_a_part_is_not_the_page_s(head: str) -> None:
    parts = "".join(
        f"<div class=card>{head.format(name)}<div class=inner>{PROSE}</div></div>" for name in ("Causes", "Treatment")
    )
    page = f"<title>Gallstones</title><header><h2>Harbour Clinic</h2></header><main><h1>Gallstones</h1>{parts}</main>"
    texts = [block.text for block in body(read(page))]
    assert "Causes" in texts
    assert "Treatment" in texts
    assert "Harbour Clinic" not in texts


def test_a_short_part_built_like_the_long_one_is_the_article_s() -> None:
    page = (
        f"<title>Gallstones</title><body><div><div class=part><h1>Gallstones</h1>{PROSE * 3}</div>"
        f"<div class=part><h2>When to see a doctor</h2><p>{SHORT}</p></div>"
        f"<div class=part><h2>Our doctors</h2><p><a href=/a>Dr. Lee</a> sees you at short notice, on any day.</p></div>"
        f"<div class=box><h2>Harbour Clinic</h2><p>We look after you since 1987, seven days a week.</p></div></div>"
    )
    texts = [block.text for block in body(read(page))]
    assert texts[-2:] == ["When to see a doctor", SHORT]
