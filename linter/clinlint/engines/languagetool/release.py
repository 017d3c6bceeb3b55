"""The release of LanguageTool that clinlint installs, jar by jar."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

VERSION = "6.8"
LANGUAGES = ("en", "ca", "de", "es", "fr", "nl", "pl", "pt", "ru", "uk")
"""English is what is checked; the server's language identifier asks for the others when it starts."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it must be."""

    name: str
    size: int
    sha256: str

    def problem_in(self, folder: Path) -> str | None:
        """What is wrong with this file in ``folder``; None when it is as it must be."""
        path = folder / self.name
        try:
            if path.stat().st_size != self.size:
                return f"{self.name} has {path.stat().st_size:,} bytes and not {self.size:,}"
            return None if sha256_of(path) == self.sha256 else f"{self.name} has another checksum than it must have"
        except OSError as error:
            return f"{self.name} cannot be read ({error.strerror or error})"


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@cache
def locked_files() -> tuple[File, ...]:
    """Every jar of the release, as Maven resolves it."""
    text = files(__package__).joinpath("jars.lock").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(File(name, int(size), sha256) for name, size, sha256 in rows)


def locked_size() -> int:
    """The bytes of all jars together."""
    return sum(file.size for file in locked_files())


def megabytes(size: int) -> str:
    """``176 MB``."""
    return f"{size / 1e6:,.0f} MB"
