"""What was found in which block: kept between runs, shared by processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from clinlint.storage.store import Store

FILE_NAME = "grammar.sqlite"
LARGEST = 100_000_000
"""Bytes; a block without findings takes 50, one with a finding about 500."""

_VERSION = 1


def open_store(folder: Path, notice: Callable[[str], None]) -> Store:
    """The store of judged matches in the cache folder."""
    return Store(folder / FILE_NAME, version=_VERSION, largest=LARGEST, notice=notice)


def key_of(*parts: str) -> bytes:
    """A key made of everything that a result depends on."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
