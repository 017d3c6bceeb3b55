"""SU005 malformed-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Finding, RuleMeta, Severity, Suppressions, rule

META = RuleMeta(
    code="SU005",
    name="malformed-suppression",
    summary="comment to clinlint that cannot be understood",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=("clinlint, docs/suppressions.md",),
)


@rule(META)
def check(suppressions: Suppressions, context: Context) -> Iterator[Finding]:
    """A comment begins with “clinlint:” and what follows is no instruction, or half of a pair is missing.

    ## Why it matters

    What is not understood silences nothing; a beginning without an end silences the rest of the page.

    ## Examples

    ```bad html
    ⟦<!-- clinlint: disable[TY001] meant -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore TY001 -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore[TY001] until=soon -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore-start[TY001] meant -->⟧<p>The pain goes away !</p>
    ---
    <p>The pain goes away.</p>⟦<!-- clinlint: ignore-end -->⟧
    ```

    ```good html
    <!-- clinlint: ignore-start[TY001] meant --><p>The pain goes away !</p><!-- clinlint: ignore-end -->
    ---
    <!-- checked with clinlint: nothing to ignore --><p>The pain goes away.</p>
    ---
    <!--clinlint:ignore[TY001]--><p>The pain goes away !</p>
    ---
    <script>let comment = "<!-- clinlint: disable -->";</script><p>The pain goes away.</p>
    ```

    ## Limits

    Only comments that begin with the word are read.

    ## Fix

    None.
    """
    for use in suppressions.uses:
        if use.suppression.problem:
            yield Finding(use.suppression.span, use.suppression.problem)
