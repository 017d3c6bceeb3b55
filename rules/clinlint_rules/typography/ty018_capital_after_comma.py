"""TY018 capital-after-comma."""

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
from clinlint_rules.typography.prose import word_before, words

META = RuleMeta(
    code="TY018",
    name="capital-after-comma",
    summary="capital letter on a common word after a comma",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Capitalization",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://en.wikipedia.org/wiki/Capitalization_in_English",
    ),
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.META}),
    fix=FixAvailability.ALWAYS,
)

_AFTER_COMMA = re.compile(r"(?<=[a-z)\d]) ?, (?P<word>[A-Z][a-z]{1,13}) (?=[a-z])")
_SALUTATION = re.compile(r"\b(?:Dear|Hi|Hello) [A-Z]")
# Words that no name and no title begins with before a word in small letters.
_COMMON = words(
    "also although and are as because before but by can due during each especially even every for from furthermore",
    "generally hence his her however if including instead is it its many may moreover most mostly nor not often or",
    "particularly she should since so some sometimes such than that their then therefore these they this those thus",
    "unfortunately unless until usually was were when whereas where which while who whose will with without you your",
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A common word after a comma has a capital letter.

    ## Why it matters

    Two sentences were joined by a comma, or a machine began anew in the middle of one. The reader stops to look for the
    beginning.

    ## Examples

    ```bad
    The pressure changes during the day, ⟦Sometimes⟧ within minutes.
    ⇒
    The pressure changes during the day, sometimes within minutes.
    ---
    Chronic bronchitis, ⟦Is⟧ a cough that lasts.
    ---
    Creams, baths, ⟦And⟧ surgery are used.
    ---
    The symptoms get worse, ⟦So⟧ see a doctor.
    ```

    ```good
    He asked, “Is it over?” and she said, “So it is.”
    ---
    She read The Lancet, And Other Stories, and, In Touch.
    ---
    In Leeds, The Royal Infirmary helps; for this, I am grateful, Mr Will said.
    ---
    Dear Anna, Your results are here.
    ---
    The lists, As and Bs, and Is were marked, May being the month, and Will the doctor.
    ```

    ## Limits

    Only function words and a few adverbs before a word in small letters are looked at, and none behind a salutation.

    ## Fix

    A small letter. Unsafe, because a full stop may be meant.
    """
    text = block.text
    for match in _AFTER_COMMA.finditer(text):
        word = match["word"]
        if word.lower() not in _COMMON or (word in ("May", "Will", "As", "Is", "It") and _is_name(text, match)):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if _SALUTATION.search(before) or word_before(text, match.start()) in ("Yes", "No"):
            continue
        span = block.at(*match.span("word"))
        fix = Fix("Use a small letter", (Edit(span, word.lower()),), Applicability.UNSAFE)
        yield Finding(span, f"“{word}” has a capital in the middle of a sentence; or a full stop is meant.", (fix,))


def _is_name(text: str, match: re.Match[str]) -> bool:
    return match["word"] in ("May", "Will") or text[match.end() : match.end() + 4] in ("and ", "were", "bein")
