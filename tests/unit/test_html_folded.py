"""What readers open (tabs, accordions, "read more") is read; what opens over the page or stands there twice is not."""

from __future__ import annotations

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.source import Source

PROSE = "<p>A hernia is a gap in a muscle that lets tissue through, and most of them need an operation one day.</p>" * 3
ANSWER = "Rest for two weeks after the operation, and lift nothing that is heavier than a bag of flour."
CLOSED = "display: none"


def read(content: str) -> Document:
    markup = f"<!doctype html><html lang=en><title>Hernia</title><main><h1>Hernia</h1>{PROSE}{content}</main></html>"
    return read_markup(Source.from_text(markup, name="page.html", media_type="text/html"), markup)


def body(content: str) -> list[str]:
    return [block.text for block in read(content).blocks if block.role is Role.BODY]


@pytest.mark.parametrize(
    "content",
    [
        f"<details><summary>After it</summary><p>{ANSWER}</p></details>",
        f"<button role=tab aria-controls=t2>Care</button><div role=tabpanel id=t2 hidden><p>{ANSWER}</p></div>",
        f'<ul><li><a href="#care">Care</a></ul><div id=care style="{CLOSED}"><p>{ANSWER}</p></div>',
        f"<button data-bs-target='#c1'>Care</button><div id=c1 class=collapse hidden>{ANSWER}</div>",
        f'<div class=faq-item><button>How long?</button><div class="faq-answer" style="{CLOSED}">{ANSWER}</div></div>',
        f'<div class="elementor-tab-content" role="region" hidden="hidden"><p>{ANSWER}</p></div>',
        f'<span id=dots>…</span><span id="more" style="{CLOSED}">{ANSWER}</span>',
        f'<div hidden="until-found">{ANSWER}</div>',
        f'<div aria-hidden="true"><p>{ANSWER}</p></div>',
        f"<amp-accordion><section><h3>Care</h3><div><p>{ANSWER}</p></div></section></amp-accordion>",
        f"<clinic-text><template shadowrootmode=open><p>{ANSWER}</p></template></clinic-text>",
    ],
)
def test_parts_that_readers_open_are_the_article_s(content: str) -> None:
    assert ANSWER in "\n".join(body(content))


@pytest.mark.parametrize(
    "content",
    [
        f"<div hidden><p>{ANSWER}</p></div>",
        f"<button data-bs-target='#m'>Book</button><div id=m class='modal fade' style='{CLOSED}'><p>{ANSWER}</p></div>",
        f"<button aria-controls=d>Book</button><div id=d role=dialog hidden><p>{ANSWER}</p></div>",
        f'<a href="#nav">Menu</a><ul id=nav class=sub-menu style="{CLOSED}"><li>{ANSWER}</li></ul>',
        f'<div class="cookie-panel" style="{CLOSED}">{ANSWER}</div>',
        f"<template><p>{ANSWER}</p></template>",
        f'<p>Care <span class="sr-only more">{ANSWER}</span></p>',
        f"<div role=tabpanel class=visually-hidden>{ANSWER}</div>",
        f'<div hidden><div class=faq-answer style="{CLOSED}">{ANSWER}</div></div>',
    ],
)
def test_other_hidden_parts_are_not(content: str) -> None:
    assert ANSWER not in "\n".join(body(content))


def test_the_same_panel_for_telephones_is_read_once() -> None:
    twice = f'<div class=tabs><p>{ANSWER}</p></div><div class=accordion style="{CLOSED}"><p>{ANSWER}</p></div>'
    document = read(twice)
    roles = [(block.role, block.attrs.get("why")) for block in document.blocks if block.text == ANSWER]
    assert roles == [(Role.BODY, None), (Role.CHROME, "stands on the page twice")]


def test_a_folded_part_stands_at_its_place() -> None:
    content = f"<div class=accordion hidden><h2>Care &amp; rest</h2><p>{ANSWER}</p></div><p>The end.</p>"
    document = read(content)
    heading = next(block for block in document.blocks if block.text == "Care & rest")
    assert heading.kind is BlockKind.HEADING
    assert document.offsets.source_range(heading.span).of(document.source.text) == "Care &amp; rest"
    assert body(content)[-3:] == ["Care & rest", ANSWER, "The end."]


def test_the_picture_of_an_amp_page_is_described_once() -> None:
    picture = '<amp-img src=a.jpg alt="A surgeon at work"><noscript><img src=a.jpg alt="A surgeon at work"></noscript>'
    pictures = [block.text for block in read(f"{picture}</amp-img>").blocks if block.kind is BlockKind.ALT]
    assert pictures == ["A surgeon at work"]
