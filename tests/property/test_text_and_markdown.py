"""Plain text and Markdown: any input gives a document whose pieces are exact; escaping survives reading again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.analysis.sentences import boundaries
from clinlint.documents import read_documents
from clinlint.documents.markdown import escape
from clinlint.documents.page_phrases import furniture
from clinlint.model.document import Document
from clinlint.model.offsets import PieceKind
from clinlint.model.source import Source

FORMATS = ("text/plain", "text/markdown")
SNIPPETS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "\u00a0",
        "\f",
        "\u2028",
        "- ",
        "• ",
        "1. ",
        "a) ",
        "* ",
        "> ",
        "# ",
        "===",
        "---",
    ]
    + [
        "**",
        "_",
        "`",
        "```\n",
        "~~",
        "[",
        "](x)",
        "![",
        "[^1]",
        "[^1]: ",
        "| ",
        "|-|-|\n",
        "<div>",
        "</p>",
        "<br>",
        "<!--",
        "-->",
    ]
    + [
        "&amp;",
        "&#233;",
        "&nope;",
        "\\",
        "\\*",
        "😀",
        "é",
        "\ufeff",
        "\ud800",
        "\x00",
        "word",
        "A sentence.",
        "Read More »",
        "    ",
    ]
    + [
        "Related posts",
        "---\ntitle: x\n---\n",
        "+++\nlang = 'tr'\n+++\n",
        "</",
        "<a",
        "]",
        ")",
        "Share on Facebook",
        "?",
    ]
)
MARKUP = st.lists(SNIPPETS | st.text(max_size=4), max_size=40).map("".join)


def read(text: str, media_type: str) -> Document:
    (document,) = read_documents(Source.from_text(text, name="test", media_type=media_type))
    return document


def assert_exact(document: Document) -> None:
    source = document.source.text
    for piece in document.offsets.pieces:
        assert 0 <= piece.source.start <= piece.source.end <= len(source)
        if piece.kind is PieceKind.TEXT:
            assert piece.text.of(document.text) == piece.source.of(source)
    at = 0
    for block in document.blocks:
        assert block.text == block.span.of(document.text)
        assert block.text == block.text.strip(" \t\r\n") or block.kind == "code"
        assert block.span.start >= at
        at = block.span.end


@pytest.mark.parametrize("media_type", FORMATS)
@given(MARKUP)
def test_every_copied_piece_is_what_stands_in_the_source(media_type: str, text: str) -> None:
    assert_exact(read(text, media_type))


@given(st.text())
def test_plain_text_keeps_every_letter(text: str) -> None:
    # Marks of lists ("a)", "1.") are no text; letters and digits outside them are.
    document = read("x " + text.replace(")", "").replace(".", ""), "text/plain")
    letters = [c for c in document.source.text if c.isalpha() and c != "o"]
    assert letters == [c for c in document.text if c.isalpha() and c != "o"]


@given(MARKUP)
def test_line_ends_make_no_difference(text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    for media_type in FORMATS:
        expected = [(b.kind, b.role, b.text) for b in read(unix, media_type).blocks if b.kind != "code"]
        windows = read(unix.replace("\n", "\r\n"), media_type)
        assert [(b.kind, b.role, b.text) for b in windows.blocks if b.kind != "code"] == expected


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1).map("x{}x".format)
)
def test_escaped_words_read_as_they_were(text: str) -> None:
    assert [block.text for block in read(escape(text), "text/markdown").blocks] == [text]


@given(
    st.lists(
        st.sampled_from(
            ["*", "_", "[", "]", "(", ")", "<", ">", "#", "a", "1.", "-", "&lt;", "\\", "`", "~", "!", "|", "b"]
        )
    )
)
def test_escaped_signs_read_as_they_were(words: list[str]) -> None:
    text = " ".join(["It", *words, "ends"])
    assert [block.text for block in read(escape(text), "text/markdown").blocks] == [text]


@given(st.text())
def test_sentences_lie_in_order_and_leave_only_white_space_out(text: str) -> None:
    at = 0
    for start, end in boundaries(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(max_size=500))
def test_any_text_has_a_sort_of_furniture_or_none(text: str) -> None:
    assert furniture(text) is None or furniture(text)


@pytest.mark.parametrize("media_type", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "a" * 1_000_000,
        "- " * 200_000,
        ". " * 300_000,
        "(" * 300_000,
        "A.B." * 200_000,
        "*" * 300_000,
        "[" * 100_000,
        "<a " * 100_000,
        "\n" * 500_000,
        "• a\n" * 40_000,
        "x\n" * 40_000,
        "Read more\n" * 30_000,
        "Related posts\n\n" + "Knee pain\n\n" * 30_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_megabyte_is_read(media_type: str, text: str) -> None:
    assert_exact(read(text, media_type))


@pytest.mark.parametrize("text", ["> " * 10_000 + "deep", "- " * 10_000 + "deep"])
def test_ten_thousand_levels_are_read(text: str) -> None:
    document = read(text, "text/markdown")
    assert document.blocks[-1].text == "deep"
    assert len(document.blocks[-1].path) <= 12


@settings(max_examples=20)
@given(st.integers(1, 60))
def test_indented_lists_nest(depth: int) -> None:
    document = read("\n".join("  " * level + "- item" for level in range(depth)), "text/plain")
    assert [block.level for block in document.blocks][2:] == list(range(3, depth + 1)) or depth < 3
