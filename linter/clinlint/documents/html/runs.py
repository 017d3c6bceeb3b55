"""Runs of text with their places in the markup, and the lines they add up to."""

from __future__ import annotations

import re
from typing import NamedTuple

from clinlint.documents.html.references import references
from clinlint.model.offsets import TextBuilder
from clinlint.model.span import Span

WHITE_SPACE = " \t\n\f\r"
"""What HTML collapses; a no-break space is a character like any other."""
OUTER_SPACE = WHITE_SPACE + "\u00a0\u200b\u2060\ufeff\u00ad"
"""What a reader does not see at the edges of a block."""
_COLLAPSED = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")


def edges(*, preformatted: bool) -> str:
    """The characters that are dropped from both ends of a line."""
    return "\r\n" if preformatted else OUTER_SPACE


class Run(NamedTuple):
    """Text from ``markup[start:end]``; ``copied`` when it stands there exactly so, from nowhere when that is empty."""

    text: str
    start: int
    end: int
    copied: bool


class Line:
    """Text between two line breaks, collected from the tokens that hold it."""

    __slots__ = ("_spaced", "breaks", "emphasis", "hinted", "hints", "languages", "links", "preformatted", "runs")

    def __init__(self, breaks: int = 0, *, preformatted: bool = False) -> None:
        self.runs: list[Run] = []
        self.breaks = breaks
        self.links = self.emphasis = self.hinted = 0
        self.hints: set[str] = set()
        self.languages: dict[str, int] = {}
        self.preformatted = preformatted
        self._spaced = True

    def add(self, markup: str, start: int, end: int, *, decode: bool = True, attribute: bool = False) -> int:
        """Adds ``markup[start:end]``; returns how many characters of text that gave."""
        before = len(self.runs)
        at = start
        if decode and markup.find("&", start, end) >= 0:
            for found, stop, text in references(markup, start, end, attribute=attribute):
                self._literal(markup, at, found)
                self._decoded(text, found, stop)
                at = stop
        self._literal(markup, at, end)
        return sum([len(run.text) for run in self.runs[before:]])

    def _literal(self, markup: str, start: int, end: int) -> None:
        if start >= end:
            return
        if self.preformatted:
            self.runs.append(Run(markup[start:end], start, end, True))
            return
        at = start
        for match in _COLLAPSED.finditer(markup, start, end):
            self._copied(markup, at, match.start())
            self._space(*match.span(), copied=False)
            at = match.end()
        self._copied(markup, at, end)

    def _copied(self, markup: str, start: int, end: int) -> None:
        if start < end and self._spaced and markup[start] == " ":
            start += 1
        if start < end:
            self.runs.append(Run(markup[start:end], start, end, True))
            self._spaced = markup[end - 1] == " "

    def _decoded(self, text: str, start: int, end: int) -> None:
        if text in WHITE_SPACE and not self.preformatted:
            if text:
                self._space(start, end, copied=False)
            return
        self.runs.append(Run(text, start, end, False))
        self._spaced = False

    def _space(self, start: int, end: int, *, copied: bool) -> None:
        if not self._spaced:
            self.runs.append(Run(" ", start, end, copied))
            self._spaced = True

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join([run.text for run in self.runs])

    def cut(self, start: int, end: int) -> None:
        """Keeps the characters ``[start, end)`` of the text and drops the rest."""
        kept: list[Run] = []
        at = 0
        for run in self.runs:
            left, right = max(start - at, 0), min(end - at, len(run.text))
            at += len(run.text)
            if left >= right:
                continue
            if right - left == len(run.text):
                kept.append(run)
            elif run.copied:
                kept.append(Run(run.text[left:right], run.start + left, run.start + right, True))
            else:
                kept.append(Run(run.text[left:right], run.start, run.end, False))
        self.runs = kept

    def trim(self) -> str:
        """Drops white space from both ends and returns the text that is left."""
        text = self.text
        dropped = edges(preformatted=self.preformatted)
        stripped = text.strip(dropped)
        if len(stripped) != len(text):
            start = len(text) - len(text.lstrip(dropped))
            self.cut(start, start + len(stripped))
        return stripped

    def joined(self, other: Line, with_text: str = " ") -> None:
        """Puts ``other`` behind this line; ``with_text`` for the break is in no file, so that no edit removes a tag."""
        if self.runs and other.runs:
            self.runs.append(Run(with_text, self.runs[-1].end, self.runs[-1].end, False))
        self.runs.extend(other.runs)
        self.links += other.links
        self.emphasis += other.emphasis
        self.hinted += other.hinted
        self.hints |= other.hints
        for language, count in other.languages.items():
            self.languages[language] = self.languages.get(language, 0) + count

    def write(self, builder: TextBuilder) -> None:
        """Adds the runs to a document's text."""
        for text, start, end, copied in self.runs:
            if copied:
                builder.copied(text, start)
            elif start == end:
                builder.synthetic(text)
            else:
                builder.decoded(text, Span(start, end))
