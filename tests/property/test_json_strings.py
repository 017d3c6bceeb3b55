"""Any JSON gives the same strings as the standard library's reader, at exact places."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from clinlint.documents.json_strings import JsonError, json_strings
from clinlint.documents.wordpress import read
from clinlint.model.offsets import PieceKind
from clinlint.model.source import Source

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
PARTS = ["<p>", "</p>", "<li>", "&amp;", "&#8217;", "&nope;", "<b", " ", "\n", "\t", "“", "😀", "word", '"', "\\"]
MARKUP = st.lists(st.sampled_from(PARTS)).map("".join)


def strings_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from strings_in(inner, (*path, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings_in(inner, (*path, key))


@given(VALUES, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_strings_and_places(value: object, ensure_ascii: bool, indent: int | str | None) -> None:
    text = json.dumps(value, ensure_ascii=ensure_ascii, indent=indent)
    found = []
    for string in json_strings(text, deepest=99):
        decoded, offsets = string.decoded()
        found.append((string.path, decoded))
        assert text[string.span.start - 1] == text[string.span.end] == '"'
        assert "".join(piece.text.of(decoded) for piece in offsets.pieces) == decoded
        for piece in offsets.pieces:
            assert json.loads('"' + piece.source.of(text) + '"') == piece.text.of(decoded)
    assert found == list(strings_in(value))


@given(st.text('[]{}",:\\u0d8ntrue1-. \n', max_size=20))
def test_accepts_what_the_standard_library_accepts(text: str) -> None:
    try:
        json.loads(text)
        valid = True
    except ValueError:
        valid = False
    try:
        list(json_strings(text, deepest=4))
        accepted = True
    except JsonError:
        accepted = False
    assert accepted == valid


@given(MARKUP, MARKUP, MARKUP, st.booleans(), st.permutations(["title", "content", "excerpt"]))
def test_every_copied_character_of_a_post_is_in_the_file(
    title: str, content: str, excerpt: str, ensure_ascii: bool, order: list[str]
) -> None:
    fields = {"title": title, "content": content, "excerpt": excerpt}
    text = json.dumps({key: {"rendered": fields[key]} for key in order}, ensure_ascii=ensure_ascii)
    (document,) = read(Source.from_text(text, name="post.json", media_type="application/json"))
    for piece in document.offsets.pieces:
        if piece.kind is PieceKind.TEXT:
            assert piece.source.of(text) == piece.text.of(document.text)
    for block in document.blocks:
        assert block.span.of(document.text) == block.text
