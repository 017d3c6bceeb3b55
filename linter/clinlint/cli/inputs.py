"""From the arguments of a command to sources."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clinlint.cli.own_reports import is_own_report
from clinlint.config.discovery import LoadedConfiguration, discover, from_file
from clinlint.config.globs import matches_glob
from clinlint.config.words import personal_list, project_list
from clinlint.errors import ConfigurationError, SourceError
from clinlint.model.source import Source
from clinlint.reports.summary import Failure
from clinlint.sources.files import DEFAULT_EXCLUDES, expand, is_url, read_file, read_stdin
from clinlint.sources.snapshots import folder_of, is_snapshot_folder

if TYPE_CHECKING:
    from clinlint.sources.web.polite import PoliteFetcher


def configuration(config_file: str | None, isolated: bool, paths: Iterable[str]) -> LoadedConfiguration:
    """The configuration that ``--config`` names, or the one nearest to the paths.

    Raises:
        ConfigurationError: when it cannot be used, or ``--config`` and ``--isolated`` contradict each other.
    """
    if config_file and isolated:
        raise ConfigurationError("--config and --isolated contradict each other; give one of them")
    if isolated:
        return LoadedConfiguration()
    if config_file:
        loaded = from_file(config_file)
    else:
        loaded = discover(path for path in paths if path != "-" and not is_url(path))
    return replace(loaded, word_lists=(project_list(loaded), personal_list()))


@dataclass(frozen=True, slots=True)
class Inputs:
    """Reads what the arguments stand for.

    Attributes:
        stdin_filename: the name of standard input.
        allow_private: whether addresses of private networks are read.
        ignore_robots: whether pages that robots.txt closes are read.
        reports: real paths of the run's own reports; a folder that holds them is read without them.
    """

    loaded: LoadedConfiguration
    stdin_filename: str | None = None
    allow_private: bool = False
    ignore_robots: bool = False
    reports: frozenset[str] = frozenset()
    _fetchers: list[PoliteFetcher] = field(default_factory=list)

    def names(self, arguments: Iterable[str]) -> Iterator[str | Failure]:
        """Files, addresses and ``-``, each once; an argument that stands for nothing gives a failure."""
        seen: set[str] = set()
        exclude = self.loaded.values.exclude
        for argument in arguments:
            if is_snapshot_folder(argument):
                from clinlint.sources.snapshots.reading import files_of

                found = files_of(argument)
            else:
                found = expand([argument], include=self.loaded.values.include, exclude=(*DEFAULT_EXCLUDES, *exclude))
            try:
                for name in found:
                    key = name if name == "-" or is_url(name) else os.path.realpath(name)
                    if key in seen or (name != argument and self._left_out(name, key)):
                        continue
                    seen.add(key)
                    yield name
            except SourceError as error:
                yield Failure(argument, str(error))

    def _left_out(self, name: str, key: str) -> bool:
        """True for what a folder holds and nobody wants linted: reports of this run and of earlier ones, too."""
        if key in self.reports or is_own_report(name):
            return True
        return any(matches_glob(glob, name, self.loaded.folder) for glob in self.loaded.values.exclude)

    def read(self, name: str) -> Source:
        """The source with this name.

        Raises:
            SourceError: when it cannot be read.
        """
        if name == "-":
            source = read_stdin(sys.stdin.buffer, self.stdin_filename)
            if self.stdin_filename:
                return source
            note = f"standard input is read as {source.media_type} by its looks; --stdin-filename draft.md sets it"
            return replace(source, notes=(*source.notes, note))
        if is_url(name):
            return self._page(name)
        if (folder := folder_of(name)) is not None:
            from clinlint.sources.snapshots.reading import read_snapshot

            if (snapshot := read_snapshot(name, folder)) is not None:
                return snapshot
        return read_file(name)

    def _page(self, url: str) -> Source:
        from clinlint.sources.web.connections import Connections
        from clinlint.sources.web.fetching import Limits, source_of
        from clinlint.sources.web.polite import Manners, PoliteFetcher

        if not self._fetchers:
            connections = Connections(allow_private=self.allow_private)
            manners = Manners(tries=3, robots=not self.ignore_robots)
            self._fetchers.append(PoliteFetcher(Limits(), connections, manners))
        try:
            return source_of(self._fetchers[0].get(url))
        finally:
            self._fetchers[0].connections.close()

    def check(self, arguments: tuple[str, ...]) -> None:
        """Looks for wrong use that no file needs to be read for.

        Raises:
            SourceError: when there are no arguments, or the name of standard input is given without it.
        """
        if not arguments:
            raise SourceError("nothing to read was named; give files, folders (. for this one), addresses, or -")
        if not all(arguments):
            raise SourceError("one of the arguments is empty; write . for this folder, or leave it out")
        if self.stdin_filename and "-" not in arguments:
            raise SourceError("--stdin-filename names standard input, but '-' is not among the arguments")
