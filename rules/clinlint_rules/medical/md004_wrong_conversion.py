"""MD004 wrong-conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clinlint.api import Block, Context, Dimension, Finding, Quantity, RuleMeta, Severity, rule
from clinlint_rules.medical.analytes import ANALYTES

META = RuleMeta(
    code="MD004",
    name="wrong-conversion",
    summary="value in brackets that is not the value before it in another unit",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="numbers",
    critical=True,
    references=(
        "https://www.nist.gov/pml/special-publication-811 (NIST SP 811, appendix B.8: factors)",
        "BIPM, The International System of Units (9th edition)",
        "American Diabetes Association, Standards of Care in Diabetes: glucose in mg/dL and mmol/L",
    ),
)

_OPEN = re.compile(
    r"[ \u00a0]?[(\[][ \u00a0]?(?:about |approximately |around |roughly |or |or about |~|≈|= ?)?$", re.IGNORECASE
)
_CONVERTED = frozenset((Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.PRESSURE, Dimension.ENERGY))
_ROUNDING = 0.13
"""How far rounded values may lie apart, as a share: 100 g for 4 ounces, 1.5 m for 5 feet."""


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The value in brackets is not the value before it in another unit.

    ## Why it matters

    `38 °C (98 °F)`: one of the two is wrong, and the reader acts on the one they know. Translators convert by hand, and
    machines change one number and leave the other.

    ## Examples

    ```bad
    A fever is a temperature above 38 °C ⟦(98 °F)⟧.
    ---
    Lose 5 kg ⟦(25 lb)⟧ before the operation.
    ---
    The tablet holds 1 mg ⟦(100 mcg)⟧.
    ---
    A fasting glucose of 126 mg/dL ⟦(17 mmol/L)⟧ is diabetes.
    ```

    ```good
    A fever is a temperature above 38 °C (100.4 °F).
    ---
    Lose 5 kg (11 lb) and walk 5 feet (1.5 m).
    ---
    Drink 2 litres (8 glasses), and eat 2 kg (in a week).
    ---
    A fasting glucose of 126 mg/dL (7 mmol/L) is diabetes.
    ---
    Take 500 mg (2 tablets of 250 mg); the scar is 2 cm (1 inch) long.
    ```

    ## Limits

    Only a value in brackets right behind another counts. Rounding is allowed: 13 %, or half of the last digit.

    ## Fix

    None: which of the two is right has to be looked up.
    """
    text = block.text
    if "(" not in text and "[" not in text:
        return
    quantities = context.quantities(block)
    for first, second in pairwise(quantities):
        between = text[first.end : second.start]
        if not _OPEN.match(between[:20]) or text[second.end : second.end + 1] not in {")", "]"}:
            continue
        expected = _expected(first, second)
        if expected is None or _agree(expected, second, first):
            continue
        start = first.end + len(between) - len(between.lstrip())
        shown = "–".join(f"{value:.3g}" for value in expected)
        yield Finding(
            block.at(start, second.end + 1),
            f"“{first.text}” is {shown} {second.symbol}, not {second.text}: one of the two is wrong.",
        )


def _expected(first: Quantity, second: Quantity) -> tuple[float, ...] | None:
    """The values of ``first`` in the unit of ``second``; None where the two cannot be compared."""
    if len(first.values) != len(second.values) or first.symbol == second.symbol or "/" in {first.link, second.link}:
        return None
    pair = (first.symbol, second.symbol)
    if pair == ("°C", "°F"):
        return tuple(value * 9 / 5 + 32 for value in first.values)
    if pair == ("°F", "°C"):
        return tuple((value - 32) * 5 / 9 for value in first.values)
    if set(pair) == {"mg/dL", "mmol/L"}:
        return _concentration(first, second)
    if first.unit is None or second.unit is None or first.dimension not in _CONVERTED:
        return None
    if first.dimension is not second.dimension or not first.unit.factor or not second.unit.factor:
        return None
    return tuple(value * first.unit.factor / second.unit.factor for value in first.values)


def _concentration(first: Quantity, second: Quantity) -> tuple[float, ...] | None:
    """By the factor of the analyte that comes nearest; any that fits is right."""
    factors = [analyte.factor for analyte in ANALYTES if analyte.factor] + [4.008, 2.43, 3.097]
    to_moles = second.symbol == "mmol/L"
    candidates = [tuple(value / f if to_moles else value * f for value in first.values) for f in factors]
    if not second.value:
        return None
    return min(candidates, key=lambda values: abs(values[0] / second.value - 1))


def _agree(expected: tuple[float, ...], written: Quantity, first: Quantity) -> bool:
    temperature = written.symbol in {"°C", "°F"}
    for want, have in zip(expected, written.values, strict=True):
        digits = f"{have:g}".partition(".")[2]
        step = 0.5 * 10 ** -len(digits)
        slack = 1.2 if temperature else max(step, _ROUNDING * abs(want))
        own = f"{first.value:g}".partition(".")[2]
        if not temperature and first.value:
            slack = max(slack, abs(want) * 0.5 * 10 ** -len(own) / abs(first.value))
        if temperature and abs(have) < 12 and _is_difference(have, first):
            return True
        if abs(want - have) > slack + 1e-9:
            return False
    return True


def _is_difference(have: float, first: Quantity) -> bool:
    """“a rise of 1 °C (1.8 °F)”: a difference, for which the 32 does not count."""
    ratio = have / first.value if first.value else 0.0
    return abs(ratio - 1.8) < 0.35 or abs(ratio - 1 / 1.8) < 0.12
