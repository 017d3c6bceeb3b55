"""MD015 frightening-words."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD015",
    name="frightening-words",
    summary="words that frighten more than they tell",
    severity=Severity.ERROR,
    mqm_type="Style/Register",
    its_type="register",
    references=(
        "https://service-manual.nhs.uk/content/voice-and-tone (NHS service manual, Voice and tone)",
        "https://www.cdc.gov/ccindex/ (CDC Clear Communication Index, items 18 to 20: explain the risk)",
    ),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A word frightens and tells nothing.

    ## Why it matters

    Fear without a number and without a way out makes people look away. *Sinsi hastalık*, literally a sneaky
    disease, is an everyday phrase in Turkish and a scare in English.

    ## Examples

    ```bad
    Diabetes is a ⟦silent killer⟧.
    ---
    Cancer is an ⟦insidious disease⟧.
    ---
    It is the ⟦plague of our age⟧.
    ```

    ```good
    High blood pressure often has no symptoms.
    ---
    Plague is caused by bacteria.
    ---
    About 1 in 100 people die from it.
    ```

    ## Limits

    “Deadly” and words of war are shown as information only.

    ## Fix

    None.
    """
    yield from phrase_findings(block, context, META.code)
