"""MD014 stigmatising-words."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.phrases import phrase_findings

META = RuleMeta(
    code="MD014",
    name="stigmatising-words",
    summary="words that put the illness before the person, blame or insult",
    severity=Severity.ERROR,
    mqm_type="Style/Register",
    its_type="register",
    references=(
        "https://service-manual.nhs.uk/content/inclusive-content (NHS service manual, Inclusive content)",
        "AMA and AAMC, Advancing Health Equity: A Guide to Language, Narrative and Concepts (2021)",
        "NIDA, Words Matter: Terms to Use and Avoid When Talking About Addiction",
        "https://apastyle.apa.org/style-grammar-guidelines/bias-free-language/disability (APA Style)",
    ),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A word names people by their illness, blames them or insults them.

    ## Why it matters

    People who are ashamed come late or not at all. Words that were usual in the source's language (*özürlü*,
    *Invaliden*) are insults in English.

    ## Examples

    ```bad
    The centre is open to ⟦handicapped⟧ children.
    ---
    ⟦Diabetics should⟧ check their feet every day.
    ---
    He ⟦committed suicide⟧ at 30.
    ```

    ```good
    People with diabetes should check their feet every day.
    ---
    Diabetic foot ulcers heal slowly.
    ---
    The password is invalid, and he is on an alcoholic drink diet.
    ```

    ## Limits

    “Suffers from”, “the elderly” and “substance abuse” are common in good texts and shown as information only. Some
    communities prefer identity-first words (autistic people, Deaf people); these are not in the table.

    ## Fix

    None: the sentence usually has to be turned.
    """
    yield from phrase_findings(block, context, META.code)
