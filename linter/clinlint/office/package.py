"""The archive that a word processor writes, read with bounds on everything that a hostile one could blow up."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import cached_property

from clinlint.errors import SourceError

MOST_MEMBERS = 10_000
LARGEST_PART = 100_000_000
"""Bytes of one part of text, unpacked; a book of a thousand pages takes some twenty million."""

LARGEST_TEXT = 200_000_000
"""Bytes of all parts that are read, unpacked."""

HIGHEST_RATIO = 300
"""How many times larger than packed a part may be; XML of real documents reaches about fifty."""

_SMALL = 1_000_000
"""Bytes below which the ratio is of no interest: a table of empty cells packs very well."""

_CLIMBS = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_OPEN_OFFICE_NAMES = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
}
_KEY = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")


class Package:
    """An archive in memory.

    Args:
        data: its bytes.
        name: what messages call the file.

    Raises:
        SourceError: when it is broken, or holds what no document does.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unpacked = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
            raise self._broken(str(error) or type(error).__name__) from None
        if len(members) > MOST_MEMBERS:
            raise SourceError(
                f"{name}: the archive has {len(members):,} members, more than any document ({MOST_MEMBERS:,})"
            )
        self.members = {member.filename: member for member in members}
        if len(self.members) < len(members):
            raise self._broken("two of its members have the same name")
        for path in self.members:
            if _CLIMBS.search(path):
                raise SourceError(
                    f"{name}: the archive has a member called {path!r}, which no document has; do not open it"
                )

    def _broken(self, reason: str) -> SourceError:
        reason = reason.rstrip(".")
        return SourceError(f"{self._name}: the file is damaged ({reason}); open it in its program and save it anew")

    def __contains__(self, path: str) -> bool:
        return path in self.members

    @cached_property
    def _by_lower_case(self) -> dict[str, str]:
        return {path.lower(): path for path in self.members}

    def found(self, path: str) -> str | None:
        """The member with this name, which may be written in other case; None when there is none."""
        return path if path in self.members else self._by_lower_case.get(path.lower())

    def read(self, path: str) -> bytes:
        """The bytes of a member.

        Raises:
            SourceError: when it is larger than any document's, locked or damaged.
        """
        member = self.members[path]
        if member.flag_bits & 1:
            raise SourceError(f"{self._name}: the file is protected by a password; save it without one")
        if member.file_size > _SMALL and member.file_size > HIGHEST_RATIO * max(1, member.compress_size):
            raise self._bomb(path)
        room = min(LARGEST_PART, LARGEST_TEXT - self._unpacked)
        try:
            with self._archive.open(member) as stream:
                # What the archive says of its sizes may be a lie.
                data = stream.read(room + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ) as error:
            raise self._broken(f"{path}: {str(error) or type(error).__name__}") from None
        if len(data) > room:
            raise self._bomb(path)
        self._unpacked += len(data)
        return data

    def _bomb(self, path: str) -> SourceError:
        return SourceError(f"{self._name}: {path} unpacks to more than any document holds; do not open this file")

    def foreign(self) -> str:
        """What an archive is that is no text document."""
        for path, kind in _OPEN_OFFICE_NAMES.items():
            if path in self.members:
                return kind
        if "mimetype" in self.members:
            kind = self.read("mimetype")[:100].decode("ascii", "replace").strip()
            if kind == "application/epub+zip":
                return "an e-book"
            if kind.startswith("application/vnd.oasis.opendocument."):
                return f"an OpenDocument {kind.rpartition('.')[2]}"
        return "a ZIP archive or an Office document"


def old_document(data: bytes) -> str:
    """What is wrong with a file in the format of old Office programs, and what to do."""
    if _KEY in data:
        return "the document is protected by a password; save it without one"
    if _OLD_WORD in data:
        return "this is a document of old Word (.doc); save it as .docx"
    return "this is an old Office document, not text; save the article as .docx, HTML, Markdown or plain text"
