"""Results by content, rules and settings: what was linted once is not linted again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from clinlint.analysis import clock
from clinlint.model.diagnostic import LintResult
from clinlint.model.source import Source
from clinlint.run.identity import NotDescribableError, installation, settings_digest
from clinlint.run.packing import unpacked
from clinlint.run.settings import Settings
from clinlint.storage.store import Store

FILE_NAME = "results.sqlite"
LARGEST = 200_000_000
"""Bytes; a result takes about 10 kB, so this holds some 20,000 articles."""

_VERSION = 3
_AT_ONCE = 100
_EXPIRES = re.compile(r"until\s*=")
"""A comment in the text that names a day (a suppression that expires) makes the result that of the day."""


def open_store(folder: Path, notice: Callable[[str], None]) -> Store:
    """The store of results in the cache folder."""
    return Store(folder / FILE_NAME, version=_VERSION, largest=LARGEST, notice=notice)


def _none(settings: Settings) -> str:
    return ""


class ResultCache:
    """Finds and keeps results; a context that writes what is left when it ends.

    Attributes:
        engines: tells which other programs have a part in results with these settings, and in what version; None when
            nothing may be kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.engines: Callable[[Settings], str | None] = _none
        self._digests: dict[int, tuple[Settings, bytes | None]] = {}
        self._waiting: dict[bytes, bytes] = {}

    def __enter__(self) -> ResultCache:
        """The cache itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Writes what is left, also of a run that was cut short."""
        self._store.put(self._waiting)
        self._waiting.clear()
        self._store.close()

    def find(self, source: Source, settings: Settings) -> LintResult | None:
        """The result for this text with these settings, if it was kept."""
        key = self._key(source, settings)
        data = self._store.get([key]).get(key) if key else None
        if data is None:
            return None
        try:
            result = unpacked(source, data)
        except ValueError:
            return None
        return result if result.day in (None, settings.today or clock.today()) else None

    def keep(self, result: LintResult, settings: Settings, data: bytes) -> None:
        """Keeps a result, packed as ``data``, unless a rule crashed on the way to it."""
        whole = not result.internal_errors and not result.incomplete
        key = self._key(result.source, settings) if whole else None
        if key is None:
            return
        self._waiting[key] = data
        if len(self._waiting) >= _AT_ONCE:
            self._store.put(self._waiting)
            self._waiting.clear()

    def _key(self, source: Source, settings: Settings) -> bytes | None:
        of_settings, engines = self._digest(settings), self.engines(settings)
        if of_settings is None or engines is None:
            return None
        today = clock.today().isoformat() if _EXPIRES.search(source.text) else ""
        facts = (source.name, source.media_type, source.encoding, *source.notes, today, engines)
        digest = hashlib.blake2b(installation() + of_settings, digest_size=20)
        digest.update("\0".join(facts).encode("utf-8", "surrogatepass"))
        digest.update(b"\0" + source.data)
        return digest.digest()

    def _digest(self, settings: Settings) -> bytes | None:
        """The digest of some settings; None when no result may be kept for them."""
        if id(settings) not in self._digests:
            try:
                digest = settings_digest(settings)
            except NotDescribableError:
                digest = None
            # With the settings themselves, so that their identity is not given to others.
            self._digests[id(settings)] = (settings, digest)
        return self._digests[id(settings)][1]
