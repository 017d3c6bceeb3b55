"""TY001 space-before-mark."""

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
    rule,
)

META = RuleMeta(
    code="TY001",
    name="space-before-mark",
    summary="space before a punctuation mark",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=("https://www.chicagomanualofstyle.org/",),
    fix=FixAvailability.ALWAYS,
)

_SPACE_BEFORE = re.compile(r"(?<=[\w)\]”’\"%])[ \u00a0\u202f]+(?=[!?;:,.](?:[\s)\]”’\"]|$))")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A space stands before a punctuation mark.

    ## Why it matters

    English sets no space before `! ? ; : , .`; the space shows that nobody read the page after it was translated.

    ## Examples

    ```bad
    Stretch the muscle (softly⟦ ⟧!)
    ⇒
    Stretch the muscle (softly!)
    ```

    ```good
    Keep the wound dry ... and clean.
    ```

    ## Limits

    French sets a space there on purpose; blocks marked as French are not read.

    ## Fix

    The space goes. Always safe.
    """
    for match in _SPACE_BEFORE.finditer(block.text):
        span = block.at(*match.span())
        fix = Fix("Remove the space", (Edit(span, ""),), Applicability.SAFE)
        yield Finding(span, "English has no space before a punctuation mark.", (fix,))
