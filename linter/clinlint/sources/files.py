"""Files, standard input, folders and globs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources.encoding import decode
from clinlint.sources.formats import EXTENSIONS, extension_of

LARGEST = 50_000_000
"""The most bytes of a file that are read."""

DEFAULT_EXCLUDES = (
    ".*",
    "~$*",
    "__pycache__",
    "bower_components",
    "build",
    "clinlint-baseline*.json",
    "dist",
    "node_modules",
    "site-packages",
    "vendor",
    "venv",
    "wp-admin",
    "wp-includes",
    "*.min.*",
)
"""Names of files and folders that a search leaves out; ``.*`` stands for all hidden ones."""

_GLOB = re.compile(r"[*?\[]")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_file(path: str | os.PathLike[str], largest: int = LARGEST) -> Source:
    """The source in one file.

    Args:
        path: a file, or anything else that can be read as one, such as a named pipe.
        largest: the most bytes that are read.

    Raises:
        SourceError: when there is no such file, or it cannot be read, is too large or is not text.
    """
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as stream:
            return _read(stream, name, largest)
    except FileNotFoundError:
        raise SourceError(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise SourceError(f"{name}: this is a folder, not a file; name the files in it") from None
    except PermissionError:
        raise SourceError(f"{name}: the file may not be read (permission denied)") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{name}: the file cannot be read ({reason})") from error


def read_stdin(stream: BinaryIO, filename: str | None = None, largest: int = LARGEST) -> Source:
    """The source on standard input.

    Args:
        stream: the bytes, such as ``sys.stdin.buffer``.
        filename: what reports call it; its extension selects the format.
        largest: the most bytes that are read.

    Raises:
        SourceError: when it cannot be read, is too large or is not text.
    """
    name = filename or "<stdin>"
    try:
        return _read(stream, name, largest)
    except OSError as error:
        raise SourceError(f"{name}: standard input cannot be read ({error.strerror or error})") from error


def _read(stream: BinaryIO, name: str, largest: int) -> Source:
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise SourceError(f"{name}: the file is larger than {largest:,} bytes; split it")
    return decode(data, name=name)


def is_url(argument: str) -> bool:
    """True when an argument is an address (``https://…``) and no path."""
    return bool(_URL.match(argument))


def expand(
    arguments: Iterable[str], *, include: Iterable[str] = (), exclude: Iterable[str] = DEFAULT_EXCLUDES
) -> Iterator[str]:
    """The files that the arguments of a command stand for, each once.

    Files, addresses and ``-`` (standard input) are passed on as given, excluded or not. Folders are
    searched to the bottom for the extensions that clinlint reads; globs (``docs/**/*.html``, quoted so that the shell
    leaves them alone) select among the files that such a search would see, of any extension if they
    name one. Both come in order of name. Links to folders are not followed, so none can go in
    circles; ``.gitignore`` is not read.

    Args:
        arguments: paths, globs and addresses.
        include: patterns of further files to take in folders.
        exclude: patterns of files and folders to leave out. A pattern without a slash is for a name
            (``drafts``, ``*.bak``), one with a slash for the path below the folder that is searched.

    Raises:
        SourceError: when a folder or glob gives no file, or a folder cannot be listed.
    """
    seen: set[str] = set()
    included, excluded = _Patterns(include), _Patterns(exclude)
    for argument in arguments:
        if argument == "-" or is_url(argument):
            found: Iterable[str] = [argument]
        elif Path(argument).is_dir():
            found = _required(_in_folder(argument, included, excluded), _nothing_in(argument))
        elif _GLOB.search(argument) and not os.path.lexists(argument):
            found = _required(_in_glob(argument, included, excluded), f"{argument}: no file matches this pattern")
        else:
            found = [argument]
        for path in found:
            key = path if is_url(path) or path == "-" else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _nothing_in(folder: str) -> str:
    known = ", ".join(sorted(EXTENSIONS))
    return f"{folder}: there is nothing to read in this folder; clinlint looks for {known}"


def _required(found: Iterator[str], message: str) -> Iterator[str]:
    empty = True
    for path in found:
        empty = False
        yield path
    if empty:
        raise SourceError(message)


class _Patterns:
    """Globs, matched against a name or, where they hold a slash, against a whole relative path."""

    def __init__(self, patterns: Iterable[str]) -> None:
        normal = [pattern.strip("/") for pattern in patterns]
        self._names = [_compiled(pattern) for pattern in normal if "/" not in pattern]
        self._paths = [_compiled(pattern) for pattern in normal if "/" in pattern]

    def match(self, path: str) -> bool:
        name = path.rsplit("/", 1)[-1]
        return any(p.fullmatch(name) for p in self._names) or any(p.fullmatch(path) for p in self._paths)


def _compiled(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression: ``**/`` is any number of folders, ``*`` and ``?`` stay within a name."""
    parts: list[str] = []
    at = 0
    while at < len(glob):
        if glob.startswith("**/", at):
            parts.append("(?:[^/]+/)*")
            at += 3
        elif glob.startswith("**", at):
            parts.append(".*")
            at += 2
        elif glob[at] == "[" and (close := glob.find("]", at + 2)) > 0:
            chosen = glob[at + 1 : close]
            negated = chosen.startswith(("!", "^"))
            parts.append(f"[{'^/' if negated else ''}{re.escape(chosen[negated:]).replace(chr(92) + '-', '-')}]")
            at = close + 1
        else:
            parts.append({"*": "[^/]*", "?": "[^/]"}.get(glob[at]) or re.escape(glob[at]))
            at += 1
    try:
        return re.compile("".join(parts), re.DOTALL)
    except re.error:
        raise SourceError(f"{glob}: this is not a pattern of file names; check its brackets") from None


def _walk(folder: str, excluded: _Patterns) -> Iterator[str]:
    """Paths below ``folder``, relative to it and with ``/``, in order of name."""
    pending = [""]
    while pending:
        below = pending.pop()
        if below and not below.endswith("/"):
            yield below
            continue
        try:
            with os.scandir(Path(folder, below)) as entries:
                children = [
                    below + entry.name + ("/" if entry.is_dir(follow_symlinks=False) else "")
                    for entry in entries
                    if not excluded.match(below + entry.name)
                    and (_is_file(entry) or entry.is_dir(follow_symlinks=False))
                ]
        except OSError as error:
            reason = error.strerror or error
            raise SourceError(f"{Path(folder, below)}: the folder cannot be listed ({reason}); exclude it") from error
        pending.extend(sorted(children, reverse=True))


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads back to itself: as much a file as one that leads nowhere
        return False


def _in_folder(folder: str, included: _Patterns, excluded: _Patterns) -> Iterator[str]:
    for path in _walk(folder, excluded):
        if extension_of(path) in EXTENSIONS or included.match(path):
            yield str(Path(folder, path))


def glob_root(glob: str) -> str:
    """The folder that a glob's search begins in; the parent folder of what is no glob."""
    parts = glob.replace(os.sep, "/").split("/")
    fixed = next((number for number, part in enumerate(parts) if _GLOB.search(part)), len(parts) - 1)
    return "/".join(parts[:fixed]) or ("/" if glob.startswith("/") else ".")


def _in_glob(glob: str, included: _Patterns, excluded: _Patterns) -> Iterator[str]:
    folder, parts = glob_root(glob), glob.replace(os.sep, "/").split("/")
    fixed = next(number for number, part in enumerate(parts) if _GLOB.search(part))
    pattern = _compiled("/".join(parts[fixed:]))
    any_extension = bool(re.search(r"\.[^*?./]+$", parts[-1]))
    if not Path(folder).is_dir():
        return
    for path in _walk(folder, excluded):
        if pattern.fullmatch(path) and (any_extension or extension_of(path) in EXTENSIONS or included.match(path)):
            yield str(Path(folder, path))
