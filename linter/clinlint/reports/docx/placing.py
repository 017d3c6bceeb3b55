"""Where findings stand in the text that a reader sees, and which of their fixes become tracked changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clinlint.fixing.plan import Change, compatible
from clinlint.model.diagnostic import Diagnostic
from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.reports.emphasis import shares

Key = tuple[int, int]
"""A block: the number of its document and its own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding in the text.

    Attributes:
        number: counts the findings of the whole report.
        name: within its file (``review.identity``).
        marked: the marked words in each block that they touch, relative to its text; empty for findings in markup.
        edits: those of the first fix where it becomes a tracked change, in each block, in order; each makes whole
            words new where it touches one.
        place: what the finding has for itself in a block, the marked words and the edits, where no other finding
            touches it: what stands there later is what became of this finding.
        obstacle: why its fix becomes no tracked change, as a clause; empty where another change touches its words.
    """

    number: int
    name: str
    diagnostic: Diagnostic
    marked: Mapping[Key, Span] = field(default_factory=dict)
    edits: Mapping[Key, tuple[Edit, ...]] = field(default_factory=dict)
    place: Mapping[Key, Span] = field(default_factory=dict)
    obstacle: str = ""


class Paper:
    """What the findings are written on; this one, which is made for them, takes every mark."""

    def obstacle(self, key: Key, edit: Edit) -> str:
        """Why an edit in a block can be no tracked change there, as a clause; empty when it can."""
        return ""

    def illegible(self, key: Key, span: Span) -> str:
        """Why it could not be told later what became of a part of a block, as a clause; empty when it can."""
        return ""


PAPER = Paper()


def placed(
    documents: Sequence[Document],
    diagnostics: Iterable[tuple[str, Diagnostic]],
    first: int = 0,
    paper: Paper = PAPER,
) -> list[Placed]:
    """The findings, each with its name, in the text of the documents, numbered from ``first`` on."""
    found = [
        Placed(number, name, diagnostic, _marked(documents, diagnostic))
        for number, (name, diagnostic) in enumerate(diagnostics, first)
    ]
    changes = {id(p.diagnostic): Change(p.diagnostic, p.diagnostic.fixes[0]) for p in found if _has_plain_fix(p)}
    together = {id(change.diagnostic) for change in compatible(changes.values())[0]}
    tracked: dict[int, dict[Key, list[Edit]]] = {}
    obstacles: dict[int, str] = {}
    for finding in found:
        edits = _edits(documents, finding) if id(finding.diagnostic) in together else None
        if edits is None:
            continue
        obstacles[finding.number] = _obstacle(finding, edits, paper)
        if not obstacles[finding.number]:
            tracked[finding.number] = edits
    words = _in_whole_words(documents, tracked, paper)
    found = [replace(p, edits=words.get(p.number, {}), obstacle=obstacles.get(p.number, "")) for p in found]
    return _with_places(found, paper)


def _obstacle(finding: Placed, edits: Mapping[Key, Sequence[Edit]], paper: Paper) -> str:
    wanted = _wanted(replace(finding, edits={key: tuple(own) for key, own in edits.items()}))
    clauses = [paper.obstacle(key, edit) for key, own in edits.items() for edit in own]
    clauses += [paper.illegible(key, span) for key, span in wanted.items()]
    return next(filter(None, clauses), "")


def _has_plain_fix(finding: Placed) -> bool:
    return bool(finding.marked and finding.diagnostic.fixes and finding.diagnostic.fixes[0].plain)


def _marked(documents: Sequence[Document], diagnostic: Diagnostic) -> dict[Key, Span]:
    found: dict[Key, Span] = {}
    if diagnostic.in_markup:
        return found
    for number, document in enumerate(documents):
        for part in diagnostic.ranges:
            span = document.offsets.to_text([part])
            for block, share in shares(document, span) if span is not None else ():
                key = (number, block.index)
                found[key] = found[key].joined(share) if key in found else share
        if found:
            break
    return found


def _edits(documents: Sequence[Document], finding: Placed) -> dict[Key, list[Edit]] | None:
    """The edits of the first fix in each block; None when one of them stands in no block."""
    number = next(iter(finding.marked))[0]
    found: dict[Key, list[Edit]] = defaultdict(list)
    for edit in sorted(finding.diagnostic.fixes[0].plain, key=lambda edit: (edit.span.start, edit.span.end)):
        touched = list(shares(documents[number], edit.span))
        if len(touched) != 1 or len(touched[0][1]) != len(edit.span):
            return None
        block, span = touched[0]
        found[number, block.index].append(Edit(span, edit.text))
    return found


def _in_whole_words(
    documents: Sequence[Document], tracked: Mapping[int, Mapping[Key, Iterable[Edit]]], paper: Paper
) -> dict[int, dict[Key, tuple[Edit, ...]]]:
    """The edits grown to whole words, where the paper takes that: half a word struck out is hard to read."""
    by_block: dict[Key, list[tuple[Edit, int]]] = defaultdict(list)
    for number, blocks in tracked.items():
        for key, edits in blocks.items():
            by_block[key] += [(edit, number) for edit in edits]
    grown: dict[int, dict[Key, tuple[Edit, ...]]] = defaultdict(dict)
    for (document, block), pairs in by_block.items():
        text = documents[document].blocks[block].text
        pairs.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end))
        reached = 0
        for at, (edit, number) in enumerate(pairs):
            limit = pairs[at + 1][0].span.start if at + 1 < len(pairs) else len(text)
            whole = _grown(text, edit, reached, limit)
            if paper.obstacle((document, block), whole):
                whole = edit
            reached = whole.span.end
            known = grown[number].get((document, block), ())
            grown[number][document, block] = (*known, whole)
    return grown


def _grown(text: str, edit: Edit, low: int, high: int) -> Edit:
    start, end = edit.span.start, edit.span.end
    old, new = text[start:end], edit.text
    if any(map(_in_word, (old[:1], old[-1:], new[:1], new[-1:]))):
        while start > low and _in_word(text[start - 1]):
            start -= 1
        while end < high and _in_word(text[end]):
            end += 1
    return Edit(Span(start, end), text[start : edit.span.start] + new + text[edit.span.end : end])


def _in_word(character: str) -> bool:
    return character.isalnum()


def _with_places(found: list[Placed], paper: Paper) -> list[Placed]:
    """Gives each finding its own place where it has one; tracked changes come first."""
    taken: dict[Key, list[Span]] = defaultdict(list)
    places: dict[int, dict[Key, Span]] = {}
    for finding in sorted(found, key=lambda p: not p.edits):
        wanted = _wanted(finding)
        if all(_is_free(taken[key], span) and not paper.illegible(key, span) for key, span in wanted.items()):
            places[finding.number] = wanted
            for key, span in wanted.items():
                taken[key].append(span)
    # What became of a change without a place could not be told, and would be taken for a change of other text.
    return [replace(p, place=places[p.number]) if p.number in places else replace(p, place={}, edits={}) for p in found]


def _wanted(finding: Placed) -> dict[Key, Span]:
    wanted = dict(finding.marked)
    for key, edits in finding.edits.items():
        for edit in edits:
            wanted[key] = wanted[key].joined(edit.span) if key in wanted else edit.span
    return wanted


def _is_free(taken: Iterable[Span], span: Span) -> bool:
    return all(span.end < other.start or other.end < span.start for other in taken)
