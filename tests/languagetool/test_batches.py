"""Texts are put together and taken apart without losing or moving a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.engines.languagetool.batches import Batch, Units, batches_of, encodable, pieces_of

TEXTS = st.lists(st.text(alphabet="ab .!\n😀é\ud800𝐁", max_size=60), max_size=12)


@given(TEXTS, st.integers(1, 20))
def test_pieces_join_to_their_texts(texts: list[str], largest: int) -> None:
    joined = [""] * len(texts)
    for piece in pieces_of(texts, largest):
        assert len(piece.text) <= largest
        assert piece.start == len(joined[piece.number])
        joined[piece.number] += piece.text
    assert joined == texts


@given(TEXTS, st.integers(1, 40), st.integers(1, 80))
def test_a_range_of_a_batch_is_the_same_characters_of_its_text(texts: list[str], largest: int, size: int) -> None:
    for batch in batches_of(pieces_of(texts, largest), size):
        whole = batch.text
        for start in range(len(whole)):
            place = batch.place(start, start + 1)
            if place is not None:
                piece, low, high = place
                assert encodable(texts[piece.number][low:high]) == whole[start : start + 1]
            else:
                assert whole[start] == "\n"


@given(st.text(alphabet="ab😀é𝐁\u200d", max_size=60))
def test_units_of_utf_16_are_code_points(text: str) -> None:
    units = Units(text)
    at = 0
    for number, character in enumerate(text):
        assert units.code_point(at) == number
        at += len(character.encode("utf-16-le")) // 2
    assert units.code_point(at) == len(text)


def test_a_long_text_is_cut_behind_a_sentence() -> None:
    text = "One sentence. Another one. A third one."
    assert [piece.text for piece in pieces_of([text], 20)] == ["One sentence. ", "Another one. ", "A third one."]


def test_halves_hold_all_pieces() -> None:
    batch = Batch(tuple(pieces_of(["a", "b", "c"])))
    first, second = batch.halves()
    assert (*first.pieces, *second.pieces) == batch.pieces
