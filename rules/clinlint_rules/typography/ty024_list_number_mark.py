"""TY024 list-number-mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    BlockKind,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)

META = RuleMeta(
    code="TY024",
    name="list-number-mark",
    summary="list number or bullet typed by hand, in the form of another language",
    severity=Severity.WARNING,
    mqm_type="Locale conventions/Punctuation",
    its_type="locale-violation",
    references=(
        "https://www.w3.org/WAI/tutorials/page-structure/content/#lists",
        "https://www.gov.uk/guidance/style-guide/a-to-z",
    ),
    fix=FixAvailability.SOMETIMES,
)

_NUMBER = re.compile(
    r"(?P<number>\d{1,2}) ?(?P<dash>[-–—])"
    r"(?:[ \u00a0]{1,3}(?=[A-Za-z][A-Za-z ])|(?=[A-Z][a-z]{2,} ?[a-z(]|[A-Z][a-z]{3,}))"
    r"|(?P<listed>\d{1,2})(?P<comma>,) (?=[a-z]{3,} ?[a-z:])"
)
_CIRCLED = re.compile(r"(?P<circled>[①-⑳❶-❿])[ \u00a0]?")
_GLUED = re.compile(r"(?P<hyphen>[-–])(?=[A-Z][a-z]{2,} [a-z])")
_FIRST_CIRCLES = (("①", 1), ("❶", 1))
_CHEMICAL = ("ol", "il", "ine", "ide", "ate", "one", "ene", "ase", "al", "ic", "in")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """An item is numbered by hand as another language numbers it: `1- Pain`, `1, age`, `① one-sided`.

    ## Why it matters

    Such a list is no list to a screen reader, and `1-` looks like a range that lost its end. English writes `1.`,
    and a page has lists of its own.

    ## Examples

    ```bad
    ⟦1- ⟧Rest for two days.
    ⇒
    1. Rest for two days.
    ---
    ⟦2-⟧Severe constipation over months
    ⇒
    2. Severe constipation over months
    ---
    ⟦1, ⟧age: generally over 18
    ---
    ⟦-⟧Medicines that thin the blood
    ---
    ⟦② ⟧The second kind is rare.
    ```

    ```good
    1-year survival is 90%, 2-D echo, 5-Fluorouracil, 1-Butanol and 17-OH progesterone.
    ---
    5-HT receptors; 3 - 5 days; 2–3 tablets.
    ---
    10, 20 or 30 minutes of rest.
    ---
    -blocker and -itis are endings.
    ---
    1. Rest for two days.
    ```

    ## Limits

    Only the first characters of a paragraph, list item or heading are looked at. Bullets and numbers that the file
    format itself knows are the list's and not the text's.

    ## Fix

    `1.` for a number. A hand-made bullet or a circled number needs a real list, which is for a person to make.
    """
    if block.kind not in _READ:
        return
    text = block.text
    match = _NUMBER.match(text)
    if match and not _is_chemical(text, match):
        span = block.at(*match.span())
        number = match["number"] or match["listed"]
        fix = Fix(f"Write {number}.", (Edit(span, f"{number}. "),), Applicability.UNSAFE)
        yield Finding(span, f"English numbers a list with “{number}.”, best in a list of the page's own.", (fix,))
        return
    match = _CIRCLED.match(text)
    if match:
        number = _circled(match["circled"])
        span = block.at(*match.span())
        fix = Fix(f"Write {number}.", (Edit(span, f"{number}. "),), Applicability.UNSAFE)
        yield Finding(span, "Circled numbers are East Asian; English numbers a list with “1.”.", (fix,))
        return
    match = _GLUED.match(text)
    if match:
        span = block.at(*match.span())
        yield Finding(span, "A hyphen stands for a bullet; make the items a list of the page's own.")


def _is_chemical(text: str, match: re.Match[str]) -> bool:
    """True for a name such as “5-Fluorouracil is” or “1-Butanol”: one word without a space, with its number."""
    if not match["number"] or match.group().endswith((" ", "\u00a0")):
        return False
    word = re.match(r"[A-Za-z]+", text[match.end() :])
    return bool(
        word and word.group().endswith(("ol", "il", "ine", "ide", "ate", "one", "ene", "ase", "al", "ic", "in"))
    )


def _circled(mark: str) -> int:
    first, number = next((first, number) for first, number in reversed(_FIRST_CIRCLES) if ord(mark) >= ord(first))
    return ord(mark) - ord(first) + number
