# ruff: noqa: E501 - markup reads better unbroken
"""Blocks of a page: what they are, what they say, and which characters of the file they are."""

from __future__ import annotations

import pytest

from clinlint.documents import read_documents
from clinlint.documents.html import read_markup
from clinlint.model.document import Block, BlockKind, Document, ListPlace, Role
from clinlint.model.offsets import OffsetMap, Piece, PieceKind
from clinlint.model.source import Source
from clinlint.model.span import Span


def read(markup: str) -> Document:
    (document,) = read_documents(Source.from_text(markup, name="page.html", media_type="text/html"))
    return document


def shown(markup: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(markup).blocks]


def behind(document: Document, block: Block) -> list[str]:
    return [span.of(document.source.text) for span in document.offsets.to_source(block.span)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h2>A</h2><p>b</p>", [("heading", "A"), ("paragraph", "b")]),
        ("plain<p>in</p>tail", [("paragraph", "plain"), ("paragraph", "in"), ("paragraph", "tail")]),
        ("<div>a<div>b</div>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>a<p>b<p>c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<ul><li>a<li>b</ul>", [("list_item", "a"), ("list_item", "b")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("list_item", "a"), ("paragraph", "b")]),
        ("<blockquote><p>a</p></blockquote>", [("quote", "a")]),
        ("<pre>\n a  b\n c</pre>", [("code", " a  b\n c")]),
        (
            "<figure><img alt='An ear'><figcaption>The ear</figcaption></figure>",
            [("alt", "An ear"), ("caption", "The ear")],
        ),
        ("<h3><b>a</h3></b><p>b", [("heading", "a"), ("paragraph", "b")]),
        ("<b><p>a</b> b</p><p>c", [("paragraph", "a b"), ("paragraph", "c")]),
        ("<p>a <i>b <b>c</i> d</b> e", [("paragraph", "a b c d e")]),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", [("paragraph", text) for text in "abcd"]),
        ("<h2></h2><ul><li></li></ul><p> &nbsp; </p>", [("heading", "")]),
        ("<h2><div>a</div></h2>", [("heading", "a")]),
        ("<p>a</div>b</p>", [("paragraph", "ab")]),
        ("<div><table><tr><td>a</div></td><td>b</table>c</div>", [("cell", "a"), ("cell", "b"), ("paragraph", "c")]),
        ("<xmp><p>a</xmp>", [("code", "<p>a")]),
    ],
)
def test_blocks(markup: str, expected: list[tuple[str, str]]) -> None:
    assert shown(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<script>a</script>", "<style>a</style>", "<template><p>a</template>", "<noscript>a</noscript>", "<p hidden>a</p>",
        "<div style='Display: none'><p>a</p></div>", "<span style='visibility:hidden'>a</span>", "<svg><text>a</text></svg>",
        "<!-- a -->", "<select><option>a</select>", "<textarea>a</textarea>", "<span class='sr-only'>a</span>",
        "<i class='material-icons' aria-hidden='true'>a</i>", "<iframe><p>a</iframe>", "<ul><li>•</ul>",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_is_left_out(markup: str) -> None:
    assert shown(f"<p>x</p>{markup}<p>y</p>") == [("paragraph", "x"), ("paragraph", "y")]


def test_svg_without_an_end_ends_at_the_next_paragraph() -> None:
    assert shown("<svg><path d='m'/><p>a</p>") == [("paragraph", "a")]


def test_markup_inside_a_word_gives_two_places() -> None:
    document = read("<p>Leg cram<b>ps</b> hurt</p>")
    (block,) = document.blocks
    assert block.text == "Leg cramps hurt"
    assert [span.of(document.source.text) for span in document.offsets.to_source(block.at(4, 10))] == ["cram", "ps"]


def test_references_and_white_space_keep_their_source() -> None:
    document = read("<p>salt &amp;\r\n  pepper&nbsp;&#8211; no</p>")
    assert document.text == "salt & pepper\u00a0– no"
    kinds = [
        (piece.kind.value, piece.text.of(document.text), piece.source.of(document.source.text))
        for piece in document.offsets.pieces
    ]
    assert kinds == [
        ("text", "salt ", "salt "), ("decoded", "&", "&amp;"), ("decoded", " ", "\r\n  "), ("text", "pepper", "pepper"),
        ("decoded", "\u00a0", "&nbsp;"), ("decoded", "–", "&#8211;"), ("text", " no", " no"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
        ("<p>running text that is broken<br>in the middle", ["running text that is broken in the middle"]),
        ("<p>This is a whole sentence, and quite a long one, to be broken.<br>So is this", ["This is a whole sentence, and quite a long one, to be broken.", "So is this"]),
        ("<p><b>Symptoms</b><br>they come and go", ["Symptoms", "they come and go"]),
        ("<p>Fever<br>Cough<br>Headache", ["Fever", "Cough", "Headache"]),
        ("<h2>Leg<br>Cramps</h2>", ["Leg Cramps"]),
    ],
)  # fmt: skip
def test_line_breaks(markup: str, expected: list[str]) -> None:
    assert [block.text for block in read(markup).blocks] == expected


def test_no_edit_can_remove_a_line_break() -> None:
    document = read("<p>running text that is broken<br>\n in the middle</p>")
    assert [span.of(document.source.text) for span in document.offsets.to_source(document.blocks[0].span)] == [
        "running text that is broken",
        "in the middle",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>• rest<br>• drink<br>• sleep</p>", "- rest<br>- drink<br>- sleep", "1. rest<br>2. drink<br>3. sleep",
        "<div>• rest</div><div>•&nbsp;drink</div><div>•sleep</div>", "<p>1) rest</p><p>2) drink</p><p>3) sleep</p>",
        "<td>· rest<br>· drink<br>· sleep</td>",
    ],
)  # fmt: skip
def test_bullets_make_list_items(markup: str) -> None:
    blocks = read(markup).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.LIST_ITEM, t) for t in ("rest", "drink", "sleep")
    ]
    assert [block.list.index for block in blocks if block.list] == [0, 1, 2]
    assert len({block.list.list_id for block in blocks if block.list}) == 1


