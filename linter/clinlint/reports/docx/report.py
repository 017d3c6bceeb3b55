"""Puts results into a Word file, one article after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import IO

from clinlint.analysis.clock import now
from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult
from clinlint.model.document import Block, Document
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.office.opening import DOCX
from clinlint.reports import Look, Report
from clinlint.reports.docx import structure
from clinlint.reports.docx.container import Container, moment
from clinlint.reports.docx.draft import Draft, UnfitError
from clinlint.reports.docx.facts import file_facts
from clinlint.reports.docx.looks import Looks
from clinlint.reports.docx.markup import Marks, Numbers, Revision, Writer, comment_end, paragraph, run
from clinlint.reports.docx.placing import PAPER, Key, Paper, Placed, placed
from clinlint.reports.docx.remarks import box, comment, summary_comment
from clinlint.reports.notes import brief_notes
from clinlint.reports.places import path_of, shown
from clinlint.reports.summary import Summary
from clinlint.reports.tables import rows_of
from clinlint.review.identity import finding_ids
from clinlint.review.word.facts import FileFacts, bookmark_name
from clinlint.review.word.paragraphs import AUTHOR


def open_report(stream: IO[bytes], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return DocxReport(stream)


class DocxReport:
    """The file grows with each article and is written at the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._when = now()
        self._file = Container(AUTHOR, self._when)
        self._numbers = Numbers()
        self._writer = Writer(AUTHOR, moment(self._when), self._numbers)
        self._own: LintResult | None = None
        self._names: list[str] = []
        self._facts: list[FileFacts] = []
        self._findings = 0

    def begin(self) -> None:
        """Nothing stands before the first article."""

    def add(self, result: LintResult) -> None:
        """Writes one source, whose documents are read again where the result was kept.

        A Word document that stays the only source becomes the file itself.
        """
        if self._own is None and not self._names and result.source.media_type == DOCX:
            self._own = result
        else:
            self._show_own()
            self._show(result)

    def finish(self, summary: Summary) -> None:
        """Writes the file."""
        notes = [note.text for note in brief_notes(summary) if note.level == "error"]
        if self._own is not None:
            try:
                self._stream.write(self._in_own_document(self._own, notes if summary.failures else ()))
                return
            except (UnfitError, SourceError) as error:
                self._show_own(f"This is the text of your document and not the document itself, because {error}.")
        if not self._names or summary.failures:
            self._file.add("".join(paragraph(run(note), "ClinlintNote") for note in notes))
        self._file.title(f"Suggestions for {', '.join(self._names)}" if self._names else "Suggestions")
        self._file.save(self._stream, self._facts)

    def _in_own_document(self, result: LintResult, notes: Sequence[str]) -> bytes:
        documents = result.documents or read_documents(result.source)
        draft = Draft(result.source, documents[0], moment(self._when))
        findings = self._placed(result, documents, draft)
        general = draft.numbers()
        about = summary_comment(result, findings, draft.comment_style, notes)
        elements = [draft.writer.comment(general, about)]
        remarks = {finding.number: draft.numbers() for finding in findings}
        elements += [draft.writer.comment(remarks[f.number], comment(f, draft.comment_style)) for f in findings]
        at_top = [general, *(remarks[finding.number] for finding in findings if not finding.marked)]
        facts = file_facts(result.source, documents, findings)
        return draft.written(self._marks(findings, remarks), elements, at_top, [facts])

    def _show_own(self, note: str = "") -> None:
        """Shows the text of the Word document that is no file of its own."""
        own, self._own = self._own, None
        if own is not None:
            self._show(own, note)

    def _show(self, result: LintResult, note: str = "") -> None:
        documents = result.documents
        if not documents:
            try:
                documents = read_documents(result.source)
            except SourceError:
                documents = ()
        if not self._names:
            self._file.language(structure.language_of(_language(documents)))
        findings = self._placed(result, documents)
        self._findings += len(findings)
        remarks = {finding.number: self._numbers() for finding in findings}
        for finding in findings:
            self._file.comment(self._writer.comment(remarks[finding.number], comment(finding)))
        at_title = [remarks[finding.number] for finding in findings if not finding.marked]
        mark = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in at_title) + "{}"
        mark += "".join(comment_end(number) for number in at_title)
        self._file.add(box(result, findings, first=not self._names, mark=mark, notes=[note] if note else ()))
        marks = self._marks(findings, remarks)
        for number, document in enumerate(documents):
            self._article(document, number, marks, following=number > 0)
        self._names.append(result.source.address or path_of(result.source.name))
        self._facts.append(file_facts(result.source, documents, findings))

    def _placed(self, result: LintResult, documents: Sequence[Document], paper: Paper = PAPER) -> list[Placed]:
        names = dict(zip(map(id, result.diagnostics), finding_ids(result.diagnostics), strict=True))
        return placed(documents, ((names[id(d)], d) for d in shown(result)), self._findings, paper)

    def _marks(self, findings: Sequence[Placed], remarks: dict[int, int]) -> dict[Key, Marks]:
        """What is marked in each block; a comment stands at the first block that its finding touches."""
        marks: dict[Key, Marks] = defaultdict(Marks)
        for finding in findings:
            if finding.marked:
                key = min(finding.marked)
                edits = finding.edits.get(key, ())
                marks[key].comments.append((remarks[finding.number], _hull(finding.marked[key], edits)))
            for key, edits in finding.edits.items():
                marks[key].revisions += [Revision(edit.span, edit.text) for edit in edits]
            for number, (key, span) in enumerate(sorted(finding.place.items())):
                marks[key].bookmarks.append((bookmark_name(finding.number, number), span))
        return marks

    def _article(self, document: Document, number: int, marks: dict[Key, Marks], *, following: bool) -> None:
        blocks = structure.shown_blocks(document, (block for at, block in marks if at == number))
        if following:
            self._file.add(paragraph("", "", "<w:pageBreakBefore/>"))
        lists: dict[int, int] = {}
        looks = Looks(document)

        def content(block: Block) -> str:
            held = marks.get((number, block.index), Marks())
            held.styles = looks.of(block, self._file.link)
            properties = structure.language_of(block.attrs["lang"]) if "lang" in block.attrs else ""
            return self._writer.content(block.text, held, properties + "<w:b/>" * structure.is_header(block))

        def number_of(block: Block) -> int:
            place = block.list
            if place is None:
                raise ValueError("the block is no list item")
            if place.list_id not in lists:
                lists[place.list_id] = self._file.new_list(ordered=place.ordered, level=min(place.depth, 9) - 1)
            return lists[place.list_id]

        self._file.add("".join(structure.body(blocks, rows_of(document), content, number_of)))


def _hull(span: Span, edits: Sequence[Edit]) -> Span:
    for edit in edits:
        span = span.joined(edit.span)
    return span


def _language(documents: Sequence[Document]) -> str:
    if not documents:
        return "en"
    named = documents[0].metadata.get("lang", "")
    return named if named.lower().startswith(documents[0].language) else documents[0].language
