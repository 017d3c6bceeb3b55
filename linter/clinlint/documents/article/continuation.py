"""What of an article stands elsewhere: its further pages, and what only subscribers are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from clinlint.model.document import Document

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


PAGE_COUNT = re.compile(
    r"(?:(?:page|seite|sayfa|p[áa]gina|pág\.|pagina|strona|страница|صفحة) ?(\d{1,2}) ?"
    r"(?:of|von|de|di|sur|van|z|из|من|/) ?(\d{1,2})|[（(]?(\d{1,2}) ?/ ?(\d{1,2}) ?ページ[)）]?"
    r"|第 ?(\d{1,2}) ?页.{0,3}共 ?(\d{1,2}) ?页)",
    re.IGNORECASE,
)
"""A line that says which of how many pages this is."""
_NEXT_LABEL = re.compile(
    r"\W*(?:next(?: page)?|(?:sonraki|ileri)(?: sayfa)?|weiter|nächste seite|(?:página )?siguiente|(?:page )?suivante"
    r"|pagina successiva|следующая(?: страница)?|\d{1,2})\W*",
    re.IGNORECASE,
)
_SHUT = re.compile(
    r"(?i)\b(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber))(?: now| today)?,?"
    r" to (?:continue|keep) reading|\bto (?:continue|keep) reading,? (?:please )?(?:subscribe|register|log ?in|sign in)"
    r"|\b(?:this|the rest of this|the full) (?:article|content|story) is (?:only )?(?:for|reserved for|available to"
    r"|exclusive to) (?:our )?(?:paying |registered )?(?:subscribers|members)"
    r"|devamını okumak için (?:abone|üye|giriş)|(?:um|zum) weiter ?(?:zu)?lesen.{0,30}(?:abo|anmeld)"
    r"|para (?:seguir|continuar) leyendo.{0,30}suscr|pour lire la suite.{0,30}abonn"
)
_LONGEST_LINE = 40
_LONGEST_NOTICE = 300


def limits_of(document: Document) -> Iterator[str]:
    """What of an article does not stand on its page, a sentence each: its further pages, what only subscribers see."""
    if not document.whole_page and "next" not in document.metadata:
        return
    found_at = document.source.address or document.source.name
    canonical = document.metadata.get("canonical", "")
    candidates = (document.metadata.get("next", ""), *document.metadata.get("further", "").splitlines())
    following = next((page for page in (next_page(c, found_at, canonical) for c in candidates if c) if page), None)
    if following:
        yield f"the article goes on at {following}: lint that page as well"
    elif count := next(filter(None, (_pages(block.text) for block in document.blocks)), None):
        yield f"this is page {count[0]} of {count[1]}: lint the other pages as well"
    if any(len(block.text) <= _LONGEST_NOTICE and _SHUT.search(block.text) for block in document.blocks):
        yield "the page shows only a part of the article to readers who have not subscribed or logged in"


def leads_on(text: str) -> bool:
    """True for the words of a link to the next page, or its number."""
    return _NEXT_LABEL.fullmatch(text) is not None


def _pages(text: str) -> tuple[int, int] | None:
    found = PAGE_COUNT.fullmatch(text.strip()) if len(text) <= _LONGEST_LINE else None
    if found is None:
        return None
    at, total = (int(group) for group in found.groups() if group is not None)
    return (at, total) if at <= total and total > 1 else None
