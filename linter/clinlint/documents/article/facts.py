"""What a page says about itself, with its addresses in full."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from clinlint.model.page_facts import Alternate, PageFacts

_ANY = "x-default"


def facts_of(
    metadata: Mapping[str, str], language: str, found_at: str, source_language: str | None = None
) -> PageFacts:
    """The facts of a page.

    The twin is the version in ``source_language``; where that is not known, the only version in another language.

    Args:
        metadata: a document's.
        language: the document's.
        found_at: the page's address, which relative addresses start from; the name of a file counts as none.
        source_language: the two letters of the language that the article was translated from.
    """
    base = found_at if urlsplit(found_at).scheme in ("http", "https") else ""
    canonical = _address(base, metadata.get("canonical", ""))
    lines = metadata.get("hreflang", "").splitlines()
    alternates = tuple(
        Alternate(code, address)
        for code, _, target in (line.partition(" ") for line in lines)
        if code and (address := _address(canonical or base, target))
    )
    return PageFacts(language, canonical, alternates, _twin(alternates, language, source_language))


def _twin(alternates: tuple[Alternate, ...], language: str, source_language: str | None) -> str:
    foreign = [other for other in alternates if _primary(other.language) not in (language, _ANY)]
    if source_language:
        foreign = [other for other in foreign if _primary(other.language) == source_language]
    elif len({_primary(other.language) for other in foreign}) > 1:
        return ""
    return foreign[0].address if foreign else ""


def _primary(code: str) -> str:
    lower = code.replace("_", "-").lower()
    return lower if lower == _ANY else lower.partition("-")[0]


def _address(base: str, target: str) -> str:
    """The address in full; empty for what is none, or carries a password."""
    try:
        address = urljoin(base, target.strip()) if target.strip() else ""
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if "@" in parts.netloc or parts.scheme not in ("", "http", "https") else address
