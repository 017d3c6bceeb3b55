"""MD008 absolute-claim."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD008",
    name="absolute-claim",
    summary="safety, effect or fitness without any exception",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Addition",
    its_type="mistranslation",
    references=(
        "WHO, Ethical criteria for medicinal drug promotion (1988), section 7: no unqualified “safe”",
        "https://www.asa.org.uk/type/non_broadcast/code_section/12.html (CAP Code, section 12)",
    ),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The text says that something is safe, painless, effective or fit for everyone, without exception.

    ## Why it matters

    A reader who was told that a treatment is completely safe does not look out for what goes wrong. No treatment is
    without risk, and the rules of health advertising forbid to say so. In translations it is often a polite phrase
    of the source (*tamamen güvenli*, *%100 doğal*) that says more in English.

    ## Examples

    ```bad
    The laser is ⟦completely safe⟧.
    ---
    This tea is ⟦100% effective⟧ against cramps.
    ---
    The method is ⟦suitable for everyone⟧.
    ```

    ```good
    No medicine is completely safe.
    ---
    Is the vaccine 100% effective?
    ---
    The X-ray is safe for most people, but tell us if you may be pregnant.
    ```

    ## Limits

    Denials, questions and warnings are left alone, as far as they stand in the same sentence. What is less sure
    (painless, suitable for everyone) is a warning, what is surest an error.

    ## Fix

    None: the true risk has to be found out.
    """
    yield from phrase_findings(block, context, META.code)
