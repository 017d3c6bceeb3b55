"""The author's own Word document as the paper that findings are written on: nothing else in it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clinlint.model.document import Block, Document
from clinlint.model.fix import Edit
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.office.archive import ArchiveError, exchanged
from clinlint.office.docx.additions import Additions
from clinlint.office.docx.fitness import unfit_for_changes
from clinlint.office.docx.parts import WordParts, parts_of
from clinlint.office.docx.runs import Cuts, Mark, PlacedRun, Runs, cut, look_of, start_of
from clinlint.office.docx.styles import Styles
from clinlint.office.package import Package
from clinlint.office.parts import decoded, tree_of
from clinlint.office.writing import CannotWriteError, parts_with
from clinlint.office.xml import Node
from clinlint.reports.docx.markup import Event, Marks, Numbers, Writer, comment_end, run_like
from clinlint.reports.docx.placing import Key, Paper
from clinlint.review.word.facts import PART_PROPERTIES, FileFacts, facts_as_part, facts_of
from clinlint.review.word.opening import facts_path, saved, stories
from clinlint.review.word.paragraphs import AUTHOR, Paragraph, paragraphs_of

_NUMBERS = re.compile(r"""\bw:id\s*=\s*["']([0-9]{1,18})["']""")
_OWN_BOOKMARK = "clinlint_"
_NOTES = {"w:footnotes": "w:footnoteReference", "w:endnotes": "w:endnoteReference"}
_EDGES = frozenset({"w:hdr", "w:ftr"})


class UnfitError(ValueError):
    """A document that findings cannot be written into; the text is a clause."""


class Draft(Paper):
    """A Word document.

    Args:
        source: the document.
        document: what was read from it.
        date: of the changes, as ISO 8601 in UTC.

    Raises:
        UnfitError: when it cannot take changes.
        SourceError: when it is damaged.
    """

    def __init__(self, source: Source, document: Document, date: str) -> None:
        self._source = source
        self._document = document
        self._package = Package(source.data, source.name)
        parts = parts_of(self._package, source.name)
        if parts is None or source.manuscript is None:
            raise UnfitError("it is no Word file")
        if unfit := unfit_for_changes(source, self._package, parts, AUTHOR):
            raise UnfitError(unfit)
        self._parts: WordParts = parts
        self._manuscript = source.manuscript
        self._runs = Runs(source)
        self._top = _top(self._runs.stories[0])
        styles = Styles(tree_of(self._package, parts.styles, source.name) if parts.styles else None)
        self.comment_style = styles.named("annotation text")
        self.numbers = Numbers(self._taken())
        self.writer = Writer(AUTHOR, date, self.numbers, styles.named("annotation reference"))

    def obstacle(self, key: Key, edit: Edit) -> str:
        """Why an edit in a block can be no tracked change."""
        what = self._manuscript.obstacle(self._ranges(key, edit.span))
        return f"it would cut into {what}" if what else ""

    def illegible(self, key: Key, span: Span) -> str:
        """Why it could not be told later what became of a part of a block."""
        ranges = self._ranges(key, span)
        runs = self._runs.of(ranges)
        if not runs:
            return "the words stand in a text box, a drawing or the like"
        if any(run.story.name in _EDGES for run in runs):
            return "the words stand at the edge of the page"
        if any(run.paragraph is not runs[0].paragraph for run in runs):
            return "the words stand in several paragraphs"
        whole = ranges[0].joined(ranges[-1])
        if closed := next((b.name for b in self._manuscript.borders if b.closed and b.span.overlaps(whole)), ""):
            return f"the words are in {closed}"
        if any(run.changes for run in runs) or any(whole.overlaps(node.span) for node in self._runs.changes):
            return "somebody else's tracked change is in the words"
        return ""

    def written(
        self, marks: Mapping[Key, Marks], comments: Iterable[str], at_top: Iterable[int], facts: Iterable[FileFacts]
    ) -> bytes:
        """The document with findings in it.

        Args:
            marks: what is marked in each block.
            comments: all of them.
            at_top: the numbers of those that belong to the whole document.
            facts: what it has to remember.

        Raises:
            UnfitError: when something of it does not fit in the document.
            SourceError: when the document is damaged.
        """
        members = self._with_changes(marks, list(at_top))
        before = paragraphs_of(*stories(self._package, self._parts))
        after = paragraphs_of(*stories(self._package, self._parts, members))
        if [_others(p) for p in before] != [_others(p) for p in after]:
            raise UnfitError("its text could not be kept as it is")
        additions = Additions(self._package, self._parts, self._source.name, dict(members))
        additions.comments("".join(comments))
        kept = facts_of(facts, after, saved(self._package, self._parts))
        additions.own_part(facts_as_part(kept), PART_PROPERTIES, facts_path(self._package))
        try:
            return exchanged(self._source.data, additions.members, additions.added)
        except ArchiveError as error:
            raise UnfitError(str(error)) from None

    def _with_changes(self, marks: Mapping[Key, Marks], at_top: Sequence[int]) -> dict[str, bytes]:
        cuts: dict[int, tuple[PlacedRun, Cuts]] = {}
        between = [Edit(Span(self._top, self._top), self._top_marks(at_top))]
        for key, held in sorted(marks.items()):
            for revision in held.revisions:
                for part in self._ranges(key, revision.span) if len(revision.span) else ():
                    self._cuts_at(cuts, part.start).gone.append(part)
            inner = {span.start for _, span in held.bookmarks if len(span)}
            for event in self.writer.events(held):
                at = self._offset(key, event, inner)
                if self._runs.at(at) is None:
                    between.append(Edit(Span(at, at), self._markup(key, event)))
                else:
                    self._cuts_at(cuts, at).marks.append(Mark(at, self._markup(key, event), event.opens))
        edits = [*between, *self._without_old_bookmarks()]
        for run, own in cuts.values():
            own.marks.sort(key=lambda mark: mark.at)
            new = cut(self._source.text, run.node, own, self.writer.deleted, self.numbers)
            edits.append(Edit(run.node.span, new))
        try:
            return parts_with(self._source, edits)
        except CannotWriteError as error:
            raise UnfitError(str(error)) from None

    def _cuts_at(self, cuts: dict[int, tuple[PlacedRun, Cuts]], offset: int) -> Cuts:
        run = self._runs.at(offset)
        if run is None:
            raise UnfitError("a change has no run of text to stand in")
        return cuts.setdefault(run.node.start, (run, Cuts()))[1]

    def _markup(self, key: Key, event: Event) -> str:
        if event.revision is None:
            return event.markup
        run = self._runs.at(self._ranges(key, event.span)[0].start)
        look = look_of(self._source.text, run.node) if run is not None else ""
        return self.writer.inserted(run_like(event.revision.text, look))

    def _block(self, key: Key) -> Block:
        return self._document.blocks[key[1]]

    def _ranges(self, key: Key, span: Span) -> tuple[Span, ...]:
        return self._document.offsets.to_source(self._block(key).at(span.start, span.end))

    def _offset(self, key: Key, event: Event, inner: Iterable[int]) -> int:
        """Where in the source something goes; a comment on a note goes to where the text refers to it."""
        if event.revision is None:
            begins = event.opens and len(event.span) > 0
        else:
            begins = not len(event.span) and event.place in inner
        here = self._before(key, event.place) if begins else self._behind(key, event.place)
        if event.comment:
            story = next(s for s in self._runs.stories if s.start <= here <= s.end)
            if story.name in _EDGES:
                return self._top
            if story.name in _NOTES:
                reference = self._reference(story, here)
                return reference.start if event.opens else reference.end
            if (run := self._runs.at(here)) is not None and run.controlled:
                # LibreOffice loses the words before a comment in a control around paragraphs.
                return start_of(run.paragraph)
        return here

    def _behind(self, key: Key, place: int) -> int:
        """The place in the source behind the character that stands before a place of a block."""
        found = self._ranges(key, Span(place - 1, place)) if place else ()
        return found[-1].end if found else self._ranges(key, Span(place, place))[0].start

    def _before(self, key: Key, place: int) -> int:
        """The place in the source before the character that stands behind a place of a block."""
        found = self._ranges(key, Span(place, place + 1)) if place < len(self._block(key).text) else ()
        return found[0].start if found else self._behind(key, place)

    def _reference(self, story: Node, offset: int) -> Node:
        note = next(node for node in story.elements() if node.start <= offset <= node.end)
        for reference in self._runs.stories[0].all(_NOTES[story.name]):
            if reference.get("w:id") == note.get("w:id"):
                return reference
        raise UnfitError("its text does not refer to one of its notes")

    def _top_marks(self, numbers: Sequence[int]) -> str:
        begins = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        return begins + "".join(comment_end(number, self.writer.reference) for number in numbers)

    def _without_old_bookmarks(self) -> Iterator[Edit]:
        """Takes away the bookmarks of an earlier review, as names must not stand twice."""
        for story in self._runs.stories:
            old = [n for n in story.all("w:bookmarkStart") if n.get("w:name").startswith(_OWN_BOOKMARK)]
            numbers = {node.get("w:id") for node in old}
            old += [node for node in story.all("w:bookmarkEnd") if numbers and node.get("w:id") in numbers]
            yield from (Edit(node.span, "") for node in old)

    def _taken(self) -> frozenset[int]:
        texts = [self._source.text]
        if self._parts.comments:
            texts.append(decoded(self._package.read(self._parts.comments))[0])
        return frozenset(int(found[1]) for text in texts for found in _NUMBERS.finditer(text))


def _others(paragraph: Paragraph) -> tuple[object, ...]:
    return paragraph.original, paragraph.others, paragraph.joined


def _top(story: Node) -> int:
    """The beginning of the first paragraph that stands in the text itself, or else in a table."""
    body = story.child("w:body")
    for paragraph in (*body.elements(), *body.all("w:p")) if body is not None else ():
        if paragraph.name == "w:p" and paragraph.end > paragraph.inner:
            return start_of(paragraph)
    raise UnfitError("it has no paragraph with text")
