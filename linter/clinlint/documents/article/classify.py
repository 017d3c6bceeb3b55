"""The role of every block of a page: the article's own text, a teaser for another, or page furniture.

Four kinds of evidence, from the surest to the weakest: what the markup calls an element (``<nav>``, a
class named ``breadcrumb``), what a line's own words and shape say (a phone number, "Related posts"), what
stands around it (cards, a contents list, the foot of the page), and where it stands: outside the element
that holds the running text, or before the headline. An element that holds most of the page's running text
is never furniture as a whole.
"""

from __future__ import annotations

import re
from itertools import accumulate

from clinlint.documents.article import beside, boxes, regions
from clinlint.documents.article.foot import mark_foot
from clinlint.documents.article.headline import headline
from clinlint.documents.article.hints import by_markup, by_words, is_button
from clinlint.documents.article.measures import Measures, prose
from clinlint.documents.article.page import Draft, Element, Page
from clinlint.documents.article.place import mark_outside
from clinlint.documents.article.shapes import Furniture, furniture_of
from clinlint.documents.article.verdict import BODY, MARKUP, TEXT, State, Verdict
from clinlint.model.document import BlockKind, Role

__all__ = ["Verdict", "classify"]

_ALWAYS_READ = frozenset({BlockKind.TITLE, BlockKind.META})
_MOST, _NEARLY_ALL = 0.4, 0.8
"""An element with this share of the page's running text is not furniture, whatever it is called."""
_RUNNING = 200
"""Characters of running text that outweigh a weak hint."""
_SHORT_ARTICLE = 400
_LABEL = 150
_STANDFIRST = 60
_STANDFIRST_BLOCKS = 10
_AROUND_STANDFIRST = frozenset({"page header", "teasers"})
_SECTIONS = frozenset({"div", "section", "article"})
_SLUG_WORDS, _SLUG_LINKS = 2, 0.15
_WORDS = re.compile(r"[^\W\d_]+")
_INSET = 700
"""No box within the text ("Keep in mind") holds more characters."""
_MEDIA = frozenset({"video", "gallery", "media", "asset", "player", "transcript"})
_TELLING = 20
"""Characters from which on a text that stands twice is the same and no chance."""


def classify(page: Page, *, whole_page: bool) -> list[Verdict]:
    """One verdict for each block of the page, in order."""
    lines = [furniture_of(draft) for draft in page.drafts]
    _keep_advice(page, lines)
    measures = Measures(page)
    reasons = _by_markup(page, measures.without(lines))
    title = headline(page, reasons)
    if title is not None:
        lines[title] = None
        _keep_standfirst(page, reasons, title)
        _keep_section_heads(page, reasons, title)
    verdicts: list[Verdict | None] = []
    for draft, line, reason in zip(page.drafts, lines, reasons, strict=True):
        if reason:
            verdicts.append(Verdict(Role.CHROME, reason, MARKUP))
        else:
            # A line that is one link is a button or menu of the page, not text that somebody wrote.
            evidence = MARKUP if draft.links >= _NEARLY_ALL * len(draft.text) else TEXT
            verdicts.append(Verdict(Role.CHROME, line.value, evidence) if line else None)
    _leave_out_repeated(page, verdicts)
    state = State(page, measures.without(verdicts), lines, verdicts, title)
    if title is not None:
        verdicts[title] = BODY
    regions.mark_teasers(state)
    regions.mark_link_lists(state)
    regions.mark_headed(state)
    regions.mark_contents(state)
    regions.mark_boxes(state)
    boxes.mark_forms(state)
    boxes.mark_pull_quotes(state)
    boxes.mark_bare_headings(state)
    if whole_page:
        state.measures = measures.without(verdicts)
        mark_foot(state)
        state.measures = measures.without(verdicts)
        beside.mark_titles(state)
        beside.mark_excerpts(state)
        beside.mark_flat_excerpts(state)
        beside.mark_links_alone(state)
        mark_outside(state)
        state.measures = measures.without(verdicts)
        beside.mark_author(state)
    return [
        BODY if verdict is None or draft.kind in _ALWAYS_READ else verdict
        for draft, verdict in zip(page.drafts, verdicts, strict=True)
    ]


def _keep_advice(page: Page, lines: list[Furniture | None]) -> None:
    """Among other items of a list, "Call us" or a helpline's number is the article's advice."""
    mixed = {
        draft.place.list_id for draft, line in zip(page.drafts, lines, strict=True) if draft.place and line is None
    }
    for index, draft in enumerate(page.drafts):
        if lines[index] in {Furniture.CALL, Furniture.PHONE} and draft.place and draft.place.list_id in mixed:
            lines[index] = None


def _leave_out_repeated(page: Page, verdicts: list[Verdict | None]) -> None:
    """What is folded away and stands open on the page as well (the same panel for telephones) is read once."""
    if not any(draft.folded for draft in page.drafts):
        return
    seen = {draft.text for draft in page.drafts if not draft.folded and draft.kind not in _ALWAYS_READ}
    for index, draft in enumerate(page.drafts):
        if draft.folded and len(draft.text) >= _TELLING:
            if draft.text in seen and verdicts[index] is None:
                verdicts[index] = Verdict(Role.CHROME, "stands on the page twice", MARKUP)
            seen.add(draft.text)


def _by_markup(page: Page, measures: Measures) -> list[str]:
    """For each block, what furniture the markup around it says it is, or nothing."""
    inherited: list[str] = []
    marks = _Marks(page)
    for element in page.elements:
        above = inherited[element.parent] if element.parent >= 0 else ""
        inherited.append(above or _reason(page, element, measures, marks))
    return [inherited[draft.element] or _inline_reason(draft) for draft in page.drafts]


