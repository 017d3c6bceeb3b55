"""TY003 doubled-space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    PROSE,
    Applicability,
    Block,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Role,
    RuleMeta,
    Severity,
    rule,
)

META = RuleMeta(
    code="TY003",
    name="doubled-space",
    summary="two spaces where one is meant",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="whitespace",
    references=(
        "https://www.chicagomanualofstyle.org/qanda/data/faq/topics/OneSpaceorTwo.html",
        "https://en.wikipedia.org/wiki/Sentence_spacing",
    ),
    fix=FixAvailability.ALWAYS,
)

# Four spaces and more, and tabs, are layout. White space in HTML is one space long before it comes here.
_GAP = re.compile("(?<=[^\\s])(?<!\\|)(?:[ \u00a0\u202f]{2,3})(?=[^\\s|])")
_LAYOUT = re.compile("[ \u00a0]{4}|\t|  \\|")
_SENTENCE_GAP = re.compile(r"(?<=[^\W\d_][.!?]) (?=[A-Z])")
_ENDS = ".!?:”’\"')"


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Two or three spaces stand between two words.

    ## Why it matters

    A doubled space is where a word was deleted or two pieces were pasted together. With no-break spaces it shows on the
    page as a hole in the line.

    ## Examples

    ```bad
    The swelling⟦  ⟧goes down within a week.
    ⇒
    The swelling goes down within a week.
    ---
    Take it with water,⟦  ⟧not with juice,⟦   ⟧and sit up.
    ⇒
    Take it with water, not with juice, and sit up.
    ---
    It is common. It is harmless. It passes.⟦  ⟧It may come back. See us then. Do not wait.
    ```

    ```good
    It is common.  It is harmless.  It passes.  See us if it comes back.
    ---
    Age    Dose     Times a day
    ---
    Name:  the patient's own; then a full stop.
    ---
    One space only: 1. first, 2. second and 3. third.
    ```

    ## Limits

    Two spaces after every full stop are a house style and left alone; they are reported where at most a quarter of the
    document's sentences have them and at least four have one. Four spaces or more, and lines with tabs, are taken for a
    table.

    ## Fix

    One space stays: safe.
    """
    after_stop: list[Finding] = []
    single = 0
    for block in _blocks(document):
        if _LAYOUT.search(block.text):
            continue
        single += sum(1 for _ in _SENTENCE_GAP.finditer(block.text))
        for match in _GAP.finditer(block.text):
            if block.text[match.end()] in ".,;:!?)":
                continue  # TY001 and TY012 see the whole gap
            finding = _finding(block, match)
            if block.text[match.start() - 1] in _ENDS:
                after_stop.append(finding)
            else:
                yield finding
    if single >= 4 and len(after_stop) * 3 <= single:
        yield from after_stop


def _finding(block: Block, match: re.Match[str]) -> Finding:
    span = block.at(*match.span())
    fix = Fix("Leave one space", (Edit(span, " "),), Applicability.SAFE)
    return Finding(span, f"{len(span)} spaces stand where one is meant.", (fix,))


def _blocks(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        if block.role is Role.BODY and block.kind in PROSE:
            yield block
