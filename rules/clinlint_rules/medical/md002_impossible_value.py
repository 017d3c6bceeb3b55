"""MD002 impossible-value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, Quantity, RuleMeta, Sentence, Severity, rule
from clinlint_rules.medical.analytes import analyte_of

META = RuleMeta(
    code="MD002",
    name="impossible-value",
    summary="value that no living person has, or more than all",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="numbers",
    critical=True,
    references=(
        "https://medlineplus.gov/lab-tests/ (MedlinePlus, Medical Tests: units and ranges)",
        "https://www.nhs.uk/conditions/fever-in-adults/ (NHS: body temperature)",
        "https://www.heart.org/en/health-topics/high-blood-pressure (AHA: systolic over diastolic)",
        "American Diabetes Association, Standards of Care in Diabetes: glucose in mg/dL and mmol/L",
    ),
)

_BODY_TEMPERATURE = re.compile(
    r"\bfever|\bfebrile|\bbody temperature|\b(?:your|his|her|their|high) temperature"
    r"|\b(?:child|baby|patient|infant)['’]s temperature"
    r"|\btemperature\b[^.;]{0,80}\b(?:doctor|hospital|emergency|body|child|baby|patient|infection|GP)\b",
    re.IGNORECASE,
)
_OTHER_TEMPERATURE = re.compile(
    r"\b(?:wash\w*|steril\w*|boil\w*|cook\w*|heat\w*|stor(?:e|ed|age)|fridge|refrigerat\w*|freez\w*|water|room|oven|iron\w*"
    r"|laundry|outdoors?|weather|ambient|air|bath|pasteuri\w+|kills?|killed|milk|sauna|laser|tissue|skin surface)\b",
    re.IGNORECASE,
)
_PRESSURE = re.compile(r"\bblood pressure|\bhypertension|\bsystolic|\bmm ?Hg", re.IGNORECASE)
_PAIR = re.compile(r"(?<![\d/.])(\d{2,3}) ?(?:/|over) ?(\d{2,3})(?![\d/]|\.\d|-\d| (?:seconds|minutes|times|people))")
_PH = re.compile(
    r"\bpH(?: (?:value|level))?(?: of (?:the |your )?[a-z]\w*)?"
    r"(?: (?:of|is|was|between|above|below|around|about))? ?(\d{1,3}(?:\.\d+)?)(?![\d.]*\d)"
)
_WHOLE = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+(?:\.\d+)?) ?(?:%|per ?cent)"
    r"(?= of (?:(?:all|the|these|those|our|adult|female|male) )*"
    r"(?:patients|people|women|men|children|adults|babies|cases|persons|infants|girls|boys|pregnancies|births|smokers))",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+) (?:out of|in) (?:every )?(\d{1,3}(?:,\d{3})*|\d+) "
    r"(?:\w+ )?(?:people|patients|women|men"
    r"|children|adults|babies|cases)\b"
)
_PER_TIME = frozenset(("s", "min", "hour", "day", "week", "month", "year"))


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A value is none that a living person can have, or more than all there is.

    ## Why it matters

    A lost point, a swapped unit or scale makes a fever of 38 °F, a blood sugar of 126 mmol/L, a blood pressure of
    80/120. Readers compare such figures with their own.

    ## Examples

    ```bad
    Call a doctor if the fever rises above ⟦39 °F⟧.
    ---
    Diabetes means a fasting blood sugar above ⟦126 mmol/L⟧.
    ---
    A normal blood pressure is below ⟦80/120⟧ mmHg.
    ---
    Gallstones are seen in ⟦150%⟧ of women over 60.
    ---
    Sleep at least ⟦30 hours a day⟧.
    ```

    ```good
    Call a doctor if the fever rises above 39 °C (102 °F).
    ---
    Wash the sheets at 60 °C while you have a fever.
    ---
    The fasting blood sugar fell by 7 mg/dL.
    ---
    A blood pressure of 120/80 mmHg is normal; the pH of the skin is 5.5.
    ---
    Costs rose by 150% in the population; he drinks 24 hours a day.
    ```

    ## Limits

    The bounds are wide: they find another scale or a lost point, not an unusual value. A blood value counts where its
    name stands before it and the sentence speaks of no change or food.

    ## Fix

    None: the value has to be looked up.
    """
    if not any(map(str.isdigit, block.text)):
        return
    for sentence in context.sentences(block):
        text = sentence.text
        for quantity in context.quantities(sentence):
            reason = _temperature(sentence, quantity) or _in_blood(sentence, quantity) or _time(quantity)
            if reason:
                yield Finding(sentence.at(quantity.start, quantity.end), reason)
        for start, end, reason in (*_pressures(text), *_acidity(text), *_more_than_all(text)):
            yield Finding(sentence.at(start, end), reason)


