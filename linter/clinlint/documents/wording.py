"""The roles of blocks by their words alone, for formats whose markup says nothing about the page.

Page furniture is what ``page_phrases`` knows. Excerpts of other articles follow a heading such as "Related
posts" until the article goes on, or are told by a title, an excerpt that begins with it, and "Read more".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clinlint.documents.page_phrases import furniture, is_network_name
from clinlint.model.document import BlockKind, ListPlace, Role, no_attributes

_UNJUDGED = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.CODE, BlockKind.ALT, BlockKind.CELL})
# Part of an article where its author lists them: advice ("Make an appointment"), a helpline's number.
_PART_OF_LISTS = frozenset({"phone", "e-mail", "call-to-action", "navigation", "newsletter", "contents"})
_KEPT = frozenset({"contents"})
_LONGEST_TITLE = 120
_MOST_TITLE_WORDS = 14
_LONGEST_EXCERPT = 600
_STOPS = (".", "!", "?", ":", ";")
_ELLIPSES = ("…", "...", "[…]", "[...]")


class Passage(NamedTuple):
    """What is known of a block before its role is."""

    kind: BlockKind
    text: str
    place: ListPlace | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A block's role and the attributes that tell why."""

    role: Role = Role.BODY
    attributes: Mapping[str, str] = field(default_factory=no_attributes)


_BODY = Verdict()
_TEASER = Verdict(Role.TEASER, {"evidence": "text", "why": "excerpt of another article"})


def verdicts(passages: Sequence[Passage]) -> list[Verdict]:
    """One verdict for each passage, in order; the cost is linear in their number."""
    sorts = _sorts(passages)
    found = [Verdict(Role.CHROME, {"evidence": "text", "why": sort}) if sort else _BODY for sort in sorts]
    for number in _Teasers(passages, sorts).found():
        found[number] = _TEASER
    return found


def _sorts(passages: Sequence[Passage]) -> list[str | None]:
    sorts = [None if passage.kind in _UNJUDGED else furniture(passage.text) for passage in passages]
    sorts = [None if sort in _KEPT else sort for sort in sorts]
    _add_network_names(passages, sorts)
    mixed = {p.place.list_id for p, sort in zip(passages, sorts, strict=True) if p.place and not sort}
    led_to = after_list = False
    for number, (passage, sort) in enumerate(zip(passages, sorts, strict=True)):
        led_to = led_to and not (after_list and passage.place is None)
        if sort in _PART_OF_LISTS and (led_to or (passage.place and passage.place.list_id in mixed)):
            sorts[number] = None
        after_list = passage.place is not None
        if not after_list:
            led_to = not sort and passage.text.rstrip().endswith(":")
    return sorts


def _add_network_names(passages: Sequence[Passage], sorts: list[str | None]) -> None:
    """Bare names of networks are share buttons where two or more, or other share labels, stand together."""
    labels = frozenset({"share-labels", "follow-us"})
    start = 0
    while start < len(passages):
        end = start
        while end < len(passages) and (
            sorts[end] in labels or (passages[end].kind not in _UNJUDGED and is_network_name(passages[end].text))
        ):
            end += 1
        if end - start > 1 and (any(sorts[start:end]) or passages[start].place is None):
            sorts[start:end] = [sort or "share-labels" for sort in sorts[start:end]]
        start = max(end, start + 1)


class _Card(NamedTuple):
    """Titles, at most one excerpt, and furniture such as "Read more", one behind the other."""

    start: int
    end: int
    titles: int
    excerpt: int | None
    more: bool


class _Teasers:
    """Finds the excerpts of other articles."""

    def __init__(self, passages: Sequence[Passage], sorts: Sequence[str | None]) -> None:
        self._passages = passages
        self._sorts = sorts

    def found(self) -> set[int]:
        """The indexes of titles and excerpts of other articles."""
        found: set[int] = set()
        related = False
        number = 0
        last_prose = self._last_prose()
        while number < len(self._passages):
            if self._sorts[number]:
                related = related or self._sorts[number] == "related-heading"
                number += 1
                continue
            card = self._card(number)
            if card is None or not self._is_teaser(card, related, last_prose):
                related = False
                number = card.end if card else number + 1
                continue
            found.update(n for n in range(card.start, card.end) if not self._sorts[n])
            number = card.end
        return found

    def _card(self, start: int) -> _Card | None:
        at = start
        while at < len(self._passages) and not self._sorts[at] and self._is_title(at):
            at += 1
        if at == start:
            return None
        titles = at - start
        excerpt = None
        if titles > 1 and self._repeats(at - 1, at - 2):
            # A short excerpt looks like a title, but says the title again and goes on.
            titles -= 1
            excerpt = at - 1
        elif at < len(self._passages) and not self._sorts[at] and self._is_excerpt(at):
            excerpt = at
            at += 1
        more = at < len(self._passages) and self._sorts[at] == "read-more"
        return _Card(start, at, titles, excerpt, more)

    def _repeats(self, number: int, title: int) -> bool:
        text, said = _plain(self._passages[number].text), _plain(self._passages[title].text)
        return len(text) > len(said) and text.startswith(said)

    def _is_title(self, number: int) -> bool:
        passage = self._passages[number]
        return (
            passage.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
            and len(passage.text) <= _LONGEST_TITLE
            and len(passage.text.split()) <= _MOST_TITLE_WORDS
            and not passage.text.rstrip().endswith((".", "!", ":", ";", ","))
        )

    def _is_excerpt(self, number: int) -> bool:
        passage = self._passages[number]
        return passage.kind is BlockKind.PARAGRAPH and len(passage.text) <= _LONGEST_EXCERPT

    def _is_teaser(self, card: _Card, related: bool, last_prose: int) -> bool:
        if card.excerpt is None:
            # Titles alone: a list of links, where nothing of the article follows them directly.
            return related and (card.more or self._ends_or_furniture(card.end))
        excerpt = self._passages[card.excerpt].text.strip()
        told_twice = self._repeats(card.excerpt, card.start + card.titles - 1)
        if card.more:
            return related or told_twice
        if not related:
            return False
        cut = excerpt.endswith(_ELLIPSES) or not excerpt.rstrip("\"'”’»)]").endswith(_STOPS)
        return cut or (told_twice and card.titles > 1) or card.start > last_prose

    def _ends_or_furniture(self, number: int) -> bool:
        return number >= len(self._passages) or self._sorts[number] is not None

    def _last_prose(self) -> int:
        """Where the last stretch of the article's own prose lies: a list, or two paragraphs in a row."""
        last = -1
        paragraphs = 0
        for number, passage in enumerate(self._passages):
            if self._sorts[number]:
                paragraphs = 0
                continue
            long = passage.kind is BlockKind.PARAGRAPH and not self._is_title(number)
            paragraphs = paragraphs + 1 if long else 0
            if paragraphs > 1 or (passage.kind is BlockKind.LIST_ITEM and not self._is_title(number)):
                last = number
        return last


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
