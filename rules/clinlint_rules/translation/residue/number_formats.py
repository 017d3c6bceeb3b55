"""Number formats of other languages: each with its pattern, what is odd about it and how English writes it.

Decimal comma and dot between thousands: Unicode CLDR, ``numbers/symbols`` of tr, de, es, fr, it, pt, ru. Doses:
ISMP List of Error-Prone Abbreviations, Symbols and Dose Designations
(trailing zeros, missing separators).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from clinlint.api import Confidence

Repair = Callable[[re.Match[str]], str | None]

DOSE_UNIT = (
    r"(?:mg|mcg|µg|μg|ng|pg|kg|gr?|m[lL]|d[lL]|cc|IU|mmol|µmol|μmol|nmol|pmol|mEq|mmHg|kPa|Gy|mSv|MHz|Hz|nm|µm|μm|mm|cm|kcal"
    r"|grams?|milligrams?|micrograms?|kilograms?|kilos?|lit(?:er|re)s?|millilit(?:er|re)s?|centimet(?:er|re)s?"
    r"|millimet(?:er|re)s?|met(?:er|re)s?|tablets?|drops|ampoules?|units?|[°º] ?[CF]|°|degrees?|diopt(?:re|er)s?)(?!\w)"
)
PERCENT = r"(?:%|per ?cent\b|‰)"
TIME_UNIT = (
    r"(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|times|million|billion|fold|pints?|feet|inches|points?)\b"
)
_COUNTED = (
    r"(?:people|patients|women|men|cases|calories|kcal"
    r"|operations|surgeries|procedures|hairs?|grafts|follicles|births|children"
    r"|babies|steps"
    r"|euros?|dollars?|pounds|lira|TL|USD|EUR|IU|units|doctors|physicians|nurses|beds|hospitals|cells|deaths|residents"
    r"|visitors|participants|subjects|persons|individuals|inhabitants"
    r"|students|volunteers|transplants|implants|cycles|tests|copies)\b"
)
_D = r"(?<![\d.,])"  # no digit or separator before
_TIGHT = r"[ \u00a0]?"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One foreign number format; group ``mark`` of the pattern, or the whole match, is reported."""

    pattern: re.Pattern[str]
    message: str
    confidence: Confidence
    repair: Repair


def _dot(match: re.Match[str]) -> str:
    return match["mark"].replace(",", ".")


def _thousands(match: re.Match[str]) -> str:
    return match["mark"].replace(".", ",")


_COMMA = "“{mark}” has a decimal comma; English writes {repaired}. Readers may take it for a list or for thousands."
_PERCENT = "“{mark}” has the sign before the number, as Turkish does; English writes {repaired}."
_THOUSANDS = "“{mark}” has a dot between thousands; in English the dot begins the decimals. Write {repaired}."
_NUMBER = r"\d{1,3},\d{1,2}"
_ONE = rf"{_NUMBER}(?![\d,]|\.\d)"
_RANGE = rf"{_ONE}(?:{_TIGHT}(?:[-–]|to|and){_TIGHT}\d{{1,3}}(?:[,.]\d{{1,2}})?(?![\d,]|\.\d))?"


