"""Groups lines into paragraphs, headings and list items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clinlint.documents.page_phrases import furniture
from clinlint.documents.text.lines import Line
from clinlint.documents.text.shapes import ends_sentence, goes_on, is_full, looks_like_heading
from clinlint.model.document import BlockKind, ListPlace

_HEADING_LEVEL = 2
_LONGEST_RUN = 3
"""More heading-like lines in a row than this are an unmarked list."""
_ENOUGH_BREAKS = 2
"""So many lines broken in mid-sentence make a hard-wrapped text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A block: its lines, and what it is."""

    lines: tuple[Line, ...]
    kind: BlockKind
    level: int = 0
    place: ListPlace | None = None
    alone: bool = False

    @property
    def text(self) -> str:
        """The lines, joined as a reader sees them."""
        return " ".join(line.text for line in self.lines)


def drafts_of(lines: Sequence[Line]) -> list[Draft]:
    """The blocks of a text in order."""
    return _headings(_grouped(lines))


def _grouped(lines: Sequence[Line]) -> list[Draft]:
    chunks = _chunks(lines)
    breaks = [len(a.text) for chunk in chunks for a, b in pairwise(chunk) if goes_on(a, b)]
    wrapped = len(breaks) >= _ENOUGH_BREAKS
    lists = _Lists()
    drafts: list[Draft] = []
    for chunk in chunks:
        groups = _joined(chunk, wrapped)
        # What was pasted along from the page ("Read more") does not belong to the line beside it.
        own = [number for number, group in enumerate(groups) if not _is_furniture(group)] if len(groups) > 1 else [0]
        for number, group in enumerate(groups):
            first = group[0]
            if first.bullet:
                drafts.append(Draft(tuple(group), BlockKind.LIST_ITEM, place=lists.place(first, apart=number == 0)))
                continue
            lists.close()
            level = first.level
            alone = own == [number] or _heads(groups, number)
            kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
            drafts.append(Draft(tuple(group), kind, level, alone=alone))
    return drafts


def _is_furniture(group: Sequence[Line]) -> bool:
    return len(group) == 1 and furniture(group[0].text) is not None


def _heads(groups: Sequence[Sequence[Line]], number: int) -> bool:
    """True for one line at the top of a chunk with sentences right under it."""
    if number or len(groups[0]) > 1:
        return False
    below = groups[1][0]
    return not below.bullet and not looks_like_heading(below.text) and ends_sentence(groups[1][-1].text)


def _chunks(lines: Sequence[Line]) -> list[list[Line]]:
    """The stretches between blank lines; a line underlined with dashes is a heading."""
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if line.decoration and len(chunks[-1]) == 1 and looks_like_heading(chunks[-1][0].text):
            only = chunks[-1][0]
            chunks[-1][0] = only if only.bullet else replace(only, level=only.level or _HEADING_LEVEL)
        if line.blank or line.decoration:
            if chunks[-1]:
                chunks.append([])
            continue
        chunks[-1].append(line)
    return [chunk for chunk in chunks if chunk]


def _joined(chunk: Sequence[Line], wrapped: bool) -> list[list[Line]]:
    """The lines of a chunk, those of one paragraph or item together."""
    width = max(len(line.text) for line in chunk)
    wrapped = wrapped or any(goes_on(a, b) for a, b in pairwise(chunk))
    groups: list[list[Line]] = []
    for line in chunk:
        if groups and _continues(groups[-1], line, width, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: Sequence[Line], line: Line, width: int, wrapped: bool) -> bool:
    first, last = group[0], group[-1]
    if line.bullet or line.level or first.level:
        return False
    if first.bullet:
        return line.indent > first.indent or goes_on(last, line)
    if goes_on(last, line):
        return True
    return wrapped and is_full(last, line, width)


def _headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The same blocks with headings told from paragraphs and numbered items by what stands around them."""
    numbered = _numbered_headings(drafts)
    found = list(drafts)
    run: list[int] = []
    for number, draft in enumerate(drafts):
        follows_something = number + 1 < len(drafts)
        if number in numbered:
            found[number] = replace(draft, kind=BlockKind.HEADING, level=_HEADING_LEVEL, place=None)
            continue
        candidate = (
            draft.kind is BlockKind.PARAGRAPH
            and draft.alone
            and len(draft.lines) == 1
            and follows_something
            and looks_like_heading(draft.text)
        )
        if candidate:
            run.append(number)
            continue
        _mark_run(found, run)
        run = []
    _mark_run(found, run)
    return found


def _mark_run(drafts: list[Draft], run: Sequence[int]) -> None:
    if not run:
        return
    led_to = run[0] > 0 and drafts[run[0] - 1].text.endswith(":")
    # Behind a colon, or many in a row, they are items; the last of a long row heads what follows.
    many = len(run) > _LONGEST_RUN
    kept = run if not led_to and not many else run[-1:] if many else ()
    for number in kept:
        drafts[number] = replace(drafts[number], kind=BlockKind.HEADING, level=_HEADING_LEVEL)


def _numbered_headings(drafts: Sequence[Draft]) -> frozenset[int]:
    """Numbered lines with prose under each ("1. Causes", "2. Treatment"): headings, where there are several."""
    sizes: dict[int, int] = {}
    for draft in drafts:
        if draft.place:
            sizes[draft.place.list_id] = sizes.get(draft.place.list_id, 0) + 1
    found = [
        number
        for number, draft in enumerate(drafts[:-1])
        if draft.place
        and draft.place.ordered
        and sizes[draft.place.list_id] == 1
        and len(draft.lines) == 1
        and looks_like_heading(draft.text)
        and drafts[number + 1].kind is BlockKind.PARAGRAPH
    ]
    return frozenset(found if len(found) > 1 else ())


@dataclass(slots=True)
class _Open:
    list_id: int
    indent: int
    ordered: bool
    mark: str
    index: int = -1
    number: int = 0


class _Lists:
    """The lists that are open where a reader stands, from the outermost inwards."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._next_id = 0

    def close(self) -> None:
        """Ends all lists."""
        self._open.clear()

    def place(self, line: Line, *, apart: bool) -> ListPlace:
        """The place of the item on this line, which a blank line sets ``apart`` from what is before it."""
        ordered = line.number is not None
        while len(self._open) > 1 and line.indent < self._open[-1].indent:
            self._open.pop()
        if self._open and self._restarts(line, ordered, apart):
            self._open.pop()
            self._push(line, ordered)
        elif not self._open or line.indent > self._open[-1].indent + 1:
            self._push(line, ordered)
        current = self._open[-1]
        current.index += 1
        current.number = line.number or 0
        return ListPlace(current.list_id, current.index, current.ordered, len(self._open))

    def _restarts(self, line: Line, ordered: bool, apart: bool) -> bool:
        current = self._open[-1]
        if line.indent > current.indent + 1:
            return False
        if current.ordered is not ordered or (apart and line.mark != current.mark):
            return True
        return line.number == 1 and current.number >= 1

    def _push(self, line: Line, ordered: bool) -> None:
        self._open.append(_Open(self._next_id, line.indent, ordered, line.mark))
        self._next_id += 1
