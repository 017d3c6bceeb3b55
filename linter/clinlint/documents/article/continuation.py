"""Articles on several pages: whether the page that ``rel=next`` names goes on with this article."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit

_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:/(?:page-?)?|_|[-_/](?:page|pagina|seite|sayfa)[-_]|[?&](?:page|paged|pg|pagina|seite|sayfa)=)(\d{1,2})$",
    re.IGNORECASE,
)


def next_page(following: str, found_at: str, canonical: str = "") -> str | None:
    """The address where an article goes on; None when ``following`` is something else.

    Themes name the next article, or the next page of a list of articles, in the same way. So the two addresses must
    differ in nothing but the number of the page, and that must grow by one.

    Args:
        following: what ``<link rel=next>`` says; it may be relative to ``found_at``.
        found_at: where the page was found; the name of a file counts as nothing.
        canonical: what the page calls its own address, where it does.
    """
    try:
        own = urldefrag(urljoin(found_at, canonical)).url
        address = urldefrag(urljoin(own, following)).url
        parts, here = urlsplit(address), urlsplit(own)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.netloc != here.netloc or "@" in parts.netloc:
        return None
    if here.path in ("", "/"):
        return None
    (stem, number), (first, at) = _numbered(address), _numbered(own)
    goes_on = (stem, number) in ((first, at + 1), (_bare(own), 2))
    return address if goes_on else None


def _bare(address: str) -> str:
    return _ENDING.sub("", address.rstrip("/"))


def _numbered(address: str) -> tuple[str, int]:
    """An address without the number of its page, and that number: 1 where it has none."""
    bare = _bare(address)
    found = _NUMBER.search(bare)
    return (_bare(bare[: found.start()]), int(found[1])) if found else (bare, 1)
