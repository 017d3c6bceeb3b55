"""MD007 reversed-range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Dimension, Finding, Quantity, RuleMeta, Severity, rule

META = RuleMeta(
    code="MD007",
    name="reversed-range",
    summary="range that runs from the higher number to the lower",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="numbers",
    references=(
        "https://www.ismp.org/recommendations/error-prone-abbreviations-list (ISMP: doses and ranges)",
        "https://service-manual.nhs.uk/content/numbers-measurements-dates-time (NHS: ranges)",
        "https://themqm.org (MQM: number)",
    ),
)

_DECREASE = re.compile(
    r"\b(?:from|reduc\w*|decreas\w*|lower\w*|dropp?\w*|fall\w*|fell|taper\w*|down|shr[aiu]nk\w*|cut\w*|wean\w*|declin\w*|ratio|score"
    r"|versus|vs|went|change[ds]?|compared)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\brang(?:e|es|ed|ing) from (?:about )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_COMBINATION = re.compile(r"[^\W\d_]+[/-][^\W\d_]+\W{0,2}(?:\w+\W+)?$")
_MEASURED = frozenset(Dimension) - {Dimension.FREQUENCY}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A range runs from the higher number to the lower.

    ## Why it matters

    `15–2 days` was 15–20 days before a digit was lost, or 2–15 before it was turned round. A dose of `50–10 mg` is no
    dose.

    ## Examples

    ```bad
    The swelling goes down in ⟦15–2 days⟧.
    ---
    Take ⟦50-10 mg⟧ of it in the evening.
    ---
    The tumour is between ⟦9 and 4 cm⟧ in size.
    ---
    It is seen at ages of ⟦60 to 20 years⟧.
    ```

    ```good
    The swelling goes down in 15–20 days.
    ---
    The dose is reduced from 50 to 10 mg.
    ---
    Amoxicillin-clavulanate 875-125 mg is taken twice a day.
    ---
    It takes 1-1/2 hours, in 2019-20 as before; call 555-200.
    ---
    Wean from 40 mg to 10 mg in two weeks.
    ```

    ## Limits

    Only numbers with a unit count. Steps down (reduced, tapered, from … to) and combined strengths are left alone.

    ## Fix

    None: whether digits are lost or the ends are swapped has to be looked up.
    """
    text = block.text
    if not any(map(str.isdigit, text)):
        return
    quantities = context.quantities(block)
    for number, quantity in enumerate(quantities):
        if _is_reversed(text, quantity):
            yield _finding(block, quantity.start, quantity.end)
        elif number + 1 < len(quantities) and _is_reversed_between(text, quantity, quantities[number + 1]):
            yield _finding(block, quantity.start, quantities[number + 1].end)


def _finding(block: Block, start: int, end: int) -> Finding:
    said = block.text[start:end]
    return Finding(
        block.at(start, end),
        f"“{said}” runs from the higher number to the lower: is a digit lost, or are the two swapped?",
    )


def _is_reversed(text: str, quantity: Quantity) -> bool:
    if not quantity.is_range or quantity.dimension not in _MEASURED or quantity.values[0] <= quantity.values[1]:
        return False
    before = text[max(0, quantity.start - 60) : quantity.start]
    if any(character in quantity.text for character in "/½¼¾⅓⅔⅛") and quantity.per is None:
        return False
    if quantity.values[0] >= 1000 and quantity.values[1] < 100 and quantity.dimension is Dimension.TIME:
        return False
    if quantity.link == "-":
        return not _COMBINATION.search(before)
    return not _DECREASE.search(before) or bool(_RANGE.search(before))


def _is_reversed_between(text: str, first: Quantity, second: Quantity) -> bool:
    if first.link or second.link or second.unit is None or first.value <= second.value:
        return False
    if first.unit is not None and first.symbol != second.symbol:
        return False
    if not _BETWEEN.search(text[max(0, first.start - 12) : first.start]):
        return False
    return text[first.end : second.start].strip().lower() == "and" and second.dimension in _MEASURED
