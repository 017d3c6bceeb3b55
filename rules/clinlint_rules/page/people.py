"""Authors and reviewers that a page names: in linked data, microdata, head, links and visible bylines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from clinlint.api import Block, PageMarkup, Span
from clinlint_rules.page.linked_data import LinkedData, Thing

_TITLE = r"(?:(?:[Aa]ssoc|[Aa]sst|[Oo]p|[Uu]zm|Doç|Dr|DR|Prof|Mr|Mrs|Ms|Miss)\b\.? ?)"
_NAME = rf"{_TITLE}*[^\W\d_a-z][\w.'’-]+(?: (?:de |van |von |al-)?[^\W\d_a-z][\w.'’-]*){{1,4}}"
_BYLINE = re.compile(
    rf"(?:^|[|·•,–-] )(?:(?:[Mm]edically )?[Ww]ritten(?: and edited)? by|[Bb]y|BY|[Aa]uthor|AUTHOR|[Ww]riter):? "
    rf"(?P<name>{_NAME})"
)
_ALONE = re.compile(rf"^(?P<name>{_TITLE}{_NAME})(?:,.*)?$")
_REVIEWED = re.compile(
    r"\b(?:(?:[Mm]edically |[Cc]linically |[Ee]xpert )?(?:[Rr]eviewed|[Cc]hecked|[Aa]pproved|[Vv]erified)"
    r"(?: for accuracy)?(?: on [^,.]{4,20})?"
    r" by|[Ff]act[- ]checked by|[Mm]edical [Rr]eviewer:?|[Rr]eviewer:):? (?:the )?"
    rf"(?P<name>{_NAME}|[A-Z][\w' ]{{2,40}}?(?:team|board|department|committee|Team|Board|Department|Committee))"
)
_CREDENTIALS = re.compile(
    r"\b(?:Dr|Prof|MD|M\.D|PhD|Ph\.D|DO|RN|RD|FRCS|FRCP|MRCP|MBBS|MBChB|DDS|DMD|DPT|PharmD|MSc|Assoc|Op\.|Uzm|Doç"
    r"|[Cc]onsultant|[Pp]rofessor|[Dd]octor|[Pp]hysician|[Ss]urgeon|[Nn]urse|[Dd]ietitian|[Dd]ietician|[Dd]entist|[Pp]harmacist"
    r"|[Mm]idwife|[Pp]sychologist|[Pp]hysiotherapist|[Ss]pecialist|\w+ologist|\w+iatrist|\w+ician)\b"
)
_NO_PERSON = re.compile(
    r"\b(?:admin\w*|editor\w*|webmaster|clinics?|hospitals?|center|centre|team|group|blog|user\d*|root|wordpress|health)\b",
    re.IGNORECASE,
)
_BYLINE_WORDS = ("y ", "BY", "uthor", "AUTHOR", "riter", "Dr", "DR", "Prof", "ssoc", "Op", "Uzm", "Doç")
_REVIEW_WORDS = ("eview", "heck", "pproved", "erified")
"""Words of which a byline holds one; most blocks hold none, and the patterns are not cheap."""

Where = Callable[[Span], Span]


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body that a page names.

    Attributes:
        place: a range of ``Source.text``.
        credentials: True when a title, degree, profession or profile stands with the name.
    """

    name: str
    place: Span
    credentials: bool

    @property
    def is_person(self) -> bool:
        """False for “admin” and for the clinic itself."""
        return _NO_PERSON.search(self.name) is None and " " in self.name.strip()


def authors(page: PageMarkup, data: LinkedData, blocks: Iterable[Block], where: Where) -> Iterator[Named]:
    """Whoever the page names as an author, in the order of trust."""
    yield from _in_data(data, "author", "creator")
    for element in page.elements:
        name = ""
        if element.name == "meta" and (element.get("name") or element.get("property")).lower() in {
            "author",
            "article:author",
            "dc.creator",
            "twitter:data1",
        }:
            name = element.get("content")
        elif "author" in element.get("rel").split() or "author" in element.get("itemprop").split():
            name = element.text or element.get("content")
        if name and not name.startswith("http") and not name[:1].isdigit():
            yield Named(name, element.whole, bool(_CREDENTIALS.search(name)))
    for block in blocks:
        if not any(word in block.text for word in _BYLINE_WORDS):
            continue
        match = _BYLINE.search(block.text) or _ALONE.match(block.text)
        if match and not _REVIEWED.search(block.text[: match.end()]):
            yield Named(match["name"], where(block.span), bool(_CREDENTIALS.search(block.text)))


def reviewers(page: PageMarkup, data: LinkedData, blocks: Iterable[Block], where: Where) -> Iterator[Named]:
    """Whoever the page names as having checked it."""
    yield from _in_data(data, "reviewedBy")
    for element in page.elements:
        if "reviewedBy" in element.get("itemprop").split():
            yield Named(element.text or element.get("content"), element.whole, bool(_CREDENTIALS.search(element.text)))
    for block in blocks:
        if not any(word in block.text for word in _REVIEW_WORDS):
            continue
        match = _REVIEWED.search(block.text)
        if match:
            yield Named(match["name"], where(block.span), bool(_CREDENTIALS.search(block.text)))


def _in_data(data: LinkedData, *properties: str) -> Iterator[Named]:
    for element, thing in data.things:
        for name in properties:
            values = thing.get(name)
            for value in values if isinstance(values, list) else [values]:
                person: Thing | None = {"name": value} if isinstance(value, str) else data.resolved(value)
                if person is not None and isinstance(person.get("name"), str) and person["name"].strip():
                    yield Named(person["name"].strip(), element.span, _has_credentials(person))


def _has_credentials(person: Thing) -> bool:
    if any(
        person.get(key)
        for key in ("jobTitle", "honorificPrefix", "honorificSuffix", "hasCredential", "medicalSpecialty")
    ):
        return True
    return bool(_CREDENTIALS.search(str(person["name"])))
