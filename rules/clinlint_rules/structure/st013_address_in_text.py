"""ST013 address-in-text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, BlockKind, Context, Finding, RuleMeta, Severity, rule

META = RuleMeta(
    code="ST013",
    name="address-in-text",
    summary="the page's address, or a file name, where its title should stand",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Addition",
    its_type="addition",
    references=(
        "https://en.wikipedia.org/wiki/Clean_URL#Slug",
        "https://www.w3.org/WAI/WCAG22/Understanding/page-titled.html",
    ),
)

# One word of the whole block: parts joined by hyphens or underscores, as in an address.
_SLUG = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*[-_]?\Z")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION})
_PARTS = 4
_LONGEST = 200


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A heading or paragraph is the page's address in words: `what-is-a-hernia`, `knee_pain`, `lens-surgery-`.

    ## Why it matters

    The editor put the address, or the name of a picture file, where a title belongs. Readers and search results
    show it, and a screen reader spells the hyphens.

    ## Examples

    ```bad
    ⟦what-is-a-slipped-disc⟧

    A slipped disc presses on the nerve.
    ---
    ⟦shoulder_pain_treatment⟧
    ---
    ⟦lens-surgery-⟧
    ```

    ```good
    State-of-the-art care
    ---
    COVID-19
    ---
    Face-to-face
    ---
    Beta-blockers
    ---
    Hand-foot-and-mouth disease
    ```

    ## Limits

    Only a block that is one word is looked at: with an underscore, with a hyphen at its end, or with four parts or
    more in small letters.

    ## Fix

    None: the title has to be written.
    """
    text = block.text.strip()
    if block.kind not in _READ or not 4 < len(text) < _LONGEST or not _SLUG.match(text):
        return
    many = text.islower() and text.count("-") >= _PARTS - 1
    if many or "_" in text or text.endswith("-"):
        yield Finding(block.span, "This is an address or a file name, not a title. Write the title in words.")
