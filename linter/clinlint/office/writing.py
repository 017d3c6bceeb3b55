"""Edits of a word processor's text, written into its XML and its archive.

Only the characters between the tags of text elements change. What is new goes where the first old character stood, in
the look that it had; no run, bookmark or property is touched, but for the mark that white space at an edge counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from clinlint.errors import SourceError
from clinlint.model.fix import Edit
from clinlint.model.manuscript import Manuscript, Run
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.office.archive import ArchiveError, exchanged
from clinlint.office.opening import DOCX, opened
from clinlint.office.package import Package
from clinlint.office.parts import encoded
from clinlint.office.xml import XmlError, check

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PREFIX = re.compile(r"<((?:[^\s/>:]+:)?)[^\s/>:]+")
_SPACE_MARK = re.compile(r"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_SIGNED = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
_WHITE_SPACE = " \t\r\n"


class CannotWriteError(ValueError):
    """An edit for which the document has no room; the text is a clause that ends a sentence."""


def written(source: Source, edits: Iterable[Edit]) -> Source:
    """The document after ``edits`` (in order, not overlapping, in the syntax of its XML).

    Raises:
        CannotWriteError: when an edit lies outside the text, or the result would be no document.
    """
    manuscript = source.manuscript
    if manuscript is None:
        raise CannotWriteError("the file has no paragraphs")
    ordered = list(edits)
    for edit in ordered:
        if _NO_XML.search(edit.text):
            raise CannotWriteError("a document cannot hold that control character")
    if is_signed(Package(source.data, source.name)):
        raise CannotWriteError("the document is signed, and a change would break the signature")
    marked = _word(source, manuscript, ordered) if source.media_type == DOCX else [_open(source, e) for e in ordered]
    try:
        return opened(exchanged(source.data, parts_with(source, marked)), source.name)
    except (ArchiveError, SourceError) as error:
        raise CannotWriteError(str(error)) from None


def is_signed(package: Package) -> bool:
    """True for a document with a signature, which any change would break."""
    return any(path.startswith(_SIGNED) for path in package.members)


def parts_with(source: Source, edits: Sequence[Edit]) -> dict[str, bytes]:
    """The parts of the document that edits change, in the syntax of its XML, by their paths.

    Raises:
        CannotWriteError: when the result would be no document.
    """
    members: dict[str, bytes] = {}
    for part in source.parts:
        own = [e for e in edits if part.span.start <= e.span.start and e.span.end <= part.span.end]
        if not own:
            continue
        text = _applied(source.text, part.span, own)
        try:
            check(text)
        except XmlError as error:
            raise CannotWriteError(f"the document could no longer be read: {error}") from None
        members[part.name] = encoded(text, part)
    return members


def _applied(text: str, whole: Span, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = whole.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*pieces, text[at : whole.end]))


def _open(source: Source, edit: Edit) -> Edit:
    """An edit of OpenDocument text, where characters and elements stand side by side."""
    text = source.text
    behind = text.rfind("<text:", 0, edit.span.start) if edit.span.start else -1
    if behind < 0:
        raise CannotWriteError("there is no text in this place")
    new = edit.text.replace("\r\n", "\n").replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return Edit(edit.span, new)


def _word(source: Source, manuscript: Manuscript, edits: Sequence[Edit]) -> list[Edit]:
    """The edits of Word text with what its elements need around them."""
    in_text: dict[int, list[Edit]] = {}
    found: list[Edit] = []
    starts = [run.content.start for run in manuscript.runs]
    for edit in edits:
        number = bisect_right(starts, edit.span.start) - 1
        run = manuscript.runs[number] if number >= 0 else None
        # A run of signs alone has no content, which makes it a place of its own.
        if run is not None and len(run.tag) and edit.span.end <= run.content.end:
            in_text.setdefault(number, []).append(edit)
        else:
            found.append(_beside(source, manuscript, edit))
    for number, group in in_text.items():
        found += _inside(source.text, manuscript.runs[number], group)
    return found


def _tag(text: str, tag: Span) -> str:
    prefix = _PREFIX.match(text, tag.start)
    return prefix[1] if prefix else ""


def _with_signs(text: str, prefix: str) -> str:
    """New text of a ``w:t``: line breaks and tabs are elements of their own between two."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text and "\t" not in text:
        return text
    close, again = f"</{prefix}t>", f'<{prefix}t xml:space="preserve">'
    return text.replace("\n", f"{close}<{prefix}br/>{again}").replace("\t", f"{close}<{prefix}tab/>{again}")


def _inside(text: str, run: Run, edits: Sequence[Edit]) -> list[Edit]:
    """Edits of the characters of one text element; white space at its edges that counts is marked as such."""
    prefix = _tag(text, run.tag)
    tag = run.tag.of(text)
    new = [Edit(edit.span, _with_signs(edit.text, prefix)) for edit in edits]
    mark = _SPACE_MARK.search(tag)
    if mark is not None and "preserve" in mark[0]:
        return new
    low, high = run.content.start, run.content.end
    raw = run.content.of(text)
    # Unmarked white space at the edges is not shown, and must not come to light with the mark.
    first = min([low + len(raw) - len(raw.lstrip(_WHITE_SPACE)), *(edit.span.start for edit in new)])
    last = max([high - len(raw) + len(raw.rstrip(_WHITE_SPACE)), *(edit.span.end for edit in new)])
    shown = _applied(text, Span(first, max(first, last)), new)
    if shown == shown.strip(_WHITE_SPACE) and "<" not in shown:
        return new
    plain = _SPACE_MARK.sub("", tag)
    marked = f'{plain[:-1].rstrip()} xml:space="preserve">'
    return [Edit(Span(run.tag.start, run.content.end), marked + shown)]


def _beside(source: Source, manuscript: Manuscript, edit: Edit) -> Edit:
    """An edit of signs (tabs, breaks, symbols), which stand in a run beside its text elements."""
    span = edit.span
    for run in manuscript.runs:
        if not (run.run.start < span.start and span.end < run.run.end):
            continue
        inside = [sign for sign in run.signs if span.contains(sign)]
        edges = {bound for sign in run.signs for bound in (sign.start, sign.end)}
        whole = bool(inside) and inside[0].start == span.start and inside[-1].end == span.end
        if whole or (not len(span) and span.start in edges):
            if not edit.text:
                return edit
            prefix = _tag(source.text, run.run)
            return Edit(span, f'<{prefix}t xml:space="preserve">{_with_signs(edit.text, prefix)}</{prefix}t>')
    raise CannotWriteError("there is no run of text in this place")
