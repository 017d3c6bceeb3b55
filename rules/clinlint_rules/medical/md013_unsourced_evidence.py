"""MD013 unsourced-evidence."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD013",
    name="unsourced-evidence",
    summary="evidence that is named and not shown",
    severity=Severity.ERROR,
    mqm_type="Style/Unidiomatic style",
    its_type="style",
    references=(
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: attribution)",
        "http://www.discern.org.uk (DISCERN, question 4: are the sources clear?)",
    ),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """“Clinically proven” or “studies show” without the study.

    ## Why it matters

    A reader cannot check it, and an editor neither. Good pages link the guideline or study.

    ## Examples

    ```bad
    The serum is ⟦clinically proven⟧ to grow hair.
    ---
    ⟦Studies show⟧ that walking helps.
    ---
    It is a ⟦scientifically proven⟧ method.
    ```

    ```good
    The Cochrane review of 2021 found that walking helps (Smith et al., 2021).
    ---
    The benefit has not been shown.
    ---
    The study showed no difference [12].
    ```

    ## Limits

    “Studies show” is common in good texts and shown as information only.

    ## Fix

    None.
    """
    yield from phrase_findings(block, context, META.code)
