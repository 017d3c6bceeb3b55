"""HTML markup becomes a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clinlint.documents.article.classify import Verdict, classify
from clinlint.documents.article.continuation import leads_on
from clinlint.documents.article.page import Draft, Page
from clinlint.documents.article.shell import shown_characters, stands_instead
from clinlint.documents.article.verdict import MARKUP
from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.html.building import build
from clinlint.documents.html.page_data import DataText, article_in_data, in_json, is_markup, read_plain, spans
from clinlint.documents.html.text_escape import escape
from clinlint.documents.joining import joined
from clinlint.errors import SourceError
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.offsets import OffsetMap
from clinlint.model.source import Source

_PAGE_ELEMENTS = frozenset({"html", "body", "head", "!doctype", "nav", "header", "footer", "aside", "main"})
_LONGEST_PATH = 12
_MOST_FURTHER = 20


def read(source: Source) -> tuple[Document, ...]:
    """The one document of an HTML file.

    Raises:
        SourceError: when it is a page that shows something else in place of an article: nothing before scripts
            have run, a check for robots, a notice about cookies.
    """
    return (read_markup(source, source.text, article_wanted=True),)


def read_markup(
    source: Source,
    markup: str,
    *,
    outer: OffsetMap | None = None,
    whole_page: bool | None = None,
    language: str = "en",
    article_wanted: bool = False,
) -> Document:
    """Reads HTML that is a source's text, or that a source of another format holds.

    Args:
        source: the file that positions refer to.
        markup: the HTML; offsets into it are offsets into ``source.text`` unless ``outer`` is given.
        outer: maps ``markup`` to ``source.text`` where the two differ (HTML in a JSON string).
        whole_page: whether the markup is a page with navigation and the like around the article; when
            None, the markup's own elements decide.
        language: the language where the markup names none, as two letters.
        article_wanted: True to refuse a page that shows something else in its place.

    Raises:
        SourceError: when the page is refused.
    """
    page = build(markup, xml=source.media_type == "application/xhtml+xml")
    if whole_page is None:
        whole_page = not _PAGE_ELEMENTS.isdisjoint(page.names)
    verdicts = classify(page, whole_page=whole_page)
    main = page.language or language
    _note_further(page, verdicts)
    if whole_page and outer is None and page.data:
        shown = shown_characters(page, verdicts)
        if texts := article_in_data(markup, page.data, shown):
            return _with_data(source, page, verdicts, texts, main)
    if article_wanted and whole_page and (reason := stands_instead(page, verdicts, markup)):
        raise SourceError(f"{source.name}: {reason}")
    return replace(
        _document(source, page, zip(page.drafts, verdicts, strict=True), main, outer),
        language=_primary(main) or language,
        whole_page=whole_page,
        metadata=page.metadata,
        page=page.markup if whole_page and outer is None else None,
    )


def _document(
    source: Source, page: Page, blocks: Iterable[tuple[Draft, Verdict]], main: str, outer: OffsetMap | None = None
) -> Document:
    """Some blocks of a page, in order."""
    assembly = DocumentAssembly(source)
    paths, cells = _Paths(page), _Cells(page)
    for draft, verdict in blocks:
        assembly.open()
        draft.line.write(assembly.builder)
        if not draft.text:
            assembly.builder.nothing(draft.at)
        assembly.close(
            draft.kind,
            verdict.role,
            level=draft.level,
            path=paths.of(draft.element),
            list=draft.place,
            attrs=_attributes(draft, verdict, main) | cells.of(draft.element),
        )
    return assembly.document(escape=escape, outer=outer)


def _with_data(
    source: Source, page: Page, verdicts: Sequence[Verdict], texts: Sequence[DataText], main: str
) -> Document:
    """The page with the article that stands in its data; of what it shows itself only the headline is the article's."""
    language = _primary(main) or "en"
    parts: list[Document] = []
    left = list(zip(page.drafts, verdicts, strict=True))
    for text in texts:
        before = [(draft, _beside_data(draft, verdict)) for draft, verdict in left if draft.at < text.string.span.start]
        left = left[len(before) :]
        parts.append(_document(source, page, before, main))
        if is_markup(text.text):
            parts.append(read_markup(source, text.text, outer=text.offsets, whole_page=False, language=language))
        else:
            parts.append(read_plain(source, text, language))
    parts.append(_document(source, page, [(draft, _beside_data(draft, verdict)) for draft, verdict in left], main))
    whole = joined(source, parts, language=language, metadata=page.metadata, escape=escape)
    return replace(whole, whole_page=True, page=page.markup, escapes=tuple((span, in_json) for span in spans(texts)))


def _note_further(page: Page, verdicts: Sequence[Verdict]) -> None:
    """Adds the links that may lead to the article's further pages to the page's facts: numbers, "Next"."""
    found = [
        " ".join(target.split())
        for draft, verdict in zip(page.drafts, verdicts, strict=True)
        if draft.targets and (verdict.why == "page numbers" or leads_on(draft.text))
        for target in draft.targets
    ]
    if found:
        page.metadata["further"] = "\n".join([*page.metadata.get("further", "").splitlines(), *found[:_MOST_FURTHER]])


def _beside_data(draft: Draft, verdict: Verdict) -> Verdict:
    if verdict.role is not Role.BODY or draft.kind in {BlockKind.TITLE, BlockKind.META}:
        return verdict
    if draft.kind is BlockKind.HEADING and draft.level == 1:
        return verdict
    return Verdict(Role.CHROME, "stands beside the article in the page's data", MARKUP)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].strip().lower()


def _attributes(draft: Draft, verdict: Verdict, main_language: str) -> dict[str, str]:
    attributes = dict(draft.attrs)
    language = attributes.get("lang")
    if language and _primary(language) == _primary(main_language):
        del attributes["lang"]
    if verdict.why:
        attributes["why"] = verdict.why
    if verdict.evidence:
        attributes["evidence"] = verdict.evidence
    return attributes


class _Cells:
    """Which cell of which row an element is in: the numbers of the innermost ``td`` and of the ``tr`` around it."""

    def __init__(self, page: Page) -> None:
        self._elements = page.elements
        self._known: dict[int, dict[str, str]] = {-1: {}}

    def of(self, index: int) -> dict[str, str]:
        way: list[int] = []
        while index not in self._known:
            way.append(index)
            index = self._elements[index].parent
        found = self._known[index]
        for inner in reversed(way):
            name = self._elements[inner].name
            if name == "table":
                found = {}
            elif name == "tr":
                found = {"row": str(inner)}
            elif name in ("td", "th") and "row" in found:
                found = {"row": found["row"], "cell": str(inner)}
            self._known[inner] = found
        return found if "cell" in found else {}


class _Paths:
    """Element names from the outside in, made once for each element; the innermost twelve."""

    def __init__(self, page: Page) -> None:
        self._elements = page.elements
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, index: int) -> tuple[str, ...]:
        known = self._known.get(index)
        if known is None:
            names: list[str] = []
            at = index
            while at > 0 and len(names) < _LONGEST_PATH:
                names.append(self._elements[at].name)
                at = self._elements[at].parent
            known = self._known[index] = tuple(reversed(names))
        return known
