"""Keeps what was worked out from pack files, so that a run need not read TOML again.

Nothing here is ever in the way: a file that is missing, damaged or of other packs costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from clinlint.packs.compiling import required_by, vocabulary_of
from clinlint.packs.load import read_pack
from clinlint.packs.required import Clause
from clinlint.packs.schema import Entry, Pack
from clinlint.version import VERSION

FILES = "packs-*.json"
"""The names of the files in the cache folder, one for each place where packs are installed."""


@dataclass(frozen=True, slots=True)
class ReadPacks:
    """Packs, and what each of their entries requires of a text."""

    packs: tuple[Pack, ...]
    requirements: Mapping[Entry, tuple[Clause, ...]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stands in a file behind its digest: the packs, and the clauses of their entries in order."""

    packs: tuple[Pack, ...]
    clauses: tuple[tuple[Clause, ...], ...]


def read_packs(paths: Iterable[str | PathLike[str]], folder: Path) -> ReadPacks:
    """The packs in TOML files, from ``folder`` where they are kept; otherwise they are put there if that is possible.

    Raises:
        ConfigurationError: with file and line, when a file cannot be read or is no pack, a macro names no word class,
            or two packs define the same.
    """
    files = [Path(path) for path in paths]
    try:
        made_from = _origin(files)
    except OSError:
        # Reading it as a pack tells what is wrong, in a sentence.
        return _worked_out(files)
    named = hashlib.blake2b("\0".join(map(str, files)).encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
    place = folder / FILES.replace("*", f"{named}-{platform.python_version()}")
    kept = _load(place, made_from)
    if kept is None:
        found = _worked_out(files)
        _save(place, _Kept(found.packs, tuple(found.requirements.values())), made_from)
        return found
    entries = (entry for pack in kept.packs for entry in pack.entries)
    return ReadPacks(kept.packs, dict(zip(entries, kept.clauses, strict=True)))


def _worked_out(files: Sequence[Path]) -> ReadPacks:
    packs = tuple(read_pack(file) for file in files)
    words = vocabulary_of(packs)
    return ReadPacks(packs, {entry: required_by(entry, words) for pack in packs for entry in pack.entries})


def _origin(files: Sequence[Path]) -> bytes:
    """A digest of all that the result depends on: pack files and their places, and the code that reads them."""
    digest = hashlib.blake2b(f"{VERSION}\0{platform.python_version()}".encode(), digest_size=16)
    for file in (*files, *sorted(Path(__file__).parent.glob("*.py"))):
        data = file.read_bytes()
        digest.update(f"\0{file}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.digest()


def _digest(made_from: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(data, key=made_from, digest_size=16).hexdigest().encode()


def _load(place: Path, made_from: bytes) -> _Kept | None:
    from clinlint.storage.codec import decode

    try:
        digest, _, data = place.read_bytes().partition(b"\n")
        return decode(_Kept, data) if digest == _digest(made_from, data) else None
    except (OSError, ValueError):
        return None


def _save(place: Path, kept: _Kept, made_from: bytes) -> None:
    from clinlint.storage.atomic import AtomicFile
    from clinlint.storage.codec import encode

    with suppress(OSError, ValueError):
        data = encode(_Kept, kept)
        place.parent.mkdir(parents=True, exist_ok=True)
        file = AtomicFile(place, binary=True)
        try:
            file.stream.write(_digest(made_from, data) + b"\n" + data)
            file.commit()
        finally:
            file.discard()
