"""Adds entries ``[[ignores]]`` to a configuration, and leaves everything else in it as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clinlint.config.discovery import FILE_NAME
from clinlint.config.toml import toml_value
from clinlint.errors import ConfigurationError

_SPECIAL = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Learned:
    """One finding that is meant to be.

    Attributes:
        path: the file, relative to the configuration's folder, with ``/``; empty for what is no file.
    """

    rule: str
    fingerprint: str
    path: str
    reason: str

    def record(self) -> dict[str, Any]:
        """The entry's keys."""
        files = {"files": [_literal(self.path)]} if self.path else {}
        return {"rules": [self.rule], **files, "fingerprint": self.fingerprint, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Learning:
    """A configuration before and after; ``after`` is None when there is nothing to add."""

    path: Path
    before: bytes | None
    after: bytes | None
    added: tuple[Learned, ...] = field(default=())


def learn(path: Path, entries: Iterable[Learned]) -> Learning:
    """What ``path`` (a ``clinlint.toml`` or ``pyproject.toml``) should hold; nothing is written.

    Raises:
        ConfigurationError: when it cannot be read, or holds ignores in a form that cannot be added to.
    """
    before = _bytes(path)
    text = _text(before, path) if before is not None else ""
    table = "ignores" if path.name != "pyproject.toml" else "tool.clinlint.ignores"
    known = _known(text, table, path)
    added: list[Learned] = []
    for entry in entries:
        if all(not _covers(one, entry) for one in (*known, *(new.record() for new in added))):
            added.append(entry)
    if not added:
        return Learning(path, before, None)
    newline = "\r\n" if "\r\n" in text else "\n"
    parts = [text if text.endswith("\n") or not text else text + newline]
    for entry in added:
        lines = [f"[[{table}]]", *(f"{key} = {toml_value(value)}" for key, value in entry.record().items())]
        parts.append(("" if parts == [""] else newline) + "".join(line + newline for line in lines))
    after = "".join(parts)
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            f"{path}: ignores can be added only where they are tables [[{table}]]; write those that are there so"
        ) from error
    mark = b"\xef\xbb\xbf" if before is not None and before.startswith(b"\xef\xbb\xbf") else b""
    return Learning(path, before, mark + after.encode("utf-8"), tuple(added))


def place_for(folder: Path, origin: str) -> Path:
    """The file to add to: the one that the configuration was read from, or a new one in its folder."""
    name = Path(origin).name
    return folder / (name if name.endswith(".toml") else FILE_NAME)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot read the configuration ({error.strerror or error})") from error


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: the configuration is not UTF-8 text") from error


def _known(text: str, table: str, path: Path) -> Sequence[dict[str, Any]]:
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: not valid TOML: {error}") from error
    for key in table.split("."):
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _covers(known: dict[str, Any], entry: Learned) -> bool:
    new = entry.record()
    return known.get("fingerprint") == entry.fingerprint and all(
        not known.get(key) or known[key] == new.get(key) for key in ("rules", "files")
    )


def _literal(path: str) -> str:
    """A glob that fits this very path below the folder."""
    return "/" * ("/" not in path) + _SPECIAL.sub(r"[\g<0>]", path)
