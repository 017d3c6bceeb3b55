"""MD017 drug-for-medicine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clinlint.api import PROSE, READ, Context, Document, Finding, Related, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD017",
    name="drug-for-medicine",
    summary="“drug” where patients say medicine",
    severity=Severity.INFO,
    mqm_type="Style/Register",
    its_type="register",
    references=("https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing (NHS: medicine)",),
)

_MOST_PLACES = 20


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Text for patients says “drug” and means a medicine.

    ## Why it matters

    Many readers think of illegal drugs. *İlaç*, *Arznei* and *medicamento* all mean medicine.

    ## Examples

    ```bad
    Some ⟦prescription drugs⟧ can cause cramps.
    ---
    Tell your doctor about ⟦the drugs⟧ you take.
    ---
    ⟦Drugs⟧ (statins, diuretics) can cause cramps.
    ```

    ```good
    Some prescription medicines can cause cramps.
    ---
    Do not share needles if you inject illegal drugs.
    ---
    The Food and Drug Administration approved it; drug interactions are listed.
    ```

    ## Limits

    Common in American texts, therefore information; the preset for patient leaflets makes it a warning. Sentences
    about illegal drugs, addiction or authorities are left alone. One finding an article, with the other places.

    ## Fix

    None: the medicine may be named instead.
    """
    blocks = context.blocks(*PROSE, roles=READ)
    found = [finding for block in blocks for finding in phrase_findings(block, context, META.code)]
    if found:
        others = tuple(Related(finding.span, "here too") for finding in found[1:_MOST_PLACES])
        yield replace(found[0], related=others)
