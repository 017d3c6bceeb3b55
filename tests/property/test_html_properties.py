"""Whatever the markup: no crash, blocks in order, and every character of text at its place in the file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.documents.html import read_markup
from clinlint.documents.html.references import decode
from clinlint.documents.html.tokens import tokenize
from clinlint.model.offsets import PieceKind
from clinlint.model.source import Source

NAMES = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "b",
        "i",
        "a",
        "span",
        "br",
        "hr",
        "img",
        "pre",
        "blockquote",
        "title",
        "script",
        "style",
        "textarea",
        "svg",
        "select",
        "section",
        "nav",
        "footer",
        "form",
        "button",
        "dl",
        "dt",
        "dd",
        "caption",
        "figure",
        "html",
        "head",
        "body",
        "noscript",
        "template",
        "object",
    ]
)
TEXT = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "&amp;",
            "&nbsp;",
            "&#150;",
            "&copy",
            "&notit;",
            "&",
            "&#10;",
            "\r\n",
            "  ",
            "\u00a0",
            "😀",
            "é",
            "• ",
            "1. ",
            "- ",
            "<",
            ">",
            "\x00",
        ]
        + [
            "Read more",
            "Related posts",
            "© 2024 A",
            "Call us: +44 20 7946 0321",
            "Contents",
            "<![CDATA[x]]>",
            "<!--x-->",
            "<!--",
            "<a '",
        ]
    ),
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " hidden",
        " hidden class=accordion",
        " shadowrootmode=open",
        " class='share x'",
        " lang=tr",
        ' title="a > b"',
        " href='#a'",
        " alt='x &amp; y'",
        " style='display:none'",
        " =",
        " '",
    ]
)
MARKUP = st.lists(
    st.one_of(
        TEXT,
        st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
        st.sampled_from(["<img alt=x>", "<p>", "<pre>", "&nbsp;", " "]),
        st.builds("</{}>".format, NAMES),
        st.builds("<{}>{}</{}>".format, NAMES, TEXT, NAMES),
        st.just("<noscript><p>Late text &amp; more of it, which no other place of the page holds</p></noscript>"),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300)
@given(MARKUP, st.booleans())
def test_every_piece_of_text_says_what_its_source_says(markup: str, whole_page: bool) -> None:
    document = read_markup(
        Source.from_text(markup, name="x.html", media_type="text/html"), markup, whole_page=whole_page
    )
    for piece in document.offsets.pieces:
        text, source = piece.text.of(document.text), piece.source.of(markup)
        if piece.kind is PieceKind.TEXT:
            assert text == source
        elif piece.kind is PieceKind.DECODED:
            said = decode(source)
            assert text in (said, decode(source, attribute=True)) or (text == " " and not said.strip(" \t\n\f\r"))
    at = 0
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert at <= block.span.start <= block.span.end <= len(document.text)
        assert block.span.of(document.text) == block.text
        at = block.span.end


@settings(max_examples=200)
@given(MARKUP)
def test_tokens_are_in_order_and_inside_the_markup(markup: str) -> None:
    at = 0
    for token in tokenize(markup):
        assert at <= token.start < token.end <= len(markup)
        for attribute in token.attributes:
            assert markup[attribute.start : attribute.end] == attribute.raw
        at = token.end