def _reason(page: Page, element: Element, measures: Measures, marks: _Marks) -> str:
    found = by_markup(element)
    if found is None:
        return ""
    reason, weak = found
    running = measures.prose(element.first, element.end)
    if running > (_NEARLY_ALL if element.name in {"nav", "footer"} else _MOST) * measures.total:
        return reason if _is_beside_article(element, reason, measures, marks) else ""
    if element.name in _SECTIONS and _is_named_after_heading(page, element, measures):
        return ""
    if reason == "table of contents" and _is_running_text(element, measures):
        return ""
    if reason == "sidebar" and weak and _is_within_text(page, element, measures):
        return ""
    return "" if weak and running >= _RUNNING else reason


def _is_named_after_heading(page: Page, element: Element, measures: Measures) -> bool:
    """``<section id="recommended-dose"><h2>Recommended dose</h2>``: running text, named in the words of its heading."""
    if element.first >= element.end or len(element.hints) < _SLUG_WORDS:
        return False
    heading = page.drafts[element.first]
    words = tuple(_WORDS.findall(heading.text.lower()))
    return (
        heading.kind is BlockKind.HEADING
        and len(words) >= _SLUG_WORDS
        and words in {element.hints[at : at + len(words)] for at in range(len(element.hints))}
        and furniture_of(heading) is None
        and measures.prose(element.first, element.end) >= _STANDFIRST
        and measures.link_share(element.first, element.end) < _SLUG_LINKS
    )


class _Marks:
    """How many headlines and how many words on cookies stand before each block."""

    def __init__(self, page: Page) -> None:
        headlines = [draft.kind is BlockKind.HEADING and draft.level == 1 for draft in page.drafts]
        self.headlines = [0, *accumulate(headlines)]
        self.cookies = [0, *accumulate("cookie" in draft.text.lower() for draft in page.drafts)]


def _is_beside_article(element: Element, reason: str, measures: Measures, marks: _Marks) -> bool:
    """More text than the article has: long comments below it, a cookie banner that explains every cookie."""
    first, end = element.first, element.end
    if marks.headlines[end] > marks.headlines[first]:
        return False
    if reason == "comments":
        return measures.prose(0, first) >= _SHORT_ARTICLE
    if reason == "dialog" and marks.cookies[end] == marks.cookies[first]:
        return False
    outside = measures.total - measures.prose(first, end)
    return reason in {"consent banner", "dialog"} and outside >= _SHORT_ARTICLE


def _is_running_text(element: Element, measures: Measures) -> bool:
    """``<div id="TOC_TITLE_1">`` around a section: what the contents lead to, not the contents."""
    return (
        measures.prose(element.first, element.end) >= _STANDFIRST
        and measures.link_share(element.first, element.end) < _SLUG_LINKS
    )


def _is_within_text(page: Page, element: Element, measures: Measures) -> bool:
    """An ``<aside>`` of running text without links, with running text before and after it in the same element."""
    first, end = element.first, element.end
    parent = page.elements[element.parent] if element.parent >= 0 else element
    while parent.parent >= 0 and (parent.first, parent.end) == (first, end):
        parent = page.elements[parent.parent]
    return (
        measures.prose(first, end) >= _STANDFIRST
        and measures.size(first, end) <= _INSET
        and _MEDIA.isdisjoint(element.hints)
        and measures.link_share(first, end) == 0
        and measures.prose(parent.first, first) >= _STANDFIRST
        and measures.prose(end, parent.end) >= _STANDFIRST
    )


def _inline_reason(draft: Draft) -> str:
    """A short line that stands wholly in a ``<span class="date">`` or the like."""
    if draft.kind is BlockKind.HEADING or len(draft.text) > _LABEL or draft.line.hinted < 0.8 * len(draft.text):
        return ""
    if draft.links >= _NEARLY_ALL * len(draft.text) and is_button(draft.line.hints) and len(draft.text) < _STANDFIRST:
        return "button"
    found = by_words(tuple(sorted(draft.line.hints)))
    return found[0] if found and prose(draft) < _STANDFIRST else ""


def _keep_standfirst(page: Page, reasons: list[str], title: int) -> None:
    """Running text below the headline in the same header, or in what the page calls its teaser, is the article's."""
    for index in range(title + 1, min(len(reasons), title + 1 + _STANDFIRST_BLOCKS)):
        draft = page.drafts[index]
        if not reasons[index] and prose(draft) >= _STANDFIRST:
            return
        if reasons[index] in _AROUND_STANDFIRST and _is_standfirst(draft):
            reasons[index] = ""


def _is_standfirst(draft: Draft) -> bool:
    """A sentence, or a heading as long as one, without links."""
    if draft.links:
        return False
    return prose(draft) >= _STANDFIRST or (draft.kind is BlockKind.HEADING and len(draft.text) >= _STANDFIRST)


def _keep_section_heads(page: Page, reasons: list[str], title: int) -> None:
    """``<section><header><h2>`` and ``<div class="card-header"><h2>`` head the text below them, not the page."""
    for index in range(len(reasons) - 2, title, -1):
        draft = page.drafts[index]
        heads_text = draft.kind is BlockKind.HEADING and draft.links < _NEARLY_ALL * len(draft.text)
        if reasons[index] == "page header" and heads_text and not reasons[index + 1]:
            reasons[index] = ""
