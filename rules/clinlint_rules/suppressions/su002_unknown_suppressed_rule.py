"""SU002 unknown-suppressed-rule."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Finding, RuleMeta, Severity, Suppressions, rule

META = RuleMeta(
    code="SU002",
    name="unknown-suppressed-rule",
    summary="comment that names a rule which does not exist",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=("clinlint, docs/suppressions.md",),
)


@rule(META)
def check(suppressions: Suppressions, context: Context) -> Iterator[Finding]:
    """A comment to clinlint names a code, family or name that no rule has.

    ## Why it matters

    The author believes that something is silenced, and nothing is.

    ## Examples

    ```bad html
    ⟦<!-- clinlint: ignore[TY999] meant -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore[TY001, spaces] meant -->⟧<p>The pain goes away !</p>
    ---
    <p>The pain ⟦<!-- clinlint: ignore[XX] meant -->⟧ goes away.</p>
    ```

    ```good html
    <!-- clinlint: ignore[TY001] meant --><p>The pain goes away !</p>
    ---
    <!-- clinlint: ignore[space-before-mark, MT, all] meant --><p>The pain goes away !</p>
    ---
    <!-- ignore[XX] is what other tools say --><p>The pain goes away.</p>
    ```

    ## Limits

    Rules of a package that is not installed on this machine are unknown too.

    ## Fix

    None: which rule is meant is for the author to say; `clinlint rules` lists them.
    """
    for use in suppressions.uses:
        for name in use.unknown:
            message = f"There is no rule or family “{name}”, so nothing is silenced; 'clinlint rules' lists them."
            yield Finding(use.suppression.span, message)
