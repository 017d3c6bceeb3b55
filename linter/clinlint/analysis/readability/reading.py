"""What a document comes to: its prose as one passage and by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from clinlint.analysis.readability.passages import MeasuredSentence, Passage, alone, joined, sections
from clinlint.model.document import Block

if TYPE_CHECKING:
    from clinlint.analysis.context import Analysis


@dataclass(frozen=True, eq=False)
class Reading:
    """The prose of one document, measured once for all rules and reports."""

    analysis: Analysis

    @cached_property
    def sections(self) -> tuple[Passage, ...]:
        """The part before the first heading, then a passage for every heading with prose below it."""
        found = (Passage(joined(sentences), heading) for heading, sentences in self._parts)
        return tuple(passage for passage in found if passage.sentences)

    @cached_property
    def article(self) -> Passage:
        """All prose as one passage."""
        return Passage(joined(sentence for _, sentences in self._parts for sentence in sentences))

    @cached_property
    def _parts(self) -> tuple[tuple[Block | None, tuple[MeasuredSentence, ...]], ...]:
        """The sentences one by one, by heading."""
        return tuple((heading, tuple(self._measured(blocks))) for heading, blocks in sections(self.analysis.document))

    def _measured(self, blocks: list[Block]) -> Iterator[MeasuredSentence]:
        for block in blocks:
            for sentence in self.analysis.sentences(block):
                found = alone(sentence, self.analysis.words(sentence))
                if found is not None:
                    yield found
