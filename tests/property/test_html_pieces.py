"""What the HTML report cuts a text into: nothing is lost, nothing is told twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.model.document import Document
from clinlint.model.offsets import TextBuilder
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.reports.html.changed_words import changed_words
from clinlint.reports.html.marks import MOST_TOGETHER, Mark, pieces
from clinlint.reports.html.places import Places

WHOLE = Span(10, 40)
SPANS = st.tuples(st.integers(10, 40), st.integers(10, 40)).map(lambda pair: Span(*sorted(pair)))


@given(st.lists(SPANS, max_size=30))
def test_pieces_are_the_whole_text_and_each_finding_begins_and_ends_once(spans: list[Span]) -> None:
    found = list(pieces(WHOLE, [Mark(span, number) for number, span in enumerate(spans)]))
    at = WHOLE.start
    for piece in found:
        assert piece.span.start == at
        at = piece.span.end
    assert at == WHOLE.end
    numbers = list(range(len(spans)))
    assert sorted(number for piece in found for number in piece.begins) == numbers
    assert sorted(number for piece in found for number in piece.ends) == numbers
    for number, span in enumerate(spans):
        marked = [piece.span for piece in found if number in piece.findings]
        assert marked
        assert all(span.contains(part) for part in marked)
        if len(spans) <= MOST_TOGETHER:
            assert sum(map(len, marked)) == len(span)


@given(st.integers(1, 2_000))
def test_many_findings_on_one_place_do_not_multiply(number: int) -> None:
    found = list(pieces(Span(0, 5), [Mark(Span(0, 5), finding) for finding in range(number)] + [Mark(Span(2, 3), -1)]))
    assert sum(len(piece.findings) for piece in found) <= number + 1 + len(found) * MOST_TOGETHER


@given(st.text("ab ,.c’-é", max_size=40), st.text("ab ,.c’-é", max_size=40))
def test_what_changes_makes_one_text_of_the_other(before: str, after: str) -> None:
    old, new = changed_words(before, after)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after
    assert [part.text for part in old if not part.changed] == [part.text for part in new if not part.changed]


def test_whole_words_change() -> None:
    old, new = changed_words("The strech is good.", "The stretch is good.")
    assert [part.text for part in old if part.changed] == ["strech"]
    assert [part.text for part in new if part.changed] == ["stretch"]


@given(
    st.lists(st.tuples(st.sampled_from(["copied", "decoded", "synthetic"]), st.integers(1, 5)), max_size=12), st.data()
)
def test_places_turn_the_offset_map_round(parts: list[tuple[str, int]], data: st.DataObject) -> None:
    builder, at = TextBuilder(), 3
    for kind, length in parts:
        if kind == "copied":
            builder.copied("x" * length, at)
            at += length + 1
        elif kind == "decoded":
            builder.decoded("&", Span(at, at + length))
            at += length
        else:
            builder.synthetic("\n" * length)
    text = builder.text()
    source = Source.from_text("s" * (at + 3), name="s", media_type="text/plain")
    document = Document(source, text, builder.offsets(), ())
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    ranges = document.offsets.to_source(span)
    back = Places(document).spans(part for part in ranges if len(part))
    real = {
        offset
        for piece in document.offsets.pieces
        if piece.kind.value != "synthetic"
        for offset in range(max(span.start, piece.text.start), min(span.end, piece.text.end))
    }
    assert {offset for part in back for offset in range(part.start, part.end)} == real
