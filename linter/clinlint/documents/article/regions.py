"""Groups of blocks that are furniture together: cards, lists of other articles, contents, boxes."""

from __future__ import annotations

import re
from bisect import bisect_right

from clinlint.documents.article.page import Draft, Element
from clinlint.documents.article.shapes import Furniture
from clinlint.documents.article.verdict import MARKUP, TEXT, State
from clinlint.model.document import BlockKind, Role

_CARD_BLOCKS, _CARD_SIZE = 6, 500
_BOX_BLOCKS, _BOX_SIZE, _BOX_PROSE = 5, 400, 120
_CARDS, _ABOVE_CARDS, _VIDEO_PROSE = 3, 0.7, 120
_HEADS = frozenset({Furniture.RELATED, Furniture.COMMENTS, Furniture.NEWSLETTER, Furniture.SHARE})
_LINKS, _ANNOUNCEMENT, _HEADED = 3, 60, 0.5
_ANNOUNCES = re.compile(
    r"(?i)\b(?:more (?:from|on|in|about|stories|articles|news)|related|see also|also (?:see|read)|read (?:also|next)"
    r"|latest|popular|recommended|trending|highlights|in other news|other (?:articles|posts|stories|topics)"
    r"|don.t miss|you (?:may|might)|around the web)\b"
)
_FIRST_COMMENT, _ARTICLE_ABOVE, _MANY_COMMENTS = 4, 0.2, 6
"""Comments show who wrote them in their first blocks, and stand below a good part of the page's running text, or are
many."""
_COMMENTED = re.compile(
    r"(?i)\b(?:says|said|wrote|writes|diyor ki|dedi ki|yazdı|dice|dijo|schreibt|sagt|a écrit|dit) ?:?$"
    r"|^\W*(?:reply|log in to reply|yanıtla|cevapla|responder|antworten|répondre)\W*$"
    r"|\b\d{1,3} (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b"
    r"|\b(?:dakika|saat|gün|hafta|ay|yıl) önce\b|\bhace \d+ |\bvor \d+ |\bil y a \d+ |(?:\bat|@) \d{1,2}[:.]\d{2}\b"
)
_TEXT_ELEMENTS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dd", "dt", "td", "tr", "tbody"}
)


def _card(state: State, block: int, blocks: int, size: int) -> Element | None:
    """The largest element around a block that is still no bigger than a card."""
    found = None
    for element in state.around(block):
        if (
            element.end - element.first > blocks
            or state.measures.size(element.first, element.end) > size
            or state.holds_title(element.first, element.end)
        ):
            break
        if element.name not in _TEXT_ELEMENTS or element.name == "li":
            found = element
    return found


def mark_teasers(state: State) -> None:
    """Cards that lead to other articles: by "Read more", or three alike in a row with a picture or heading."""
    for block, line in enumerate(state.lines):
        if line is Furniture.MORE:
            card = _card(state, block, _CARD_BLOCKS, _CARD_SIZE)
            blocks = range(card.first, card.end) if card else range(block, block + 1)
            state.verdicts[block] = None
            state.put(blocks, Role.TEASER, "excerpt of another article", TEXT)
    videos = [block for block, line in enumerate(state.lines) if line is Furniture.VIDEO]
    for block in videos if len(videos) >= _CARDS else ():
        card = _card(state, block, _CARD_BLOCKS, _CARD_SIZE)
        if card and state.measures.prose(card.first, card.end) < _VIDEO_PROSE:
            state.verdicts[block] = None
            state.put(range(card.first, card.end), Role.TEASER, "video of a list", MARKUP)
    runs: dict[int, list[Element]] = {}
    for element in state.page.elements[1:]:
        if element.end > element.first and _is_linked_card(state, element):
            runs.setdefault(element.parent, []).append(element)
    for cards in runs.values():
        if len(cards) >= _CARDS or _are_last(state, cards):
            for card in cards:
                state.put(range(card.first, card.end), Role.TEASER, "excerpt of another article", MARKUP)
            _head_of_cards(state, cards[0])


