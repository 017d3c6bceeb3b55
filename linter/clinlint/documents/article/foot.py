"""The foot of the page."""

from __future__ import annotations

from clinlint.documents.article.shapes import Furniture
from clinlint.documents.article.verdict import MARKUP, State
from clinlint.model.document import BlockKind, Role

_FOOT_PROSE = 150


def mark_foot(state: State) -> None:
    """The foot of the page: what shares a container with the copyright line, and what comes after it."""
    lines, drafts = state.lines, state.page.drafts
    total = state.measures.total
    for block in range(len(lines) - 1, -1, -1):
        if lines[block] is not Furniture.COPYRIGHT:
            continue
        if state.measures.prose(block + 1, len(drafts)) > 0.3 * total:
            return
        first = block
        for element in state.around(block):
            prose = state.measures.prose(element.first, element.end)
            if state.holds_title(element.first, element.end) or prose > max(_FOOT_PROSE, 0.1 * total):
                break
            first = element.first
        while first == block or lines[first - 1] is not None:
            # No container: the short lines above, up to a rule, a heading, a list or running text.
            if (
                first == 0
                or first == state.title
                or block - first >= 6
                or drafts[first].ruled
                or not _is_foot_line(state, first - 1)
            ):
                break
            first -= 1
        state.put(range(first, len(drafts)), Role.CHROME, "foot of the page", MARKUP)
        return


def _is_foot_line(state: State, block: int) -> bool:
    draft = state.page.drafts[block]
    if state.verdicts[block] is not None:
        return True
    return (
        draft.kind is BlockKind.PARAGRAPH
        and len(draft.text) <= 90
        and draft.text[-1:] not in ".!?:;"
        and block != state.title
        and any(character.isdigit() for character in draft.text)
    )
