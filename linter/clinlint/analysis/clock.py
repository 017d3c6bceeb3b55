"""The day and the moment of a run, which tests and repeatable builds can set."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now, see https://reproducible-builds.org/specs/source-date-epoch/."""


def today() -> date:
    """The day that the environment variable names, or else today."""
    return now().date()


def now() -> datetime:
    """The moment that the environment variable names, or else now; in UTC."""
    seconds = os.environ.get(VARIABLE, "")
    if seconds.isdecimal() and len(seconds) < 12:
        return datetime.fromtimestamp(int(seconds), UTC)
    return datetime.now(UTC)
