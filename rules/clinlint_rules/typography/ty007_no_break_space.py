"""TY007 no-break-space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Confidence,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Related,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.typography.prose import word_after, word_before, words

META = RuleMeta(
    code="TY007",
    name="no-break-space",
    summary="no-break or invisible characters between ordinary words",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Text formatting",
    its_type="whitespace",
    references=(
        "https://www.unicode.org/reports/tr14/",
        "https://en.wikipedia.org/wiki/Non-breaking_space",
    ),
    fix=FixAvailability.ALWAYS,
)

_BREAKLESS = re.compile("(?<=[^\\W\\d_])[\u00a0\u202f](?=[^\\W\\d_])")
_INVISIBLE = re.compile("(?<=\\w)[\u200b\u2060\ufeff\u00ad](?=\\w)")
_LABELS = words(
    "mr mrs ms dr prof st page chapter figure fig table section step part phase type stage grade group class",
    "level vitamin hepatitis factor number no nr vol version room day week month year covid",
)
# Units that stand before the name of what is measured: "120 mm Hg", "5 ml saline".
_UNITS = words("mm cm mg mcg µg μg kg ml mL dl dL mmol mol IU kPa kcal kJ")
_MOST_RELATED = 20


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """No-break spaces stand between ordinary words.

    ## Why it matters

    A no-break space keeps two words on one line. Between a number and its unit that is a service; between ordinary
    words it is left by a copy from a word processor or a translation tool, makes ragged lines on a telephone, and
    hides the phrase from a search for it. Zero-width spaces and soft hyphens inside words do the same.

    ## Examples

    ```bad
    An arm⟦\u00a0⟧lift\u00a0is a kind of surgery.
    ⇒
    An arm lift is a kind of surgery.
    ---
    The scar⟦\u00a0⟧fades\u00a0slowly over the first\u00a0year.
    ---
    Ask for the knee⟦\u00a0⟧brace at our desk.
    ```

    ```good
    Take 5\u00a0mg, see Fig.\u00a02 and call Dr\u00a0Brown or J.\u00a0Smith.
    ---
    Vitamin\u00a0C and hepatitis\u00a0B are two things; E.\u00a0coli is a third.
    ---
    The last two words are kept\u00a0together.
    ---
    A\u00a0nurse or a\u00a0doctor comes every morning.
    ---
    It was 140\u00a0mm\u00a0Hg or more after 2\u00a0ml\u00a0saline was given.
    ---
    Read it again in New\u00a0York, in § 7 and on 4\u00a0May.
    ```

    ## Limits

    A no-break space before the last word of a block, after a title, label or number, and between names is good practice
    and left alone. One finding a block; the other places are named with it.

    ## Fix

    All of the block's misplaced no-break spaces become plain spaces, and characters without width go: safe.
    """
    text = block.text
    if text.isascii():
        return
    spaces = [m.start() for m in _BREAKLESS.finditer(text) if not _is_meant(text, m.start())]
    # Some typographers bind one-letter words to the next; where other words are bound too, it is no typography.
    if all(_is_article(text, at) for at in spaces):
        spaces = []
    unseen = [m.start() for m in _INVISIBLE.finditer(text)]
    places = sorted(spaces + unseen)
    if not places:
        return
    plain = frozenset(spaces)
    edits = tuple(Edit(block.at(at, at + 1), " " if at in plain else "") for at in places)
    related = tuple(Related(block.at(at, at + 1), "Another one in this block.") for at in places[1:_MOST_RELATED])
    if places[0] in plain:
        message = "A no-break space stands between ordinary words; the line cannot break here."
    else:
        message = "A character without width stands inside a word; a search will not find the word."
    if len(places) > 1:
        message += f" {len(places)} such characters in this block."
    yield Finding(
        block.at(places[0], places[0] + 1),
        message,
        (Fix("Use plain spaces in this block", edits, Applicability.SAFE),),
        related,
        Confidence.MEDIUM if len(places) == 1 else None,
    )


def _is_meant(text: str, at: int) -> bool:
    """True before the last word of a block, after a title or label, in names and around one-letter words."""
    before, after = word_before(text, at), word_after(text, at + 1)
    end = at + 1 + len(after)
    is_last = len(after) < 40 and not text[end : end + 40].strip(".!?:;,)”’\"'") and len(text) <= end + 40
    is_name = before[:1].isupper() and after[:1].isupper()
    is_short = (len(before) < 2 or len(after) < 2) and not _is_article(text, at)
    return is_last or is_name or is_short or before in _UNITS or before.lower() in _LABELS


def _is_article(text: str, at: int) -> bool:
    return word_before(text, at) in ("A", "a") and word_after(text, at + 1).islower()
