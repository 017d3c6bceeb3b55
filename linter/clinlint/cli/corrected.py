"""Where corrected files go: in place, somewhere else, to standard output, or nowhere but a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clinlint.errors import WriteError
from clinlint.model.source import Source
from clinlint.reports.style import Style, wants_color
from clinlint.review.applying import Applied
from clinlint.storage.atomic import write_whole


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the options of a run say.

    Attributes:
        shows: True to show a diff and write nothing.
        output: a file, a folder or ``-``; None to write in place.
        read: the files that the run was given, decisions and articles; none of them is written over by ``output``.
    """

    shows: bool
    output: str | None
    color: str
    read: Sequence[str] = ()

    def write(self, applied: Sequence[Applied]) -> None:
        """Writes what came of all files.

        Raises:
            WriteError: when one of them cannot be written; it is as it was then.
        """
        if self.shows:
            self._show(applied)
        elif self.output == "-":
            self._one(applied)
            sys.stdout.flush()
            for one in applied:
                sys.stdout.buffer.write(one.after.data)
        elif self.output is not None:
            self._elsewhere(self.output, applied)
        else:
            self._in_place([one for one in applied if one.changed])

    def _show(self, applied: Sequence[Applied]) -> None:
        from clinlint.fixing.diff import unified_diff
        from clinlint.reports.diff import shown_line

        style = Style(wants_color(self.color, sys.stdout))
        for one in applied:
            sys.stdout.writelines(shown_line(line, style) for line in unified_diff(one.before, one.after))

    def _one(self, applied: Sequence[Applied]) -> None:
        if len(applied) > 1:
            raise WriteError(
                f"--output {self.output}: {len(applied)} files cannot go to one place; name a folder, with / at its end"
            )

    def _in_place(self, applied: Sequence[Applied]) -> None:
        from clinlint.fixing.write import check_writable, write_atomically

        # All before the first: of several files that belong together none is left behind.
        for one in applied:
            if one.before.address:
                raise WriteError(
                    f"{one.before.name}: a kept page stays as the server sent it; write the corrected one with --output"
                )
            check_writable(one.before.name)
        for one in applied:
            write_atomically(one.before.name, one.after.data, expected=one.before.data)

    def _elsewhere(self, output: str, applied: Sequence[Applied]) -> None:
        if not output:
            raise WriteError("--output: the name is empty; give a file, a folder, or - for standard output")
        into_folder = output.endswith("/") or Path(output).is_dir()
        if into_folder:
            places = [Path(output) / place for place in _below([one.before.name for one in applied], self.read)]
        else:
            self._one(applied)
            places = [Path(output) for _ in applied]
        for target, one in zip(places, applied, strict=True):
            self._check_free(target, one.before.name)
        for target, one in zip(places, applied, strict=True):
            if into_folder:
                _make(target.parent)
            _put(target, one.after)

    def _check_free(self, target: Path, article: str) -> None:
        real = os.path.realpath(target)
        if real == os.path.realpath(article):
            raise WriteError(f"--output {target}: this is the article itself; leave --output out to change it in place")
        if any(real == os.path.realpath(name) for name in self.read):
            raise WriteError(f"--output {target}: this run reads that file, and would write over it; name another one")


def _below(names: Sequence[str], given: Sequence[str]) -> list[Path]:
    """Where files stand below the folders that were given; files that were named themselves, by their names alone.

    Where two of those share a name, they keep the folders that they do not share.
    """
    folders = [path for path in map(_absolute, given) if path.is_dir()]
    places: list[Path] = []
    for path in map(_absolute, names):
        around = [folder for folder in folders if path.is_relative_to(folder)]
        places.append(path.relative_to(around[0]) if around else Path(path.name))
    if len(set(places)) == len(places):
        return places
    shared = os.path.commonpath([_absolute(name).parent for name in names])
    return [_absolute(name).relative_to(shared) for name in names]


def _absolute(name: str) -> Path:
    return Path(os.path.abspath(name))  # noqa: PTH100 - without following links


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder}: the folder cannot be made ({error.strerror or error})") from error


def _put(place: Path, source: Source) -> None:
    try:
        write_whole(place, source.data)
    except OSError as error:
        raise WriteError(f"{place}: cannot be written ({error.strerror or error})") from error
