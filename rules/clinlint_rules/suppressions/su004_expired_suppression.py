"""SU004 expired-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Finding, RuleMeta, Severity, Suppressions, rule

META = RuleMeta(
    code="SU004",
    name="expired-suppression",
    summary="comment whose last day has gone",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=("clinlint, docs/suppressions.md",),
)


@rule(META)
def check(suppressions: Suppressions, context: Context) -> Iterator[Finding]:
    """A comment to clinlint says until when it holds, and that day has gone; it silences nothing any more.

    ## Why it matters

    The date was a promise to mend the text by then.

    ## Examples

    ```bad html
    ⟦<!-- clinlint: ignore[TY001] until=2020-01-31 waits for the editor -->⟧<p>The pain goes away !</p>
    ---
    ⟦<!-- clinlint: ignore-file[TY] until=2001-09-09 -->⟧<p>The pain goes away.</p>
    ---
    <p>Gone. ⟦<!-- clinlint: ignore[all] rewritten soon until=1999-12-31 -->⟧</p>
    ```

    ```good html
    <!-- clinlint: ignore[TY001] until=2999-01-31 waits for the editor --><p>The pain goes away !</p>
    ---
    <!-- clinlint: ignore[TY001] until the editor is back --><p>The pain goes away !</p>
    ---
    <!-- clinlint: ignore[TY001] since 2020-01-31 --><p>The pain goes away !</p>
    ```

    ## Limits

    The day is that of the machine's clock; a comment holds through its last day.

    ## Fix

    None: mend the text, or give the comment another date.
    """
    for use in suppressions.uses:
        if use.expired:
            day = use.suppression.until
            yield Finding(use.suppression.span, f"This comment held until {day}; mend the text, or renew the date.")
