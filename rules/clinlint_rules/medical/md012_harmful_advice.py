"""MD012 harmful-advice."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD012",
    name="harmful-advice",
    summary="advice to stop, change or replace a treatment without asking",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    references=(
        "https://www.nhs.uk/medicines/ (NHS, Medicines A to Z: do not stop without asking)",
        "https://www.fda.gov/drugs/buying-using-medicine-safely (FDA, Buying and using medicine safely)",
    ),
    critical=True,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The reader is told to stop a medicine, to raise its dose, or to do without a doctor.

    ## Why it matters

    Insulin, steroids, blood thinners and medicines for epilepsy or depression are dangerous to stop at once. A lost
    *not* in a translation is enough to turn a warning into this advice.

    ## Examples

    ```bad
    ⟦Stop taking your insulin⟧ on the day of the fast.
    ---
    If the pain comes back, ⟦double the dose⟧.
    ---
    Treat it at home ⟦instead of seeing a doctor⟧.
    ```

    ```good
    Do not stop taking your medicine without asking your doctor.
    ---
    Stop taking the tablets and call your doctor if you get a rash.
    ---
    Your doctor may increase the dose.
    ```

    ## Limits

    A sentence that names a doctor, an emergency or a reaction is left alone, whatever else it says.

    ## Fix

    None: a person has to read the source.
    """
    yield from phrase_findings(block, context, META.code)
