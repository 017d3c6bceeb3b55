"""What installed packages offer through groups of entry points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import Any

from clinlint.errors import RuleDefinitionError


@cache
def _installed() -> Any:
    """All entry points, of a type that depends on Python's version; to read them takes some milliseconds."""
    return entry_points()


def entries(group: str) -> EntryPoints:
    """The entry points of a group."""
    found: EntryPoints = _installed().select(group=group)
    return found


def offered(group: str, what: str) -> Iterator[tuple[EntryPoint, Any]]:
    """What the callables that a group's entry points name return, in order of name.

    Args:
        group: such as ``clinlint.rules``.
        what: what they offer, for messages, such as ``rules``.

    Raises:
        RuleDefinitionError: when one cannot be loaded.
    """
    for entry in sorted(entries(group), key=lambda entry: entry.name):
        try:
            given = entry.load()()
        except RuleDefinitionError:
            raise
        except Exception as error:
            raise RuleDefinitionError(
                f"the {what} of {entry.value!r} cannot be loaded ({error}); reinstall or remove the package"
            ) from error
        yield entry, given
