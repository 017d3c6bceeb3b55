"""What a page says about itself and its versions in other languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in another language: what ``hreflang`` says, and the address."""

    language: str
    address: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts of one article's page.

    Attributes:
        language: two letters.
        canonical: the address that the page calls its own; empty when it names none.
        alternates: its versions in other languages, itself among them where the page lists it.
        twin: the version in the language that the article was translated from; empty when none is known.
    """

    language: str
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    twin: str = ""
