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
    """

    shows: bool
    output: str | None
    color: str

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
            self._elsewhere(Path(self.output), applied)
        else:
            from clinlint.fixing.write import write_atomically

            for one in applied:
                if one.changed:
                    write_atomically(one.before.name, one.after.data, expected=one.before.data)

    def _show(self, applied: Sequence[Applied]) -> None:
        from clinlint.fixing.diff import unified_diff
        from clinlint.reports.diff import shown_line

        style = Style(wants_color(self.color, sys.stdout))
        for one in applied:
            sys.stdout.writelines(shown_line(line, style) for line in unified_diff(one.before, one.after))

    def _one(self, applied: Sequence[Applied]) -> None:
        if len(applied) > 1:
            raise WriteError(f"--output {self.output}: {len(applied)} files cannot go to one place; name a folder")

    def _elsewhere(self, place: Path, applied: Sequence[Applied]) -> None:
        if not place.is_dir():
            self._one(applied)
            for one in applied:
                _put(place, one.after)
            return
        names = Counter(Path(one.before.name).name for one in applied)
        for name, number in names.items():
            if number > 1:
                raise WriteError(f"--output {place}: {number} files are called {name}; apply them one by one")
        for one in applied:
            _put(place / Path(one.before.name).name, one.after)


def _put(place: Path, source: Source) -> None:
    if os.path.realpath(place) == os.path.realpath(source.name):
        raise WriteError(f"--output {place}: this is the article itself; leave --output out to change it in place")
    try:
        write_whole(place, source.data)
    except OSError as error:
        raise WriteError(f"{place}: cannot be written ({error.strerror or error})") from error
