"""Who stands behind a page and when it was written, as its linked data, microdata, head and visible text say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clinlint.api import Block, BlockKind, Context, PageMarkup, Span
from clinlint_rules.page.dates import MONTH, machine_date, written_date
from clinlint_rules.page.linked_data import LinkedData, linked_data
from clinlint_rules.page.people import Named, Where, authors, reviewers

ARTICLES = ("MedicalWebPage", "Article", "BlogPosting", "NewsArticle", "MedicalScholarlyArticle", "HealthTopicContent")
_CHANGED = re.compile(r"\b(?:last )?(?:updated|modified|revised|reviewed|checked)\b(?: on| at|:)?", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|created)\b(?: on| at|:)?", re.IGNORECASE)
_NEXT = re.compile(r"\bnext review\b", re.IGNORECASE)
_DATE_WORDS = ("dated", "odified", "evised", "eviewed", "hecked", "ublished", "osted", "reated", "UPDATED", "PUBLISHED")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ONLY_DATE = re.compile(r"^\W*(?:on )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]|[A-Z][a-z]{2,8}\.? \d{1,2}|(?:19|20)\d\d[-./])")
_WRITER = re.compile(rf"^\W*(?:(?:written|posted) )?by (?!(?:{MONTH})\b)[^\W\d_][^!?]*[^\s.!?]$", re.IGNORECASE)
_BYLINE = 90
_SHORT = 300
"""Bylines and dates stand in blocks with fewer characters."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a page gives.

    Attributes:
        day: None for a date of the markup that machines cannot read.
        place: a range of ``Source.text``.
    """

    day: date | None
    text: str
    place: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page.

    Attributes:
        anchor: where findings about something missing point: the title, else the heading, else the first tag.
        published: when the page was written; ``changed`` when it was last updated or reviewed.
    """

    page: PageMarkup
    data: LinkedData
    anchor: Span
    authors: tuple[Named, ...]
    reviewers: tuple[Named, ...]
    published: tuple[Dated, ...]
    changed: tuple[Dated, ...]

    @property
    def latest(self) -> Dated | None:
        """The latest date on which anybody touched the page."""
        known = [dated for dated in (*self.published, *self.changed) if dated.day is not None]
        return max(known, key=lambda dated: dated.day or date.min, default=None)


def facts(context: Context) -> Facts | None:
    """The facts of a whole page, read once; None for a draft or a fragment."""
    return context.once(_facts) if context.document.page is not None else None


def _facts(context: Context) -> Facts | None:
    page = context.document.page
    if page is None:
        return None
    data = linked_data(page)
    blocks = [block for block in context.document.blocks if len(block.text) < _SHORT]
    where = context.document.offsets.source_range
    published = {"article:published_time", "date", "dc.date", "datepublished", "og:published_time"}
    changed = {"article:modified_time", "og:updated_time", "last-modified", "datemodified", "lastreviewed"}
    return Facts(
        page,
        data,
        _anchor(page),
        tuple(authors(page, data, blocks, where)),
        tuple(reviewers(page, data, blocks, where)),
        (
            *_in_markup(page, data, ("datePublished",), published),
            *_in_text(blocks, where, _PUBLISHED, _CHANGED),
            *_alone(blocks, where),
        ),
        (
            *_in_markup(page, data, ("dateModified", "lastReviewed"), changed),
            *_in_text(blocks, where, _CHANGED, _NEXT),
        ),
    )


def _anchor(page: PageMarkup) -> Span:
    for name in ("title", "h1", "html", "meta"):
        element = page.first(name)
        if element is not None:
            return element.whole if name in {"title", "h1"} and element.text else element.span
    return Span(0, 0)


def _in_markup(page: PageMarkup, data: LinkedData, properties: tuple[str, ...], names: set[str]) -> Iterator[Dated]:
    for element, thing in data.things:
        for name in properties:
            value = thing.get(name)
            if isinstance(value, str) and value.strip():
                yield Dated(machine_date(value), value, element.span)
    for element in page.elements:
        key = (element.get("name") or element.get("property")).lower() if element.name == "meta" else ""
        properties_of = element.get("itemprop").split()
        if key in names or any(name in properties_of for name in properties):
            value = element.get("content") or element.get("datetime") or element.text
            if value:
                yield Dated(machine_date(value) or written_date(value), value, element.whole)


def _in_text(blocks: Iterable[Block], where: Where, label: re.Pattern[str], other: re.Pattern[str]) -> Iterator[Dated]:
    """Dates behind their label in visible text."""
    for block in blocks:
        if not any(word in block.text for word in _DATE_WORDS):
            continue
        match = label.search(block.text)
        if match is None or _NEXT.search(block.text):
            continue
        behind = block.text[match.end() : match.end() + 40]
        stop = other.search(behind)
        day = written_date(behind[: stop.start()] if stop else behind)
        if day is not None:
            yield Dated(day, behind.strip(), where(block.span))


def _alone(blocks: Iterable[Block], where: Where) -> Iterator[Dated]:
    """The date of a byline that says nothing else about it: “2 June 2024 | Jane Roe”, “By Jane Roe, 2 June 2024”."""
    for block in blocks:
        if len(block.text) > _BYLINE or block.kind is BlockKind.HEADING:
            continue
        if not _YEAR.search(block.text) or not (_ONLY_DATE.match(block.text) or _WRITER.match(block.text)):
            continue
        day = written_date(block.text)
        if day is not None:
            yield Dated(day, block.text, where(block.span))
