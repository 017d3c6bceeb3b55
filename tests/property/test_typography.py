"""What must hold for the fixes of the typography rules on any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.fixing.apply import apply_edits
from clinlint.model.fix import Applicability

PIECES = st.sampled_from(
    [
        "the",
        "The",
        "It",
        "is",
        "pain",
        "Swelling",
        "skin",
        "However",
        "such as",
        "mg",
        "5",
        "120",
        "and",
        "or",
        "etc",
        "I",
        "A",
    ]
    + [
        "can not",
        "tumour",
        "tumor",
        "ofalcohol",
        "IsThere",
        "e.g.",
        "www.example.org",
        "a@b.org",
        "Dr",
        "WHAT",
        "nasal",
    ]
    + list(" .,;:!?()[]/-–'\"’“”*<>&") * 2
    + [
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\n\n",
        "\n",
        "..",
        ". .",
        "&nbsp;",
        "<p>",
        "**",
        ";",
        "; It is",
        ", Is a",
        " .",
        "( ",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
LINTER = Linter(languagetool="off", select=["TY"])


def fixed_once(text: str) -> str:
    """The text with the safe fixes of one pass."""
    result = LINTER.check_text(text, media_type="text/plain")
    assert not result.internal_errors
    edits = []
    end = -1
    # A fix is made whole or not at all.
    for diagnostic in result.diagnostics:
        if not diagnostic.fixes or diagnostic.fixes[0].applicability is not Applicability.SAFE:
            continue
        own = sorted(diagnostic.fixes[0].edits, key=lambda edit: edit.span.start)
        if own and own[0].span.start > end:
            edits.extend(own)
            end = own[-1].span.end
    return apply_edits(text, edits)


def fixed(text: str) -> str:
    """The text when no safe fix changes it any more."""
    for _ in range(30):
        after = fixed_once(text)
        if after == text:
            return text
        text = after
    raise AssertionError(f"the fixes never come to an end: {text!r}")


@given(TEXTS)
@settings(max_examples=300)
def test_safe_fixes_come_to_an_end(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once


@given(TEXTS.filter(lambda text: "&" not in text))
@settings(max_examples=300)
def test_safe_fixes_keep_every_letter_and_digit(text: str) -> None:
    assert [c for c in fixed_once(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(max_size=120))
@settings(max_examples=300)
def test_positions_are_those_of_the_source(text: str) -> None:
    result = LINTER.check_text(text, media_type="text/plain")
    assert not result.internal_errors
    for diagnostic in result.diagnostics:
        assert 0 <= diagnostic.range.start <= diagnostic.range.end <= len(text)
