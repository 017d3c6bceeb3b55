"""What must hold for any bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.sources.encoding import decode
from clinlint.sources.labels import CODECS

MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\x00\x00",
    "utf-32-be": b"\x00\x00\xfe\xff",
}
OLD = sorted(set(CODECS.values()) - set(MARKS))
ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def assert_exact(source: Source) -> None:
    """Every character stands where ``byte_offset`` says, and nothing is left over."""
    assert source.byte_offset(0) == len(source.byte_order_mark)
    assert source.byte_offset(len(source.text)) == len(source.data)
    undecodable = dict(source.undecodable)
    for offset, character in enumerate(source.text):
        found = source.data[source.byte_range(Span(offset, offset + 1))]
        if offset in undecodable:
            assert character == "\ufffd"
            assert len(found) == undecodable[offset]
        else:
            assert found.decode(source.encoding) == character


@given(ANY_TEXT, st.sampled_from(sorted(MARKS)))
def test_marked_text_comes_back(text: str, codec: str) -> None:
    source = decode(MARKS[codec] + text.encode(codec), name="a.txt")
    if codec != "utf-16-le" or source.encoding == codec:
        assert (source.text, source.encoding) == (text, codec)
    assert_exact(source)


def letters(codec: str) -> str:
    """Characters that an old encoding has and gives back."""
    some = bytes(range(0x80, 0x100)).decode(codec, "ignore") + "éßя耳朵のド한국어"
    return "".join(c for c in some if c.encode(codec, "ignore").decode(codec) == c) + "abc \n"


@given(st.sampled_from(OLD).flatmap(lambda codec: st.tuples(st.just(codec), st.text(letters(codec)))))
def test_declared_text_comes_back(case: tuple[str, str]) -> None:
    codec, text = case
    label = next(label for label, of in CODECS.items() if of == codec)
    source = decode(text.encode(codec), name="a.txt", declared=label)
    assert (source.text, source.encoding) == (text, codec)
    assert_exact(source)


@given(st.lists(st.one_of(ANY_TEXT.map(str.encode), st.binary(max_size=3)), max_size=8).map(b"".join))
def test_positions_are_exact_in_broken_text(data: bytes) -> None:
    try:
        source = decode(data, name="a.txt")
    except SourceError:
        return
    assert_exact(source)


@given(st.sampled_from([b"", *MARKS.values(), b"<meta charset=utf-8>", b"<meta charset=windows-1257>"]), st.binary())
def test_no_bytes_crash(start: bytes, data: bytes) -> None:
    try:
        source = decode(start + data, name="a.html")
    except SourceError:
        return
    assert_exact(source)


@given(st.lists(st.one_of(ANY_TEXT.map(str.encode), st.binary(max_size=2)), max_size=6).map(b"".join), st.data())
def test_bytes_outside_an_edit_stay_as_they_are(data: bytes, draw: st.DataObject) -> None:
    try:
        source = decode(data, name="a.txt")
    except SourceError:
        return
    start = draw.draw(st.integers(0, len(source.text)))
    end = draw.draw(st.integers(start, len(source.text)))
    place = source.byte_range(Span(start, end))
    edited = data[: place.start] + b"new" + data[place.stop :]
    assert edited.startswith(data[: place.start])
    assert edited.endswith(data[place.stop :])
    assert len(edited) == len(data) - (place.stop - place.start) + 3
