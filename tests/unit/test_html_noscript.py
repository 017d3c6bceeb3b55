"""Text in ``<noscript>`` is read where it stands nowhere else on the page."""

from __future__ import annotations

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.source import Source

SHOWN = "A hernia is a gap in a muscle that lets tissue through, and most of them need an operation one day."
LAZY = "Rest for two weeks after the operation, lift nothing heavy, and walk a little more on every day."


def read(content: str) -> Document:
    markup = f"<!doctype html><html lang=en><title>Hernia</title><main><h1>Hernia</h1><p>{SHOWN}</p>{content}</main>"
    return read_markup(Source.from_text(markup, name="page.html", media_type="text/html"), markup)


def texts(content: str) -> list[str]:
    return [block.text for block in read(content).blocks if block.role is Role.BODY]


def test_text_that_scripts_would_load_is_read_at_its_place() -> None:
    document = read(f"<div class=lazy></div><noscript><h2>Rest &amp; care</h2><p>{LAZY}</p></noscript><p>The end.</p>")
    assert [block.text for block in document.blocks][-3:] == ["Rest & care", LAZY, "The end."]
    heading = document.blocks[-3]
    assert heading.kind is BlockKind.HEADING
    assert document.offsets.source_range(heading.span).of(document.source.text) == "Rest &amp; care"


@pytest.mark.parametrize(
    "content",
    [
        "<noscript>Please enable JavaScript to see the comments that other readers wrote below the article.</noscript>",
        "<noscript><p>Bu sayfayı görmek için lütfen tarayıcınızda JavaScript kullanın.</noscript>",
        "<noscript><iframe src='/ns.html'>A frame that counts the visitors of the page</iframe></noscript>",
        "<noscript><img height=1 width=1 src=/pixel.gif></noscript>",
        "<noscript><a href=/more>More</a></noscript>",
        "<noscript>We use cookies to make this site work and to count those who visit it, day by day.</noscript>",
    ],
)
def test_notices_and_counters_are_no_text(content: str) -> None:
    assert texts(content) == ["Hernia", "Hernia", SHOWN]


def test_what_the_page_shows_anyway_is_read_once() -> None:
    assert texts(f"<noscript><p>{SHOWN}</p></noscript>") == ["Hernia", "Hernia", SHOWN]


def test_only_the_new_one_of_two_is_read() -> None:
    assert texts(f"<noscript><p>{SHOWN}</p></noscript><noscript><p>{LAZY}</p></noscript>")[-1] == LAZY


@pytest.mark.parametrize(("visible", "expected"), [("", 1), ("A surgeon mends a hernia", 1)])
def test_a_lazy_picture_is_described_once(visible: str, expected: int) -> None:
    picture = f'<img data-src=a.jpg alt="{visible}"><noscript><img src=a.jpg alt="A surgeon mends a hernia"></noscript>'
    assert [block.text for block in read(picture).blocks].count("A surgeon mends a hernia") == expected


def test_a_noscript_that_never_ends_is_read_to_the_end() -> None:
    assert texts(f"<noscript><p>{LAZY}") == ["Hernia", "Hernia", SHOWN, LAZY]


TEMPLATE = "<script type='text/template'>{}</script>"
TOLD = "".join(f"<p>A hernia is a gap in a muscle &amp; {n} of them need an operation one day.</p>" for n in range(12))


def template_page(content: str, shown: str = "") -> str:
    text = f"<h2>Hernia</h2><div>{shown}{TEMPLATE.format(content)}</div>"
    return f"<!doctype html><html lang=en><title>Hernia</title><body>{text}"


def template_texts(page: str) -> list[str]:
    document = read_markup(Source.from_text(page, name="page.html", media_type="text/html"), page)
    for block in document.blocks:
        span = document.offsets.source_range(block.span)
        assert page[span.start : span.end].replace("&amp;", "&") == block.text
    return [block.text for block in document.blocks if block.role is Role.BODY]


def test_an_entry_that_stands_in_a_template_is_read() -> None:
    assert sum(text.startswith("A hernia") for text in template_texts(template_page(TOLD))) == 12


def test_templates_beside_text_or_with_places_to_fill_in_are_not() -> None:
    assert not any("gap" in text for text in template_texts(template_page(TOLD + "<p>{{ name }}</p>")))
    shown = "<p>Most operations take an hour, and you go home the same day.</p>" * 10
    assert not any("gap" in text for text in template_texts(template_page(TOLD, shown)))
