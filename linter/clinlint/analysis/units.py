"""Units of measurement as texts write them: one canonical symbol, a dimension, and a factor to compare by.

Factors: BIPM, The International System of Units (9th edition); NIST Special Publication 811, appendix B.8.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Dimension(StrEnum):
    """What a unit measures."""

    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    TIME = "time"
    TEMPERATURE = "temperature"
    SHARE = "share"
    PRESSURE = "pressure"
    ENERGY = "energy"
    AMOUNT = "amount of substance"
    FREQUENCY = "frequency"
    COUNT = "count"
    PER = "one unit per another"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        symbol: one spelling for all (``mcg`` for µg, ug and micrograms).
        factor: of the dimension's base (g, L, m, s, %, mmHg, kcal, mol); 0 where units cannot be converted by a
            factor (°C and °F, tablets).
    """

    symbol: str
    dimension: Dimension
    factor: float = 0.0


_TABLE: tuple[tuple[Dimension, str, float, str], ...] = (
    (Dimension.MASS, "kg", 1e3, "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos"),
    (Dimension.MASS, "g", 1.0, "g gr gm gms gram grams gramme grammes"),
    (Dimension.MASS, "mg", 1e-3, "mg mgs Mg MG milligram milligrams milligramme milligrammes"),
    (Dimension.MASS, "mcg", 1e-6, "mcg µg μg ug microgram micrograms microgramme microgrammes"),
    (Dimension.MASS, "ng", 1e-9, "ng nanogram nanograms"),
    (Dimension.MASS, "pg", 1e-12, "pg picogram picograms"),
    (Dimension.MASS, "lb", 453.59237, "lb lbs pound pounds"),
    (Dimension.MASS, "oz", 28.349523, "oz ounce ounces"),
    (Dimension.MASS, "stone", 6350.29318, "stone stones"),
    (Dimension.VOLUME, "L", 1.0, "L l litre litres liter liters"),
    (Dimension.VOLUME, "dL", 0.1, "dL dl decilitre decilitres deciliter deciliters"),
    (Dimension.VOLUME, "mL", 1e-3, "mL ml ML mls millilitre millilitres milliliter milliliters cc ccs"),
    (Dimension.VOLUME, "pint", 0.0, "pint pints"),
    (Dimension.VOLUME, "gallon", 0.0, "gallon gallons"),
    (Dimension.VOLUME, "fl oz", 0.0, "fl|oz fluid|ounce fluid|ounces"),
    (Dimension.LENGTH, "km", 1e3, "km kilometre kilometres kilometer kilometers"),
    (Dimension.LENGTH, "m", 1.0, "m metre metres meter meters"),
    (Dimension.LENGTH, "cm", 1e-2, "cm cms Cm CM centimetre centimetres centimeter centimeters"),
    (Dimension.LENGTH, "mm", 1e-3, "mm mms MM millimetre millimetres millimeter millimeters"),
    (Dimension.LENGTH, "µm", 1e-6, "µm μm micron microns micrometre micrometres micrometer micrometers"),
    (Dimension.LENGTH, "nm", 1e-9, "nm nanometre nanometres nanometer nanometers"),
    (Dimension.LENGTH, "inch", 0.0254, "inch inches"),
    (Dimension.LENGTH, "ft", 0.3048, "ft feet foot"),
    (Dimension.LENGTH, "mile", 1609.344, "mile miles"),
    (Dimension.TIME, "s", 1.0, "s sec secs second seconds"),
    (Dimension.TIME, "min", 60.0, "min mins minute minutes"),
    (Dimension.TIME, "hour", 3600.0, "h hr hrs hour hours"),
    (Dimension.TIME, "day", 86_400.0, "d day days"),
    (Dimension.TIME, "week", 604_800.0, "wk wks week weeks"),
    (Dimension.TIME, "month", 2_629_800.0, "month months"),
    (Dimension.TIME, "year", 31_557_600.0, "yr yrs year years"),
    (
        Dimension.TEMPERATURE,
        "°C",
        0.0,
        "°C °|C º|C ºC ℃ degrees|C degrees|Celsius degree|Celsius degrees|centigrade Celsius °|Celsius",
    ),
    (
        Dimension.TEMPERATURE,
        "°F",
        0.0,
        "°F °|F º|F ºF ℉ degrees|F degrees|Fahrenheit degree|Fahrenheit Fahrenheit °|Fahrenheit",
    ),
    (Dimension.TEMPERATURE, "°", 0.0, "° º degree degrees"),
    (Dimension.SHARE, "%", 1.0, "% percent per|cent"),
    (Dimension.SHARE, "‰", 0.1, "‰"),
    (Dimension.SHARE, "percentage point", 0.0, "percentage|point percentage|points"),
    (Dimension.PRESSURE, "mmHg", 1.0, "mmHg mm|Hg mmhg"),
    (Dimension.PRESSURE, "kPa", 7.50062, "kPa"),
    (Dimension.PRESSURE, "cmH2O", 0.735559, "cmH2O cm|H2O"),
    (Dimension.ENERGY, "kcal", 1.0, "kcal kcals calorie calories kilocalorie kilocalories Cal"),
    (Dimension.ENERGY, "kJ", 0.239006, "kJ kilojoule kilojoules"),
    (Dimension.AMOUNT, "mol", 1.0, "mol mole moles"),
    (Dimension.AMOUNT, "mmol", 1e-3, "mmol millimole millimoles mmols"),
    (Dimension.AMOUNT, "µmol", 1e-6, "µmol μmol umol micromole micromoles micromol"),
    (Dimension.AMOUNT, "nmol", 1e-9, "nmol nanomole nanomoles"),
    (Dimension.AMOUNT, "pmol", 1e-12, "pmol"),
    (Dimension.AMOUNT, "mEq", 0.0, "mEq meq"),
    (Dimension.FREQUENCY, "bpm", 0.0, "bpm beats|per|minute beats|a|minute"),
    (Dimension.FREQUENCY, "Hz", 1.0, "Hz hertz"),
    (Dimension.FREQUENCY, "times", 0.0, "times"),
    (Dimension.COUNT, "IU", 0.0, "IU I.U. IUs international|unit international|units"),
    (Dimension.COUNT, "unit", 0.0, "U unit units"),
    (Dimension.COUNT, "tablet", 0.0, "tablet tablets pill pills"),
    (Dimension.COUNT, "capsule", 0.0, "capsule capsules"),
    (Dimension.COUNT, "drop", 0.0, "drop drops"),
    (Dimension.COUNT, "puff", 0.0, "puff puffs"),
    (Dimension.COUNT, "sachet", 0.0, "sachet sachets"),
    (Dimension.COUNT, "ampoule", 0.0, "ampoule ampoules ampule ampules vial vials"),
    (Dimension.COUNT, "dose", 0.0, "dose doses"),
    (Dimension.COUNT, "teaspoon", 0.0, "teaspoon teaspoons teaspoonful teaspoonfuls tsp"),
    (Dimension.COUNT, "tablespoon", 0.0, "tablespoon tablespoons tablespoonful tablespoonfuls tbsp"),
    (Dimension.COUNT, "cup", 0.0, "cup cups"),
    (Dimension.COUNT, "session", 0.0, "session sessions"),
)


@cache
def units_by_spelling() -> Mapping[str, Unit]:
    """All units by their spellings, words parted by one space."""
    return {
        spelling.replace("|", " "): Unit(symbol, dimension, factor)
        for dimension, symbol, factor, spellings in _TABLE
        for spelling in spellings.split()
    }


@cache
def unit_pattern() -> str:
    """A pattern of one unit, the longest spelling first; where it is made of letters, it ends with them."""
    spellings = sorted(units_by_spelling(), key=len, reverse=True)
    alternatives = [
        re.escape(spelling).replace("\\ ", "[ \\u00a0]?" if spelling[0] in "°º" else "[ \\u00a0]")
        + (r"(?![^\W\d_])" if spelling[-1].isalpha() else "")
        for spelling in spellings
    ]
    return f"(?:{'|'.join(alternatives)})"


def unit_named(spelling: str) -> Unit | None:
    """The unit that is written so, or with a capital where a word begins with one."""
    key = " ".join(spelling.replace("\u00a0", " ").split())
    units = units_by_spelling()
    return units.get(key) or units.get(key.replace(" ", "")) or units.get(key.lower())
