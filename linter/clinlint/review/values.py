"""Values of a JSON file that somebody else wrote, taken with a clear word about what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clinlint.errors import DecisionsError

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Value:
    """A value and where it stands.

    Attributes:
        where: the place in a person's words, such as ``decisions.json: files[0]``.
    """

    where: str
    value: Any

    def problem(self, what: str) -> DecisionsError:
        """The error that says what is wrong with this value."""
        return DecisionsError(f"{self.where}: {what}")

    def keys(self) -> Mapping[str, Any]:
        """The value, which must be an object.

        Raises:
            DecisionsError: when it is none; as all other methods do for what they want.
        """
        if not isinstance(self.value, dict):
            raise self.problem(f"must be an object, not {shown(self.value)}")
        return self.value

    def get(self, key: str) -> Value | None:
        """The value of a key; None when the key is missing."""
        keys = self.keys()
        return Value(f"{self.where}: {key}", keys[key]) if key in keys else None

    def required(self, key: str) -> Value:
        """The value of a key that must be there."""
        found = self.get(key)
        if found is None:
            raise self.problem(f"the key {key!r} is missing")
        return found

    def items(self, *, fewest: int = 0) -> Iterator[Value]:
        """The parts of the value, which must be a list of at least so many."""
        if not isinstance(self.value, list):
            raise self.problem(f"must be a list, not {shown(self.value)}")
        if len(self.value) < fewest:
            raise self.problem(f"must hold at least {fewest}")
        for number, item in enumerate(self.value):
            yield Value(f"{self.where}[{number}]", item)

    def text(self, pattern: re.Pattern[str] | None = None, wanted: str = "a text") -> str:
        """The value, which must be a text, of a form where ``pattern`` gives one."""
        if not isinstance(self.value, str) or (pattern is not None and not pattern.fullmatch(self.value)):
            raise self.problem(f"must be {wanted}, not {shown(self.value)}")
        return self.value

    def optional_text(self, key: str, pattern: re.Pattern[str] | None = None, wanted: str = "a text") -> str:
        """The text of a key; empty when the key is missing."""
        found = self.get(key)
        return "" if found is None else found.text(pattern, wanted)

    def number(self, largest: int) -> int:
        """The value, which must be a whole number from 0 to ``largest``."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
            raise self.problem(f"must be a whole number from 0 to {largest:,}, not {shown(self.value)}")
        return value


def shown(value: object) -> str:
    """A JSON value in a few words."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
