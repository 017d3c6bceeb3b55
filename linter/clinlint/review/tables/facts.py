"""What a row is about, for the way back: sealed into one word that no spreadsheet changes."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass

from clinlint.errors import DecisionsError
from clinlint.model.fix import Edit
from clinlint.model.span import Span

_MARK = "c1"
_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """A finding as a table knows it.

    Attributes:
        path, digest: the file.
        finding, rule, fingerprint, match, ranges: as in a decision.
        edits: what its first fix changes; empty where there is none.
        where, marked, proposal: what the cells of the row say, to see whether somebody changed them.
        whole: False when the proposal was too long for its cell, so that it can only be accepted or rejected.
    """

    path: str
    digest: str
    finding: str
    rule: str
    fingerprint: str
    match: str
    ranges: tuple[Span, ...]
    edits: tuple[Edit, ...]
    where: str
    marked: str
    proposal: str
    whole: bool = True

    def sealed(self) -> str:
        """One word of ASCII letters, digits and ``./+=``, with a check sum."""
        content = [
            *(self.path, self.digest, self.finding, self.rule, self.fingerprint, self.match),
            [[part.start, part.end] for part in self.ranges],
            [[edit.span.start, edit.span.end, edit.text] for edit in self.edits],
            *(self.where, self.marked, self.proposal, self.whole),
        ]
        data = zlib.compress(json.dumps(content, separators=(",", ":")).encode("ascii"), 9)
        return f"{_MARK}.{zlib.crc32(data):08x}.{base64.b64encode(data).decode('ascii')}"

    @classmethod
    def unsealed(cls, word: str) -> Facts:
        """What was sealed.

        Raises:
            DecisionsError: when the word was changed; the text is a clause without a place.
        """
        mark, _, rest = word.strip().partition(".")
        checksum, _, coded = rest.partition(".")
        if mark != _MARK:
            raise DecisionsError("what clinlint wrote about this row is missing or from another version of clinlint")
        try:
            data = base64.b64decode(coded, validate=True)
            if f"{zlib.crc32(data):08x}" != checksum:
                raise ValueError("the check sum differs")
            inflating = zlib.decompressobj()
            content = json.loads(inflating.decompress(data, _LARGEST))
            path, digest, finding, rule, print_, match, ranges, edits, where, marked, proposal, whole = content
            spans = tuple(Span(start, end) for start, end in ranges)
            made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
        except (ValueError, TypeError, binascii.Error, zlib.error, RecursionError) as error:
            raise DecisionsError("what clinlint wrote about this row was changed, so it cannot be used") from error
        return cls(path, digest, finding, rule, print_, match, spans, made, where, marked, proposal, whole is True)
