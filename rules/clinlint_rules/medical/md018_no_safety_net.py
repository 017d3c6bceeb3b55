"""MD018 no-safety-net."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Confidence, Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.whole_article import instructions, length


@dataclass(frozen=True, slots=True)
class Options:
    """Options of MD018."""

    words: int = field(
        default=250,
        metadata={"help": "Text with fewer words may be part of an article: there it is information only."},
    )
    instructions: int = field(default=3, metadata={"help": "How many instructions an article must give to need it."})


META = RuleMeta(
    code="MD018",
    name="no-safety-net",
    summary="instructions without a word on when to see a doctor",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    references=(
        "https://service-manual.nhs.uk/design-system/patterns/help-users-decide-when-and-where-to-get-care (NHS)",
        "http://www.discern.org.uk (DISCERN: support for shared decisions)",
        "https://www.cdc.gov/ccindex/ (CDC Clear Communication Index)",
    ),
    options=Options,
)

_CARE = re.compile(
    r"\b(?:doctors?|physicians?|GPs?|nurses?|pharmacists?|surgeons?|dentists?|midwi(?:fe|ves)|specialists?|clinicians?"
    r"|pa?ediatricians?|gyna?ecologists?|dermatologists?|cardiologists?|neurologists?|urologists?|ophthalmologists?"
    r"|physiotherapists?"
    r"|ambulance|emergency|health ?care (?:provider|professional|team|worker)s?|medical (?:help|attention|advice"
    r"|care|assistance)|hospital|A&E|111|911|999|112)\b"
)
_TURN = re.compile(
    r"\b(?:see|call|contact|consult|visit|ask|tell|talk|speak|go|phone|ring|check with|seek|get|need|examined by"
    r"|seen by|reviewed by|evaluat\w+ by|apply to|refer\w*|advice|advised|immediately|urgent\w*)\b",
    re.IGNORECASE,
)

_FEWEST = 40
"""Words of a text that can be more than a tip."""


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The article tells readers what to do and never when to see a doctor.

    ## Why it matters

    Advice for at home is safe only with its limit: how long to try, and what must not wait. NHS pages say so in every
    article on symptoms.

    ## Examples

    ```bad
    Cramps come at night and last a minute or two; they are harmless in most people, but they hurt and wake you up
    again and again. ⟦Stretch the calf before bed.⟧ Drink a glass of water. Keep the feet warm. Massage the muscle.
    ---
    A cold goes away by itself in a week or ten days, and antibiotics do nothing against it, since viruses cause it.
    ⟦Rest as much as you can.⟧ Drink warm tea. Gargle with salt water. Wash your hands often and well.
    ---
    Heartburn comes after large meals, when acid rises into the gullet, and is worse when you lie flat on your back.
    ⟦Eat small meals.⟧ Avoid fat and coffee. Raise the head of the bed. Do not smoke, and wear loose clothes.
    ```

    ```good
    Cramps come at night and last a minute or two; they are harmless in most people, but they hurt and wake you up again
    and again. Stretch the calf before bed. Drink a glass of water. Keep warm. See a doctor if they come every night.
    ---
    Rest the leg. Take paracetamol. Drink water.
    ---
    Cramps are common in older people, and in most of them nobody finds the cause. They come at night, last a minute or
    two and leave a sore muscle. Magnesium helps no better than a dummy pill in most studies of older people.
    ```

    ## Limits

    One sentence that sends the reader to somebody is enough; whether it names the right signs is not judged. Articles
    without at least three instructions are left alone.

    ## Fix

    None: what must not wait is for a clinician to say.
    """
    options = context.options(Options)
    words = length(context)
    if words < _FEWEST:
        return
    told = instructions(context)
    if len(told) < options.instructions or _sends_to_care(context):
        return
    yield Finding(
        told[0].span,
        "The article gives instructions and never says when to see a doctor, or what must not wait; add it.",
        confidence=None if words >= options.words else Confidence.MEDIUM,
    )


def _sends_to_care(context: Context) -> bool:
    for block in context.blocks():
        if _CARE.search(block.text) and any(
            _CARE.search(sentence.text) and _TURN.search(sentence.text) for sentence in context.sentences(block)
        ):
            return True
    return False
