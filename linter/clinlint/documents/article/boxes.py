"""Small pieces within an article that are not its text: boxes around forms, pull quotes, headings of nothing."""

from __future__ import annotations

import re
from itertools import takewhile

from clinlint.documents.article.page import Draft, Element
from clinlint.documents.article.verdict import MARKUP, TEXT, State
from clinlint.model.document import BlockKind, Role

_FORM_BLOCKS, _FORM_SIZE, _FORM_SHARE = 10, 600, 0.2
"""A box around a form holds no more blocks and characters, and no greater share of the page's running text."""
_ASKS = re.compile(
    r"(?i)\be-?mail|\bnewsletter|\binbox|\bsubscri|\bsign up|\bcall you|\bcontact|\bappointment"
    r"|\byour (?:phone|number|name)"
    r"|\bquestion|\bsubmission|\bhelpful|\be-?posta|\bbülten|\brandevu|\biletişim|\bsizi arayalım|\bbilgi al|\babonnier"
    r"|\bkontakt|\btermin|\brückruf|\bcorreo|\bsuscr|\bcita\b|\bcontáct"
)
_BOXES = frozenset({"div", "section", "aside", "form", "figure", "center"})
_QUOTES = frozenset({"quote", "quotes", "pullquote", "pull", "blockquote"})
_TELLING = 25
"""Characters from which on words that stand twice are the same and no chance."""
_BOXED = frozenset({"around a call to action", "around a form", "call to action"})
_GROUP = 4
"""Blocks in one container with their heading that are no mere button beside it."""
_MARKS = "“”„‟\"'‘’«»…. "


def mark_forms(state: State) -> None:
    """The heading and the few words around a form that asks for an address, a number or an opinion."""
    for form in state.page.elements[1:]:
        if form.name == "form" and _is_box(state, form):
            box, parent = form, state.page.elements[form.parent]
            while parent.parent >= 0 and parent.name in _BOXES and _is_box(state, parent):
                box, parent = parent, state.page.elements[parent.parent]
            if any(_ASKS.search(draft.text) for draft in state.page.drafts[box.first : box.end]):
                state.put(range(box.first, box.end), Role.CHROME, "around a form", MARKUP)


def _is_box(state: State, element: Element) -> bool:
    first, end = element.first, element.end
    return (
        end - first <= _FORM_BLOCKS
        and state.measures.size(first, end) <= _FORM_SIZE
        and state.measures.prose(first, end) <= _FORM_SHARE * state.measures.total
        and not state.holds_title(first, end)
        and all(draft.kind is not BlockKind.LIST_ITEM for draft in state.page.drafts[first:end])
    )


def mark_pull_quotes(state: State) -> None:
    """Words of the article that stand once more as a quotation beside it."""
    quotes = [
        index
        for index, draft in enumerate(state.page.drafts)
        if state.verdicts[index] is None and _is_quote(state, index, draft)
    ]
    if not quotes:
        return
    others = "\n".join(
        draft.text
        for index, draft in enumerate(state.page.drafts)
        if state.verdicts[index] is None and draft.kind is BlockKind.PARAGRAPH and index not in set(quotes)
    )
    state.put(
        (index for index in quotes if state.page.drafts[index].text.strip(_MARKS) in others),
        Role.CHROME,
        "stands on the page twice",
        TEXT,
    )


def _is_quote(state: State, index: int, draft: Draft) -> bool:
    if draft.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE} or len(draft.text.strip(_MARKS)) < _TELLING:
        return False
    around = takewhile(lambda element: element.end - element.first <= 3, state.around(index))
    return any(element.name in {"blockquote", "aside"} or not _QUOTES.isdisjoint(element.hints) for element in around)


def mark_bare_headings(state: State) -> None:
    """Headings below which nothing stands but teasers and boxes, up to the next of their rank."""
    for index in range(len(state.page.drafts) - 1, -1, -1):
        heading = state.page.drafts[index].kind is BlockKind.HEADING and index != state.title
        if heading and state.verdicts[index] is None and _heads_nothing(state, index):
            state.put([index], Role.CHROME, "heads nothing of the article", MARKUP)


def _heads_nothing(state: State, heading: int) -> bool:
    drafts, rank = state.page.drafts, state.page.drafts[heading].level
    container = next((e for e in state.around(heading) if e.end > heading + 1), state.page.elements[0]).end
    left_out = 0
    for below in range(heading + 1, len(drafts)):
        draft, verdict = drafts[below], state.verdicts[below]
        if draft.kind is BlockKind.ALT:
            continue
        if verdict is None:
            next_section = draft.kind is BlockKind.HEADING and draft.level <= rank
            return left_out > 0 and (next_section or (below >= container and left_out >= _GROUP))
        if verdict.role is Role.TEASER or verdict.why in _BOXED:
            left_out += 1
        elif not left_out:
            # What stands at the foot of the page says nothing about the heading above.
            return False
    return left_out > 0
