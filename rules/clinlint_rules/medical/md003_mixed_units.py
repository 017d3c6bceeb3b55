"""MD003 mixed-units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    BlockKind,
    Confidence,
    Context,
    Document,
    Finding,
    Quantity,
    Related,
    Role,
    RuleMeta,
    Sentence,
    Severity,
    Span,
    rule,
)
from clinlint_rules.medical.analytes import analyte_of
from clinlint_rules.medical.medicines import medicine_near

META = RuleMeta(
    code="MD003",
    name="mixed-units",
    summary="one thing measured in two units",
    severity=Severity.ERROR,
    mqm_type="Locale conventions/Measurement format",
    its_type="inconsistency",
    references=(
        "https://www.ismp.org/recommendations/error-prone-abbreviations-list (ISMP: mg and mcg)",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing (NHS: temperature, blood sugar, units)",
        "American Diabetes Association, Standards of Care in Diabetes: glucose in mg/dL and mmol/L",
    ),
)

_MASS = frozenset(("g", "mg", "mcg", "ng"))
_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.HEADING, BlockKind.QUOTE)
_Place = tuple[Span, Quantity]


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """One thing is measured in two units in one article, without a word on how they compare.

    ## Why it matters

    500 mg here and 500 mcg there of one medicine: one of them is a thousandfold error. A blood sugar in mg/dL and
    another in mmol/L, a fever in °C and another in °F cannot be compared by a reader.

    ## Examples

    ```bad
    Take 500 mg of metformin in the evening. After a week take ⟦500 mcg⟧ of metformin twice a day.
    ---
    A fasting blood sugar below 100 mg/dL is normal. Diabetes begins at a blood sugar of ⟦7 mmol/L⟧.
    ---
    Fever begins at 38 °C. Call a doctor at once when it reaches ⟦104 °F⟧.
    ```

    ```good
    Take 500 mg of metformin in the evening, and 1 g of metformin after a week.
    ---
    A fasting blood sugar below 100 mg/dL (5.6 mmol/L) is normal. Diabetes begins at 7 mmol/L (126 mg/dL).
    ---
    Fever begins at 38 °C (100.4 °F). Call a doctor when it reaches 40 °C (104 °F).
    ```

    ## Limits

    Medicines are compared where the name stands beside the dose. Different doses of one medicine in mg and mcg, which
    are sometimes right (folic acid), are shown as information; the same number with both units is an error.

    ## Fix

    None: the right unit has to be looked up.
    """
    masses: dict[str, list[_Place]] = {}
    levels: dict[str, list[_Place]] = {}
    temperatures: list[_Place] = []
    for block in context.blocks(*_READ, roles=frozenset({Role.BODY})):
        if not any(map(str.isdigit, block.text)):
            continue
        for sentence in context.sentences(block):
            _sort(sentence, context.quantities(sentence), masses, levels, temperatures)
    for name, places in masses.items():
        yield from _medicine(name, places)
    for name, places in levels.items():
        yield from _two_units(
            places, f"{name} is given in {{first}} and here in {{second}}: give both, or one throughout."
        )
    yield from _two_units(
        temperatures, "Temperatures are given in {first} and here in {second}: give both, or one throughout."
    )


def _sort(
    sentence: Sentence,
    quantities: tuple[Quantity, ...],
    masses: dict[str, list[_Place]],
    levels: dict[str, list[_Place]],
    temperatures: list[_Place],
) -> None:
    for number, quantity in enumerate(quantities):
        place = (sentence.at(quantity.start, quantity.end), quantity)
        if quantity.symbol in _MASS:
            name = medicine_near(sentence.text, quantity.start, quantity.end)
            if name:
                masses.setdefault(name, []).append(place)
        elif quantity.symbol in {"mg/dL", "mmol/L"} and not _converted(sentence.text, quantities, number):
            analyte = analyte_of(sentence, quantity)
            if analyte is not None and analyte.factor:
                levels.setdefault(analyte.name.capitalize(), []).append(place)
        elif quantity.symbol in {"°C", "°F"} and not _converted(sentence.text, quantities, number):
            temperatures.append(place)


_BETWEEN = re.compile(
    r"[ \u00a0]?(?:[(\[/=]|, ?or|or|,|\()[ \u00a0]?(?:about |approximately |around |or |ie,? |i\.e\.,? )?$",
    re.IGNORECASE,
)


def _converted(text: str, quantities: tuple[Quantity, ...], number: int) -> bool:
    """True when the quantity beside it says the same in another unit."""
    for first, second in ((number - 1, number), (number, number + 1)):
        if first < 0 or second >= len(quantities):
            continue
        one, other = quantities[first], quantities[second]
        if one.symbol != other.symbol and _BETWEEN.match(text[one.end : other.start][:16]):
            return True
    return False


def _medicine(name: str, places: list[_Place]) -> Iterator[Finding]:
    first_span, first = places[0]
    for span, quantity in places[1:]:
        if quantity.symbol == first.symbol or (
            {quantity.symbol, first.symbol} == {"g", "mg"} and first.values != quantity.values
        ):
            continue
        related = (Related(first_span, f"here it is {first.text}"),)
        same = first.values == quantity.values
        message = (
            f"{name}: “{first.text}” before and “{quantity.text}” here; one of the two units is wrong."
            if same
            else f"{name} is given in {first.symbol} and in {quantity.symbol}; one unit throughout is safer."
        )
        yield Finding(span, message, related=related, confidence=None if same else Confidence.LOW)
        return


def _two_units(places: list[_Place], message: str) -> Iterator[Finding]:
    if not places:
        return
    first_span, first = places[0]
    for span, quantity in places[1:]:
        if quantity.symbol != first.symbol:
            text = message.format(first=first.symbol, second=quantity.symbol)
            related = (Related(first_span, f"here it is {first.text}"),)
            yield Finding(span, text, related=related, confidence=Confidence.MEDIUM)
            return
