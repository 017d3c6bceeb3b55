"""Whatever a text holds, reports for people stay readable and harmless."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from clinlint.model.span import Span
from clinlint.reports.cells import cells, underline, visible, wrapped

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
NASTY = st.text(st.sampled_from("a é\u0301\u200d👩🇹🇷\ufe0f薬\x1b\u202e\n\t\ud800\u00ad "), max_size=40)


@given(ANY | NASTY)
def test_what_is_shown_is_one_line_without_control_or_format_characters(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert all(c in "\u200c\u200d" or unicodedata.category(c) != "Cf" for c in shown)


@given(ANY | NASTY)
def test_cells_hold_the_whole_text_and_nothing_else(text: str) -> None:
    assert "".join(cell.shown for cell in cells(text)) == visible(text)


@given(ANY | NASTY, st.integers(1, 30), st.data())
def test_wrapping_loses_nothing_and_carets_cover_the_marked_cells(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    row = cells(text, Span(start, data.draw(st.integers(start, len(text)))))
    lines = list(wrapped(row, width))
    assert [cell for line in lines for cell in line] == row
    for line in lines:
        used = sum(cell.width for cell in line)
        assert used <= width or len([cell for cell in line if not cell.is_space]) <= 1 or line[-1].is_space
        assert underline(line).count("^") == sum(cell.width for cell in line if cell.marked)
