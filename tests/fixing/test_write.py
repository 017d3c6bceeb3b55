"""Writing in place: whole or not at all, and nothing else about the file changes."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clinlint.errors import SourceError
from clinlint.fixing.write import TEMPORARY, write_atomically

OLD, NEW = b"old text\n" * 40_000, b"new text, and longer\n" * 40_000

KILLED = """
import os, signal, sys
from clinlint.fixing import write
path, point = sys.argv[1:]
killed = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
if point == "in the middle of the bytes":
    real = os.fdopen
    def fdopen(handle, mode):
        stream = real(handle, mode)
        class Torn:
            def __enter__(self): return self
            def __exit__(self, *a): stream.close()
            def write(self, data):
                stream.write(data[: len(data) // 2]); stream.flush(); killed()
        return Torn()
    write.os.fdopen = fdopen
elif point == "before the new name":
    write.Path.replace = killed
elif point == "behind the new name":
    write._sync_folder = killed
else:
    setattr(write.os, point, killed)
new = b"new text, and longer\\n" * 40_000
write.write_atomically(path, new, expected=b"old text\\n" * 40_000)
"""


@pytest.mark.parametrize(
    ("point", "left"),
    [
        ("in the middle of the bytes", OLD),
        ("fsync", OLD),
        ("chown", OLD),
        ("before the new name", OLD),
        ("behind the new name", NEW),
    ],
)
def test_kill_9_leaves_the_old_file_or_the_new_one(tmp_path: Path, point: str, left: bytes) -> None:
    path = tmp_path / "article.html"
    path.write_bytes(OLD)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), point], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert path.read_bytes() == left
    leftovers = [other.name for other in tmp_path.iterdir() if other != path]
    assert all(name.startswith(".article.html.") and name.endswith(TEMPORARY) for name in leftovers)
    # The next run is not in the way of what is left.
    write_atomically(path, b"next", expected=left)
    assert path.read_bytes() == b"next"


def test_an_error_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "article.html"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clinlint.fixing.write.os.fsync", full)
    with pytest.raises(SourceError, match=r"article\.html: cannot be written \(No space left on device\)"):
        write_atomically(path, b"new", expected=b"old")
    assert [entry.name for entry in tmp_path.iterdir()] == ["article.html"]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new", expected=b"old")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real" / "article.md"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(Path("real") / "article.md")
    write_atomically(link, b"new", expected=b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [entry.name for entry in real.parent.iterdir()] == ["article.md"]


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"text")
    os.utime(path, (1_000, 1_000))
    before = path.stat()
    write_atomically(path, b"text", expected=b"text")
    assert (path.stat().st_mtime, path.stat().st_ino) == (1_000, before.st_ino)


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda path: path.chmod(0o444), "read-only"),
        (lambda path: os.link(path, path.with_name("other.md")), "2 names"),
        (lambda path: path.write_bytes(b"somebody else's"), "changed by another program"),
        (lambda path: path.unlink(), "is gone"),
        (lambda path: (path.unlink(), path.mkdir()), "no plain file"),
        (lambda path: (path.unlink(), path.symlink_to("nowhere.md")), "is gone"),
    ],
)
def test_what_may_not_be_written_is_told_in_one_sentence(tmp_path: Path, prepare: object, message: str) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    prepare(path)  # type: ignore[operator]
    with pytest.raises(SourceError, match=message) as raised:
        write_atomically(path, b"new", expected=b"old")
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)
    assert not [entry for entry in tmp_path.iterdir() if entry.name.endswith(TEMPORARY)]


def test_a_very_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".md")
    path.write_bytes(b"old")
    write_atomically(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
