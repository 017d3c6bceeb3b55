"""Where a value comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The place that set a value: a file and line, the command line, or nothing at all.

    Attributes:
        name: a path, ``command line``, ``configuration`` (a mapping given in code) or ``default``.
        line: 1-based, where a file is known to hold the key on that line.
    """

    name: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.name}:{self.line}" if self.line else self.name


DEFAULT = Origin("default")
COMMAND_LINE = Origin("command line")
ARGUMENT = Origin("argument")


@dataclass(frozen=True, slots=True)
class Place:
    """A key in a configuration, for error messages: its origin's name, its path, and lines by path."""

    name: str
    path: tuple[str, ...] = ()
    lines: tuple[tuple[tuple[str, ...], int], ...] = ()

    def at(self, *keys: str) -> Place:
        """The place of a key below this one."""
        return Place(self.name, (*self.path, *keys), self.lines)

    @property
    def origin(self) -> Origin:
        """The file and the line of the longest known part of the path."""
        known = dict(self.lines)
        for length in range(len(self.path), 0, -1):
            if self.path[:length] in known:
                return Origin(self.name, known[self.path[:length]])
        return Origin(self.name)

    @property
    def key(self) -> str:
        """The path as it is written in TOML, with override numbers left out."""
        return ".".join(part for part in self.path if not part.isdigit())

    def problem(self, message: str) -> str:
        """One sentence about this place: ``file:line: key: message``."""
        return ": ".join(part for part in (str(self.origin), self.key, message) if part)


def near(name: str, known: Iterable[str]) -> str:
    """`` (did you mean …?)`` when a known name is close to ``name``, else what is known."""
    import difflib

    names = sorted(known)
    found = difflib.get_close_matches(name.replace("_", "-"), names, 1)
    if found:
        return f"did you mean {found[0]!r}?"
    return f"known are {', '.join(names)}" if names else "there are none"
