"""Folding in groups gives what folding all at once gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.api import Severity
from clinlint.run.overlaps import _folded, folded, ordered
from unit.test_overlaps import diagnostic

DIAGNOSTICS = st.lists(
    st.builds(
        lambda rule, start, length, severity: diagnostic(rule, start, start + length, severity),
        st.sampled_from(["MT001", "MT006", "ST001", "TY001", "TY002"]),
        st.integers(0, 12),
        st.integers(0, 6),
        st.sampled_from(list(Severity)),
    ),
    max_size=12,
)


@given(DIAGNOSTICS)
def test_groups_change_nothing(diagnostics: list[object]) -> None:
    supersedes = {"MT001": ("MT006", "TY001"), "ST001": ("MT001",), "TY002": ()}
    at_once = ordered(_folded(ordered(diagnostics), supersedes))  # type: ignore[arg-type]
    assert folded(diagnostics, supersedes) == at_once  # type: ignore[arg-type]
