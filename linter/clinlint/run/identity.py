"""What a result depends on beside the text, as digests: the code and knowledge that made it, and the settings."""

from __future__ import annotations

import datetime
import hashlib
import platform
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import metadata, util
from pathlib import Path, PurePath
from typing import Any

from clinlint.model.rule import Rule
from clinlint.packs import registry as packs
from clinlint.plugins import entries
from clinlint.run import registry as rules
from clinlint.run.settings import Settings

_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class NotDescribableError(TypeError):
    """A setting that cannot be told from another one, so that no result may be kept for it."""


@cache
def installation() -> bytes:
    """A digest of clinlint, the packages with rules and packs, and the versions of what they use.

    The content of every file counts and nothing else about it, so that a cache can move between machines.
    """
    digest = hashlib.blake2b(digest_size=16)
    digest.update(platform.python_version().encode())
    for name in sorted(_packages()):
        spec = util.find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted(Path(place).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    content = path.read_bytes()
                    head = f"\0{name}/{path.relative_to(place).as_posix()}\0{len(content)}\0"
                    digest.update(head.encode("utf-8", "surrogateescape"))
                    digest.update(content)
    for requirement, version in _requirements():
        digest.update(f"\0{requirement}={version}".encode())
    return digest.digest()


def settings_digest(settings: Settings) -> bytes:
    """A digest of everything in ``settings``.

    Raises:
        NotDescribableError: when a setting is of a kind that cannot be described.
    """
    parts = list(_described(settings))
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _packages() -> set[str]:
    found = {"clinlint"}
    for group in (rules.ENTRY_POINT_GROUP, packs.ENTRY_POINT_GROUP):
        found |= {entry.module.partition(".")[0] for entry in entries(group)}
    return found


def _requirements() -> Iterator[tuple[str, str]]:
    """What clinlint needs to run, with the versions that are installed."""
    for requirement in sorted(metadata.requires("clinlint") or ()):
        name = _REQUIREMENT.match(requirement)
        if name and "extra ==" not in requirement:
            yield name[0], metadata.version(name[0])


def _described(value: Any) -> Iterator[str]:
    """A value in parts that are the same for the same value, in every process."""
    if isinstance(value, Rule):
        # What it does is part of the installation's digest.
        yield f"rule:{value.meta.code}"
    elif is_dataclass(value):
        yield f"{type(value).__name__}("
        for field in fields(value):
            yield field.name
            yield from _described(getattr(value, field.name))
        yield ")"
    elif isinstance(value, Mapping):
        yield "{"
        for key in sorted(value, key=repr):
            yield from _described(key)
            yield from _described(value[key])
        yield "}"
    elif isinstance(value, frozenset | set):
        yield from ("{", *sorted("\x1e".join(_described(item)) for item in value), "}")
    elif isinstance(value, tuple | list):
        yield "["
        for item in value:
            yield from _described(item)
        yield "]"
    else:
        yield _simple(value)


def _simple(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return repr(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return f"path:{value}"
    raise NotDescribableError(f"{type(value).__name__} has no description")
