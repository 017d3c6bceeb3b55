"""Where a block stands: inside the element that holds the running text, below the headline, or outside both."""

from __future__ import annotations

from itertools import pairwise

from clinlint.documents.article.hints import by_markup
from clinlint.documents.article.measures import dominant
from clinlint.documents.article.page import Element
from clinlint.documents.article.verdict import MARKUP, State
from clinlint.model.document import BlockKind, Role

_ENOUGH = 200
"""Characters of running text below which a page has no article to tell apart."""
_GROUP, _GROUP_LINKS = 80, 0.35
_FAR_GROUP, _FAR_SHARE, _FAR_LINKS = 300, 0.08, 0.25
_STANDFIRST, _SENTENCE, _STANDFIRST_BLOCKS = 40, 60, 8
"""Characters that tell a sub-headline from a label such as "Health", and a sentence from a line about the author; how
many blocks below the headline they stand."""
_WORTH = 1_000
_ARTICLES = frozenset({"article", "main"})
_PARTS = frozenset({"div", "section"})
_LEAVES = frozenset(
    {"p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "figure", "hr", "center"}
)


def mark_outside(state: State) -> None:
    """Gives the verdict of furniture to all that stands outside the article.

    The article is the element with most of the running text, the headline, and those groups of elements
    between and beside the two that hold running text of their own.
    """
    if state.measures.total < _ENOUGH:
        return
    page, title = state.page, state.title
    root = dominant(page, state.measures)
    start = root.first
    if title is not None and state.measures.prose(0, title) < 0.5 * state.measures.total:
        start = title
        state.put(range(title), Role.CHROME, "above the headline", MARKUP)
    own = _own_article(state)
    if own is not None and not (own.first <= root.first and root.end <= own.end):
        root = own
    beside = [] if root is own else _groups_beside(state, root, start)
    kept = [(root.first, root.end), *beside, *_standfirst(state, root)]
    inside = bytearray(len(page.drafts))
    for first, end in kept:
        inside[first:end] = b"\1" * (end - first)
    outside = [index for index, within in enumerate(inside) if not within and index != title]
    state.put(outside, Role.CHROME, "outside the article", MARKUP)


def _own_article(state: State) -> Element | None:
    """The ``<article>`` that the headline stands in, where it holds an article's worth of text."""
    if state.title is None:
        return None
    for element in state.around(state.title):
        if element.name == "article":
            return element if state.measures.prose(element.first, element.end) >= _WORTH else None
    return None


def _standfirst(state: State, root: Element) -> list[tuple[int, int]]:
    """The ranges of the lower headings, summaries and sentences that stand between the headline and the root."""
    if state.title is None:
        return []
    drafts, kept = state.page.drafts, list[tuple[int, int]]()
    summary = {" ".join(text.split()) for name, text in state.page.metadata.items() if name.endswith("description")}
    last = min(len(drafts), max(root.first, state.title + 2), state.title + 1 + _STANDFIRST_BLOCKS)
    for index in range(state.title + 1, last):
        draft = drafts[index]
        if state.verdicts[index] is not None:
            continue
        if draft.links or draft.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
            continue
        told = draft.kind is BlockKind.HEADING or len(draft.text) >= _SENTENCE
        if draft.text in summary or (told and len(draft.text) >= _STANDFIRST):
            kept.append((index, index + 1))
    return kept


def _groups_beside(state: State, root: Element, start: int) -> list[tuple[int, int]]:
    """The ranges of blocks beside the root, at any level above it, that belong to the article."""
    elements = state.page.elements
    path: list[Element] = [root]
    while path[-1].parent >= 0:
        path.append(elements[path[-1].parent])
    above = {element.index: step for step, element in enumerate(path)}
    children: dict[int, list[Element]] = {}
    for element in elements[1:]:
        if element.parent in above and element.index not in above and element.end > element.first:
            children.setdefault(element.parent, []).append(element)
    kept: list[tuple[int, int]] = []
    for node, parent in pairwise(path):
        near = state.title is not None and not state.holds_title(node.first, node.end)
        for first, end in _runs(state, node, parent, children.get(parent.index, [])):
            first = max(first, start)
            if first < end and (
                (near and _is_direct(state, parent, first, end))
                or _belongs(state, root, first, end, near=near or state.title is None)
                or _is_sister_section(state, node, parent, first, end)
            ):
                kept.append((first, end))
        if state.title is not None and not near:
            break
    return kept


def _runs(state: State, node: Element, parent: Element, children: list[Element]) -> list[tuple[int, int]]:
    """The children of ``parent`` beside ``node`` as ranges of blocks; paragraphs and the like in a row are one."""
    ranges: list[tuple[int, int]] = []
    at, open_run = parent.first, False
    edges = sorted([*children, node], key=lambda element: element.first)
    for element in edges:
        leaf = element.name in _LEAVES and element is not node
        if element.first > at:
            # Text that stands directly in the parent goes with the paragraphs around it.
            _extend(ranges, at, element.first, open_run)
            open_run = True
        if element is node:
            open_run = False
        elif leaf:
            _extend(ranges, element.first, element.end, open_run)
            open_run = True
        else:
            ranges.append((element.first, element.end))
            open_run = False
        at = max(at, element.end)
    if at < parent.end:
        _extend(ranges, at, parent.end, open_run)
    return ranges


def _extend(ranges: list[tuple[int, int]], first: int, end: int, open_run: bool) -> None:
    if open_run and ranges:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((first, end))


def _is_direct(state: State, parent: Element, first: int, end: int) -> bool:
    """Text between the headline and the root that stands in an element around the root, as unclosed tags leave it."""
    drafts = state.page.drafts[first:end]
    return all(draft.element == parent.index for draft in drafts) and (
        state.measures.link_share(first, end) < _GROUP_LINKS
    )


def _is_called_furniture(state: State, first: int, end: int) -> bool:
    """True when an element around exactly these blocks is named like a sidebar or a box of the page."""
    for element in state.around(first):
        if element.end > end or element.first < first:
            return False
        if element.end == end and (found := by_markup(element)) and found[0] != "page header":
            return True
    return False


def _is_sister_section(state: State, node: Element, parent: Element, first: int, end: int) -> bool:
    """A headed part beside the one that holds the root: a ``<section>`` of the same article, or one built alike."""
    if state.page.drafts[first].kind is not BlockKind.HEADING or not state.measures.prose(first, end):
        return False
    sister = next(
        (
            element
            for element in state.around(first)
            if (element.first, element.end, element.parent) == (first, end, parent.index)
        ),
        None,
    )
    if sister is None or sister.name != node.name or _is_called_furniture(state, first, end):
        return False
    links = state.measures.link_share(first, end)
    if node.name == "section" and parent.name in _ARTICLES:
        return links < _FAR_LINKS
    alike = node.name in _PARTS and bool(node.hints) and sister.hints == node.hints
    return alike and not links and not any(state.verdicts[first:end])


def _belongs(state: State, root: Element, first: int, end: int, *, near: bool) -> bool:
    prose, links = state.measures.with_folded(first, end), state.measures.link_share(first, end)
    if near:
        return prose >= _GROUP and links < _GROUP_LINKS
    if _is_called_furniture(state, first, end):
        return False
    heading = any(draft.kind is BlockKind.HEADING for draft in state.page.drafts[first:end])
    floor = max(_FAR_GROUP if heading else 2 * _FAR_GROUP, _FAR_SHARE * state.measures.prose(root.first, root.end))
    return prose >= floor and links < _FAR_LINKS
