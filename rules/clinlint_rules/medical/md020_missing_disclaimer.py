"""MD020 missing-disclaimer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.medical.whole_article import heading_of, instructions, length


@dataclass(frozen=True, slots=True)
class Options:
    """Options of MD020."""

    words: int = field(default=40, metadata={"help": "Articles with fewer words are left alone."})


META = RuleMeta(
    code="MD020",
    name="missing-disclaimer",
    summary="no word that the article does not replace a doctor",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    references=(
        "https://www.hon.ch/HONcode/ (HONcode, principle 2: complementarity)",
        "https://www.who.int/publications (WHO and others: health information for the public)",
        "https://www.ama-assn.org (AMA, Guidelines for Medical and Health Information Sites on the Internet, 2000)",
    ),
    options=Options,
)

_DISCLAIMER = re.compile(
    r"\b(?:not|never|cannot|n['’]t)\b[^.!?]{0,60}\b(?:replac\w*|substitut\w*|a replacement|medical advice|diagnos\w*)\b"
    r"|\b(?:replac\w+|substitut\w+)\b[^.!?]{0,40}\b(?:not|no)\b"
    r"|\b(?:information(?:al)?|educational|general information)(?: purposes?)? only\b"
    r"|\bfor (?:general |educational |your )?information(?:al)?(?: and educational)? (?:purposes|only)\b"
    r"|\b(?:always |please )(?:consult|ask|see|talk to|speak to|seek)\b[^.!?]{0,60}"
    r"\b(?:doctor|physician|professional|pharmacist|provider|advice)\b"
    r"|\bdisclaimer\b",
    re.IGNORECASE,
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The article never says that it does not replace the advice of a doctor.

    ## Why it matters

    Codes for health sites ask for it: information supports the relation between patient and doctor and does not replace
    it. A footer that stands on every page is enough.

    ## Examples

    ```bad markdown
    # ⟦Leg cramps⟧

    Cramps come at night and last a minute or two; they are harmless in most people, but they hurt and wake you up
    again and again. Stretch the calf before bed. Drink a glass of water. Keep the feet warm. Massage the muscle.
    ---
    # ⟦Colds⟧

    A cold goes away by itself in a week or ten days, and antibiotics do nothing against it, since viruses cause it.
    Rest as much as you can. Drink warm tea. Gargle with salt water. See a doctor if the fever lasts three days.
    ---
    # ⟦Heartburn⟧

    Heartburn comes after large meals, when acid rises into the gullet, and is worse when you lie flat on your back.
    Eat small meals. Avoid fat and coffee. Raise the head of the bed. Do not smoke, and wear loose clothes.
    ```

    ```good markdown
    # Leg cramps

    Rest the leg and take paracetamol.
    ---
    # Heartburn

    Heartburn comes after large meals, when acid rises into the gullet, and is worse when you lie flat on your back.
    Eat small meals. Avoid fat and coffee. Raise the head of the bed. This page is for information only.
    ---
    # Colds

    A cold goes away by itself in a week or ten days, and antibiotics do nothing against it, since viruses cause it.
    Rest as much as you can. Drink warm tea. This article does not replace the advice of your own doctor.
    ```

    ## Limits

    Only articles that give instructions. Text of the page around the article counts.

    ## Fix

    None: your own wording has to be put in.
    """
    if length(context) < context.options(Options).words or not instructions(context):
        return
    if any(_DISCLAIMER.search(block.text) for block in context.blocks()):
        return
    heading = heading_of(context)
    if heading is not None:
        yield Finding(
            heading.span,
            "Nothing says that this article does not replace the advice of a doctor; one sentence is enough.",
        )
