"""TY019 block-capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    PROSE,
    Block,
    Context,
    Document,
    Finding,
    FixAvailability,
    Related,
    Role,
    RuleMeta,
    Severity,
    Span,
    known_tag,
    rule,
)

META = RuleMeta(
    code="TY019",
    name="block-capitals",
    summary="heading or sentence in capital letters",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Capitalization",
    its_type="typographical",
    references=(
        "https://service-manual.nhs.uk/content/formatting-and-punctuation",
        "https://www.w3.org/WAI/WCAG22/Understanding/readable",
    ),
    fix=FixAvailability.NONE,
)

_CAPITALS = re.compile(
    r"(?<![^\W_])[A-Z]{2,24}(?:['’-][A-Z]{1,24}){0,2}"
    r"(?:[ ,/&]{1,3}(?:[A-Z]{1,24}(?:['’-][A-Z]{1,24}){0,2})){2,30}(?![^\W_])"
)
_RUN_IN_LABEL = re.compile(r"(?:-\d{1,3})?: ")
_PLAIN = 3
_MOST_RELATED = 20


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Three or more ordinary words in a row are written in capitals.

    ## Why it matters

    Capitals are slower to read, lose the difference between a word and an abbreviation, and some screen readers
    spell them out. Where the design asks for capitals, the style sheet makes them.

    ## Examples

    ```bad
    ⟦WHAT IS HEART FAILURE⟧?

    The heart is weak.
    ---
    ⟦TREATMENT OF THE PAIN⟧ begins at once.
    ---
    ⟦BEFORE THE OPERATION⟧

    Do not eat.

    AFTER THE OPERATION

    Drink.
    ```

    ```good
    The CBS, MTHFR, MTR and MTRR genes; HLA A B C; MRI, CT, PET and EEG.
    ---
    WHO, CDC and NHS data on HIV AIDS TB.
    ---
    NEVER take it twice. DO NOT drive.
    ---
    RESULTS OF THE TRIAL: the pain was less in both groups.
    ---
    DNA RNA PCR ELISA and COPD GOLD II were read; USA UK EU.
    ```

    ## Limits

    At least three of the words must be in the lexicon as ordinary words. Labels that run into a
    sentence, as in the abstracts of journals, are left alone. One finding a document; the other places are
    named with it.

    ## Fix

    None: which words are names or abbreviations is for a person to say.
    """
    places = [
        span for block in document.blocks if block.role is Role.BODY and block.kind in PROSE for span in _shouted(block)
    ]
    if places:
        related = tuple(Related(span, "also in capitals") for span in places[1:_MOST_RELATED])
        count = f" {len(places)} places in this article." if len(places) > 1 else ""
        yield Finding(places[0], f"Words in capitals are hard to read.{count}", (), related)


def _shouted(block: Block) -> Iterator[Span]:
    for match in _CAPITALS.finditer(block.text):
        if _RUN_IN_LABEL.match(block.text, match.end()):
            continue
        plain = sum(bool(known_tag(word.lower())) and len(word) > 1 for word in re.findall("[A-Z]+", match.group()))
        if plain >= _PLAIN and sum(map(str.isalpha, match.group())) >= 3 * _PLAIN + 3:
            yield block.at(*match.span())
