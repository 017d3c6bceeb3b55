"""Quantities of a text: each number or range with its unit, its value and its place.

``2.5 mg``, ``10–15%``, ``1,000 IU``, ``two weeks``, ``5 mg/kg``, ``½ tablet``. Numbers inside words (``COVID-19``,
``B12``), dates, times of day, addresses and telephone numbers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from clinlint.analysis.units import Dimension, Unit, unit_named, unit_pattern

_SPACES = " \u00a0\u202f\u2009"
_SPACE = f"[{_SPACES}]"
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


_NUMBER_IN_DIGITS = re.compile(rf"(?<![\w.,/:]){_IN_DIGITS}")
_NUMBER_IN_WORDS = re.compile(rf"(?<![\w.,/:]){_IN_WORDS}", re.IGNORECASE)
_SECOND = re.compile(rf"(?P<link>{_TO})(?P<number>{_IN_DIGITS}|{_IN_WORDS})", re.IGNORECASE)
_PER = re.compile(rf"{_SPACE}?/{_SPACE}?|{_SPACE}(?:per|a|every){_SPACE}", re.IGNORECASE)
_MAY_BE_NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛]|\.\d")
_SIGN = re.compile(rf"([<>≤≥]){_SPACE}?$")
_ONE_LETTER_UNITS = frozenset("CFlLmghsdU")


class _Written(NamedTuple):
    """The parts of a quantity as they are written: ``5 mg–10 mg``, ``5 to 10 mg/dL``."""

    first: re.Match[str]
    first_unit: re.Match[str] | None
    second: re.Match[str] | None
    gap: str
    unit: re.Match[str] | None
    per: re.Match[str] | None

    @property
    def end(self) -> int:
        return (self.per or self.unit or self.second or self.first).end()


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(unit_pattern(), re.IGNORECASE)


def _written(text: str, number: re.Pattern[str], place: int) -> _Written | None:
    """What stands at ``place``: a number, perhaps with a unit and a second number, perhaps with their unit behind."""
    first = number.match(text, place)
    if first is None:
        return None
    first_unit = _unit().match(text, first.end() + text.startswith(tuple(_SPACES), first.end()))
    second = _SECOND.match(text, first_unit.end()) if first_unit else None
    if second is None:
        first_unit, second = None, _SECOND.match(text, first.end())
    end = (second or first).end()
    gap = text[end : end + 1] if text.startswith((*_SPACES, "-"), end) else ""
    unit = _unit().match(text, end + len(gap))
    link = _PER.match(text, unit.end()) if unit else None
    return _Written(first, first_unit, second, gap, unit, _unit().match(text, link.end()) if link else None)


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in order; linear in its length."""
    found = list(_collected(text, _NUMBER_IN_DIGITS, _places(_MAY_BE_NUMBER, text)))
    lower = text.lower()
    present = [word for word in _WORDS if word in lower]
    if present and len(lower) == len(text):
        found += _collected(text, _NUMBER_IN_WORDS, _places(re.compile("|".join(present)), lower))
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


def _collected(text: str, number: re.Pattern[str], places: Iterator[int]) -> Iterator[Quantity]:
    behind = 0
    for place in places:
        written = _written(text, number, place) if place >= behind else None
        if written is None:
            continue
        quantity = _read(text, written)
        behind = max(written.first.end(), quantity.end if quantity is not None else 0)
        if quantity is not None:
            yield quantity


def _read(text: str, written: _Written) -> Quantity | None:
    """The quantity that is written; its first part alone when the two parts differ in their units."""
    unit, per = _units(written)
    first_unit = unit_named(written.first_unit.group()) if written.first_unit else None
    link = written.second["link"].strip() if written.second else ""
    pair = bool(link) and (unit is not None or link != "/") and first_unit in {None, unit}
    first = number_value(written.first.group())
    second = number_value(written.second["number"]) if pair and written.second else None
    if first is None or (pair and second is None):
        return None
    if pair or not link:
        number_end = (written.second or written.first).end()
        end = written.end if unit is not None else number_end
    else:
        unit, per = first_unit, None
        number_end = written.first.end()
        end = written.first_unit.end() if written.first_unit and first_unit is not None else number_end
    start = written.first.start()
    if unit is None and not (_MAY_BE_NUMBER.match(written.first.group()) and _stands_alone(text, start, end)):
        return None
    sign = _SIGN.search(text, max(0, start - 2), start)
    start = sign.start() if sign else start
    values = (first,) if second is None else (first, second)
    link = ("-" if link in "-‐‑–—" else link.lower()) if pair else ""
    return Quantity(start, end, text[start:end], values, number_end, unit, per, sign[1] if sign else "", link)


def _units(written: _Written) -> tuple[Unit | None, Unit | None]:
    if written.unit is None:
        return None, None
    spelling = written.unit.group()
    if (
        len(spelling) == 1
        and spelling.isascii()
        and spelling.isalpha()
        and (spelling not in _ONE_LETTER_UNITS or written.gap == "-")
    ):
        # "5 M", "3 G" and "2 H" are no metres, grams and hours; "5-m" may be a name.
        return None, None
    unit = unit_named(spelling)
    return unit, unit_named(written.per.group()) if written.per and unit is not None else None


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