def _are_last(state: State, cards: list[Element]) -> bool:
    """Two cards with linked headings below nearly all of the page's running text."""
    drafts = state.page.drafts
    return (
        len(cards) == _CARDS - 1
        and state.measures.prose(0, cards[0].first) >= _ABOVE_CARDS * state.measures.total
        and all(
            any(d.kind is BlockKind.HEADING and 0 < len(d.text) <= d.links for d in drafts[card.first : card.end])
            for card in cards
        )
    )


def _is_linked_card(state: State, element: Element) -> bool:
    if element.name in {"p", "td", "tr"} or element.end - element.first > _CARD_BLOCKS:
        return False
    drafts = state.page.drafts[element.first : element.end]
    shown = any(draft.kind is BlockKind.ALT for draft in drafts) or any(
        draft.kind is BlockKind.HEADING and 0 < len(draft.text) <= draft.links for draft in drafts
    )
    return (
        shown
        and not state.holds_title(element.first, element.end)
        and 0 < state.measures.size(element.first, element.end) <= _CARD_SIZE
        and state.measures.link_share(element.first, element.end) >= 0.25
    )


def _head_of_cards(state: State, first: Element) -> None:
    before = first.first - 1
    if before >= 0 and before != state.title and state.page.drafts[before].kind is BlockKind.HEADING:
        state.put([before], Role.CHROME, "heads other articles", MARKUP)


def mark_link_lists(state: State) -> None:
    """Three links or more to other pages below a line that announces them ("More from …", "Latest news")."""
    drafts, index = state.page.drafts, 0
    while index < len(drafts):
        start = index
        while index < len(drafts) and _leads_away(drafts[index]):
            index += 1
        head = start - 1
        if index - start >= _LINKS and head >= 0 and head != state.title and _ANNOUNCES.search(drafts[head].text):
            evidence = MARKUP if drafts[head].kind is BlockKind.HEADING else TEXT
            if len(drafts[head].text) <= _ANNOUNCEMENT:
                state.put(range(head, index), Role.TEASER, "links to other articles", evidence)
        index = max(index, start + 1)


def _leads_away(draft: Draft) -> bool:
    """An item that is a link and nothing else, in the words of a title and not of a sentence."""
    return (
        draft.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING}
        and bool(draft.targets)
        and draft.links >= 0.9 * len(draft.text)
        and not any(target.startswith("#") for target in draft.targets)
        and draft.text[-1:] not in ".;:"
    )


def mark_headed(state: State) -> None:
    """What stands below a line such as "Related posts", as far as its container or its section goes."""
    end = 0
    signed = _signed(state) if Furniture.COMMENTS in state.lines else []
    for block, line in enumerate(state.lines):
        if block >= end and line in _HEADS and not _is_menu_link(state.page.drafts[block], line):
            end = _headed_end(state, block, line)
            if line is Furniture.COMMENTS:
                end = max(end, _end_of_comments(state, block, signed))
            most = line is not Furniture.COMMENTS and _HEADED * state.measures.total
            if most and state.measures.prose(block + 1, end) > most:
                # A word of a menu ("Newsletter") that the article happens to follow.
                end = block + 1
            role = Role.TEASER if line is Furniture.RELATED else Role.CHROME
            state.put(range(block + 1, end), role, f'below "{state.page.drafts[block].text[:40]}"', TEXT)


def _is_menu_link(draft: Draft, line: Furniture) -> bool:
    """A link "Newsletter" leads to one and heads nothing."""
    return line is Furniture.NEWSLETTER and draft.kind is not BlockKind.HEADING and 0 < len(draft.text) <= draft.links


def _headed_end(state: State, block: int, line: Furniture) -> int:
    container = None
    for element in state.around(block):
        if element.first != block or state.holds_title(element.first, element.end):
            break
        if state.measures.prose(element.first, element.end) > 0.3 * state.measures.total:
            break
        container = element
    if container is not None and container.end > block + 1:
        return container.end
    if line is Furniture.SHARE:
        return block + 1
    return _section_end(state, block)


