"""Writes a file so that at every moment the old or the new one is there, whole."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from clinlint.errors import WriteError

TEMPORARY = ".clinlint-new"
"""The ending of the file beside the author's that a run which is cut short can leave behind."""

_LONGEST_PREFIX = 60


def write_atomically(path: str | os.PathLike[str], data: bytes, *, expected: bytes) -> None:
    """Puts ``data`` in place of a file's content.

    A temporary file in the same folder is written, forced to the disk and renamed. Permissions, owner and
    extended attributes are the old file's; its time of change is now. A link stays a link: the file that
    it points to is written. Nothing is written when the file holds ``data`` already.

    Args:
        path: the file.
        data: the new content.
        expected: what the file must still hold.

    Raises:
        WriteError: when the file is protected, no plain file, has other names (hard links), was changed by
            somebody else since it was read, or cannot be written; it is left as it is then.
    """
    name = os.fspath(path)
    target = Path(os.path.realpath(name))
    try:
        state = target.stat()
        _check(name, target, state)
        if target.read_bytes() != expected:
            raise WriteError(f"{name}: the file was changed by another program meanwhile; run clinlint again")
        if data == expected:
            return
        _replace(target, data, state)
    except FileNotFoundError:
        raise WriteError(f"{name}: the file or its folder is gone; nothing was written") from None
    except PermissionError:
        raise WriteError(f"{name}: cannot be written (permission denied for the file or its folder)") from None
    except OSError as error:
        raise WriteError(f"{name}: cannot be written ({error.strerror or error}); it is left as it was") from error


def check_writable(path: str | os.PathLike[str]) -> None:
    """Says beforehand that a file cannot be written, so far as that can be told without writing.

    Raises:
        WriteError: as ``write_atomically`` would.
    """
    name = os.fspath(path)
    target = Path(os.path.realpath(name))
    try:
        _check(name, target, target.stat())
    except OSError as error:
        raise WriteError(f"{name}: cannot be written ({error.strerror or error})") from error
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise WriteError(f"{name}: cannot be written (permission denied for the file or its folder)")


def _check(name: str, target: Path, state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise WriteError(f"{name}: this is no plain file, so it cannot be written in place")
    if not state.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise WriteError(f"{name}: the file is read-only and was left as it is; make it writable first")
    if state.st_nlink > 1:
        raise WriteError(
            f"{name}: the file has {state.st_nlink} names (hard links) that writing would part; copy it first"
        )


def _replace(target: Path, data: bytes, state: os.stat_result) -> None:
    prefix = f".{target.name[:_LONGEST_PREFIX]}."
    handle, temporary = tempfile.mkstemp(prefix=prefix, suffix=TEMPORARY, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _like(target, temporary, state)
            os.fsync(stream.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _like(target: Path, temporary: str, state: os.stat_result) -> None:
    """Gives the temporary file the old file's owner, attributes and permissions, as far as the user may."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, state.st_uid, state.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(temporary, attribute, os.getxattr(target, attribute))
    # Last, as a new owner can take bits away.
    Path(temporary).chmod(stat.S_IMODE(state.st_mode))


def _sync_folder(folder: Path) -> None:
    # Some systems cannot open folders; the rename itself has happened.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
