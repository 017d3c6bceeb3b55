"""RD009 double-negative."""

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
    Related,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT

META = RuleMeta(
    code="RD009",
    name="double-negative",
    summary="two negatives that the reader has to turn into a positive",
    severity=Severity.INFO,
    mqm_type="Style/Unidiomatic style",
    its_type="style",
    references=(
        "https://digital.gov/guides/plain-language/writing/positive",
        "https://service-manual.nhs.uk/content/how-we-write",
    ),
    fix=FixAvailability.SOMETIMES,
    kinds=RUNNING_TEXT,
    roles=BODY,
    once_a_block=True,
)

# "not uncommon": the adjective says the opposite of a common one.
_POSITIVE = {
    "uncommon": "common",
    "uncommonly": "commonly",
    "unusual": "usual",
    "unusually": "usually",
    "unlikely": "likely",
    "unimportant": "important",
    "unnecessary": "necessary",
    "unreasonable": "reasonable",
    "unrelated": "related",
    "infrequent": "frequent",
    "infrequently": "often",
    "insignificant": "significant",
    "inconsiderable": "considerable",
    "impossible": "possible",
    "improbable": "likely",
    "ineffective": "effective",
    "irrelevant": "relevant",
    "unaware": "aware",
    "unfamiliar": "familiar",
    "unknown": "known",
    "untrue": "true",
    "dissimilar": "similar",
    "seldom": "often",
    "rarely": "often",
}
_OPPOSITES = "|".join(sorted(_POSITIVE, key=len, reverse=True))
_NOT = re.compile(
    rf"\bnot (?:an? )?(?P<word>{_OPPOSITES})\b(?! (?:but|only|to|how|whether|why|if)\b)"
    r"|\b(?:is|are|was|were) not without (?:risks?|dangers?|problems?|side effects|complications)\b"
    r"|\b(?:cannot|can not|can’t|can't|could not|do not|does not) (?:fail|help but) to\b"
    r"|\b(?:no|not) (?:one|body|patient|doctor)? ?(?:can|could|should|must|will|would) not\b"
    r"|\b(?:do|does|did|have|has|had)(?: not|n[’']t) (?:\w+ ){1,2}no(?= [a-z])"
    r"(?! (?:longer|more|less|matter|earlier|later|one)\b)"
    r"|\bnever (?:\w+ ){0,2}(?:not|nothing|nobody|none)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\b(?:if|why|or) $", re.IGNORECASE)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Two negatives stand where a positive would do.

    ## Why it matters

    A reader who is ill, tired or new to English drops one of two negatives and understands the opposite. A machine
    often keeps them from its source, or adds one.

    ## Examples

    ```bad
    Pain is ⟦not uncommon⟧ after the test.
    ⇒
    Pain is common after the test.
    ---
    The operation ⟦is not without risks⟧.
    ---
    Patients ⟦do not feel no⟧ pain after the injection.
    ---
    It is ⟦not impossible⟧ that it comes back.
    ```

    ```good
    Pain is uncommon after the test, and it is not usual to bleed.
    ---
    Do not stop the tablets without asking your doctor. Never drive if you have not slept.
    ---
    It is not only unusual but dangerous. Whether or not unusual pain comes, call us.
    ---
    They do not work no matter how long you wait, and do not last no longer than a day.
    ```

    ## Limits

    Pairs such as `do not … without` and `never … unless` are what a warning needs, and are left alone.

    ## Fix

    The positive, where the words are opposites. Never applied by itself: a negation is for a person to change.
    """
    matches = [match for match in _NOT.finditer(block.text) if not _QUOTED.search(block.text[: match.start()][-12:])]
    if not matches:
        return
    first, *others = matches
    span = block.at(*first.span())
    word = (first["word"] or "").lower()
    fixes: tuple[Fix, ...] = ()
    if word:
        positive = _POSITIVE[word]
        text = f"{_article(positive)} {positive}" if re.search(r"\ban? ", first.group()) else positive
        fixes = (Fix(f"Write “{text}”", (Edit(span, text),), Applicability.DISPLAY),)
    related = tuple(Related(block.at(*match.span()), "here too") for match in others)
    message = f"“{first.group()}” holds two negatives, which are easy to misread. Say what is so."
    yield Finding(span, message, fixes, related)


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" else "a"
