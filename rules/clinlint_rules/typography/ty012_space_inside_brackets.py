"""TY012 space-inside-brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    Span,
    rule,
)

META = RuleMeta(
    code="TY012",
    name="space-inside-brackets",
    summary="space behind an opening or before a closing bracket",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="whitespace",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style#Brackets_and_parentheses",
    ),
    fix=FixAvailability.ALWAYS,
)

_SPACES = "[ \u00a0\u202f]{1,4}"
_BEHIND_OPENING = re.compile(rf"(?P<outer>[^\W_]?)(?P<bracket>[(\[])(?P<gap>{_SPACES})(?=[^\W_]|[“‘\"'])")
_BEFORE_CLOSING = re.compile(rf"(?<=[^\W_]|[.!?”’%\"'*®™])(?P<gap>{_SPACES})(?=[)\]])")
_CHECKBOX = re.compile(r"[(\[] {0,3}[xX]? {0,3}[)\]]")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A space stands between a bracket and the words inside it.

    ## Why it matters

    The bracket may stand alone at the end or the beginning of a line. The space comes from pasted pieces, often
    links or bold words whose markup swallowed it.

    ## Examples

    ```bad
    A fast pulse (⟦ ⟧tachycardia⟦ ⟧) may follow.
    ⇒
    A fast pulse (tachycardia) may follow.
    ---
    Stones (⟦ ⟧also called calculi) are common.
    ---
    A hole in the wall⟦( ⟧septal defect) is seen.
    ⇒
    A hole in the wall (septal defect) is seen.
    ---
    It is rare (one in a million⟦ ⟧).
    ```

    ```good
    Tick one: ( ) yes, [ ] no, [x] perhaps, ( x ) never.
    ---
    The patient(s), f(x), and (re)admission (see [1] and [2, 3]).
    ---
    A smiley ( :-) ) and a range ( , 5).
    ---
    The enumeration a ) is not English, 1 ) neither.
    ```

    ## Limits

    A single letter or number before a closing bracket without an opening one is taken for an enumeration.

    ## Fix

    The space goes, or moves before the opening bracket where a word is glued to it: safe.
    """
    text = block.text
    if "(" not in text and "[" not in text:
        return
    for match in _BEHIND_OPENING.finditer(text):
        if _CHECKBOX.match(text, match.start("bracket")):
            continue
        gap = block.at(*match.span("gap"))
        if match["outer"]:
            bracket = block.at(match.start("bracket"), match.end())
            edits = (Edit(block.at(match.start("bracket"), match.start("bracket")), " "), Edit(gap, ""))
            fix = Fix("Move the space before the bracket", edits, Applicability.SAFE)
            yield Finding(bracket, "The space belongs before the bracket, not behind it.", (fix,))
        else:
            yield Finding(gap, "No space stands behind an opening bracket.", (_removal(gap),))
    for match in _BEFORE_CLOSING.finditer(text):
        closing = match.end()
        opening = max(text.rfind("(", max(0, closing - 400), closing), text.rfind("[", max(0, closing - 400), closing))
        shut = max(text.rfind(")", max(0, closing - 400), closing), text.rfind("]", max(0, closing - 400), closing))
        if opening <= shut or _CHECKBOX.match(text, opening):
            continue
        gap = block.at(*match.span("gap"))
        yield Finding(gap, "No space stands before a closing bracket.", (_removal(gap),))


def _removal(gap: Span) -> Fix:
    return Fix("Remove the space", (Edit(gap, ""),), Applicability.SAFE)
