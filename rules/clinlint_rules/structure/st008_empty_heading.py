"""ST008 empty-heading."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, BlockKind, Context, Finding, Role, RuleMeta, Severity, rule

META = RuleMeta(
    code="ST008",
    name="empty-heading",
    summary="heading without any text",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels",
        "https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/ (a heading has an accessible name)",
    ),
    kinds=frozenset({BlockKind.HEADING}),
    roles=frozenset({Role.BODY}),
)

_UNSEEN = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad"


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A heading has no text.

    ## Why it matters

    Screen readers announce a heading and then say nothing; in the outline of the page stands an empty line. After a
    translation it is often a heading whose text was lost.

    ## Examples

    ```bad html
    <h1>Gout</h1><p>Gout comes in sudden attacks.</p><h2>⟦⟧</h2><p>Red meat and beer bring them on.</p>
    ---
    <h1>Gout</h1><h2>⟦⟧</h2><p>Gout comes in sudden attacks.</p>
    ---
    <p>Gout comes in sudden attacks.</p><h3>⟦⟧<strong></strong></h3><p>Red meat and beer bring them on.</p>
    ```

    ```good markdown
    # Gout

    Gout comes in sudden attacks.
    ```

    ```good html
    <h1><img src="logo.png" alt="Example Clinic"></h1><p>Gout comes in sudden attacks.</p>
    ---
    <h2>Q&amp;A</h2><p>Gout comes in sudden attacks.</p>
    ```

    ## Limits

    A heading that holds nothing but an image with a description is not empty.

    ## Fix

    None: the lost text has to be found, or the heading taken out.
    """
    if block.text.strip(_UNSEEN) or _holds_image(block, context):
        return
    yield Finding(block.span, "This heading is empty: give it its text, or take it out.")


def _holds_image(block: Block, context: Context) -> bool:
    heading = f"h{block.level}"
    return any(
        near is not None and near.kind is BlockKind.ALT and near.text.strip() != "" and heading in near.path
        for near in (context.previous_block(block), context.next_block(block))
    )
