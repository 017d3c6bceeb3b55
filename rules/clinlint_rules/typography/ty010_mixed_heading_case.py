"""TY010 mixed-heading-case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from clinlint.api import (
    Block,
    BlockKind,
    Confidence,
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
from clinlint_rules.typography.prose import words

META = RuleMeta(
    code="TY010",
    name="mixed-heading-case",
    summary="headings in title case and in sentence case",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Capitalization",
    its_type="inconsistency",
    references=(
        "https://service-manual.nhs.uk/content/formatting-and-punctuation",
        "https://learn.microsoft.com/en-us/style-guide/capitalization",
    ),
    fix=FixAvailability.NONE,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = words(
    "a an and as at but by for from if in into nor of off on or over per the to up vs via with",
)
_AUXILIARIES = words(
    "is are was were do does did can could should will would has have may must",
)
_NEVER_CAPITAL = words(
    "of and or to for with",
)
_MOST_RELATED = 20


class _Case(Enum):
    TITLE = "title case"
    SENTENCE = "sentence case"


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A heading mixes title case and sentence case, or the headings of the article do.

    ## Why it matters

    Title case (`What Are the Causes?`) and sentence case (`What are the causes?`) are both right; one page has one
    of them. Inside one heading, a capital on `of` or `the` beside a verb without one is neither.

    ## Examples

    ```bad
    ⟦What are The Types of Bunion?⟧

    There are two.
    ---
    ⟦How is Surgery Of the foot done?⟧

    With care.
    ---
    What causes a bunion

    Shoes do.

    How a bunion is treated

    With splints.

    ⟦Life After Foot Surgery⟧

    It goes on.
    ```

    ```good
    What Are the Causes of a Bunion?

    Shoes.

    What Is Done About It?

    Splints.
    ---
    What to expect at The Royal London Hospital

    Good care.

    When to see a doctor

    Soon.
    ---
    Causes

    Shoes.

    What Is a Bunion?

    A bump.
    ---
    COVID-19: The basics

    A virus.

    Symptoms of Crohn's disease

    Pain.
    ```

    ## Limits

    A heading counts when it has three words or more that tell; names are hard to tell from title case, so headings are
    compared only where at least two have the other form, as information.

    ## Fix

    None: which words are names is for a person to say.
    """
    cases: dict[_Case, list[Span]] = {_Case.TITLE: [], _Case.SENTENCE: []}
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING or block.role is not Role.BODY or not _is_english(block, document):
            continue
        odd = _contradiction(block.text)
        if odd:
            message = f"“{odd}” has a capital here and the verb has none: neither title case nor sentence case."
            yield Finding(block.span, message)
            continue
        case = _case(block.text)
        if case is not None:
            cases[case].append(block.span)
    fewer, more = sorted(cases.values(), key=len)
    if not fewer or len(more) < 2 or len(fewer) == len(more):
        return
    name = next(case.value for case, spans in cases.items() if spans is more)
    related = tuple(Related(span, f"in {name}") for span in (*fewer[1:], *more)[:_MOST_RELATED])
    message = f"{len(more)} other headings are in {name}, {len(fewer)} not; one page has one form."
    yield Finding(fewer[0], message, (), related, Confidence.MEDIUM)


def _is_english(block: Block, document: Document) -> bool:
    return block.attrs.get("lang", document.language).lower().startswith("en")


def _inner_words(text: str) -> list[str]:
    """The words behind the first one, without those that open a part of the heading ("COVID-19: The basics")."""
    found = []
    for number, match in enumerate(_WORD.finditer(text)):
        before = text[: match.start()].rstrip()[-1:]
        if number and before.isalnum() and not match.group().isupper():
            found.append(match.group())
    return found


def _contradiction(text: str) -> str:
    """A small word with a capital, in a heading whose verb has none."""
    words = _inner_words(text)
    if len(words) < 3 or not _AUXILIARIES.intersection(words):
        return ""
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        if word.lower() in _NEVER_CAPITAL and word[0].isupper() and words.count(word.lower()) == 0:
            return word
        # "The Types" is a slip, "The Hague" and "The Lancet" are names.
        if word == "The" and following[:1].isupper() and known_tag(following.lower()) in ("NN", "NNS") and "?" in text:
            return word
    return ""


def _case(text: str) -> _Case | None:
    telling = [word for word in _inner_words(text) if word.lower() not in _SMALL and len(word) > 2]
    if len(telling) < 2:
        return None
    capitals = sum(word[0].isupper() for word in telling)
    if capitals == len(telling):
        return _Case.TITLE
    return _Case.SENTENCE if capitals == 0 else None
