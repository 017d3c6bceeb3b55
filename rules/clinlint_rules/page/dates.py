"""Dates as pages write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july") + (
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS) + "|sept"
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})\.?,? (\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b({MONTH})\.?,? (\d{{4}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b")


def machine_date(text: str) -> date | None:
    """The day of ``2023-05-01T10:00:00+03:00``; None when the text is no date that machines read."""
    match = _ISO.match(text)
    return _date(match[1], match[2], match[3] or "1") if match else None


def written_date(text: str) -> date | None:
    """The first date in a text for people; ``3/5/2023`` is read as the 3rd of May, as most of the world does."""
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_FIRST, (1, 2, 3))):
        match = pattern.search(text)
        if match:
            return _date(*(match[group] for group in order))
    match = _NUMBERS.search(text)
    if match:
        return _date(match[3], match[2], match[1]) or _date(match[3], match[1], match[2])
    match = _MONTH_ONLY.search(text)
    if match:
        return _date(match[2], match[1], "1")
    iso = re.search(r"\b\d{4}-\d{1,2}-\d{1,2}\b", text)
    return machine_date(iso.group()) if iso else None


def _date(year: str, month: str, day: str) -> date | None:
    number = next((n for n, name in enumerate(_MONTHS, 1) if month.lower()[:3] == name[:3]), None)
    try:
        return date(int(year), number or int(month), int(day))
    except ValueError:
        return None