@cache
def formats() -> tuple[NumberFormat, ...]:
    """All formats; compiled where the first text has a ``CANDIDATE``."""
    high, medium = Confidence.HIGH, Confidence.MEDIUM

    def entry(pattern: str, message: str, confidence: Confidence, repair: Repair, flags: int = 0) -> NumberFormat:
        return NumberFormat(re.compile(pattern, flags), message, confidence, repair)

    def constant(text: str | None) -> Repair:
        return lambda match: text

    lone_percent = r"(?<![\w%)])(?<!\d )%"
    return (
        entry(rf"{_D}(?P<mark>{_RANGE}){_TIGHT}(?:{DOSE_UNIT}|{PERCENT})", _COMMA, high, _dot),
        entry(
            rf"{_D}(?P<mark>\d{{1,3}}(?:\.\d{{1,2}})?{_TIGHT}[-–]{_TIGHT}{_ONE}){_TIGHT}{DOSE_UNIT}", _COMMA, high, _dot
        ),
        entry(rf"{_D}(?P<mark>0,\d{{3}}(?![\d,]|\.\d)){_TIGHT}(?:{DOSE_UNIT}|{PERCENT})", _COMMA, high, _dot),
        entry(rf"\b[pP]{_TIGHT}[=<>≤≥]{_TIGHT}(?P<mark>0?,\d{{1,5}})(?!\d)", _COMMA, high, _dot),
        entry(
            rf"\b(?:OR|RR|HR|CI|BMI|SD|AUC|INR|HbA1c|pH|r){_TIGHT}[=:<>≤≥]?{_TIGHT}(?P<mark>{_ONE})",
            _COMMA,
            high,
            _dot,
        ),
        entry(rf"{_D}(?P<mark>0,\d{{2,4}})(?![\d,]|\.\d)", _COMMA, high, _dot),
        entry(rf"[<>≤≥±]{_TIGHT}(?P<mark>{_ONE})(?! ?[,)]? ?\d)", _COMMA, high, _dot),
        entry(rf"{_D}(?P<mark>{_RANGE}){_TIGHT}[ -]?{TIME_UNIT}", _COMMA, medium, _dot),
        entry(rf"{_D}(?P<mark>\d{{1,2}},\d)(?= (?:in (?:every )?\d|per ))", _COMMA, medium, _dot),
        entry(r"(?:[€$£]\s?)(?P<mark>\d{1,3},\d{2})(?![\d,.])", _COMMA, medium, _dot),
        entry(
            rf"(?P<mark>{lone_percent}(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?(?:[-–]\d{{1,3}})?))(?![\w%])",
            _PERCENT,
            medium,
            lambda match: match["n"].replace(",", ".") + "%",
        ),
        entry(
            rf"(?<=of |in |by |to )(?P<mark>{lone_percent} (?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?))(?![\w%])",
            _PERCENT,
            medium,
            lambda match: match["n"].replace(",", ".") + "%",
        ),
        entry(
            r"(?<!\d )(?<!\d)\b(?P<mark>(?:per ?cent|percent) (?P<n>\d{1,3}(?:[.,]\d{1,2})?))"
            r"(?= (?:of|in|to|chance|success)\b|[.;)]? *$)",
            "“{mark}” has the word before the number; English writes {repaired}.",
            medium,
            lambda match: match["n"].replace(",", ".") + " percent",
        ),
        entry(
            rf"{_D}(?P<mark>[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,4}})(?=(?:[ -][a-z]{{3,20}})? {_COUNTED})",
            _THOUSANDS,
            medium,
            _thousands,
        ),
        entry(
            rf"{_D}(?P<mark>[1-9]\d{{0,2}}\.000)(?= (?!{DOSE_UNIT}|{TIME_UNIT})[a-z]{{3,20}}s\b)",
            _THOUSANDS,
            medium,
            _thousands,
        ),
        entry(
            rf"{_D}(?<![\d+(] )(?P<mark>[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,4}})(?![\d.,-]*\d)",
            _THOUSANDS,
            medium,
            _thousands,
        ),
        entry(
            rf"{_D}(?P<mark>[1-9]\d{{0,2}}(?:\. \d{{3}}){{2,4}})(?![\d.,-]*\d)",
            "“{mark}” has a dot and a space between thousands; English writes {repaired}.",
            medium,
            lambda match: match["mark"].replace(". ", ","),
        ),
        entry(
            r"(?<=[$€£])(?P<mark>[1-9]\d{0,2}(?:\.\d{3})+\.\d{2})(?!\d)",
            _THOUSANDS,
            medium,
            lambda match: match["mark"][:-3].replace(".", ",") + match["mark"][-3:],
        ),
        entry(r"(?<=[$€£])(?P<mark>[1-9]\d{0,2}\.\d{3})(?![\d.,]*\d)", _THOUSANDS, medium, _thousands),
        entry(
            rf"{_D}(?P<mark>[1-9]\d{{0,2}}\.000 ?(?:mg|mcg|µg|IU|units?))\b",
            "“{mark}” can be read as thousands or as a number with needless zeros; write it so that it means one dose.",
            high,
            constant(None),
        ),
        entry(
            r"(?P<mark>(?P<a>\d{1,6})?[ ]?(?P<sign>[≦≧])[ ]?(?:\d{1,6})?)",
            "“{mark}” has a comparison sign of East Asian typesetting; say what is compared with ≤, ≥ or a range.",
            medium,
            lambda match: match["mark"].replace("≦", "≤").replace("≧", "≥"),
        ),
        entry(
            r"(?<![\d,.])(?P<mark>(?P<a>\d[\d,.]{0,9}) ?[~～〜] ?(?P<b>\d[\d,.]{0,9}\d|\d))",
            "“{mark}” writes a range with a tilde, as Chinese does; in English it means “about”. Write {repaired}.",
            medium,
            lambda match: f"{match['a']}–{match['b']}",
        ),
        entry(
            r"(?P<mark>[０-９][０-９．，％～]*)",
            "“{mark}” is set in full-width characters; write {repaired}.",
            medium,
            lambda match: "".join(chr(ord(c) - 0xFEE0) for c in match["mark"]),
        ),
        entry(
            r"\b(?P<mark>(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d))(?= ?o['’]clock)",
            "“{mark} o'clock”: English writes {repaired}, and o'clock with full hours only.",
            medium,
            lambda match: f"{match['h']}:{match['m']}",
        ),
        entry(
            r"\b[Aa]t (?:the )?hours? (?P<mark>(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d))",
            "English says “at {repaired}”, without “hour” and with a colon.",
            medium,
            lambda match: f"{match['h']}:{match['m']}",
        ),
        entry(
            rf"(?<![\d/.,])(?P<mark>(?P<n>[1-9]\d?)(?P<f>1/[234]|3/4))(?= (?:{TIME_UNIT}|an hour))",
            "“{mark}” has lost the space before the fraction; it reads as a number of halves. Write {repaired}.",
            medium,
            lambda match: f"{match['n']} {match['f']}",
        ),
        entry(
            rf"(?<![\d/.,])(?P<mark>(?P<n>[1-9]\d?)(?P<f>1/[234]|3/4))(?= (?:{DOSE_UNIT}))",
            "“{mark}” has lost the space before the fraction, and with it the dose. Write {repaired}.",
            high,
            lambda match: f"{match['n']} {match['f']}",
        ),
        entry(
            r"(?<![\d.,])(?P<mark>\d{1,2}[-–]\d{1,2}\.) ?"
            r"(?:days?|weeks?|months?|years?|hours?|trimesters?|grades?|degrees?|minutes?)\b",
            "“{mark}” writes an ordinal with a stop, as Turkish and German do; English says “the 5th or 6th day”.",
            medium,
            constant(None),
        ),
        entry(
            r"\b(?:the|in|on|at|until|after|from|between|by|every|and|or) "
            r"(?P<mark>\d{1,2}\.) ?(?:day|week|month|year|hour|trimester|grade|degree)\b",
            "“{mark}” writes an ordinal with a stop, as Turkish and German do; English says “the 5th day” or “day 5”.",
            medium,
            constant(None),
        ),
        entry(
            r"(?<![\d.,])(?P<mark>(?:3[4-9]|4[0-3])(?:[.,]\d)?[ ]?[0OoОо]C)(?![\w])",
            "“{mark}” has a letter or a zero for the degree sign; it must read {repaired}.",
            high,
            lambda match: match["mark"].rstrip("CС")[:-1].strip().replace(",", ".") + " °C",
        ),
        entry(
            r"(?<![\d.,])(?P<mark>\d{1,3} ?(?:cm|mm|ml|kg|gr|mg)\.)(?= (?:[a-z]{2,}|\d))(?! e\.g)",
            "“{mark}” has a stop behind the unit; units have none, and it seems to end the sentence.",
            medium,
            lambda match: match["mark"][:-1],
        ),
        entry(
            r"(?<![\d.,])(?P<mark>\d{1,3}(?:[.,]\d)? ?[0OoОо]С|\d{2} [0oO]C)(?!\w)",
            "“{mark}” has a letter or a zero for the degree sign; it must read {repaired}.",
            high,
            lambda match: match["mark"].rstrip("CС")[:-1].strip().replace(",", ".") + " °C",
        ),
        entry(
            r"(?P<mark>\b(?P<u>tbsp|tsp)\.? spoons?)\b",
            "“{mark}” says spoon twice; write {repaired}.",
            medium,
            lambda match: match["u"],
        ),
        entry(
            r"(?<![\w.])(?P<mark>№ ?(?P<n>\d{1,6}))",
            "“№” is the Russian number sign; English writes {repaired}.",
            medium,
            lambda match: f"No. {match['n']}",
        ),
    )


CANDIDATE = re.compile(
    r"\d[,.~～〜≦≧/０-９]|\d ?[-–~～〜≦≧０OoСC]|%\d|% \d|ent \d"
    r"|[≦≧０-９№]|\d ?(?:cm|mm|ml|kg|gr|mg)\.|[=<>] ?,\d|t[bs]s?p\.? spoon"
)
