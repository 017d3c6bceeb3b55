"""Finds the article's own headline, also where it is no ``<h1>``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clinlint.documents.article.page import Draft, Page
from clinlint.model.document import BlockKind

_SITE_NAME = re.compile(r"\s+[|–—»·:-]{1,2}\s+")
_LONGEST = 250


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def headline(page: Page, reasons: Sequence[str]) -> int | None:
    """The index of the block that is the article's headline, or None.

    The page's ``<title>`` names it: a heading that says the same, else the first ``<h1>``, else a line
    in the same words (layouts from before headings). ``reasons`` tells for each block what furniture
    the markup makes it.
    """
    title = page.metadata.get("og:title") or page.metadata.get("title", "")
    parts = sorted({_plain(part) for part in [title, *_SITE_NAME.split(title)]} - {""}, key=len, reverse=True)
    best, best_score = None, 3.0
    for index, draft in enumerate(page.drafts):
        score = _score(draft, parts, reasons[index])
        if score > best_score or (score == best_score and draft.kind is not BlockKind.HEADING):
            best, best_score = index, score
    return best


def _score(draft: Draft, parts: list[str], reason: str) -> float:
    if not draft.text or len(draft.text) > _LONGEST or draft.kind in {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}:
        return 0.0
    heading = draft.kind is BlockKind.HEADING
    if not heading and draft.kind not in {BlockKind.PARAGRAPH, BlockKind.CELL}:
        return 0.0
    score = 0.0
    if parts:
        plain = _plain(draft.text)
        if plain and plain in parts[:2]:
            score += 10
        elif plain in parts:
            score += 4
        elif heading and len(plain) > 12 and (plain in parts[0] or parts[0] in plain):
            score += 6
    if not heading and score < 10:
        return 0.0
    if heading:
        score += {1: 5, 2: 2}.get(draft.level, 1)
    if draft.links >= len(draft.text):
        score -= 4
    if reason and reason != "page header":
        score -= 8
    return score
