"""An article that stands only in a page's data is read there, at its place in the JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.documents.html import read
from clinlint.fixing.in_source import fix_in_source
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.offsets import PieceKind
from clinlint.model.source import Source

FIRST = "A hernia is a gap in a muscle that lets tissue through, and most of them need an operation one day."
SECOND = "Small ones may wait for years “at no risk”, but a surgeon should look at them once in a while & decide."
THIRD = "Rest for two weeks after the operation, lift nothing heavy, and walk a little more on every day."
HTML = f"<h2>Rest &amp; care</h2><p>{FIRST}</p><p>{SECOND}</p><ul><li>{THIRD}</li></ul>"


def page(*scripts: str, body: str = "<div id=root></div>") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>Hernia</title>{''.join(scripts)}</head>"
        f"<body><nav><a href=/>Home</a></nav>{body}<footer>Harbour Clinic</footer></body></html>"
    )


def linked(text: str, *, plain: bool = False) -> str:
    data = json.dumps({"@graph": [{"@type": "Article", "articleBody": text}]}, ensure_ascii=not plain)
    return f'<script type="application/ld+json">{data}</script>'


def parsed(markup: str) -> Document:
    (document,) = read(Source.from_text(markup, name="page.html", media_type="text/html"))
    return document


def body(document: Document) -> list[str]:
    shown = (block for block in document.blocks if block.kind is not BlockKind.TITLE)
    return [block.text for block in shown if block.role is Role.BODY]


def test_plain_text_of_linked_data_is_read_line_by_line() -> None:
    assert body(parsed(page(linked(f"{FIRST}\n\n{SECOND}\n{THIRD}")))) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("plain", [True, False])
def test_markup_of_linked_data_is_read_as_markup(plain: bool) -> None:
    document = parsed(page(linked(HTML, plain=plain)))
    assert body(document) == ["Rest & care", FIRST, SECOND, THIRD]
    kinds = [block.kind for block in document.blocks if block.text in {"Rest & care", THIRD}]
    assert kinds == [BlockKind.HEADING, BlockKind.LIST_ITEM]


@pytest.mark.parametrize(
    ("attributes", "data"),
    [
        ('id="__NEXT_DATA__"', {"props": {"pageProps": {"post": {"slug": "hernia", "content": HTML}}}}),
        ('id="__NUXT_DATA__"', ["Reactive", {"post": 2}, f"{FIRST} {SECOND}\n{FIRST[:-1]} at last. {THIRD} {THIRD}"]),
        ('data-state="1"', {"blocks": [{"text": FIRST}, {"text": SECOND}, {"text": f"{THIRD} {THIRD} {THIRD}"}]}),
    ],
)
def test_data_of_frameworks_are_read_where_the_page_is_empty(attributes: str, data: object) -> None:
    script = f'<script {attributes} type="application/json">{json.dumps(data)}</script>'
    assert FIRST[:-1] in "\n".join(body(parsed(page(script))))


@pytest.mark.parametrize(
    "script",
    [
        linked(FIRST),
        linked("Hernia"),
        '<script type="application/ld+json">{"articleBody": "never closed</script>',
        '<script type="application/ld+json">no data at all</script>',
        f'<script>{{"articleBody": {json.dumps(HTML)}}}</script>',
    ],
)
def test_a_page_that_shows_its_article_is_read_as_it_stands(script: str) -> None:
    shown = page(script, body=f"<main><h1>Hernia</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main>")
    assert body(parsed(shown)) == ["Hernia", FIRST, SECOND, THIRD]


def test_an_excerpt_on_the_page_is_not_read_beside_the_whole() -> None:
    shown = page(linked(HTML), body=f"<main><h1>Hernia</h1><p>{FIRST}</p></main>")
    document = parsed(shown)
    assert sorted(body(document)) == sorted(["Hernia", "Rest & care", FIRST, SECOND, THIRD])
    assert [block.attrs.get("why") for block in document.blocks if block.text == FIRST][-1] == (
        "stands beside the article in the page's data"
    )


@settings(max_examples=100)
@given(st.text(max_size=60), st.booleans())
def test_every_copied_piece_stands_so_in_the_page(text: str, plain: bool) -> None:
    markup = page(linked(HTML + "<p>" + text.replace("<", "") + "</p>", plain=plain))
    document = parsed(markup)
    for piece in document.offsets.pieces:
        if piece.kind is PieceKind.TEXT:
            assert piece.text.of(document.text) == piece.source.of(markup)


def test_a_fix_leaves_the_json_whole() -> None:
    markup = page(linked(HTML))
    document = parsed(markup)
    start = document.text.index("gap in a muscle")
    edit = Edit(document.blocks[0].at(start, start + 3), 'hole, or "gap" <in> & of')
    fix = fix_in_source(document, Fix("x", (edit,), Applicability.SAFE))
    assert fix is not None
    for change in fix.edits:
        markup = markup[: change.span.start] + change.text + markup[change.span.end :]
    data = markup.partition('json">')[2].partition("</script>")[0]
    told = json.loads(data)["@graph"][0]["articleBody"]
    assert 'A hernia is a hole, or "gap" &lt;in&gt; &amp; of in a muscle' in told


def test_findings_point_into_the_data() -> None:
    markup = page(linked(f"{FIRST}\n{SECOND}\n{THIRD} Look at the the wound."))
    result = Linter(languagetool="off").check_text(markup, media_type="text/html", name="page.html")
    assert any(markup[d.range.start : d.range.end] == "the the" for d in result.diagnostics)
