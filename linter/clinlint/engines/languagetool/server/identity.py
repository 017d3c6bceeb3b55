"""Which server a run needs: the same for all runs that may share one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from clinlint.engines.languagetool.installation import Installation


@dataclass(frozen=True, slots=True)
class Identity:
    """What a server consists of.

    Attributes:
        grammar: the folder in front of the class path; None for none.
        digest: of the folder's contents; empty for none.
    """

    installation: Installation
    grammar: Path | None = None
    digest: str = ""

    @property
    def key(self) -> str:
        """A name for the server's folder."""
        parts = [str(self.installation.folder), self.installation.version, str(self.grammar or ""), self.digest]
        return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()

    @property
    def version(self) -> str:
        """LanguageTool's version with that of the grammar: what a result depends on."""
        return f"{self.installation.version} {self.digest}".strip()


def identity_of(installation: Installation, grammar: Path | None) -> Identity:
    """The identity of a server of this installation with this grammar."""
    return Identity(installation, grammar, digest_of(grammar) if grammar is not None else "")


def digest_of(folder: Path) -> str:
    """A digest of the names and contents of all files below a folder.

    Raises:
        OSError: when one cannot be read.
    """
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in {".xml", ".txt"}):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\x1f{len(data)}\x1f".encode())
        digest.update(data)
    return digest.hexdigest()
