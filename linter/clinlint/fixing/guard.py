"""Re-reads a fixed article and objects when it says something else than before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.model.document import Block, Document
from clinlint.model.fix import Edit
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.packs.facts import Fact, FactReader, installed_facts
from clinlint.sources.encoding import decode


class Guard:
    """Compares what a file says before and after some edits.

    Args:
        source, documents: the file before.
        facts: what a fact is; None for what the installed packs say.
    """

    def __init__(self, source: Source, documents: Sequence[Document], facts: FactReader | None = None) -> None:
        self._source = source
        self._documents = documents
        self._reader = facts if facts is not None else installed_facts()
        self._from_bytes = _decoded(source) == source.text

    def objection(self, after: Source, edits: Iterable[Edit], *, by_person: bool = False) -> str | None:
        """Why ``after``, the file with ``edits`` made, must not be; None when nothing speaks against it.

        The file must still decode, and be read, as before: the same blocks of the same kinds, those that
        no edit touches with the same text, and in every block the same numbers, units, medicines,
        negations and frequencies in the same order. A person may change facts, and empty blocks.
        """
        if self._from_bytes and _decoded(after) != after.text:
            return "the file's encoding would no longer be recognised"
        try:
            documents = read_documents(after)
        except SourceError:
            return "the file could no longer be read"
        if len(documents) != len(self._documents):
            return "the file would hold another number of articles"
        touched = [edit.span for edit in edits]
        for before, now in zip(self._documents, documents, strict=True):
            problem = _by_person(before, now, touched) if by_person else self._by_machine(before, now, touched)
            if problem is not None:
                return problem
        return None

    def _by_machine(self, before: Document, now: Document, touched: Sequence[Span]) -> str | None:
        if [_shape(block) for block in before.blocks] != [_shape(block) for block in now.blocks]:
            return "the article's paragraphs, headings or lists would change"
        for old, new in zip(before.blocks, now.blocks, strict=True):
            if old.text == new.text:
                continue
            if not _is_touched(before, old, touched):
                return "text beside the fix would change"
            changed = _changed(self._reader.facts(old.text), self._reader.facts(new.text))
            if changed is not None:
                return f"the {changed.kind} “{changed.text}” would change"
        return None


def _by_person(before: Document, now: Document, touched: Sequence[Span]) -> str | None:
    kept = [(*_shape(b), b.text) for b in before.blocks if not _is_touched(before, b, touched)]
    following = iter([(*_shape(block), block.text) for block in now.blocks])
    # In order, whatever stands between them now.
    if all(wanted in following for wanted in kept):
        return None
    return "paragraphs beside it would change"


def _decoded(source: Source) -> str | None:
    try:
        return decode(source.data, name=source.name, media_type=source.media_type).text
    except SourceError:
        return None


def _shape(block: Block) -> tuple[object, ...]:
    place = block.list and (block.list.list_id, block.list.index, block.list.ordered, block.list.depth)
    return (block.kind, block.role, block.level, block.path, place, not block.text.strip())


def _is_touched(document: Document, block: Block, touched: Sequence[Span]) -> bool:
    whole = document.offsets.source_range(block.span)
    return any(span.start <= whole.end and whole.start <= span.end for span in touched)


def _changed(before: Sequence[Fact], now: Sequence[Fact]) -> Fact | None:
    """The first fact that is not the same, None when all are."""
    for old, new in zip_longest(before, now):
        if old != new:
            return old if old is not None else new
    return None
