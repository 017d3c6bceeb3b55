"""ST007 heading-order."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import BlockKind, Context, Document, Finding, Role, RuleMeta, Severity, rule

META = RuleMeta(
    code="ST007",
    name="heading-order",
    summary="heading that skips a level",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Techniques/general/G141 (organizing a page using headings)",
        "https://www.w3.org/WAI/tutorials/page-structure/headings/",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A heading stands two or more levels below the one before it.

    ## Why it matters

    People who listen to a page jump from heading to heading; a level that is missing makes them look for a section
    that does not exist.

    ## Examples

    ```bad markdown
    # Gout

    Gout comes in sudden attacks.

    ### ⟦Who gets it?⟧

    Men over 40 mostly.
    ---
    ## Before the test

    Eat nothing for eight hours.

    #### ⟦Diabetes⟧

    Ask your doctor about your insulin.
    ---
    # Burns

    ## First aid

    Cool the burn.

    ##### ⟦Children⟧

    Call an ambulance.
    ```

    ```good markdown
    ### A fragment may begin at any level

    Text.

    ### The next section

    Text.
    ---
    # Gout

    ## Causes

    ### Food

    Red meat and beer.

    ## Treatment

    Tablets.
    ---
    # Gout

    ## Causes

    Uric acid.

    # Arthritis

    ## Causes

    Wear.
    ```

    ## Limits

    Only skipped levels on the way down count; several headings of the first level do not. Plain text has no levels.

    ## Fix

    None: whether this heading moves up or one above it is missing is for the editor to say.
    """
    if document.source.media_type == "text/plain":
        return
    level = 0
    for block in context.blocks(BlockKind.HEADING, roles=frozenset({Role.BODY})):
        if not 1 <= block.level <= 6 or not block.text.strip():
            continue
        if level and block.level > level + 1:
            yield Finding(
                block.span,
                f"This heading is of level {block.level} and the one before it of level {level}: "
                f"a heading of level {level + 1} is missing, or this one should be of that level.",
            )
        level = block.level
