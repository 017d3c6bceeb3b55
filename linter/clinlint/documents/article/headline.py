"""Finds the article's own headline, also where it is no ``<h1>``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clinlint.documents.article.page import Draft, Page
from clinlint.model.document import BlockKind

_SITE_NAME = re.compile(r"\s+[|–—»·:-]{1,2}\s+")
_LONGEST, _TELLING, _ALIKE = 250, 12, 0.75
_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL})


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def headline(page: Page, reasons: Sequence[str]) -> int | None:
    """The index of the block that is the article's headline, or None.

    The page's ``<title>`` names it: a heading that says the same, else the first ``<h1>``, else a line
    in the same words (layouts from before headings). ``reasons`` tells for each block what furniture
    the markup makes it.
    """
    title = page.metadata.get("og:title") or page.metadata.get("title", "")
    parts = [part for part in map(_plain, [title, *_SITE_NAME.split(title)]) if part]
    best, best_score = None, 3.0
    for index, draft in enumerate(page.drafts):
        score = _score(draft, parts, reasons[index])
        if score > best_score or (score == best_score and draft.kind is not BlockKind.HEADING):
            best, best_score = index, score
    return best


def _score(draft: Draft, parts: list[str], reason: str) -> float:
    if not draft.text or len(draft.text) > _LONGEST or draft.kind not in _KINDS:
        return 0.0
    heading = draft.kind is BlockKind.HEADING
    score = _likeness(_plain(draft.text), parts, heading=heading)
    if heading:
        score += {1: 5, 2: 2}.get(draft.level, 1)
    if draft.links >= len(draft.text):
        score -= 4
    if reason and reason != "page header":
        score -= 8
    return score


def _likeness(plain: str, parts: list[str], *, heading: bool) -> float:
    """How well a line says what the page's title says; ``parts`` is the title, whole and cut at its dashes and bars."""
    if plain in parts:
        # Most titles name the article first and the site behind it.
        return 10 if plain in parts[:2] else 7
    if not heading or not parts or len(plain) <= _TELLING:
        return 0
    if any(_shared_words(plain, part) >= _ALIKE for part in parts[:2]):
        return 8
    return 6 if plain in parts[0] or parts[0] in plain else 0


def _shared_words(plain: str, part: str) -> float:
    """The share of the words of the longer line that the other has as well."""
    one, other = set(plain.split()), set(part.split())
    return len(one & other) / max(len(one), len(other), 1)
