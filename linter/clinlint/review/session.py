"""One article under review: its decisions in a file beside it, and the corrected article."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from clinlint.errors import DecisionsError, WriteError
from clinlint.fixing.write import write_atomically
from clinlint.model.source import Source
from clinlint.review.applying import NotMade, apply_decisions
from clinlint.review.decisions import Decision, Decisions
from clinlint.review.identity import digest
from clinlint.review.reading import LARGEST, decisions_from_json
from clinlint.review.writing import decisions_as_json
from clinlint.storage.atomic import AtomicFile


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing the corrected article.

    Attributes:
        place: where it stands.
        made: how many changes are in it.
        not_made: decisions that were not carried out, and why.
    """

    place: Path
    made: int
    not_made: tuple[NotMade, ...]


@dataclass
class Session:
    """Keeps what a reviewer decides, and writes the corrected article; nothing is overwritten that somebody else wrote.

    Attributes:
        source: the article as it was read when the review began.
        kept_in: the file of decisions.
        corrected: the corrected article; the article itself to change it in place.
        written: what came of writing the corrected article last; None as long as it was not.
    """

    source: Source
    kept_in: Path
    corrected: Path
    written: Written | None = None
    _kept: Decisions = field(default_factory=Decisions)
    _bytes: bytes | None = None
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def begin(cls, source: Source, kept_in: Path, corrected: Path) -> Session:
        """The session, with the decisions of an earlier one on the same state of the article.

        Raises:
            DecisionsError: when the file of decisions cannot be read, or belongs to another text.
        """
        session = cls(source, kept_in, corrected)
        if kept_in.exists():
            session._kept = session._checked(_bytes_of(kept_in), str(kept_in))
            # A corrected article that holds exactly these decisions is ours to write anew.
            session._bytes = apply_decisions(source, session.decisions).after.data
        return session

    @property
    def in_place(self) -> bool:
        """True when the article itself is changed."""
        return os.path.realpath(self.corrected) == os.path.realpath(self.source.name)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is decided so far."""
        return tuple(decision for file in self._kept.files for decision in file.decisions)

    def kept(self) -> str:
        """The decisions so far, as JSON."""
        return decisions_as_json(self._kept)

    def keep(self, data: bytes) -> None:
        """Puts all decisions into the file beside the article.

        Args:
            data: a whole file of decisions, in place of what was kept before.

        Raises:
            DecisionsError: when it is none, or belongs to another text; what was kept stays.
            WriteError: when the file cannot be written.
        """
        with self._lock:
            self._keep(data)

    def correct(self, data: bytes) -> Written:
        """Keeps the decisions, and writes the article with them.

        Raises:
            ClinlintError: as ``keep``; and when the article has changed, or somebody else wrote the corrected one.
        """
        with self._lock:
            self._keep(data)
            self._check_unchanged()
            applied = apply_decisions(self.source, self.decisions)
            if applied.refused:
                raise DecisionsError(f"{self.kept_in}: some decisions do not fit the article; nothing was written")
            if self.in_place:
                write_atomically(self.source.name, applied.after.data, expected=self.source.data)
            else:
                self._check_ours()
                _write(self.corrected, applied.after.data)
            self._bytes = applied.after.data
            self.written = Written(self.corrected, len(applied.made), applied.not_made)
            return self.written

    def _keep(self, data: bytes) -> None:
        kept = self._checked(data, "What the page sent")
        _write(self.kept_in, decisions_as_json(kept).encode("utf-8"))
        self._kept = kept

    def _checked(self, data: bytes, name: str) -> Decisions:
        decisions = decisions_from_json(data, name)
        state = digest(self.source)
        if any(file.digest != state for file in decisions.files):
            raise DecisionsError(
                f"{name}: made for another text than {self.source.name} holds now; move the file away, or name another "
                "with --decisions"
            )
        return decisions

    def _check_unchanged(self) -> None:
        try:
            same = Path(self.source.name).read_bytes() == self.source.data
        except OSError as error:
            raise WriteError(f"{self.source.name}: the article cannot be read any more ({error.strerror})") from error
        if not same:
            raise WriteError(
                f"{self.source.name}: the article has changed since the review began; nothing was written. "
                "Your decisions are kept; start the review again"
            )

    def _check_ours(self) -> None:
        if self.corrected.exists() and _bytes_of(self.corrected) != self._bytes:
            raise WriteError(
                f"{self.corrected}: this file is there already, with other words than this review wrote; nothing was "
                "written. Move it away, or name another with --output"
            )


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise DecisionsError(f"{path}: the file cannot be read ({error.strerror or error})") from error


def _write(place: Path, data: bytes) -> None:
    try:
        file = AtomicFile(place, binary=True)
        try:
            file.stream.write(data)
            file.commit()
        finally:
            file.discard()
    except OSError as error:
        raise WriteError(f"{place}: cannot be written ({error.strerror or error})") from error
