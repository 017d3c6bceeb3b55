"""TY004 doubled-mark."""

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
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.typography.prose import ABBREVIATIONS, in_technical, word_before

META = RuleMeta(
    code="TY004",
    name="doubled-mark",
    summary="two punctuation marks where one is meant",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/qanda/data/faq/topics/Punctuation.html",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style#Punctuation",
    ),
    fix=FixAvailability.SOMETIMES,
)

_PAIR = re.compile(
    r"(?<![.,;:!?])(?<!\. )(?:"
    r"(?P<stops>\.\.)(?![.\w/])"
    r"|(?P<same>,,|;;|::)(?=[\s”’\"')]|\Z)"
    r"|(?P<apart>\. \.|, ,|\. ,|, \.)(?=\s|\Z|[^\W_])(?! \.)"
    r"|(?P<mixed>[?!]\.|,\.|;\.|:\.|,;|;,|:;|;:|,:|:,)(?=[\s”’\"')]|\Z)"
    r"|(?P<comma>\.,)(?=\s[a-z])"
    r"|(?P<loud>!{2,9}|\?{2,9})(?=[\s”’\"')]|\Z)"
    r")"
)
_FIRST_STAYS = ("?.", "!.", "..", ",,", ";;", "::", ". .", ", ,")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Two punctuation marks stand together and one of them is meant.

    ## Why it matters

    Doubled marks are left where sentences were cut and joined, or where a machine kept the mark of the source and added
    one of its own.

    ## Examples

    ```bad
    The scar fades within a year⟦..⟧
    ⇒
    The scar fades within a year.
    ---
    Wash it⟦,,⟧ dry it and cover it. Use soap, water, etc⟦..⟧
    ⇒
    Wash it, dry it and cover it. Use soap, water, etc.
    ---
    The vein becomes twisted⟦. .⟧ In addition, it hurts.
    ⇒
    The vein becomes twisted. In addition, it hurts.
    ---
    Does the scar hurt⟦?.⟧ It is divided into three stages⟦::⟧
    ---
    The skin is cleaned⟦.,⟧ and covered.
    ```

    ```good
    Wait ... and look again. And then....
    ---
    Wait . . . and look again.
    ---
    Use soap, water, etc., e.g., in the U.S., with Smith Jr., vs., or approx., as before; Acme Inc.: yes.
    ---
    “Really?!” she said. No way?! See std::vector, ../images and a..b.
    ---
    The range is 1..5, J. Biol. Chem., and No., as in the list.
    ---
    The species, spp., and cont., are abbreviations (etc.).
    ```

    ## Limits

    A stop and a comma are reported only behind a common word of five letters or more. Exclamation marks and question
    marks in a row are a matter of tone and reported as information.

    ## Fix

    One mark stays. Safe where both are the same mark, or the second is a full stop behind a question or exclamation
    mark; elsewhere the choice is the editor's.
    """
    text = block.text
    for match in _PAIR.finditer(text):
        marks, start, end = match.group(), match.start(), match.end()
        before = word_before(text, start)
        if match["comma"] and not _is_common(text, start, before):
            continue
        if marks == ". ," and before.lower() in ABBREVIATIONS | {""}:
            continue
        if (match["stops"] or match["mixed"]) and in_technical(text, start, end):
            continue
        if start == 0 and not match["apart"]:
            continue
        span = block.at(start, end)
        if match["loud"]:
            yield Finding(span, "One mark is enough in a health article.", confidence=Confidence.MEDIUM)
            continue
        yield Finding(span, f"“{marks}”: one mark is meant.", _fixes(block, match, marks))


def _is_common(text: str, start: int, before: str) -> bool:
    if len(before) < 5 or not before.islower() or before in ABBREVIATIONS:
        return False
    return text[start - len(before) - 1 : start - len(before)] in (" ", "", "\n", "(")


def _fixes(block: Block, match: re.Match[str], marks: str) -> tuple[Fix, ...]:
    if marks not in _FIRST_STAYS:
        return ()
    text, end = block.text, match.end()
    glued = match["apart"] and text[end : end + 1].isalnum()
    fix = Fix(
        "Leave one mark",
        (Edit(block.at(match.start() + 1, end), " " if glued else ""),),
        Applicability.SAFE,
    )
    return (fix,)
