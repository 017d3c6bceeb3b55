"""What is measured in blood: names, units, and bounds beyond which a value is no value of a living person.

Bounds are wider than anything that laboratories report (MedlinePlus, Medical Tests; ADA Standards of Care); factors
between units are molar masses. They find lost points and swapped units, not illness.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from clinlint.api import Quantity, Sentence


@dataclass(frozen=True, slots=True)
class Analyte:
    """One thing that is measured.

    Attributes:
        bounds: lowest and highest possible value by unit.
        factor: mg/dL in one mmol/L, where both units are used; 0 where they are not.
    """

    name: str
    pattern: str
    bounds: Mapping[str, tuple[float, float]]
    factor: float = 0.0


ANALYTES = (
    Analyte(
        "glucose",
        r"(?:blood |plasma |fasting )?(?:glucose|sugar(?: levels?)?)",
        {"mg/dL": (15, 2500), "mmol/L": (0.8, 75)},
        18.016,
    ),
    Analyte("triglycerides", r"triglycerides?", {"mg/dL": (10, 12000), "mmol/L": (0.1, 135)}, 88.57),
    Analyte(
        "cholesterol", r"(?:LDL|HDL|(?:total )?cholesterol)(?:[- ]C)?", {"mg/dL": (5, 1500), "mmol/L": (0.1, 40)}, 38.67
    ),
    Analyte("creatinine", r"creatinine", {"mg/dL": (0.1, 40), "µmol/L": (8, 3500)}),
    Analyte("haemoglobin", r"h(?:a)?emoglobin(?! A1c)", {"g/dL": (1.5, 27), "g/L": (15, 270)}),
    Analyte("potassium", r"potassium", {"mmol/L": (1, 12), "mEq/L": (1, 12)}),
    Analyte("sodium", r"sodium", {"mmol/L": (90, 210), "mEq/L": (90, 210)}),
    Analyte("uric acid", r"uric acid", {"mg/dL": (0.3, 60), "µmol/L": (15, 3600)}),
    Analyte("HbA1c", r"(?:HbA1c|A1C|glyc(?:at|osylat)ed h(?:a)?emoglobin)", {"%": (3, 25)}),
)
_DIFFERENCE = re.compile(
    r"\b(?:by|difference|lower(?:ed|s|ing)?|reduc\w+|decreas\w+|increas\w+|drop\w*|rise\w*|rose|fell|fall\w*|raise\w*"
    r"|diet\w*|eat\w*|intake|per day|a day|daily|supplements?|foods?|drink\w*|salt|grams? of|spoon\w*"
    r"|urine|24[- ]hour)\b",
    re.IGNORECASE,
)
_REACH = 60


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<a{n}>\b{a.pattern}\b)" for n, a in enumerate(ANALYTES)), re.IGNORECASE)


def analyte_of(sentence: Sentence, quantity: Quantity) -> Analyte | None:
    """The analyte that was named last before a quantity, when the sentence speaks of a value and of no change."""
    before = sentence.text[max(0, quantity.start - _REACH) : quantity.start]
    last = None
    for match in _names().finditer(before):
        last = match
    if last is None or _DIFFERENCE.search(sentence.text):
        return None
    return ANALYTES[int((last.lastgroup or "a0")[1:])]
