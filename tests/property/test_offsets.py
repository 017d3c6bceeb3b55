"""What must hold for any offset map."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clinlint.model.offsets import OffsetMap, Piece, PieceKind, TextBuilder
from clinlint.model.span import Span

KINDS = st.sampled_from(PieceKind)
WORDS = st.text("abcdefgh", min_size=1, max_size=4)


@st.composite
def texts_over(draw: st.DrawFn, source: str) -> tuple[str, OffsetMap]:
    """A text made of parts of ``source``: copied, decoded (as upper case) or synthetic (as digits)."""
    builder = TextBuilder()
    at = 0
    for kind in draw(st.lists(KINDS, max_size=8)):
        if kind is PieceKind.SYNTHETIC:
            builder.synthetic(draw(st.text("0123", min_size=1, max_size=3)))
            continue
        start = draw(st.integers(at, len(source)))
        end = draw(st.integers(start, min(len(source), start + 6)))
        if kind is PieceKind.TEXT:
            builder.copied(source[start:end], start)
        else:
            builder.decoded(draw(st.text("XYZ", min_size=1, max_size=3)), Span(start, end))
        at = end
    return builder.text(), builder.offsets()


@st.composite
def mapped(draw: st.DrawFn) -> tuple[str, str, OffsetMap]:
    source = draw(st.text("abcdefgh&;", max_size=30))
    return source, *draw(texts_over(source))


@st.composite
def chained(draw: st.DrawFn) -> tuple[str, str, OffsetMap, str, OffsetMap]:
    source, middle, outer = draw(mapped())
    return source, middle, outer, *draw(texts_over(middle))


def spans_of(text: str) -> st.SearchStrategy[Span]:
    return st.integers(0, len(text)).flatmap(
        lambda start: st.integers(start, len(text)).map(lambda end: Span(start, end))
    )


def assert_covers(offsets: OffsetMap, text: str, source: str) -> None:
    at = source_at = 0
    for piece in offsets.pieces:
        assert piece.text.start == at
        assert source_at <= piece.source.start <= piece.source.end <= len(source)
        if piece.kind is PieceKind.TEXT:
            assert piece.text.of(text) == piece.source.of(source)
        if piece.kind is PieceKind.SYNTHETIC:
            assert len(piece.source) == 0
        at, source_at = piece.text.end, piece.source.end
    assert at == len(text)


@given(mapped())
def test_builder_covers_its_text(case: tuple[str, str, OffsetMap]) -> None:
    source, text, offsets = case
    assert_covers(offsets, text, source)


@given(mapped(), st.data())
def test_ranges_are_the_source_of_the_span(case: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    source, text, offsets = case
    span = data.draw(spans_of(text))
    ranges = offsets.to_source(span)
    assert list(ranges) == sorted(ranges)
    assert all(left.end < right.start for left, right in pairwise(ranges))
    touched = list(offsets.touching(span))
    if span.start < span.end and all(piece.kind is PieceKind.TEXT for piece in touched):
        assert "".join(found.of(source) for found in ranges) == span.of(text)
    for piece in touched if span.start < span.end else []:
        if piece.kind is PieceKind.DECODED:
            assert any(found.contains(piece.source) for found in ranges)
    whole = offsets.source_range(span)
    assert all(whole.contains(found) for found in ranges)
    assert whole.end <= len(source)


@given(mapped(), st.data())
def test_the_way_to_the_source_and_back_loses_nothing(case: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    _, text, offsets = case
    span = data.draw(spans_of(text))
    copied = list(offsets.touching(span))
    if not copied or not all(len(piece.source) for piece in (copied[0], copied[-1])):
        return
    back = offsets.to_text(offsets.to_source(span))
    assert back is not None
    assert back.contains(span), "a decoded piece counts as a whole"
    if all(piece.kind is PieceKind.TEXT for piece in (copied[0], copied[-1])):
        assert back == span


def test_places_without_text_give_no_text() -> None:
    builder = TextBuilder()
    builder.copied("ab", 3)
    offsets = builder.offsets()
    assert offsets.to_text([Span(0, 3)]) is None
    assert offsets.to_text([Span(4, 4)]) == Span(1, 1)
    assert offsets.to_text([]) is None


@given(mapped(), st.data())
def test_empty_span_is_a_place_between_its_neighbours(case: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    source, text, offsets = case
    offset = data.draw(st.integers(0, len(text)))
    (place,) = offsets.to_source(Span(offset, offset))
    assert place.start == place.end <= len(source)
    whose = {index: piece for piece in offsets.pieces for index in range(piece.text.start, piece.text.end)}
    if (offset == 0 or whose[offset - 1].kind is PieceKind.SYNTHETIC) and offset < len(text):
        if whose[offset].kind is not PieceKind.SYNTHETIC:
            assert place.start == whose[offset].source.start, "at the start of a block, in front of its first character"
    elif offset > 0 and whose[offset - 1].kind is PieceKind.TEXT:
        piece = whose[offset - 1]
        assert place.start == piece.source.start + offset - piece.text.start, "directly behind the character before"
    before = [piece for piece in offsets.pieces if piece.text.end <= offset and piece.kind is not PieceKind.SYNTHETIC]
    after = [piece for piece in offsets.pieces if piece.text.start >= offset and piece.kind is not PieceKind.SYNTHETIC]
    assert not before or place.start >= before[-1].source.end
    assert not after or place.start <= after[0].source.start


@given(mapped())
def test_identity_on_either_side_changes_nothing(case: tuple[str, str, OffsetMap]) -> None:
    source, text, offsets = case
    for same in (OffsetMap.identity(len(text)).through(offsets), offsets.through(OffsetMap.identity(len(source)))):
        assert_covers(same, text, source)
        for start in range(len(text)):
            assert same.to_source(Span(start, start + 1)) == offsets.to_source(Span(start, start + 1))


@given(chained())
def test_composition_covers_the_text(case: tuple[str, str, OffsetMap, str, OffsetMap]) -> None:
    source, _, outer, text, inner = case
    assert_covers(inner.through(outer), text, source)


@given(chained(), st.data())
def test_composition_finds_what_the_two_steps_find(
    case: tuple[str, str, OffsetMap, str, OffsetMap], data: st.DataObject
) -> None:
    _, _, outer, text, inner = case
    composed = inner.through(outer)
    span = data.draw(spans_of(text))
    for piece in composed.touching(span):
        if piece.kind is not PieceKind.TEXT:
            continue
        part = Span(max(piece.text.start, span.start), min(piece.text.end, span.end))
        (middle,) = inner.to_source(part)
        assert outer.to_source(middle) == composed.to_source(part)


def test_pieces_that_share_a_decoded_piece_become_one() -> None:
    outer = OffsetMap([Piece(Span(0, 2), Span(0, 6), PieceKind.DECODED)])
    inner = OffsetMap([Piece(Span(0, 1), Span(0, 1), PieceKind.TEXT), Piece(Span(1, 3), Span(1, 2), PieceKind.DECODED)])
    assert inner.through(outer).pieces == (Piece(Span(0, 3), Span(0, 6), PieceKind.DECODED),)


def test_break_inside_a_decoded_piece_leaves_its_rest_uneditable() -> None:
    outer = OffsetMap([Piece(Span(0, 2), Span(0, 6), PieceKind.DECODED)])
    builder = TextBuilder()
    builder.copied("a", 0)
    builder.synthetic("--")
    builder.copied("b", 1)
    kinds = [piece.kind for piece in builder.offsets().through(outer).pieces]
    assert kinds == [PieceKind.DECODED, PieceKind.SYNTHETIC, PieceKind.SYNTHETIC]


def test_breaks_one_behind_the_other_are_one_piece() -> None:
    builder = TextBuilder()
    builder.copied("a", 0)
    for _ in range(1000):
        builder.synthetic("\n\n")
    assert len(builder.offsets().pieces) == 2


def test_behind_a_break_the_source_may_go_on_further_back() -> None:
    builder = TextBuilder()
    builder.copied("one ", 0)
    builder.copied("two", 20)
    builder.synthetic("\n\n", 10)
    builder.copied("note", 10)
    offsets = builder.offsets()
    assert offsets.to_source(Span(0, 7)) == (Span(0, 4), Span(20, 23))
    assert offsets.to_source(Span(9, 13)) == (Span(10, 14),)
    assert offsets.to_text([Span(10, 14)]) == Span(9, 13)
    assert offsets.to_text([Span(0, 4), Span(20, 23)]) == Span(0, 7)
