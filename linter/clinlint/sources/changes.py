"""Which lines of files changed since a commit, as git says."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clinlint.errors import SourceError

Lines = tuple[int, int]
"""The first and the last line of a range, both 1-based and inclusive."""

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True)
class Repository:
    """One working copy, compared with a commit.

    Attributes:
        root: its folder.
        base: the commit that is compared with: where the branch of the given one and this one part.
    """

    root: Path
    base: str

    @cached_property
    def _changed(self) -> dict[str, str]:
        """Files that changed, as they are called now and then."""
        words = _git(self.root, "diff", "--name-status", "-z", "-M", "--no-ext-diff", self.base).split(b"\0")
        found: dict[str, str] = {}
        at = 0
        while at + 1 < len(words):
            names = words[at + 1 : at + 3] if words[at][:1] in (b"R", b"C") else words[at + 1 : at + 2]
            found[os.fsdecode(names[-1])] = os.fsdecode(names[0])
            at += 1 + len(names)
        return found

    @cached_property
    def _untracked(self) -> frozenset[str]:
        listed = _git(self.root, "ls-files", "--others", "-z")
        return frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)

    def lines(self, path: Path) -> tuple[Lines, ...] | None:
        """The lines of a file that changed; None for a file that is new as a whole."""
        name = path.relative_to(self.root).as_posix()
        if name in self._untracked:
            return None
        before = self._changed.get(name)
        if before is None:
            return ()
        options = ("--unified=0", "-M", "--no-color", "--no-ext-diff", "--no-textconv", "--text")
        diff = _git(self.root, "diff", *options, self.base, "--", *{before, name})
        return tuple(_range(int(first), int(b"1" if count is None else count)) for first, count in _hunks(diff))


def _hunks(diff: bytes) -> list[tuple[bytes, bytes | None]]:
    return [(found[1], found[2]) for found in _HUNK.finditer(diff)]


def _range(first: int, count: int) -> Lines:
    # Where lines went, the two that now meet have changed.
    return (first, first + count - 1) if count else (first, first + 1)


@dataclass
class Changes:
    """Changed lines since a commit, in whatever repositories the files lie.

    Args:
        reference: a commit, branch or tag.
    """

    reference: str
    _known: dict[Path, Repository] = field(default_factory=dict)

    def lines(self, name: str) -> tuple[Lines, ...] | None:
        """The lines of a file that changed; none when nothing did, None when the whole file is new.

        Raises:
            SourceError: when the file lies in no repository, or the commit is not known there.
        """
        path = Path(os.path.realpath(name))
        return self._repository(path.parent).lines(path)

    def _repository(self, folder: Path) -> Repository:
        if folder not in self._known:
            try:
                top = _git(folder, "rev-parse", "--show-toplevel")
            except SourceError as error:
                if isinstance(error.__cause__, subprocess.CalledProcessError):
                    raise SourceError(
                        f"{folder}: is in no git repository, so git cannot tell what changed; leave out --changed-since"
                    ) from None
                raise
            root = Path(os.fsdecode(top.rstrip(b"\n")))
            self._known[folder] = Repository(root, self._base(root))
        return self._known[folder]

    def _base(self, root: Path) -> str:
        try:
            found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self.reference}^{{commit}}")
        except SourceError:
            raise SourceError(
                f"--changed-since {self.reference}: {root} has no such commit, branch or tag; "
                "fetch it (CI often fetches one commit only)"
            ) from None
        commit = found.decode().strip()
        try:
            return _git(root, "merge-base", commit, "HEAD").decode().strip()
        except SourceError:
            # No common beginning, or nothing committed yet.
            return commit


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    environment = {key: value for key, value in os.environ.items() if key not in ("GIT_DIR", "GIT_WORK_TREE")}
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise SourceError("--changed-since needs git, which is not installed (or not on PATH)") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SourceError(f"git {arguments[0]} failed: {said[-1] if said else error.returncode}") from error
    return done.stdout