def _signed(state: State) -> list[int]:
    """The blocks that say who wrote when, or "Reply"."""
    return [
        index
        for index, draft in enumerate(state.page.drafts)
        if len(draft.text) <= _CARD_SIZE and _COMMENTED.search(draft.text)
    ]


def _end_of_comments(state: State, block: int, signed: list[int]) -> int:
    """Where what readers wrote ends, in a page without a container for it: at the next heading of the same rank.

    A line that says who wrote when, or "Reply", must be among the first; else "Comments" heads the article's own text.
    """
    drafts, level = state.page.drafts, state.page.drafts[block].level or 6
    above, first = state.measures.prose(0, block), bisect_right(signed, block)
    few = len(signed) - first < _MANY_COMMENTS
    if above < _ARTICLE_ABOVE * state.measures.total and (above < _CARD_SIZE or few):
        return block + 1
    if first == len(signed) or signed[first] > block + _FIRST_COMMENT:
        return block + 1
    for index in range(block + 1, len(drafts)):
        draft = drafts[index]
        if draft.kind is BlockKind.HEADING and draft.level <= level:
            return index
    return len(drafts)


def _section_end(state: State, block: int) -> int:
    """The end of a flat section: at the next heading of the same rank, or at the next running text."""
    drafts, head = state.page.drafts, state.page.drafts[block]
    inside = max(0, state.page.elements[head.element].parent)
    limit = state.page.elements[inside].end
    level = head.level or 6
    for index in range(block + 1, min(limit, len(drafts))):
        draft = drafts[index]
        if state.verdicts[index] is not None:
            continue
        if draft.kind is BlockKind.HEADING and draft.level <= level and draft.links < len(draft.text):
            return index
        beside = state.page.elements[draft.element].parent == inside or draft.element == inside
        if beside and draft.kind is not BlockKind.HEADING and draft.links < len(draft.text) and len(draft.text) > 30:
            return index
    return limit


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]\w*", text.lower()))


def mark_contents(state: State) -> None:
    """A list of links into the page that repeats its headings, and the line above it."""
    drafts = state.page.drafts
    headings = {_words(draft.text) for draft in drafts if draft.kind is BlockKind.HEADING and draft.text}
    index = 0
    while index < len(drafts):
        start = index
        while index < len(drafts) and _is_jump(drafts[index]):
            index += 1
        if index - start >= 2:
            same = sum(1 for draft in drafts[start:index] if _words(draft.text) in headings)
            if same * 2 >= index - start or state.lines[start - 1] is Furniture.CONTENTS:
                state.put(range(start, index), Role.CHROME, "table of contents", MARKUP)
        index = max(index, start + 1)
    end = 0
    for block, line in enumerate(state.lines):
        if block >= end and line is Furniture.CONTENTS:
            end = _repeated_below(state, block, headings)


def _repeated_below(state: State, block: int, headings: set[str]) -> int:
    """Marks the lines below "Contents" that repeat headings, links or not; returns where they end."""
    for index in range(block + 1, len(state.lines)):
        draft = state.page.drafts[index]
        if draft.kind is BlockKind.HEADING or _words(draft.text) not in headings:
            return index
        state.put([index], Role.CHROME, "table of contents", TEXT)
    return len(state.lines)


def _is_jump(draft: Draft) -> bool:
    return (
        draft.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}
        and bool(draft.targets)
        and draft.links >= 0.8 * len(draft.text)
        and all(target.startswith("#") and len(target) > 1 for target in draft.targets)
    )


def mark_boxes(state: State) -> None:
    """Small boxes around a call to action or a phone number."""
    for block, line in enumerate(state.lines):
        if line is Furniture.CALL or line is Furniture.PHONE:
            box = _card(state, block, _BOX_BLOCKS, _BOX_SIZE)
            if box is None or state.measures.prose(box.first, box.end) > _BOX_PROSE:
                continue
            state.put(range(box.first, box.end), Role.CHROME, "around a call to action", MARKUP)