@pytest.mark.parametrize("text", ["1. Rest", "- he said", "2024. A year"])
def test_a_single_dash_or_number_is_no_list(text: str) -> None:
    assert shown(f"<p>{text}</p><p>More text</p>")[0] == ("paragraph", text)


def test_nested_and_ordered_lists() -> None:
    blocks = read("<ol><li>a<ul><li>b<li>c</ul><li>d</ol>").blocks
    assert [block.list for block in blocks] == [
        ListPlace(0, 0, True, 1), ListPlace(1, 0, False, 2), ListPlace(1, 1, False, 2), ListPlace(0, 1, True, 1),
    ]  # fmt: skip
    assert [block.level for block in blocks] == [1, 2, 2, 1]


def test_faults_of_list_markup_are_noted() -> None:
    faults = {
        block.text: block.attrs.get("markup") for block in read("<div><li>a<li>b</div><div><ul><li>c<li>d</div>").blocks
    }
    assert faults == {"a": "item-outside-list", "b": "item-outside-list", "c": None, "d": "unclosed-list"}


def test_data_cells_and_layout_cells() -> None:
    assert shown("<table><tr><th>Age<th>Dose<tr><td>5<td><p>10 mg</p></table>") == [
        ("cell", "Age"), ("cell", "Dose"), ("cell", "5"), ("cell", "10 mg"),
    ]  # fmt: skip
    assert shown("<table><tr><td><h2>A</h2><p>b</p><td>menu</table>")[:2] == [("heading", "A"), ("paragraph", "b")]
    assert shown("<table><tr><td>A note in a frame.</table>") == [("paragraph", "A note in a frame.")]


