"""TY009 mixed-spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    PROSE,
    Applicability,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Related,
    Role,
    RuleMeta,
    Severity,
    Span,
    rule,
)
from clinlint_rules.typography.spellings import BRITISH, spelling_of

META = RuleMeta(
    code="TY009",
    name="mixed-spelling",
    summary="British and American spelling in one document",
    severity=Severity.INFO,
    mqm_type="Style/Language register",
    its_type="inconsistency",
    references=(
        "https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing",
    ),
    fix=FixAvailability.ALWAYS,
)

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2
_MOST_RELATED = 20


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Some words of the article have British spelling and others American.

    ## Why it matters

    One article has one spelling. A mixture shows that pieces of several sources, or of several runs of a machine, were
    put together.

    ## Examples

    ```bad
    A tumour may bleed. Anaesthesia helps. The surgeon takes the ⟦tumor⟧ out.
    ---
    Esophageal pain and anemia are common; the ⟦haemoglobin⟧ is low.
    ---
    The colour of the oedema changes; ⟦edema⟧ and ⟦hemorrhage⟧ pass; a tumour stays.
    ```

    ```good
    A tumor bleeds; anesthesia, anemia and color are spelled in one way.
    ---
    The Hospital for Tropical Diseases in the Pearl Harbor Center studies tumours and anaemia.
    ---
    A computer program and a programme of exercise; practice and practise; the meter reads ten metres.
    ---
    The tumour was seen with a color Doppler.
    ```

    ## Limits

    Only a closed list of pairs is read (`tumour`, `anaesthesia`, `oedema` …), not `-ise` and `-ize`, which British
    houses both use. Words with a capital inside a sentence may be names and are left alone. At least two words of
    one kind must stand on the page; with as many of the other kind nothing is reported.

    ## Fix

    The spelling that the page uses more often. Never applied by itself, because the word may stand in a quotation.
    """
    found: dict[bool, list[tuple[Span, str]]] = {True: [], False: []}
    for block in document.blocks:
        if block.role is not Role.BODY or block.kind not in PROSE:
            continue
        for match in _WORD.finditer(block.text):
            word = match.group()
            if len(word) > 24 or not (
                word.islower() or match.start() == 0 or _opens_sentence(block.text, match.start())
            ):
                continue
            pair = spelling_of(word.lower())
            if pair is not None:
                other = pair[0].upper() + pair[1:] if word[0].isupper() else pair
                found[word.lower() in BRITISH].append((block.at(*match.span()), other))
    fewer, more = sorted(found.values(), key=len)
    if not fewer or len(more) < _ENOUGH or len(more) == len(fewer):
        return
    name = "American" if fewer is found[False] else "British"
    related = tuple(Related(span, "spelled the other way") for span, _ in more[:_MOST_RELATED])
    for span, other in fewer:
        fix = Fix(f"Write “{other}”", (Edit(span, other),), Applicability.DISPLAY)
        message = f"“{span.of(document.text)}” is {name} spelling; {len(more)} words of the article have the other."
        yield Finding(span, message, (fix,), related)


def _opens_sentence(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at] in (". ", "! ", "? ")
