"""The token stream: what a tag, a reference and a comment are, and where."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from html_layouts import LAYOUTS

from clinlint.documents.html.references import decode, references
from clinlint.documents.html.tokens import Token, TokenKind, tokenize


def stream(markup: str, *, xml: bool = False) -> list[str]:
    """Tokens as short strings: ``<p``, ``/p``, or the text itself."""
    return [_shown(markup, token) for token in tokenize(markup, xml=xml)]


def _shown(markup: str, token: Token) -> str:
    if token.kind is TokenKind.START:
        return f"<{token.name}"
    if token.kind is TokenKind.END:
        return f"/{token.name}"
    return markup[token.start : token.end]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<P CLASS=a>x</P >", ["<p", "x", "/p"]),
        ('<a title="1 > 0">x</a>', ["<a", "x", "/a"]),
        ("<a title='>'/>x", ["<a", "x"]),
        ("a<!-- > <p> -->b", ["a", "b"]),
        ("a<!-->b<!--->c<!-- d --!>e", ["a", "b", "c", "e"]),
        ("a<?php x ?>b<!ELEMENT c>d</>e</ f>g", ["a", "b", "d", "e", "g"]),
        ("1 < 2 <3 & <", ["1 < 2 <3 & <"]),
        ("a</", ["a", "</"]),
        ("a<!-- never closed <p>b", ["a"]),
        ("a<p class='never closed>b", ["a"]),
        ("<script>if (a<b) x='</p>'</script>y", ["<script", "if (a<b) x='</p>'", "/script", "y"]),
        ("<script><!-- <script></script> --></script>y", ["<script", "<!-- <script></script> -->", "/script", "y"]),
        ("<style>a>b{}</STYLE >y", ["<style", "a>b{}", "/style", "y"]),
        ("<textarea><p></textareas></textarea>", ["<textarea", "<p></textareas>", "/textarea"]),
        ("<title>a <b> & b</title>", ["<title", "a <b> & b", "/title"]),
        ("<script>never closed<p>", ["<script", "never closed<p>"]),
        ("a<![CDATA[b]]>c", ["a", "c"]),
    ],
)
def test_tokens(markup: str, expected: list[str]) -> None:
    assert stream(markup) == expected


def test_cdata_is_text_in_xhtml() -> None:
    assert stream("<p><![CDATA[a < b]]></p>", xml=True) == ["<p", "a < b", "/p"]
    assert stream("<p><![CDATA[never closed", xml=True) == ["<p", "never closed"]


def test_attributes_with_their_places() -> None:
    markup = "<img alt=\"a &amp; b\" Src = x/y disabled title='it''s' class=>"
    (token,) = tokenize(markup)
    assert [(attribute.name, attribute.value) for attribute in token.attributes] == [
        ("alt", "a & b"), ("src", "x/y"), ("disabled", ""), ("title", "it"), ("'s'", ""), ("class", ""),
    ]  # fmt: skip
    assert all(markup[a.start : a.end] == a.raw for a in token.attributes)
    assert token.get("alt") == "a & b"
    assert token.get("nothing") is None
    (odd,) = tokenize("<p =a b = c=d>")
    assert [(attribute.name, attribute.value) for attribute in odd.attributes] == [("=a", ""), ("b", "c=d")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&amp; &lt; &nbsp;", "& < \u00a0"),
        ("&#65;&#x41;&#X41;", "AAA"),
        ("&#150; &#x92;", "– ’"),
        ("&notit; &ampx &copy", "¬it; &x ©"),
        ("&#0; &#xD800; &#99999999999999999999;", "\ufffd \ufffd \ufffd"),
        ("&unknown; & &; &#; &#x;", "&unknown; & &; &#; &#x;"),
        ("&" * 50, "&" * 50),
    ],
)
def test_references(text: str, expected: str) -> None:
    assert decode(text) == expected


def test_a_bare_name_in_an_address_is_no_reference() -> None:
    assert decode("?a=1&copy=2&lt=3&amp;b", attribute=True) == "?a=1&copy=2&lt=3&b"


def test_references_have_places() -> None:
    assert list(references("a &amp; b&lt;", 0, 13)) == [(2, 7, "&"), (9, 13, "<")]


class _Reference(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(("start", tag))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(("end", tag))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tags_are_those_of_the_standard_library(layout: str) -> None:
    parser = _Reference()
    parser.feed(LAYOUTS[layout])
    ours = [
        (token.kind.value, token.name)
        for token in tokenize(LAYOUTS[layout])
        if token.kind in {TokenKind.START, TokenKind.END}
    ]
    assert ours == parser.seen


HOSTILE = [
    "<a ",
    "<!--",
    "&",
    "<",
    '<a b="',
    "</",
    "<script>",
    "<!",
    "&#",
    '"',
    "<a b='c",
    "<p/",
    "<title>",
    "<a =",
    "a=b ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_gives_few_tokens_that_cover_it_once(unit: str) -> None:
    markup = "<x " + unit * 20_000
    tokens = list(tokenize(markup))
    assert len(tokens) <= 20_001
    assert all(before.end <= after.start for before, after in pairwise(tokens))