def test_alt_text_keeps_the_order_of_the_file() -> None:
    assert shown("<p><img alt='An ear'> a</p>") == [("alt", "An ear"), ("paragraph", "a")]
    assert shown("<p>a <img alt='An ear'></p>") == [("paragraph", "a"), ("alt", "An ear")]
    assert shown("<p>a<b> </b>&nbsp;<img alt='An ear'></p>") == [("paragraph", "a"), ("alt", "An ear")]
    assert shown("<pre>a <img alt='An ear'></pre>") == [("code", "a "), ("alt", "An ear")]


def test_languages() -> None:
    document = read(
        "<html lang=en-GB><body><p lang=tr>Merhaba<p lang=en-US>Hello<div lang=es><p>Hola</div><p><i lang=fr>Salut</i>"
    )
    assert document.language == "en"
    assert [block.attrs.get("lang") for block in document.blocks] == ["tr", None, "es", "fr"]


def test_metadata() -> None:
    document = read(
        "<!doctype html><html lang=en><head><title>Ear pain &amp; colds</title><meta name=description content='All &lt;of&gt; it'>"
        "<meta property='og:description' content='All <of> it'><link rel=canonical href=/ear><meta name=author content='A. Quay'>"
        "<link rel=alternate hreflang=tr href=/tr/ear><link rel=alternate hreflang=de href=/de/ear></head><body><p>a"
    )
    assert dict(document.metadata) == {
        "title": "Ear pain & colds", "description": "All <of> it", "og:description": "All <of> it", "canonical": "/ear",
        "author": "A. Quay", "hreflang": "tr /tr/ear\nde /de/ear", "lang": "en",
    }  # fmt: skip
    assert [(block.kind.value, block.text) for block in document.blocks[:2]] == [
        ("title", "Ear pain & colds"),
        ("meta", "All <of> it"),
    ]
    assert document.whole_page


def test_an_empty_heading_has_its_place() -> None:
    document = read("<p>a</p><h2 id=x></h2><p>b</p>")
    heading = document.blocks[1]
    assert len(heading.span) == 0
    assert document.offsets.source_range(heading.span) == Span(17, 17)


def test_text_is_escaped_for_markup() -> None:
    assert read("<p>a").escape("1 < 2 & 3 > 2 “q”\u00a0–") == "1 &lt; 2 &amp; 3 &gt; 2 “q”&nbsp;–"


def test_deep_nesting() -> None:
    document = read("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    assert [block.text for block in document.blocks] == ["deep"]
    assert len(document.blocks[0].path) <= 12


def test_markup_that_another_format_holds() -> None:
    source = Source.from_text('{"html": "<p>a\\u00e9b<\\/p>"}', name="posts.json", media_type="application/json")
    outer = OffsetMap(
        [
            Piece(Span(0, 4), Span(10, 14), PieceKind.TEXT), Piece(Span(4, 5), Span(14, 20), PieceKind.DECODED),
            Piece(Span(5, 7), Span(20, 22), PieceKind.TEXT), Piece(Span(7, 8), Span(22, 24), PieceKind.DECODED),
            Piece(Span(8, 10), Span(24, 26), PieceKind.TEXT),
        ]
    )  # fmt: skip
    document = read_markup(source, "<p>aéb</p>", outer=outer, whole_page=False)
    assert document.text == "aéb"
    assert document.offsets.source_range(document.blocks[0].span).of(source.text) == "a\\u00e9b"


def test_a_draft_is_body_but_for_what_its_words_give_away() -> None:
    document = read(
        "<p>Rest helps.</p><ul><li><a href=/a>Ear pain</a></ul><p>Call us now to book an appointment: +44 20 7946 0321</p>"
    )
    assert not document.whole_page
    assert [block.role for block in document.blocks] == [Role.BODY, Role.BODY, Role.CHROME]
    assert document.blocks[2].attrs["evidence"] == "text"
