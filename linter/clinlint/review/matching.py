"""Which decisions are for which file: by the digest of its bytes, and never by its name alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.review.decisions import Decision, FileDecisions
from clinlint.review.identity import digest


@dataclass(frozen=True, slots=True)
class Stale:
    """Decisions on another state of a file.

    Attributes:
        there_already: True when the file holds everything that they change, so far as can be seen.
    """

    source: Source
    file: FileDecisions
    there_already: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """What is for whom.

    Attributes:
        decided: files and the decisions on them, in the order of the files.
        stale: decisions whose file has changed.
        not_given: decisions on files that were not named.
        undecided: files that nobody decided on.
    """

    decided: tuple[tuple[Source, tuple[Decision, ...]], ...]
    stale: tuple[Stale, ...]
    not_given: tuple[FileDecisions, ...]
    undecided: tuple[Source, ...]


def matched(sources: Sequence[Source], files: Iterable[FileDecisions]) -> Matched:
    """Decisions and the files that they are for."""
    files = [file for file in files if file.decisions]
    states = [(source, digest(source)) for source in sources]
    decided: list[tuple[Source, tuple[Decision, ...]]] = []
    stale: list[Stale] = []
    undecided: list[Source] = []
    used: set[int] = set()
    for source, state in states:
        fitting = [file for file in files if file.digest == state]
        # Of two files with the same content each has its own decisions, where the reviewer saw both.
        own = [file for file in fitting if _same_path(file.path, source.name)] or fitting
        used.update(id(file) for file in own)
        if own:
            decided.append((source, tuple(entry for file in own for entry in file.decisions)))
    given = {state for _, state in states}
    for source, state in states:
        if any(file.digest == state for file in files):
            continue
        open_files = [file for file in files if file.digest not in given]
        # Pages of a site share names such as index.html: a name says something only where no path does.
        others = [file for file in open_files if _same_path(file.path, source.name)] or [
            file for file in open_files if _same_name(file.path, source.name)
        ]
        used.update(id(file) for file in others)
        stale += [Stale(source, file, _stands(source, file.decisions)) for file in others]
        if not others:
            undecided.append(source)
    not_given = tuple(file for file in files if id(file) not in used)
    return Matched(tuple(decided), tuple(stale), not_given, tuple(undecided))


def _same_path(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100 - without following links


def _same_name(path: str, name: str) -> bool:
    return PurePath(path).name == PurePath(name).name


def _stands(source: Source, decisions: Sequence[Decision]) -> bool:
    """True when every accepted text stands where the edits would have put it; for a message, never for a change."""
    edits = sorted(
        ((edit.span, edit.text, _marked(decision, edit.span)) for decision in decisions for edit in decision.edits),
        key=lambda entry: entry[0],
    )
    if not edits or any(decision.changes and not decision.edits for decision in decisions):
        return False
    by = 0
    for span, text, before in edits:
        at = span.start + by
        # Of what was taken out nothing stands there: it counts as done where its words are known, and are not there.
        if not text and (before is None or source.text.startswith(before, at)):
            return False
        if not source.text.startswith(text, at):
            return False
        by += len(text) - len(span)
    return True


def _marked(decision: Decision, span: Span) -> str | None:
    """What stood at a place within the marked words; None where the decision does not say."""
    marked = decision.ranges[0]
    if len(decision.ranges) > 1 or len(marked) != len(decision.match) or not marked.contains(span):
        return None
    return decision.match[span.start - marked.start : span.end - marked.start]
