"""Where corrected files go: in place, somewhere else, to standard output, or nowhere but a diff."""

from __future__ import annotations

import os
import sys
from collections import Counter
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
            raise WriteError(f"--output {self.output}: {len(applied)} files cannot go to one place; name a folder")

    def _in_place(self, applied: Sequence[Applied]) -> None:
        from clinlint.fixing.write import check_writable, write_atomically

        # All before the first: of several files that belong together none is left behind.
        for one in applied:
            check_writable(one.before.name)
        for one in applied:
            write_atomically(one.before.name, one.after.data, expected=one.before.data)

    def _elsewhere(self, output: str, applied: Sequence[Applied]) -> None:
        place = Path(output)
        if not output:
            raise WriteError("--output: the name is empty; give a file, a folder, or - for standard output")
        if not place.is_dir():
            self._one(applied)
            places = [place for _ in applied]
        else:
            places = [place / Path(one.before.name).name for one in applied]
        for name, number in Counter(found.name for found in places).items():
            if number > 1:
                raise WriteError(f"--output {place}: {number} files are called {name}; apply them one by one")
        for target, one in zip(places, applied, strict=True):
            self._check_free(target, one.before.name)
        for target, one in zip(places, applied, strict=True):
            _put(target, one.after)

    def _check_free(self, target: Path, article: str) -> None:
        real = os.path.realpath(target)
        if real == os.path.realpath(article):
            raise WriteError(f"--output {target}: this is the article itself; leave --output out to change it in place")
        if any(real == os.path.realpath(name) for name in self.read):
            raise WriteError(f"--output {target}: this run reads that file, and would write over it; name another one")


def _put(place: Path, source: Source) -> None:
    try:
        write_whole(place, source.data)
    except OSError as error:
        raise WriteError(f"{place}: cannot be written ({error.strerror or error})") from error
