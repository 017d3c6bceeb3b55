"""MD010 guaranteed-result."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD010",
    name="guaranteed-result",
    summary="promised result, superlative or bargain",
    severity=Severity.ERROR,
    mqm_type="Style/Register",
    its_type="register",
    references=(
        "GMC, Guidance for doctors who offer cosmetic interventions (2016): market responsibly",
        "https://www.asa.org.uk/type/non_broadcast/code_section/12.html (CAP Code, section 12)",
    ),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A result is guaranteed, a clinic is the best, a treatment is on sale.

    ## Why it matters

    No one can promise what a body will do. Superlatives and time-limited prices press people into treatments that
    need a cool head, and most codes for doctors forbid them.

    ## Examples

    ```bad
    We offer ⟦guaranteed results⟧.
    ---
    Your treatment is done by ⟦the best surgeons⟧ of the city.
    ---
    A ⟦special offer⟧ for gastric sleeve until Friday.
    ```

    ```good
    No surgeon can guarantee the result.
    ---
    How do I find the best doctor for me?
    ---
    Results are not guaranteed and differ from person to person.
    ```

    ## Limits

    Superlatives and prices are warnings. Advice on how to find a good doctor is left alone.

    ## Fix

    None.
    """
    yield from phrase_findings(block, context, META.code)
