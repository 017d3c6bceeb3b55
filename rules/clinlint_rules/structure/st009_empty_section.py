"""ST009 empty-section."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, BlockKind, Confidence, Context, Document, Finding, Role, RuleMeta, Severity, rule

META = RuleMeta(
    code="ST009",
    name="empty-section",
    summary="heading with nothing below it",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=("https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels",),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A heading is followed by another of the same or a higher level, or by the end of the article.

    ## Why it matters

    The reader is promised an answer and gets none: the section was lost, or the heading was left behind.

    ## Examples

    ```bad markdown
    # Gout

    Gout comes in sudden attacks.

    ## ⟦Causes⟧

    ## Treatment

    Tablets and rest.
    ---
    # Gout

    Gout comes in sudden attacks.

    ## ⟦When to see a doctor⟧
    ---
    # Burns

    ## First aid

    ### ⟦Adults⟧

    ## Hospital

    Large burns are treated in hospital.
    ```

    ```good markdown
    # Gout

    ## Causes

    ### Food

    Red meat and beer.
    ---
    # Burns

    ## First aid

    - cool water
    - a clean cloth
    ---
    ## The heading of a fragment alone
    ```

    ## Limits

    Plain text has no levels, so nothing is said there. A section that holds only an image or a table counts as filled
    where the image has a description. A heading in front of another of its own level is information only: some
    pages set two lines of one heading so.

    ## Fix

    None.
    """
    if document.source.media_type == "text/plain":
        return
    blocks = [b for b in document.blocks if b.role is Role.BODY and b.text.strip() and b.kind is not BlockKind.META]
    has_prose = any(block.kind is not BlockKind.HEADING and block.kind is not BlockKind.TITLE for block in blocks)
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and has_prose and _is_left_alone(block, blocks, number, document):
            # Two headings of one level in a row are also how careful pages set a kicker above a heading.
            is_stacked = number + 1 < len(blocks) and blocks[number + 1].level == block.level
            yield Finding(
                block.span,
                "This heading has no text below it: a section is missing, or the heading is one too many.",
                confidence=Confidence.MEDIUM if is_stacked else None,
            )


def _is_left_alone(heading: Block, blocks: list[Block], number: int, document: Document) -> bool:
    if number + 1 == len(blocks):
        # What stands behind an article's last heading may be a widget of the page.
        return not any(block.text.strip() for block in document.blocks[heading.index + 1 :])
    following = blocks[number + 1]
    if following.kind is not BlockKind.HEADING or following.level > heading.level or heading.level == 1:
        return False
    between = document.blocks[heading.index + 1 : following.index]
    # Two headings of the same words are a repetition, which another rule reports.
    return not any(block.text.strip() for block in between) and following.text.casefold() != heading.text.casefold()
