"""HTML markup becomes a document."""

from __future__ import annotations

from clinlint.documents.article.classify import Verdict, classify
from clinlint.documents.article.page import Draft, Page
from clinlint.documents.article.shell import stands_instead
from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.html.building import build
from clinlint.errors import SourceError
from clinlint.model.document import Document
from clinlint.model.offsets import OffsetMap
from clinlint.model.source import Source

_PAGE_ELEMENTS = frozenset({"html", "body", "head", "!doctype", "nav", "header", "footer", "aside", "main"})
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\u00a0"): "&nbsp;"}
_LONGEST_PATH = 12


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
    assembly = DocumentAssembly(source)
    main_language = page.language or language
    paths = _Paths(page)
    page_cells = _Cells(page)
    verdicts = classify(page, whole_page=whole_page)
    if article_wanted and whole_page and (reason := stands_instead(page, verdicts, markup)):
        raise SourceError(f"{source.name}: {reason}")
    for draft, verdict in zip(page.drafts, verdicts, strict=True):
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
            attrs=_attributes(draft, verdict, main_language) | page_cells.of(draft.element),
        )
    return assembly.document(
        language=_primary(main_language) or language,
        whole_page=whole_page,
        metadata=page.metadata,
        escape=escape,
        outer=outer,
        page=page.markup if whole_page and outer is None else None,
    )


def escape(text: str) -> str:
    """``text`` as HTML content: only the characters that markup would mistake are written as references."""
    return text.translate(_ESCAPES)


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
