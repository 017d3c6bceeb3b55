"""TY013 uneven-slash."""

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
from clinlint_rules.typography.prose import in_technical

META = RuleMeta(
    code="TY013",
    name="uneven-slash",
    summary="space on one side of a slash or range, or inside and/or",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="whitespace",
    references=(
        "https://www.chicagomanualofstyle.org/qanda/data/faq/topics/Punctuation.html",
        "https://en.wikipedia.org/wiki/Slash_(punctuation)#Usage",
    ),
    fix=FixAvailability.ALWAYS,
)

_TITLES = frozenset((BlockKind.HEADING, BlockKind.TITLE))
_GAP = "[ \u00a0]{1,3}"
_AND_OR = re.compile(rf"\b[Aa]nd(?P<gap>{_GAP}/(?:{_GAP})?|/{_GAP})or\b")
_ONE_SIDE = re.compile(
    rf"(?<=[^\W\d_]{{2}})(?<!\band)(?P<words>/{_GAP})(?=[^\W\d_]{{2}})"
    rf"|(?<=\d)(?P<numbers>{_GAP}/|/{_GAP})(?=\d{{1,3}}(?!\d))"
)
# Single words, abbreviations or long numbers: only terms of several words may have spaces around the slash.
_BOTH_SIDES = re.compile(
    rf"(?<=\b[A-Z]{{3}})(?P<short>{_GAP}/{_GAP})(?=[A-Z]{{3}})|(?<=\d{{3}})(?P<long>{_GAP}/{_GAP})(?=\d[\d,]{{2}})"
    rf"|\b(?:an?|the|of|for|in|with|by|or) [a-z]{{3,20}}(?P<single>{_GAP}/{_GAP})(?=[a-z]{{3}})"
    rf"|\d ?(?:mg|mcg|µg|g|ml|mL|IU|mmol|ng|pg|U)(?P<unit>{_GAP}/{_GAP})(?=(?:kg|ml|mL|dl|dL|l|L|day|h|min|m2|m²)\b)"
)
_RANGE = re.compile(rf"(?<=\d)(?P<range>{_GAP}[-–]|[-–]{_GAP})(?=\d{{1,4}}(?:[.,]\d{{1,3}})?(?![\d-]))")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A slash, or the dash of a range, has a space on one side only; or `and/or` is written apart.

    ## Why it matters

    A slash or dash with one space reads as a minus sign, or as the end of one thing and the beginning of the next,
    and the line may break there.

    ## Examples

    ```bad
    The lid may be swollen and⟦ / ⟧or red.
    ⇒
    The lid may be swollen and/or red.
    ---
    The pressure is 130⟦/ ⟧85 at rest.
    ⇒
    The pressure is 130/85 at rest.
    ---
    A pulse of 60⟦ -⟧90 is usual (60⟦– ⟧90).
    ---
    Ask parents⟦/ ⟧carers to come in.
    ---
    It costs money for cold⟦ / ⟧dead beds; HIV⟦ / ⟧AIDS was counted in 1,624⟦ / ⟧2,310 samples.
    ---
    The dose is 2 mg⟦ / ⟧kg in the morning.
    ```

    ```good
    Brussels sprouts / cabbage, New York / London, and/or, he/she, 120/80, 60–90, 5 - 10, 5 – 10.
    ---
    The change was -5 to -10, from 3 -> 4, at -20 °C; the tone is 5 / 10.
    ---
    Dial 020 7946 -0000 or 1234 -5678-90; see /home and // comment.
    ---
    See https://example.org/ and w/ or w/o food.
    ```

    ## Limits

    A slash with spaces on both sides may stand between terms of several words and is left alone there. A hyphen
    between words with one space may be a suspended hyphen (`pre- and post-natal`) and is not looked at.

    ## Fix

    The space goes: safe between words; between numbers it is for a person to accept.
    """
    text = block.text
    if "/" not in text and "-" not in text and "–" not in text:
        return
    for match in _AND_OR.finditer(text):
        span = block.at(*match.span("gap"))
        fix = Fix("Write and/or", (Edit(span, "/"),), Applicability.SAFE)
        yield Finding(span, "“and/or” is written without spaces.", (fix,))
    for match in _BOTH_SIDES.finditer(text) if block.kind not in _TITLES else ():
        span = block.at(*match.span(match.lastgroup or 0))
        fix = Fix("Remove the spaces", (Edit(span, "/"),), Applicability.UNSAFE)
        yield Finding(span, "Between single words or numbers a slash has no spaces.", (fix,))
    for match in _ONE_SIDE.finditer(text):
        if in_technical(text, match.start(), match.start() + 1):
            continue
        span = block.at(*match.span())
        applicability = Applicability.SAFE if match["words"] else Applicability.DISPLAY
        fix = Fix("Remove the space", (Edit(span, "/"),), applicability)
        yield Finding(span, "A slash has a space on both sides or on neither.", (fix,))
    for match in _RANGE.finditer(text):
        if not _is_range(text, match):
            continue
        span = block.at(*match.span())
        fix = Fix("Remove the space", (Edit(span, match["range"].strip(" \u00a0")),), Applicability.DISPLAY)
        yield Finding(span, "The dash of a range has a space on both sides or on neither.", (fix,))


def _is_range(text: str, match: re.Match[str]) -> bool:
    """True when two numbers of one to three digits rise across the dash; telephone numbers and subtractions do not."""
    left = re.search(r"(?<![\d.,-])\d{1,3}\Z", text[max(0, match.start() - 6) : match.start()])
    right = re.match(r"\d{1,3}(?![\d ]*\d)", text[match.end() : match.end() + 8])
    return bool(left and right and int(left.group()) < int(right.group()))
