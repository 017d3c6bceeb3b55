"""MD005 contradicting-numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.api import (
    BlockKind,
    Context,
    Document,
    Finding,
    Quantity,
    Related,
    Role,
    RuleMeta,
    Sentence,
    Severity,
    rule,
)

META = RuleMeta(
    code="MD005",
    name="contradicting-numbers",
    summary="the same statement with another number elsewhere in the article",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Mistranslation",
    its_type="inconsistency",
    references=(
        "https://www.cdc.gov/ccindex/ (CDC Clear Communication Index, items 15 to 17: numbers)",
        "http://www.discern.org.uk (DISCERN)",
        "https://themqm.org (MQM: internal inconsistency)",
    ),
)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EMPTY = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
    )
    + (
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "there",
        "as",
        "by",
        "with",
        "from",
        "about",
        "around",
        "up",
        "only",
    )
    + (
        "approximately",
        "roughly",
        "nearly",
        "almost",
        "just",
        "also",
        "can",
        "may",
        "will",
        "who",
        "which",
        "has",
        "have",
    )
    + (
        "had",
        "do",
        "does",
        "not",
        "than",
        "more",
        "less",
        "most",
        "all",
        "every",
        "each",
        "some",
        "your",
        "you",
        "their",
    )
    + ("they", "we", "our", "usually", "often", "generally", "typically", "estimated", "least", "over", "under", "per")
    + ("cent", "percent", "average", "however", "overall", "total")
)
_SAME = {
    **dict.fromkeys(("patients", "persons", "individuals", "patient", "person"), "people"),
    **dict.fromkeys(("surgery", "procedure"), "operation"),
    **dict.fromkeys(("lasts", "last", "take"), "takes"),
    "physician": "doctor",
}
_OTHERS = re.compile(
    r"\b(?:men|women|man|woman|male|female|boys?|girls?|child\w*|adults?|infants?|bab(?:y|ies)|newborns?|elderly|older|younger|pregnan\w+"
    r"|teen\w*|mild|moderate|severe|early|late|advanced|first|second|third|before|after|type|stage|grade|phase|month|week|year|day"
    r"|age[ds]?|study|studies|trial|group|Europe|Africa|Asia|States|Kingdom|country|countries|another|other|next|then|if|some|others"
    r"|dos(?:e|es|age)|tablets?|capsules?|take|inject|apply|drops?|times|increase\w*|maximum|minimum|option|step)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True)
class _Statement:
    sentence: Sentence
    quantity: Quantity
    words: frozenset[str]
    heading: str


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A statement stands twice in the article, with different numbers.

    ## Why it matters

    10 % here and 15 % there of the same thing: one is wrong, and the reader cannot know which. It happens when parts of
    two versions are put together, and when a machine drops or swaps a digit.

    ## Examples

    ```bad
    Migraine affects about 10% of people worldwide. It has many triggers. Migraine affects ⟦15%⟧ of patients worldwide.
    ---
    The hernia operation takes 45 minutes under general anaesthesia. You go home the same day.

    The hernia operation lasts about ⟦90 minutes⟧ under general anaesthesia.
    ---
    Kidney stones come back in 50% of people within ten years. Drink enough.

    Within ten years, kidney stones come back in ⟦5%⟧ of people.
    ```

    ```good
    Migraine affects about 18% of women worldwide. Migraine affects 6% of men worldwide.
    ---
    The hernia operation takes 30–60 minutes under general anaesthesia. Under general anaesthesia, the hernia operation
    takes 45 minutes.
    ---
    Adults take 500 mg every eight hours. Children take 250 mg every eight hours.
    ---
    In mild cases the swelling goes down in 2 weeks. In severe cases the swelling goes down in 6 weeks.
    ```

    ## Limits

    Both sentences must say the same in nearly the same words; doses, steps, and sentences about different groups,
    stages or studies are left alone. A contradiction in other words is missed.

    ## Fix

    None: the right number has to be looked up.
    """
    by_words: dict[tuple[str, frozenset[str]], _Statement] = {}
    for statement in _statements(context):
        key = (_measured(statement.quantity), statement.words)
        before = by_words.setdefault(key, statement)
        if before is statement or not _apart(before.quantity, statement.quantity) or _other_sections(before, statement):
            continue
        first, second = before.quantity, statement.quantity
        place = before.sentence.at(first.start, first.end)
        yield Finding(
            statement.sentence.at(second.start, second.end),
            f"“{second.text}” here, “{first.text}” before, for the same thing: which is right?",
            related=(Related(place, f"here it is {first.text}"),),
        )


def _statements(context: Context) -> Iterator[_Statement]:
    heading = ""
    for block in context.blocks(roles=frozenset({Role.BODY})):
        if block.kind is BlockKind.HEADING:
            heading = block.text
        elif block.kind in _READ and any(map(str.isdigit, block.text)):
            for sentence in context.sentences(block):
                statement = _statement(sentence, context.quantities(sentence), heading)
                if statement is not None:
                    yield statement


def _statement(sentence: Sentence, quantities: tuple[Quantity, ...], heading: str) -> _Statement | None:
    """A sentence with one measured number, or one in digits; None for all that may well come with several numbers."""
    measured = [q for q in quantities if q.unit is not None and q.text[0].isdigit()]
    bare = [q for q in quantities if q.unit is None]
    if len(measured) != 1 or bare or len(sentence.text) > 300:
        return None
    quantity = measured[0]
    rest = sentence.text[: quantity.start] + " " + sentence.text[quantity.end :]
    if _OTHERS.search(rest):
        return None
    found = (match.group().lower() for match in _WORD.finditer(rest))
    words = frozenset(_SAME.get(word, word) for word in found if word not in _EMPTY)
    return _Statement(sentence, quantity, words, heading) if len(words) >= _FEWEST_WORDS else None


def _measured(quantity: Quantity) -> str:
    """What can be compared: all times with each other, tablets with tablets only."""
    return str(quantity.dimension) if quantity.in_base is not None else quantity.symbol


def _apart(first: Quantity, second: Quantity) -> bool:
    """True when no value fits both: not for 45 and 30–60, nor for “less than” and “more than”."""
    if first.sign or second.sign:
        return False
    one, other = first.in_base or first.values, second.in_base or second.values
    return max(one) < 0.99 * min(other) or max(other) < 0.99 * min(one)


def _other_sections(first: _Statement, second: _Statement) -> bool:
    return first.heading != second.heading and bool(_OTHERS.search(first.heading) or _OTHERS.search(second.heading))
