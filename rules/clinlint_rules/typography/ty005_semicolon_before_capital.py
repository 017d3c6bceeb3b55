"""TY005 semicolon-before-capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.typography.prose import OPENERS, word_after, words

META = RuleMeta(
    code="TY005",
    name="semicolon-before-capital",
    summary="capital letter after a semicolon",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://sozluk.gov.tr/",
        "https://en.wikipedia.org/wiki/Semicolon#English",
    ),
    fix=FixAvailability.SOMETIMES,
    supersedes=("TY017",),
)

_SEMICOLON = re.compile(r"(?<=[\w)”%]) {0,2};[ \u00a0]{1,3}(?=[A-Z])")
# Words beside OPENERS that no name begins with.
_ADVERBS = words(
    "according among besides consequently due especially firstly following include including indeed just likewise",
    "mainly mostly nevertheless otherwise particularly secondly similarly sometimes specifically thirdly under",
    "unlike upon",
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A common word with a capital follows a semicolon.

    ## Why it matters

    Turkish and some other languages set a semicolon where English sets a comma, a colon or a full stop; the capital
    shows that the translator, or the machine, took what follows for a new sentence.

    ## Examples

    ```bad
    The shape of the lip can be changed⟦; The⟧ corner is lifted.
    ⇒
    The shape of the lip can be changed. The corner is lifted.
    ---
    It depends on the age group⟦; While⟧ the young heal fast, the old do not.
    ---
    In some people⟦; Due⟧ to the sun, the skin darkens.
    ---
    The bile duct may close⟦; Many⟧ patients turn yellow.
    ```

    ```good
    The first is common; the second is rare; I have seen neither.
    ---
    Smith J; The Lancet, 2011; British Medical Journal, 2014; In Touch magazine.
    ---
    The centres are Leeds; The Hague; A Coruña; and Los Angeles.
    ---
    Ask about: (1) the dose; (2) The timing; DNA was read; Alzheimer's disease was not.
    ---
    Choose one: A diet plan; An exercise plan; Another appointment.
    ```

    ## Limits

    Only function words and a few adverbs are looked at, and only before a word in small letters, so that names and
    titles stay silent. Two or more such semicolons in one sentence are taken for a list of phrases.

    ## Fix

    A full stop instead of the semicolon is offered, and a small letter as the second choice; which is right depends on
    the sentence, so both are unsafe.
    """
    text = block.text
    hits = [match for match in _SEMICOLON.finditer(text) if _is_common(text, match.end())]
    for number, match in enumerate(hits):
        if _is_list(text, hits, number):
            continue
        word = word_after(text, match.end())
        span = block.at(match.start(), match.end() + len(word))
        lowered = word[0].lower() + word[1:]
        fixes = (
            Fix("End the sentence", (Edit(span, f". {word}"),), Applicability.UNSAFE),
            Fix("Use a small letter", (Edit(span, f"; {lowered}"),), Applicability.UNSAFE),
        )
        message = f"A semicolon joins two parts of one sentence, so “{word}” has no capital; or a full stop is meant."
        yield Finding(span, message, fixes)


def _is_common(text: str, at: int) -> bool:
    word = word_after(text, at)
    lower = word.lower()
    if word != lower.capitalize() or lower not in OPENERS | _ADVERBS:
        return False
    following = text[at + len(word) : at + len(word) + 2]
    return (following[:1] in (" ", "\u00a0") and following[1:].islower()) or following[:2] == ", "


def _is_list(text: str, hits: list[re.Match[str]], number: int) -> bool:
    """True when a neighbouring semicolon of the same sentence has a capital too."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(hits):
            first, second = sorted((hits[number], hits[other]), key=lambda m: m.start())
            between = text[first.end() : second.start()]
            if len(between) < 200 and ". " not in between:
                return True
    return False
