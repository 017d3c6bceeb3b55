"""Where a value comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Origin:
    """The place that set a value: a file and line, the command line, or nothing at all.

    Attributes:
        name: a path, ``command line``, ``configuration`` (a mapping given in code), ``preset NAME`` or ``default``.
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
    """A key in a configuration, for error messages: its origin's name, its path, and lines by path.

    Attributes:
        lines: 1-based lines by path; 0 for a key whose line is not known.
        base: the preset that the configuration goes on from, whose keys it has where it sets none itself.
        depth: how many keys of the path lead to the table that goes on from it.
    """

    name: str
    path: tuple[str, ...] = ()
    lines: tuple[tuple[tuple[str, ...], int], ...] = ()
    base: Place | None = None
    depth: int = 0

    def at(self, *keys: str) -> Place:
        """The place of a key below this one."""
        return replace(self, path=(*self.path, *keys))

    @property
    def origin(self) -> Origin:
        """The file and the line of the longest known part of the path."""
        length, line = self._longest()
        if self.base is not None:
            below = replace(self.base, path=self.path[self.depth :])
            if below._longest()[0] > max(0, length - self.depth):
                return below.origin
        return Origin(self.name, line or None)

    def _longest(self) -> tuple[int, int]:
        """How many keys of the path are known to stand here, and the line of the last."""
        known = dict(self.lines)
        for length in range(len(self.path), 0, -1):
            if self.path[:length] in known:
                return length, known[self.path[:length]]
        return 0, 0

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
