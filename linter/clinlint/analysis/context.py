"""What a rule gets beside the text: cached analysis and its own options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from clinlint.analysis.quantities import Quantity, quantities_of
from clinlint.analysis.readability.reading import Reading
from clinlint.analysis.sentences import sentences_of
from clinlint.analysis.tags import Token, tag
from clinlint.analysis.words import Word, words_of
from clinlint.model.audience import Audience
from clinlint.model.document import Block, BlockKind, Document, Role, Sentence
from clinlint.model.finding import Finding
from clinlint.model.source_language import SourceLanguage

if TYPE_CHECKING:
    from datetime import date

OptionsT = TypeVar("OptionsT")
ResultT = TypeVar("ResultT")


class Analysis:
    """The analysis of one document, computed on first use and shared by all rules.

    Attributes:
        asked_for_day: True once a rule asked which day it is.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._tagged: dict[tuple[int, int], tuple[Token, ...]] = {}
        self._words: dict[tuple[int, int], tuple[Word, ...]] = {}
        self._quantities: dict[tuple[int, int], tuple[Quantity, ...]] = {}
        self.computed: dict[object, Any] = {}
        self.asked_for_day = False

    def sentences(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block."""
        if block.index not in self._sentences:
            self._sentences[block.index] = sentences_of(block)
        return self._sentences[block.index]

    def tagged(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence with their part-of-speech tags; offsets are into ``sentence.text``."""
        key = (sentence.block.index, sentence.index)
        if key not in self._tagged:
            self._tagged[key] = tag(sentence.text)
        return self._tagged[key]

    def words(self, unit: Block | Sentence) -> tuple[Word, ...]:
        """The words and numbers of a block or sentence; offsets are into ``unit.text``."""
        key = (unit.span.start, unit.span.end)
        if key not in self._words:
            self._words[key] = words_of(unit.text)
        return self._words[key]

    def quantities(self, unit: Block | Sentence) -> tuple[Quantity, ...]:
        """The numbers of a block or sentence with their units; offsets are into ``unit.text``."""
        key = (unit.span.start, unit.span.end)
        if key not in self._quantities:
            self._quantities[key] = quantities_of(unit.text)
        return self._quantities[key]

    @cached_property
    def reading(self) -> Reading:
        """The document's prose as readability formulas take it."""
        return Reading(self)


class PackKnowledge(Protocol):
    """What declarative packs say about one document."""

    @property
    def source_language(self) -> SourceLanguage:
        """The language that the document was translated from, as far as it is known."""

    def findings(self, rule: str, block: Block) -> tuple[Finding, ...]:
        """What the entries of a rule report in a block, in order of position."""


class Context:
    """One rule's view of one document.

    Attributes:
        document: the document that is being linted.
        audience: whom the article is for.
    """

    def __init__(
        self,
        analysis: Analysis,
        options: Mapping[type[Any], Any],
        packs: PackKnowledge | None = None,
        today: date | None = None,
        accepted: frozenset[str] = frozenset(),
        audience: Audience = Audience.PATIENT,
    ) -> None:
        self._today = today
        self._analysis = analysis
        self._options = options
        self._packs = packs
        self._accepted = accepted
        self.document = analysis.document
        self.audience = audience

    @property
    def reading(self) -> Reading:
        """The document's prose as readability formulas take it, measured once for all rules."""
        return self._analysis.reading

    @property
    def today(self) -> date:
        """The day on which the run judges how old a page is; what a rule says then holds for that day alone."""
        self._analysis.asked_for_day = True
        if self._today is None:
            from clinlint.analysis.clock import today

            return today()
        return self._today

    def once(self, compute: Callable[[Context], ResultT]) -> ResultT:
        """What ``compute`` makes of this document, computed once for all rules that ask with the same function."""
        known = self._analysis.computed
        if compute not in known:
            known[compute] = compute(self)
        result: ResultT = known[compute]
        return result

    @property
    def origin(self) -> SourceLanguage:
        """The language that the document was translated from, and how that is known."""
        return self._packs.source_language if self._packs is not None else SourceLanguage()

    @property
    def source_language(self) -> str | None:
        """Two letters of that language when the user named it or enough evidence agrees on it, else None."""
        return self.origin.code if self.origin.established else None

    def pack_findings(self, rule: str, block: Block) -> tuple[Finding, ...]:
        """What the pack entries for the rule with this code report in a block, in order of position."""
        return self._packs.findings(rule, block) if self._packs is not None else ()

    def accepts(self, word: str) -> bool:
        """Whether the user's own words hold this one, in any case."""
        return word.lower() in self._accepted

    def sentences(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block, cut once for all rules."""
        return self._analysis.sentences(block)

    def tagged(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tagged tokens of a sentence, once for all rules; offsets are into ``sentence.text``."""
        return self._analysis.tagged(sentence)

    def words(self, unit: Block | Sentence) -> tuple[Word, ...]:
        """The words and numbers of a block or sentence, cut once for all rules; offsets are into ``unit.text``."""
        return self._analysis.words(unit)

    def quantities(self, unit: Block | Sentence) -> tuple[Quantity, ...]:
        """The numbers of a block or sentence with their units, once for all rules; offsets are into ``unit.text``."""
        return self._analysis.quantities(unit)

    def options(self, kind: type[OptionsT]) -> OptionsT:
        """The rule's options: the configured ones, or the defaults of ``kind``."""
        configured = self._options.get(kind)
        return configured if isinstance(configured, kind) else kind()

    def blocks(self, *kinds: BlockKind, roles: frozenset[Role] | None = None) -> Iterator[Block]:
        """The document's blocks in order, of these kinds and roles (all where none are named)."""
        for block in self.document.blocks:
            if (not kinds or block.kind in kinds) and (roles is None or block.role in roles):
                yield block

    def next_block(self, block: Block) -> Block | None:
        """The block after ``block``, whatever it is."""
        following = block.index + 1
        return self.document.blocks[following] if following < len(self.document.blocks) else None

    def previous_block(self, block: Block) -> Block | None:
        """The block before ``block``, whatever it is."""
        return self.document.blocks[block.index - 1] if block.index else None
