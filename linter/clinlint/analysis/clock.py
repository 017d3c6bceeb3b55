"""The day of a run, which tests and repeatable builds can set."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now, see https://reproducible-builds.org/specs/source-date-epoch/."""


def today() -> date:
    """The day that the environment variable names, or else today."""
    seconds = os.environ.get(VARIABLE, "")
    if seconds.isdecimal() and len(seconds) < 12:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()
