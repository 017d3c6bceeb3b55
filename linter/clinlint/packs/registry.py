"""Finds installed packs through the entry-point group ``clinlint.packs``."""

from __future__ import annotations

from functools import cache, lru_cache
from os import PathLike

from clinlint.errors import ConfigurationError
from clinlint.packs.compiling import CompiledPacks, compile_packs, vocabulary_of
from clinlint.packs.kept import ReadPacks, read_packs
from clinlint.packs.load import read_pack
from clinlint.packs.schema import Pack
from clinlint.plugins import offered
from clinlint.storage.folder import cache_folder

ENTRY_POINT_GROUP = "clinlint.packs"


def installed_packs() -> tuple[Pack, ...]:
    """All installed packs, in order of their files' names.

    Every entry point names a callable that returns the paths of pack files.

    Raises:
        RuleDefinitionError: when an entry point cannot be loaded.
        ConfigurationError: when one of the files is no pack.
    """
    return _installed().packs


@cache
def _installed() -> ReadPacks:
    files: list[str | PathLike[str]] = []
    for _, paths in offered(ENTRY_POINT_GROUP, "packs"):
        files.extend(paths)
    return read_packs(files, cache_folder())


@lru_cache(maxsize=16)
def compiled(packs: tuple[Pack, ...], given: str | None = None) -> CompiledPacks:
    """``compile_packs``, once for the same packs and source language.

    Raises:
        ConfigurationError: with file and line, when a macro names no word class or two packs define the same.
    """
    words, installed = vocabulary_of(packs), _installed()
    # What an entry requires depends on the forms of its words, and a user's own pack may bring others.
    same = words.irregular == vocabulary_of(installed.packs).irregular
    return compile_packs(packs, words, given=given, known=installed.requirements if same else None)


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
