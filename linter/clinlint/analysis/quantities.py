"""Quantities of a text: each number or range with its unit, its value and its place.

``2.5 mg``, ``10–15%``, ``1,000 IU``, ``two weeks``, ``5 mg/kg``, ``½ tablet``. Numbers inside words (``COVID-19``,
``B12``), dates, times of day, addresses and telephone numbers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clinlint.analysis.units import Dimension, Unit, unit_named, unit_pattern

_SPACE = "[ \\u00a0\\u202f\\u2009]"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_BELOW_TWENTY = (
    ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    + ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
)  # fmt: skip
_ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(_BELOW_TWENTY)} | {
    word: 10 * number for number, word in enumerate(_ROUND, 2)
}
_SMALL = "|".join(sorted((word for word, number in _WORDS.items() if 1 <= number <= 9), key=len, reverse=True))
_TENS = "|".join(word for word, number in _WORDS.items() if number >= 20)
_IN_WORDS = rf"(?:(?:{_TENS})-(?:{_SMALL})|{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\w-])"
_IN_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|[1-9]/(?:[2-9]|1[026])(?![\d/])|\d*\.\d+(?!\.?\d)|\d+,\d{1,2}(?![\d,])"
    rf"|\d+{_SPACE}?[½¼¾⅓⅔⅛]|\d+|[½¼¾⅓⅔⅛])"
)
_TO = rf"(?:{_SPACE}?[-‐‑–—/]{_SPACE}?|{_SPACE}(?:to|or){_SPACE})"
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_LONGEST = 24
"""Digits of the longest number that is read; longer ones are codes."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of two, with its unit.

    Attributes:
        start, end: offsets into the text that was read; ``Block.at`` and ``Sentence.at`` make spans of them.
        text: the characters between them.
        values: the number, or both of a range or pair in the order of the text.
        number_end: where the (last) number ends and the unit begins.
        unit: None for a bare number.
        per: the second unit of ``mg/dL`` or ``mg per day``.
        sign: ``<``, ``>``, ``≤`` or ``≥`` where one stands before the number.
        link: what stands between two numbers: ``-`` for any dash, ``to``, ``or``, ``/``.
    """

    start: int
    end: int
    text: str
    values: tuple[float, ...]
    number_end: int
    unit: Unit | None = None
    per: Unit | None = None
    sign: str = ""
    link: str = ""

    @property
    def value(self) -> float:
        """The number; the first of a range."""
        return self.values[0]

    @property
    def is_range(self) -> bool:
        """True for ``5–10 mg`` and ``5 to 10 mg``, not for ``120/80 mmHg`` or ``one or two tablets``."""
        return self.link in {"-", "to"}

    @property
    def symbol(self) -> str:
        """The unit in one spelling, such as ``mcg``, ``%`` or ``mg/dL``; empty for a bare number."""
        if self.unit is None:
            return ""
        return f"{self.unit.symbol}/{self.per.symbol}" if self.per is not None else self.unit.symbol

    @property
    def dimension(self) -> Dimension | None:
        """What is measured; None for a bare number."""
        return None if self.unit is None else Dimension.PER if self.per is not None else self.unit.dimension

    @property
    def in_base(self) -> tuple[float, ...] | None:
        """The values in the dimension's base unit (g, L, m, s, %); None where no factor leads to one."""
        if self.unit is None or self.per is not None or not self.unit.factor:
            return None
        return tuple(value * self.unit.factor for value in self.values)


@cache
def _pattern(number: str) -> re.Pattern[str]:
    unit = unit_pattern()
    per = rf"(?:{_SPACE}?/{_SPACE}?(?P<per>{unit})|{_SPACE}(?:per|a|every){_SPACE}(?P<per_word>{unit}))"
    any_number = rf"(?:{_IN_DIGITS}|{_IN_WORDS})"
    return re.compile(
        rf"(?<![\w.,/:])(?P<first>{number})"
        rf"(?:(?:{_SPACE}?(?P<first_unit>{unit}))?(?P<to>{_TO})(?P<second>{any_number}))?"
        rf"(?:(?P<gap>{_SPACE}|-)?(?P<unit>{unit})(?:{per})?)?",
        re.IGNORECASE,
    )


