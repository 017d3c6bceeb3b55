"""RD013 unit-spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, Span, rule
from clinlint_rules.readability.consistency import drift, english_text

META = RuleMeta(
    code="RD013",
    name="unit-spelling",
    summary="one unit written in two ways in one article",
    severity=Severity.INFO,
    mqm_type="Style/Inconsistent style",
    its_type="inconsistency",
    references=(
        "https://service-manual.nhs.uk/content/numbers-measurements-dates-time",
        "https://www.nist.gov/pml/special-publication-811",
    ),
    once_a_block=True,
)

# The forms of one unit; a form is a symbol or a word with its plural.
_UNITS: tuple[tuple[str, ...], ...] = (
    ("mg", "milligrams?"),
    ("g", "gms?", "grams?|grammes?"),
    ("kg", "kgs", "kilos?|kilograms?"),
    ("mcg", "[µμ]g", "micrograms?"),
    ("ml", "mL", "cc", "millilitres?|milliliters?"),
    ("l", "L", "litres?|liters?"),
    ("cm", "cms", "centimetres?|centimeters?"),
    ("mm", "millimetres?|millimeters?"),
    ("°C", "º?C|degrees Celsius|degrees C"),
    ("%", "percent", "per cent"),
    ("kcal", "Cal|calories"),
    ("mmHg", "mm Hg"),
    ("mmol/l", "mmol/L"),
    ("mg/dl", "mg/dL"),
)
_FORMS = [(number, form) for number, forms in enumerate(_UNITS) for form in forms]
_QUANTITY = re.compile(
    r"\d(?:\s|-)?(?P<unit>"
    + "|".join(f"(?P<f{at}>{form})" for at, (_, form) in sorted(enumerate(_FORMS), key=lambda pair: -len(pair[1][1])))
    + r")(?![\w/µ°])"
)

# "2 milligrams (mg)" says that the two are one.
_EXPLAINED = re.compile(r"s? ?\([\w°%/µ]{1,6}\)")


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """One unit is written in two ways.

    ## Why it matters

    `5 mL` here and `5 ml` there look like two things to a careful reader, and show that nobody read the page as a
    whole. For doses one form is a matter of safety.

    ## Examples

    ```bad
    Take 5 ml in the morning and 10 ml in the evening, and never more than 20 ⟦mL⟧ a day.
    ---
    About 30% of women and 20% of men have it; 40 ⟦percent⟧ do not know.
    ---
    The dose is 20 mg. Children take 10 mg, and babies 5 ⟦milligrams⟧.
    ```

    ```good
    Take 5 ml in the morning and 10 ml in the evening.
    ---
    About 30% of women have it; a small percentage of men do.
    ---
    Take 20 mg of the tablets or 5 ml of the syrup; a litre of water and 2 grams of salt.
    ---
    A 5 g dose in 10 mg/ml, and 3 mg/dL of something else.
    ---
    The dose is 5 milligrams (mg). Children take 2 mg.
    ```

    ## Limits

    Only units behind a number are compared. Different units for one thing (mg and g) are not.

    ## Fix

    None: which form the house keeps is for a person to say.
    """
    found: dict[int, dict[int, list[tuple[Span, str]]]] = {}
    explained: set[int] = set()
    for block in english_text(document, context):
        for match in _QUANTITY.finditer(block.text):
            at = next(at for at in range(len(_FORMS)) if match[f"f{at}"] is not None)
            place = (block.at(*match.span("unit")), match["unit"])
            if _EXPLAINED.match(block.text, match.end()):
                explained.add(_FORMS[at][0])
            found.setdefault(_FORMS[at][0], {}).setdefault(at, []).append(place)
    for number, forms in found.items():
        if len(forms) > 1 and number not in explained:
            named = {places[0][1]: [span for span, _ in places] for places in forms.values()}
            yield drift(named, "“{rare}” here, “{usual}” in other places ({count}): write one unit in one way.")
