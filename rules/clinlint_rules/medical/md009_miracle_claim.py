"""MD009 miracle-claim."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD009",
    name="miracle-claim",
    summary="cure that does not exist, or a word that sells one",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Addition",
    its_type="mistranslation",
    references=(
        "https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance (FTC)",
        "https://www.fda.gov/consumers/health-fraud-scams (FDA: quick fix, miracle cure, cure-all)",
    ),
    critical=True,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The text promises a cure that is not known, or praises one as a miracle.

    ## Why it matters

    People with an illness that lasts read this and leave treatment that helps. Authorities name such words first
    among the signs of health fraud.

    ## Examples

    ```bad
    The herb ⟦cures diabetes⟧.
    ---
    It is a ⟦miracle treatment⟧ for hair loss.
    ---
    Lose weight for good: ⟦lose 10 kg in one week⟧.
    ```

    ```good
    Beware of miracle cures.
    ---
    There is no permanent cure for psoriasis.
    ---
    Researchers hope that it may one day cure diabetes.
    ```

    ## Limits

    Illnesses that can be cured (hepatitis C, skin cancer found early) are not in the list. A claim in other words
    than the table's is missed.

    ## Fix

    None: what the treatment really does has to be said.
    """
    yield from phrase_findings(block, context, META.code)
