"""Prose as the formulas take it: measured sentences of a document's paragraphs, lists and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from clinlint.analysis.readability.formulas import Counts
from clinlint.analysis.readability.syllables import syllables
from clinlint.analysis.readability.words import A_NUMBER, formula_words, is_easy
from clinlint.analysis.words import Word, WordKind
from clinlint.model.document import Block, BlockKind, Document, Role, Sentence
from clinlint.model.span import Span

READ_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
FEWEST_WORDS = 3
"""A shorter sentence counts with its neighbour, as textstat would leave it out."""

MEMORY = 100
"""For how many words a reader remembers a difficult word."""

_SIGN = re.compile(r"[%=<>≥≤±]")


@dataclass(frozen=True, slots=True)
class CountedWord:
    """A word as the formulas count it."""

    text: str
    syllables: int
    easy: bool


@dataclass(frozen=True)
class MeasuredSentence:
    """A sentence of prose, or several of one or two words.

    Attributes:
        spans: where it stands; several for short ones that count as one.
        signs: how many signs such as ``%`` and ``=`` it holds.
    """

    spans: tuple[Span, ...]
    words: tuple[CountedWord, ...]
    signs: int = 0

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True)
class Passage:
    """Running text that is judged as one: an article, or the part below a heading.

    Attributes:
        heading: the block whose heading it stands below, if any.
    """

    sentences: tuple[MeasuredSentence, ...]
    heading: Block | None = None

    @cached_property
    def by_sentence(self) -> tuple[Counts, ...]:
        """The counts of each sentence."""
        last_seen: dict[str, int] = {}
        number = 0
        found = []
        for sentence in self.sentences:
            fresh = 0
            for word in sentence.words:
                number += 1
                if not word.easy:
                    fresh += number - last_seen.get(word.text, -MEMORY) > MEMORY
                    last_seen[word.text] = number
            found.append(_counts(sentence, fresh))
        return tuple(found)

    @cached_property
    def counts(self) -> Counts:
        """The counts of all sentences."""
        return Counts(*map(sum, zip(*self.by_sentence, strict=True)))


def _counts(sentence: MeasuredSentence, fresh: int) -> Counts:
    words = sentence.words
    return Counts(
        sentences=1,
        words=len(words),
        letters=sum(len(word.text) for word in words),
        syllables=sum(word.syllables for word in words),
        polysyllables=sum(word.syllables >= 3 for word in words),
        four_syllables=sum(word.syllables >= 4 for word in words),
        difficult=sum(not word.easy for word in words),
        fresh=fresh,
        figures=sentence.signs + sum(word.text == A_NUMBER for word in words),
    )


@lru_cache(maxsize=20_000)
def counted(word: str, kind: WordKind) -> tuple[CountedWord, ...]:
    """What the formulas count for one word of the text."""
    return tuple(CountedWord(text, syllables(text), is_easy(text)) for text in formula_words(word, kind))


def is_prose(block: Block, document: Document) -> bool:
    """True for the article's own running text in English; headings, cells, captions and furniture are none."""
    language = block.attrs.get("lang", document.language).lower()
    return block.kind in READ_KINDS and block.role is Role.BODY and language.split("-")[0] == "en"


def alone(sentence: Sentence, words: Sequence[Word]) -> MeasuredSentence | None:
    """A sentence by itself; None for a telephone number or a row of figures, where there is nothing to read."""
    if 3 * sum(word.kind is WordKind.WORD for word in words) <= len(words):
        return None
    parts = tuple(part for word in words for part in counted(word.text, word.kind))
    return MeasuredSentence((sentence.span,), parts, len(_SIGN.findall(sentence.text)))


def joined(sentences: Iterable[MeasuredSentence]) -> tuple[MeasuredSentence, ...]:
    """The sentences as the formulas take them: short ones count with the next, the last with the last."""
    found: list[MeasuredSentence] = []
    short = MeasuredSentence((), ())
    for sentence in sentences:
        short = _joined(short, sentence) if short.words else sentence
        if len(short.words) >= FEWEST_WORDS:
            found.append(short)
            short = MeasuredSentence((), ())
    if short.words:
        found.append(_joined(found.pop(), short) if found else short)
    return tuple(found)


def _joined(one: MeasuredSentence, other: MeasuredSentence) -> MeasuredSentence:
    return MeasuredSentence((*one.spans, *other.spans), (*one.words, *other.words), one.signs + other.signs)


def sections(document: Document) -> Iterator[tuple[Block | None, list[Block]]]:
    """Prose blocks by the heading that they stand below (None for what stands before the first)."""
    heading: Block | None = None
    blocks: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.role is Role.BODY:
            if heading is not None or blocks:
                yield heading, blocks
            heading, blocks = block, []
        elif is_prose(block, document):
            blocks.append(block)
    if heading is not None or blocks:
        yield heading, blocks