_MAY_BE_NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛]|\.\d")
_SIGN = re.compile(rf"([<>≤≥]){_SPACE}?$")
_ONE_LETTER_UNITS = frozenset("CFlLmghsdU")


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in order; linear in its length."""
    found = list(_collected(text, _pattern(_IN_DIGITS), _places(_MAY_BE_NUMBER, text)))
    lower = text.lower()
    present = [word for word in _WORDS if word in lower]
    if present and len(lower) == len(text):
        found += _collected(text, _pattern(_IN_WORDS), _places(re.compile("|".join(present)), lower))
        found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    return tuple(_without_overlaps(found))


def _without_overlaps(found: list[Quantity]) -> Iterator[Quantity]:
    end = 0
    for quantity in found:
        if quantity.start >= end:
            end = quantity.end
            yield quantity


def _places(begins: re.Pattern[str], text: str) -> Iterator[int]:
    return (match.start() for match in begins.finditer(text))


def _collected(text: str, pattern: re.Pattern[str], places: Iterator[int]) -> Iterator[Quantity]:
    behind = 0
    for place in places:
        match = pattern.match(text, place) if place >= behind else None
        if match is None:
            continue
        quantity = _read(text, match)
        behind = max(match.end("first"), quantity.end if quantity is not None else 0)
        if quantity is not None:
            yield quantity


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity of a match; its first part alone when the two parts differ in their units."""
    unit, per = _units(match["unit"], match["gap"], match["per"] or match["per_word"])
    first_unit = unit_named(match["first_unit"]) if match["first_unit"] else None
    link = match["to"].strip() if match["to"] else ""
    pair = bool(link) and (unit is not None or link != "/") and first_unit in {None, unit}
    first = number_value(match["first"])
    second = number_value(match["second"]) if pair else None
    if first is None or (pair and second is None):
        return None
    if pair or not link:
        number_end = match.end("second" if pair else "first")
        end = match.end() if unit is not None else number_end
    else:
        unit, per = first_unit, None
        number_end = match.end("first")
        end = match.end("first_unit") if first_unit is not None else number_end
    if unit is None and not (_MAY_BE_NUMBER.match(match["first"]) and _stands_alone(text, match.start(), end)):
        return None
    sign = _SIGN.search(text, max(0, match.start() - 2), match.start())
    start = sign.start() if sign else match.start()
    values = (first,) if second is None else (first, second)
    link = ("-" if link in "-‐‑–—" else link.lower()) if pair else ""
    return Quantity(start, end, text[start:end], values, number_end, unit, per, sign[1] if sign else "", link)


def _units(spelling: str | None, gap: str | None, per: str | None) -> tuple[Unit | None, Unit | None]:
    if not spelling:
        return None, None
    if (
        len(spelling) == 1
        and spelling.isascii()
        and spelling.isalpha()
        and (spelling not in _ONE_LETTER_UNITS or gap == "-")
    ):
        # "5 M", "3 G" and "2 H" are no metres, grams and hours; "5-m" may be a name.
        return None, None
    unit = unit_named(spelling)
    return unit, unit_named(per) if per and unit is not None else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True when the characters around a bare number do not make it part of a word, date, time or address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before and (before.isalnum() or before in "-/:.,@#_+"):
        return False
    if after[:1].isalnum() or after[:1] in {"/", ":", "@", "_"}:
        return False
    return not (after[:1] in {"-", ".", ","} and after[1:2].isalnum())


def number_value(text: str) -> float | None:
    """The value of ``1,000``, ``2.5``, ``1/2``, ``1½`` or ``twenty-five``; None when it is none."""
    if len(text) > _LONGEST:
        return None
    lower = text.lower()
    if lower in _WORDS:
        return float(_WORDS[lower])
    tens, hyphen, ones = lower.partition("-")
    if hyphen and tens in _WORDS and ones in _WORDS:
        return float(_WORDS[tens] + _WORDS[ones])
    if text[-1] in _FRACTIONS:
        whole = text[:-1].strip()
        return (float(whole) if whole else 0.0) + _FRACTIONS[text[-1]]
    top, slash, bottom = text.partition("/")
    if slash:
        return float(top) / float(bottom) if float(bottom) else None
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
