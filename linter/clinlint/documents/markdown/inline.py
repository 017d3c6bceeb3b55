"""The running text of one block while it is being read: pieces with their places, written when the block ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from clinlint.model.offsets import PieceKind, TextBuilder
from clinlint.model.span import Span

OBJECT = "\ufffc"
"""Stands for inline code and for an image in mid-sentence (U+FFFC OBJECT REPLACEMENT CHARACTER): no rule reads them."""

_SPACES = re.compile(r"[ \t]{2,}|\t")
_WHITE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text; an ``open_end`` one stands for all up to the next piece (a line break and ``> ``)."""

    text: str
    start: int
    end: int
    kind: PieceKind
    open_end: bool = False


@dataclass(slots=True)
class Inline:
    """Parts in order of the source."""

    parts: list[Part] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        """True when nothing but white space has been added."""
        return all(not part.text.strip(_WHITE) for part in self.parts)

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(part.text for part in self.parts)

    def copied(self, source: str, start: int, end: int) -> None:
        """Adds what stands in the source; runs of spaces are one space to a reader."""
        if self.parts and self.parts[-1].text[-1:] in _WHITE:
            # Something that leaves no text stood between two spaces.
            while start < end and source[start] in " \t":
                start += 1
        at = start
        for match in _SPACES.finditer(source, start, end):
            self._add(source[at : match.start()], at, match.start(), PieceKind.TEXT)
            self._add(" ", match.start(), match.end(), PieceKind.DECODED)
            at = match.end()
        self._add(source[at:end], at, end, PieceKind.TEXT)

    def preformatted(self, text: str, start: int) -> None:
        """Adds what stands in the source with its white space."""
        self._add(text, start, start + len(text), PieceKind.TEXT)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Adds what an escape or entity stands for."""
        self._add(text, start, end, PieceKind.DECODED)

    def line_break(self, text: str, start: int, end: int) -> None:
        """Adds the white space that a line break stands for, with the marks at the start of the next line."""
        self.parts.append(Part(text, start, end, PieceKind.DECODED, open_end=True))

    def placeholder(self, at: int) -> None:
        """Adds a sign for something that is no prose."""
        self._add(OBJECT, at, at, PieceKind.SYNTHETIC)

    def _add(self, text: str, start: int, end: int, kind: PieceKind) -> None:
        if not text:
            return
        if self.parts and self.parts[-1].open_end:
            self.parts[-1] = replace(self.parts[-1], end=max(self.parts[-1].end, start), open_end=False)
        self.parts.append(Part(text, start, end, kind))

    def write(self, builder: TextBuilder) -> None:
        """Writes the parts without the white space at both ends."""
        parts = self._trimmed()
        for part in parts:
            if part.kind is PieceKind.TEXT:
                builder.copied(part.text, part.start)
            elif part.kind is PieceKind.DECODED:
                builder.decoded(part.text, Span(part.start, part.end))
            else:
                builder.synthetic(part.text)

    def _trimmed(self) -> list[Part]:
        first, last = 0, len(self.parts)
        while first < last and not self.parts[first].text.strip(_WHITE):
            first += 1
        while last > first and not self.parts[last - 1].text.strip(_WHITE):
            last -= 1
        parts = self.parts[first:last]
        if parts and parts[0].kind is PieceKind.TEXT:
            cut = len(parts[0].text) - len(parts[0].text.lstrip(_WHITE))
            parts[0] = replace(parts[0], text=parts[0].text[cut:], start=parts[0].start + cut)
        if parts and parts[-1].kind is PieceKind.TEXT:
            kept = parts[-1].text.rstrip(_WHITE)
            parts[-1] = replace(parts[-1], text=kept, end=parts[-1].start + len(kept))
        return parts
