"""MD011 no-side-effects."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD011",
    name="no-side-effects",
    summary="treatment said to have no side effects or risks",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Addition",
    its_type="mistranslation",
    references=(
        "https://www.nhs.uk/medicines/ (NHS, Medicines A to Z: side effects of every medicine)",
        "WHO, Ethical criteria for medicinal drug promotion (1988)",
    ),
    critical=True,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A treatment is said to have no side effects, risks or complications.

    ## Why it matters

    Whatever works can harm somebody. Who believes that there are no side effects does not report the first one.

    ## Examples

    ```bad
    The cream ⟦has no side effects⟧.
    ---
    Hair grows back ⟦without any side effects⟧.
    ---
    Cupping is ⟦free of risks⟧.
    ```

    ```good
    Most people have no side effects, or only mild ones.
    ---
    Natural does not mean without side effects.
    ---
    There is no risk of infection from touching.
    ```

    ## Limits

    Sentences about what some or most people feel are left alone, and so are risks of something named (no risk of
    infection).

    ## Fix

    None: the side effects have to be named.
    """
    yield from phrase_findings(block, context, META.code)
