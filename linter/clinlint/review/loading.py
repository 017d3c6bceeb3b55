"""Reads files of decisions, whatever form they come in, and tells them from articles."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from clinlint.errors import DecisionsError
from clinlint.review.decisions import Decisions, FileDecisions
from clinlint.review.reading import LARGEST, decisions_from_json

TABLES = (".xlsx", ".csv")
WORD = ".docx"
_OTHERS = {".xls": ".xlsx", ".ods": ".xlsx", ".xlsm": ".xlsx", ".tsv": ".csv", ".numbers": ".xlsx"}


@dataclass(frozen=True, slots=True)
class Review:
    """One file of decisions.

    Attributes:
        name: the file.
        decisions: in it; each with its reviewer, who is the file's name where nobody says another.
        notes: sentences about what was passed over.
    """

    name: str
    decisions: Decisions
    notes: tuple[str, ...] = ()

    @property
    def reviewers(self) -> frozenset[str]:
        """Who decided."""
        return frozenset(entry.reviewer for file in self.decisions.files for entry in file.decisions)


def is_review(name: str) -> bool:
    """True for a file that holds decisions by its name, or, where JSON and Word files may be articles, by its content.

    Raises:
        DecisionsError: for a kind of table that is not read, with what to save it as.
    """
    ending = Path(name).suffix.lower()
    if ending in _OTHERS:
        raise DecisionsError(f"{name}: tables of this kind are not read; save it as {_OTHERS[ending]}")
    if ending in TABLES:
        return True
    if ending == WORD:
        return _is_word_review(Path(name))
    return ending == ".json" and _looks_like_decisions(Path(name))


def _is_word_review(path: Path) -> bool:
    """False for an article; a Word file can be either."""
    from clinlint.review.word.reading import is_word_review

    try:
        return not path.is_dir() and is_word_review(path.read_bytes()[: LARGEST + 1])
    except OSError:
        return False


def _looks_like_decisions(path: Path) -> bool:
    """False for an export of articles; what is no JSON at all is more likely a damaged review than an article."""
    try:
        if path.is_dir():
            return False
        content = json.loads(path.read_bytes()[: LARGEST + 1].decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return True
    return isinstance(content, dict) and "files" in content and "version" in content


def load_review(name: str) -> Review:
    """What a file of decisions says.

    Raises:
        DecisionsError: when it cannot be read.
    """
    path = Path(name)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise DecisionsError(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise DecisionsError(f"{name}: this is a folder; name the file of decisions in it") from None
    except OSError as error:
        raise DecisionsError(f"{name}: the file cannot be read ({error.strerror or error})") from error
    if len(data) > LARGEST:
        raise DecisionsError(f"{name}: the file is larger than {LARGEST:,} bytes; no review is that long")
    ending = path.suffix.lower()
    if ending == ".json":
        return Review(name, _named(decisions_from_json(data, name), path.stem))
    if ending == WORD:
        from clinlint.review.word.reading import decisions_from_word

        word = decisions_from_word(data, name)
        return Review(name, _named(word.decisions, path.stem), word.notes)
    if ending == ".csv":
        from clinlint.review.tables.from_csv import table_from_csv as read
    else:
        from clinlint.review.tables.from_xlsx import table_from_xlsx as read
    table = read(data, name)
    return Review(name, _named(table.decisions, path.stem), table.notes)


def _named(decisions: Decisions, stem: str) -> Decisions:
    """The same with a name for every decision."""
    files = tuple(
        FileDecisions(
            file.path,
            file.digest,
            tuple(replace(entry, reviewer=entry.reviewer or stem) for entry in file.decisions),
        )
        for file in decisions.files
    )
    return replace(decisions, files=files)