def _temperature(sentence: Sentence, quantity: Quantity) -> str:
    if quantity.symbol not in {"°C", "°F"}:
        return ""
    highest, lowest = max(quantity.values), min(quantity.values)
    celsius = quantity.symbol == "°C"
    if not ((celsius and 46 <= highest <= 1150) or (not celsius and (28 <= lowest <= 45 or highest > 115))):
        return ""
    if not _BODY_TEMPERATURE.search(sentence.text) or _OTHER_TEMPERATURE.search(sentence.text):
        return ""
    if celsius and highest <= 115:
        return f"“{quantity.text}” is no body temperature in degrees Celsius: is it °F?"
    if not celsius and lowest <= 45:
        return f"“{quantity.text}” is no body temperature in degrees Fahrenheit: is it °C?"
    return f"“{quantity.text}” is no body temperature: has a point been lost?"


def _in_blood(sentence: Sentence, quantity: Quantity) -> str:
    if quantity.symbol not in {"mg/dL", "mmol/L", "µmol/L", "g/dL", "g/L", "mEq/L", "%"}:
        return ""
    analyte = analyte_of(sentence, quantity)
    bounds = analyte.bounds.get(quantity.symbol) if analyte is not None else None
    if analyte is None or bounds is None or all(bounds[0] <= value <= bounds[1] for value in quantity.values):
        return ""
    others = [unit for unit, (low, high) in analyte.bounds.items() if low <= quantity.value <= high]
    hint = f"is it {others[0]}?" if others else "has a point been lost, or is it another unit?"
    return f"“{quantity.text}” is no value of {analyte.name} in a living person: {hint}"


def _time(quantity: Quantity) -> str:
    if quantity.unit is None or quantity.per is None or {quantity.unit.symbol, quantity.per.symbol} - _PER_TIME:
        return ""
    if (
        min(quantity.values) * quantity.unit.factor <= 1.02 * quantity.per.factor
        or quantity.unit.symbol == quantity.per.symbol
    ):
        return ""
    return f"“{quantity.text}”: a {quantity.per.symbol} is not that long."


def _pressures(text: str) -> Iterator[tuple[int, int, str]]:
    if ("/" not in text and " over " not in text) or not _PRESSURE.search(text):
        return
    for match in _PAIR.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first < second and 30 <= first <= 130 and 80 <= second <= 260:
            yield (
                match.start(),
                match.end(),
                f"“{match.group()}”: the higher (systolic) pressure comes first: {second}/{first}?",
            )


def _acidity(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PH.finditer(text) if "pH" in text else ():
        if float(match[1]) > 14:
            yield match.start(), match.end(), f"“{match.group()}”: pH goes from 0 to 14; has a point been lost?"


def _more_than_all(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WHOLE.finditer(text):
        if float(match[1].replace(",", "")) > 100:
            yield match.start(), match.end(), f"“{match.group()}” is more than all of them."
    for match in _OUT_OF.finditer(text):
        some, all_of = (int(match[group].replace(",", "")) for group in (1, 2))
        if some > all_of and "out of" in match.group():
            yield match.start(), match.end(), f"“{match.group()}” is more than all of them; are the numbers swapped?"
