"""SU001 unused-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    Suppressions,
    rule,
)

META = RuleMeta(
    code="SU001",
    name="unused-suppression",
    summary="comment that silences nothing",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=("clinlint, docs/suppressions.md",),
    fix=FixAvailability.SOMETIMES,
)


@rule(META)
def check(suppressions: Suppressions, context: Context) -> Iterator[Finding]:
    """A comment to clinlint names a rule that finds nothing in the place that it covers.

    ## Why it matters

    What it was written for is mended, or the comment never stood in the right place. Left in the page, it silences the
    next real finding there.

    ## Examples

    ```bad html
    ⟦<!-- clinlint: ignore[TY001] the pause is meant -->⟧<p>The pain goes away.</p>
    ---
    <p>The pain goes away !</p> ⟦<!-- clinlint: ignore[TY001] the pause is meant -->⟧
    ---
    <!-- clinlint: ignore[TY001] meant --><p>It hurts !</p>⟦<!-- clinlint: ignore-file[TY006] a poem -->⟧
    ```

    ```bad markdown
    ⟦<!-- clinlint: ignore[TY001] meant -->⟧

    The pain goes away.

    It comes back !
    ```

    ```good html
    <!-- clinlint: ignore[TY001] the pause is meant --><p>The pain goes away !</p>
    ---
    <p><!-- clinlint: ignore[TY] the pause is meant -->The pain goes away !</p>
    ---
    <!-- clinlint: ignore-start[TY001] meant --><p>Away !</p><p>Gone !</p><!-- clinlint: ignore-end -->
    ```

    ```good markdown
    <!-- clinlint: ignore-file[TY006] names are said twice here -->

    The the knee.

    Write `<!-- clinlint: ignore[TY001] -->` before a block.
    ```

    ## Limits

    A comment that names a rule which is not run (deselected, or its engine missing) is left alone.

    ## Fix

    The comment is removed when nothing that it names is found: unsafe, as the next run may use other rules.
    """
    for use in suppressions.uses:
        written = use.suppression
        if not use.unused or use.expired or written.problem:
            continue
        names = ", ".join(use.unused)
        fixes: tuple[Fix, ...] = ()
        if len(use.unused) == len(written.selectors) and len(written.areas) == 1 and written.action == "ignore":
            fixes = (Fix("Remove the comment", (Edit(written.span, ""),), Applicability.UNSAFE),)
        yield Finding(written.span, f"{names} finds nothing that this comment covers; take it out.", fixes)
