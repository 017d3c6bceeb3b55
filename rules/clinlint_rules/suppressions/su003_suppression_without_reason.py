"""SU003 suppression-without-reason."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Finding, RuleMeta, Severity, Suppressions, rule

META = RuleMeta(
    code="SU003",
    name="suppression-without-reason",
    summary="comment that silences a medical rule without saying why",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=("clinlint, docs/suppressions.md",),
)


@rule(META)
def check(suppressions: Suppressions, context: Context) -> Iterator[Finding]:
    """A comment silences a rule of medical safety (MD) and gives no reason, so it does not hold for that rule.

    ## Why it matters

    Whoever reviews the page must see who judged a dose or a claim to be right, and why.

    ## Examples

    ```bad html
    ⟦<!-- clinlint: ignore[all] -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore-file[MD] -->⟧<p>The pain goes away.</p>
    ---
    <ul>⟦<!-- clinlint: ignore[MD] until=2999-12-31 -->⟧<li>Take one tablet.</li></ul>
    ```

    ```good html
    <!-- clinlint: ignore[MD] checked by the pharmacist --><p>Take one tablet.</p>
    ---
    <!-- clinlint: ignore[TY001] --><p>The pain goes away !</p>
    ---
    <!-- clinlint: ignore-file[all] until=2999-12-31 the page is being rewritten --><p>Take one tablet.</p>
    ```

    ## Limits

    Any words count as a reason.

    ## Fix

    None: the reason is the author's.
    """
    for use in suppressions.uses:
        if use.unjustified and not use.expired:
            names = ", ".join(use.unjustified)
            message = f"Medical rules ({names}) are only silenced with a reason; write it behind the bracket."
            yield Finding(use.suppression.span, message)
