"""TY020 split-cannot."""

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
    code="TY020",
    name="split-cannot",
    summary="“can not” written as two words",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Spelling",
    its_type="misspelling",
    references=(
        "https://www.merriam-webster.com/grammar/cannot-vs-can-not-is-there-a-difference",
        "https://www.oxfordlearnersdictionaries.com/definition/english/cannot",
    ),
    fix=FixAvailability.ALWAYS,
)

_SPLIT = re.compile(r"\b[Cc]an not\b(?! (?:only|just|simply|merely|to)\b)(?![,;:.!?…])")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """`cannot` is written as two words.

    ## Why it matters

    Dictionaries give one word. `can not` reads as stress (“you can *not* go”, that is, you may stay away), which turns
    the meaning of an instruction around.

    ## Examples

    ```bad
    The knee ⟦can not⟧ bear the weight.
    ⇒
    The knee cannot bear the weight.
    ---
    You ⟦can not⟧ eat for six hours.
    ---
    ⟦Can not⟧ sleep? See a doctor.
    ```

    ```good
    It can not only hurt but also bleed.
    ---
    You can, not surprisingly, feel it; you cannot see it.
    ---
    The can, not the bottle, is recycled; can nothing be done?
    ---
    You can go or you can not, as you like.
    ```

    ## Limits

    `can not only` and the like, and `can not` before a mark, are left alone.

    ## Fix

    `cannot`; a person accepts it, because it stands at a negation.
    """
    for match in _SPLIT.finditer(block.text):
        span = block.at(*match.span())
        fix = Fix("Write one word", (Edit(span, match.group().replace(" ", "")),), Applicability.DISPLAY)
        yield Finding(span, "“cannot” is one word.", (fix,))
