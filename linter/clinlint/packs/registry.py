"""Finds installed packs through the entry-point group ``clinlint.packs``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points
from os import PathLike

from clinlint.errors import ConfigurationError, RuleDefinitionError
from clinlint.packs.compiling import compile_packs, vocabulary_of
from clinlint.packs.load import read_pack
from clinlint.packs.schema import Pack

ENTRY_POINT_GROUP = "clinlint.packs"


@cache
def installed_packs() -> tuple[Pack, ...]:
    """All installed packs, in order of their files' names.

    Every entry point names a callable that returns the paths of pack files.

    Raises:
        RuleDefinitionError: when an entry point cannot be loaded.
        ConfigurationError: when one of the files is no pack.
    """
    packs: list[Pack] = []
    for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda e: e.name):
        try:
            paths: Iterable[str | PathLike[str]] = entry.load()()
        except Exception as error:
            raise RuleDefinitionError(
                f"the packs of {entry.value!r} cannot be loaded ({error}); reinstall or remove it"
            ) from error
        packs.extend(read_pack(path) for path in paths)
    return tuple(packs)


def load_pack(path: str | PathLike[str]) -> Pack:
    """A user's own pack, checked as far as it can be without a text.

    Raises:
        ConfigurationError: with file and line, when the file cannot be read, an entry is incomplete or
            takes the id of another, or a pattern, macro or template cannot be compiled.
    """
    pack = read_pack(path)
    others = tuple(other for other in installed_packs() if other.path.resolve() != pack.path.resolve())
    taken = {entry.id: entry for other in others for entry in other.entries}
    for entry in pack.entries:
        if entry.id in taken:
            raise ConfigurationError(f"{entry.place}: the id {entry.id!r} is taken by {taken[entry.id].place}")
    compile_packs((pack,), vocabulary_of((*others, pack))).check()
    return pack
