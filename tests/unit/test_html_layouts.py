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
