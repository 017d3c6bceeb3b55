"""Finds pack entries in a document and decides which of them may speak."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from clinlint.analysis.context import Analysis
from clinlint.model.document import Block, BlockKind, Role
from clinlint.model.finding import Confidence, Finding
from clinlint.model.source_language import SourceLanguage
from clinlint.packs.compiling import CompiledEntry, CompiledPacks, readable
from clinlint.packs.findings import finding_of
from clinlint.packs.guess import guess
from clinlint.packs.regex import Match
from clinlint.packs.schema import TRANSLATED

_OPENING = " \t\n\u00a0\"'“‘«(["
_AROUND = 200
"""How many characters beside a match ``before`` and ``after`` conditions may look at."""
_WIDEST = 1_000
"""How many characters of a sentence on either side ``near`` and ``unless`` look at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a block where an entry's pattern and conditions hold; offsets in the block's text."""

    found: CompiledEntry
    block: Block
    start: int
    end: int
    match: Match


class PackReading:
    """What the packs have to say about one document, worked out on first use."""

    def __init__(self, analysis: Analysis, packs: CompiledPacks, given: str | None = None) -> None:
        self._analysis = analysis
        self._packs = packs
        self._given = given
        self._topics: dict[str, bool] = {}
        self._sentences: dict[int, tuple[list[int], list[int]]] = {}

    @cached_property
    def source_language(self) -> SourceLanguage:
        """The language that the document was translated from, as far as it is known."""
        defects: dict[str, dict[str, str]] = {}
        for hit in self._hits:
            entry, source = hit.found.entry, hit.found.pack.source
            if entry.confidence is Confidence.HIGH and not hit.found.speaks_always:
                marked = " ".join(hit.block.text[hit.start : hit.end].split())
                defects.setdefault(source, {}).setdefault(entry.id, f"“{marked}” ({entry.source_word or entry.id})")
        found = {source: tuple(by_entry.values()) for source, by_entry in defects.items()}
        return guess(self._analysis.document, self._given, found, self._packs.packs, self._packs.hints())

    def findings(self, rule: str, block: Block) -> tuple[Finding, ...]:
        """What the entries of a rule report in a block, in order of position."""
        return self._findings.get((rule, block.index), ())

    @cached_property
    def _findings(self) -> dict[tuple[str, int], tuple[Finding, ...]]:
        kept: dict[tuple[str, int], list[Finding]] = {}
        for hit in _without_overlaps([hit for hit in self._hits if self._may_speak(hit.found)]):
            finding = finding_of(hit.found, hit.block, (hit.start, hit.end), hit.match, self.source_language)
            kept.setdefault((hit.found.entry.rule, hit.block.index), []).append(finding)
        return {key: tuple(found) for key, found in kept.items()}

    def _may_speak(self, found: CompiledEntry) -> bool:
        """Whether an entry's language allows it.

        A pack of another language than the established one is silent. While none is established,
        only entries of high confidence speak. Packs and entries for any language always may, and those
        for translated text once any language is established.
        """
        if found.speaks_always:
            return True
        known = self.source_language
        if known.established:
            return found.pack.source in (known.code, TRANSLATED)
        return found.entry.confidence is Confidence.HIGH and found.pack.source != TRANSLATED

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        blocks = [block for block in self._analysis.document.blocks if _is_read(block)]
        texts = [readable(block.text) for block in blocks]
        by_block = zip(blocks, texts, self._packs.candidates(texts), strict=True)
        return tuple(hit for block, text, candidates in by_block for hit in self._hits_in(block, text, candidates))

    def _hits_in(self, block: Block, text: str, candidates: Iterable[CompiledEntry]) -> Iterator[Hit]:
        encoded = text.encode()
        for found in candidates:
            if self._given and found.pack.source not in (self._given, TRANSLATED) and not found.speaks_always:
                continue
            kinds = found.entry.conditions.kinds
            if kinds and block.kind not in kinds:
                continue
            # Most candidates do not occur, and RE2's wrapper would encode the text for each of them.
            if found.regex.search(encoded) is None:
                continue
            for match in found.regex.finditer(text):
                start, end = _trimmed(text, *match.span(found.mark))
                if start < end and self._holds(found, block, text, start, end):
                    yield Hit(found, block, start, end, match)

    def _holds(self, found: CompiledEntry, block: Block, text: str, start: int, end: int) -> bool:
        given = found.entry.conditions
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        if given.before and not self._any(given.before, "before", before):
            return False
        if given.after and not self._any(given.after, "after", after):
            return False
        if self._any(given.not_before, "before", before) or self._any(given.not_after, "after", after):
            return False
        if given.near or given.unless or given.starts_sentence:
            low, high = self._sentence(block, start, end)
            if given.starts_sentence and text[low:start].strip(_OPENING):
                return False
            around = f"{text[low:start]} \ufffc {text[end:high]}"
            if given.near and not self._any(given.near, "", around):
                return False
            if self._any(given.unless, "", around):
                return False
        if given.topic and not any(self._topic(pattern) for pattern in given.topic):
            return False
        return not any(self._topic(pattern) for pattern in given.unless_topic)

    def _any(self, patterns: tuple[str, ...], anchor: str, text: str) -> bool:
        return any(self._packs.condition(pattern, anchor).search(text) is not None for pattern in patterns)

    def _topic(self, pattern: str) -> bool:
        if pattern not in self._topics:
            document = self._analysis.document
            whole = readable(f"{document.text}\n{document.metadata.get('title', '')}")
            regex = self._packs.condition(pattern, "")
            self._topics[pattern] = regex.search(whole) is not None
        return self._topics[pattern]

    def _sentence(self, block: Block, start: int, end: int) -> tuple[int, int]:
        """The range, in the block's text, of the sentences that a match touches, at most ``_WIDEST`` each way."""
        if block.index not in self._sentences:
            spans = [sentence.span.shifted(-block.span.start) for sentence in self._analysis.sentences(block)]
            self._sentences[block.index] = ([s.start for s in spans], [s.end for s in spans])
        starts, ends = self._sentences[block.index]
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        low = starts[first] if first >= 0 else 0
        high = ends[last] if last < len(ends) else len(block.text)
        return max(low, start - _WIDEST), min(high, end + _WIDEST)


def _is_read(block: Block) -> bool:
    if block.kind is BlockKind.CODE or block.role is Role.CHROME:
        return False
    return block.attrs.get("lang", "en").split("-")[0].lower() == "en"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap, the surest and then the longest; in order of position."""
    kept: dict[int, tuple[list[int], list[Hit]]] = {}
    for hit in sorted(hits, key=lambda h: (-h.found.entry.confidence, h.start - h.end, h.start, h.found.entry.id)):
        starts, others = kept.setdefault(hit.block.index, ([], []))
        at = bisect_left(starts, hit.start)
        if (at == 0 or others[at - 1].end <= hit.start) and (at == len(others) or hit.end <= starts[at]):
            starts.insert(at, hit.start)
            others.insert(at, hit)
    return [hit for _, others in kept.values() for hit in others]
