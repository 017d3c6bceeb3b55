"""A word processor's paragraphs become blocks, by the same rules as those of a page.

A draft has no page around it: what stands on the edges of its pages and in its tables of contents is told by the file;
what its author pasted along is told by its words, as in plain text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from clinlint.documents.article.page import Draft
from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.html.breaks import mark_bulleted, paragraphs
from clinlint.documents.html.runs import Line, Run
from clinlint.documents.html.text_escape import escape as escape_markup
from clinlint.documents.wording import Passage, verdicts
from clinlint.errors import SourceError
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.manuscript import Chunk, Manuscript, Paragraph
from clinlint.model.source import Source

_LOOSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "not", "of", "on")
    + ("or", "that", "the", "this", "to", "was", "with", "you", "your")
)
_FEWEST_WORDS = 6
_SHARE = 0.2
"""Of English words in running text a third is among these; of German, French or Turkish ones less than a tenth."""

_MADE_TITLE = re.compile(r"microsoft word\b|untitled|document\s?\d*\Z|\S+\.(?:docx?|odt|rtf|pdf|indd)\Z", re.IGNORECASE)


def read(source: Source) -> tuple[Document, ...]:
    """The one document of a Word or OpenDocument file.

    Raises:
        SourceError: when its XML is broken, or it is none.
    """
    manuscript = source.manuscript
    if manuscript is None:
        raise SourceError(f"{source.name}: this is no Word or OpenDocument file; its name says so")
    drafts, of = _drafts(manuscript)
    language = _main_language(manuscript)
    passages = [Passage(draft.kind, draft.text, draft.place) for draft in drafts]
    assembly = DocumentAssembly(source)
    for draft, paragraph, verdict in zip(drafts, of, verdicts(passages), strict=True):
        assembly.open(draft.at)
        draft.line.write(assembly.builder)
        if not draft.text:
            assembly.builder.nothing(draft.at)
        role, attributes = verdict.role, dict(verdict.attributes)
        if paragraph.furniture:
            role, attributes = Role.CHROME, {"evidence": "markup", "why": paragraph.furniture}
        if (own := _believed(paragraph.language, draft.text)) and own != language:
            attributes["lang"] = own
        assembly.close(draft.kind, role, level=draft.level, path=paragraph.path, list=draft.place, attrs=attributes)
    return (assembly.document(language=language, metadata=_metadata(manuscript), escape=escape),)


def escape(text: str) -> str:
    """Plain text as the content of an element; the writer turns line breaks and tabs into elements."""
    return escape_markup(text).replace("&nbsp;", "\u00a0")


def _metadata(manuscript: Manuscript) -> Mapping[str, str]:
    facts = {"lang": manuscript.language} if manuscript.language else {}
    if manuscript.title and not _MADE_TITLE.match(manuscript.title):
        facts["title"] = manuscript.title
    return facts


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].strip().lower()


def _believed(marked: str, text: str) -> str:
    """The language of a text: programs mark what is typed in the language of the keyboard, whatever it is in."""
    language = _primary(marked)
    return "en" if language and language != "en" and _reads_english(text) else language


def _reads_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return len(words) >= _FEWEST_WORDS and sum(word in _ENGLISH for word in words) >= _SHARE * len(words)


def _main_language(manuscript: Manuscript) -> str:
    sizes: Counter[str] = Counter()
    for paragraph in manuscript.paragraphs:
        if not paragraph.furniture and paragraph.language:
            sizes[_believed(paragraph.language, paragraph.text)] += len(paragraph.text)
    return sizes.most_common(1)[0][0] if sizes else "en"


def _drafts(manuscript: Manuscript) -> tuple[list[Draft], list[Paragraph]]:
    """The blocks and the paragraph of each; line breaks end one where a page's would."""
    drafts: list[Draft] = []
    of: list[Paragraph] = []
    cells: dict[int, list[Draft]] = {}
    for paragraph in manuscript.paragraphs:
        first = len(drafts)
        lines = _lines(paragraph)
        joined = list(paragraphs(lines, loose=paragraph.kind in _LOOSE and paragraph.list is None))
        for line in joined or [Line()]:
            kind = paragraph.kind
            if paragraph.list is not None and len(drafts) == first:
                kind = BlockKind.LIST_ITEM
            elif paragraph.cell and kind is BlockKind.PARAGRAPH and paragraph.list is None:
                kind = BlockKind.CELL
            draft = Draft(kind, line.runs[0].start if line.runs else paragraph.at, line.text, line, paragraph.cell)
            draft.level = paragraph.level
            if kind is BlockKind.LIST_ITEM and paragraph.list is not None:
                draft.place, draft.level = paragraph.list, paragraph.list.depth
            drafts.append(draft)
            of.append(paragraph)
            if paragraph.cell:
                cells.setdefault(paragraph.cell, []).append(draft)
    for inside in cells.values():
        if len(inside) > 1:
            for draft in inside:
                draft.kind = BlockKind.PARAGRAPH if draft.kind is BlockKind.CELL else draft.kind
    lists = 1 + max((p.list.list_id for p in manuscript.paragraphs if p.list), default=-1)
    mark_bulleted(drafts, list(range(-1, max(cells, default=0) + 1)), lists)
    return drafts, of


def _lines(paragraph: Paragraph) -> list[Line]:
    """The lines between the breaks that the author set."""
    preformatted = paragraph.kind is BlockKind.CODE
    lines = [Line(preformatted=preformatted)]
    for chunk in paragraph.chunks:
        if chunk.text == "\n":
            lines.append(Line(1, preformatted=preformatted))
            continue
        lines[-1].runs.append(_run(chunk))
        if chunk.bold:
            lines[-1].emphasis += len(chunk.text)
    return lines


def _run(chunk: Chunk) -> Run:
    return Run(chunk.text, chunk.start, chunk.end, chunk.copied)
