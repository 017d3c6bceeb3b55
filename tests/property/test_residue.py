"""The residue rules on any text: no crash, spans inside the text, and a fix that leaves nothing to fix."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.fixing.apply import apply_edits
from clinlint.model.fix import Applicability

RESIDUE = ("MT001", "MT002", "MT003", "MT004", "MT005", "MT006")
LINTER = Linter(languagetool="off", select=RESIDUE)
MOJIBAKE = Linter(languagetool="off", select=["MT004"])

# What the rules look for, in any order and glued in any way.
PIECES = st.sampled_from(
    (
        *(
            "the",
            "ın",
            "nın",
            "den",
            "İt",
            "Aesthetıc",
            "HAİR",
            "CHRONiC",
            "dоctor",
            "α",
            "’",
            "‘",
            "“",
            "”",
            "'",
            '"',
            "`",
        ),
        *(
            "„",
            "-",
            "%10",
            "%",
            "1,5",
            "mg",
            "3.500",
            "grafts",
            "0,05",
            "p",
            "=",
            "~",
            "≦",
            "41/2",
            "months",
            "№5",
            "38 0С",
        ),
        *(
            "Ä±",
            "â€™",
            "Ã©",
            "┬á",
            "โ€™",
            "�",
            "Â",
            "ý",
            "þ",
            "ð",
            "¢ò",
            "fýtýðý",
            "Op. Dr.",
            "z.B.",
            "nedir",
            "ve",
            "der",
        ),
        *(
            "tedavisi",
            "und",
            "Behandlung",
            "при болях",
            "气",
            "الحجامة",
            ".",
            ",",
            "!",
            "?",
            "is",
            "and",
            "(",
            ")",
            "\u00a0",
        ),
        *("\u0307", "\u200b", "😊", "o'clock", "tbsp. spoons"),
    )
)
GLUED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  ", "\n"])), max_size=25).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)
DAMAGED = st.text(alphabet="çğışöüİéèñâ’“”–—…°µ≥ abc.", max_size=30).flatmap(
    lambda text: st.sampled_from(["latin-1", "cp1252", "cp1254", "cp437"]).map(
        lambda page: text.encode("utf-8").decode(page, errors="ignore")
    )
)


@given(st.one_of(st.text(max_size=200), GLUED, DAMAGED))
@example("ın")
@example("’ ‘")
@example("İ̇İ")
@settings(max_examples=300)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    result = LINTER.check_text(text)
    assert not result.internal_errors
    for diagnostic in result.diagnostics:
        assert 0 <= diagnostic.range.start < diagnostic.range.end <= len(text)
        assert diagnostic.range.of(text) == diagnostic.match or "\n" in diagnostic.range.of(text)
        for fix in diagnostic.fixes:
            assert all(edit.span.end <= len(text) for edit in fix.edits)


@given(st.one_of(DAMAGED, GLUED))
@settings(max_examples=300)
def test_repairing_an_encoding_twice_is_repairing_it_once(text: str) -> None:
    once = _repaired(text)
    assert _repaired(once) == once


@given(GLUED)
@settings(max_examples=200)
def test_a_fix_that_changes_a_number_is_only_shown(text: str) -> None:
    for diagnostic in LINTER.check_text(text).diagnostics:
        if diagnostic.rule == "MT005":
            assert all(fix.applicability is Applicability.DISPLAY for fix in diagnostic.fixes)


def _repaired(text: str) -> str:
    fixes = [d.fixes[0] for d in MOJIBAKE.check_text(text).diagnostics if d.fixes]
    edits = [edit for fix in fixes if fix.applicability is Applicability.SAFE for edit in fix.edits]
    return apply_edits(text, edits)
