"""Lines within one block: which of them a reader takes as one paragraph, and which as a list.

Two line breaks in a row end a paragraph. One line break ends it when the next line starts with a
bullet, when the line before is wholly bold (a heading by looks), or when the next line starts like a
sentence (a capital letter or a figure) and either the line before ends like one or all lines are
short. Otherwise the line break is white space: running text broken at some editor's margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clinlint.documents.article.page import Draft
from clinlint.documents.html.runs import Line
from clinlint.model.document import BlockKind, ListPlace

_SURE = "•‣◦▪▫●○■□·∙⁃➢➤►▶✓✔✅☑"
_BULLET = re.compile(
    rf"(?:(?P<sure>[{_SURE}]\ufe0f?)[ \u00a0\t]*|(?P<dash>[*–—-])[ \u00a0\t]+"
    r"|(?P<number>\d{1,3})[.)][ \u00a0\t]+)(?=\S)"
)
_SENTENCE_END = frozenset(".!?:;…")
_CLOSERS = "\"')]”’»"
_SHORT = 60


def paragraphs(lines: list[Line], *, loose: bool) -> Iterator[Line]:
    """The paragraphs that the lines of a block make; ``loose`` allows a single break to end one."""
    current: Line | None = None
    breaks = 0
    texts = [line.trim() for line in lines]
    short = sum(1 for text in texts if text) > 1 and max(map(len, texts), default=0) <= _SHORT
    before = ""
    for line, text in zip(lines, texts, strict=True):
        breaks += line.breaks
        if not text:
            continue
        if current is None:
            current = line
        elif breaks > 1 or _BULLET.match(text) or (loose and _ends(current, before, text, short)):
            yield current
            current = line
        else:
            current.joined(line, "\n" if current.preformatted else " ")
        breaks = 0
        before = text
    if current is not None:
        yield current


def _ends(line: Line, before: str, following: str, short: bool) -> bool:
    if line.preformatted:
        return False
    if line.emphasis >= len(before) > 0 and len(before) <= 2 * _SHORT:
        return True
    start = following.lstrip("\"'(“‘«¿¡")[:1]
    if not (start.isupper() or start.isdigit()):
        return False
    return short or before.rstrip(_CLOSERS)[-1:] in _SENTENCE_END


def mark_bulleted(drafts: Iterable[Draft], parents: list[int], next_list: int) -> None:
    """Turns paragraphs that start with a bullet into list items, the bullet left out.

    A dash, an asterisk or a number counts only where two neighbours have one (numbers: one after the
    other), so that a numbered heading or a line of dialogue stays a paragraph.
    """
    group: list[tuple[Draft, re.Match[str]]] = []
    for draft in drafts:
        match = _BULLET.match(draft.text) if draft.kind in {BlockKind.PARAGRAPH, BlockKind.CELL} else None
        if group and not (match and _goes_on(group[-1], draft, match, parents)):
            next_list += _close(group, next_list)
            group = []
        if match:
            group.append((draft, match))
    _close(group, next_list)


def _goes_on(last: tuple[Draft, re.Match[str]], draft: Draft, match: re.Match[str], parents: list[int]) -> bool:
    if match.lastgroup != last[1].lastgroup:
        return False
    if match["number"] and int(match["number"]) != int(last[1]["number"]) + 1:
        return False
    return draft.element == last[0].element or parents[draft.element] == parents[last[0].element]


def _close(group: list[tuple[Draft, re.Match[str]]], list_id: int) -> int:
    if not group or (len(group) == 1 and not group[0][1]["sure"]):
        return 0
    ordered = bool(group[0][1]["number"])
    for index, (draft, match) in enumerate(group):
        draft.line.cut(match.end(), len(draft.text))
        draft.text = draft.text[match.end() :]
        draft.kind, draft.level = BlockKind.LIST_ITEM, 1
        draft.place = ListPlace(list_id, index, ordered)
    return 1
