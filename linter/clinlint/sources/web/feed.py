"""Feeds: RSS 2.0, RSS 1.0 and Atom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.sources.web.found import Batch, Found, absolute, moment
from clinlint.sources.web.polite import PoliteFetcher
from clinlint.sources.web.xml import child_text, local, parsed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def pages_of_feed(fetcher: PoliteFetcher, url: str) -> Iterator[Batch]:
    """The pages that a feed names, in its order.

    Raises:
        SourceError: when it cannot be read, or is no feed.
    """
    fetched = fetcher.get(url, accept=None)
    root = parsed(fetched.data.lstrip(b"\xef\xbb\xbf \t\r\n"), fetched.url)
    if local(root) not in ("rss", "rdf", "feed"):
        raise SourceError(f"{fetched.url}: this is no feed but an XML document <{local(root)}>")
    entries = (entry for entry in root.iter() if local(entry) in ("item", "entry"))
    yield Batch([Found(absolute(fetched.url, link), _changed(entry)) for entry in entries if (link := _link(entry))])


def _changed(entry: Element) -> datetime | None:
    dates = (child_text(entry, name) for name in ("updated", "pubdate", "published", "date"))
    return next((when for when in map(moment, dates) if when), None)


def _link(entry: Element) -> str:
    """The page of an entry: in RSS the text of ``link``, in Atom the ``href`` of the alternate one."""
    for child in entry:
        if local(child) == "link":
            if child.text and child.text.strip():
                return child.text.strip()
            if child.get("rel", "alternate") == "alternate" and child.get("href"):
                return child.get("href", "")
    guid = child_text(entry, "guid")
    return guid if guid.startswith(("http://", "https://")) else ""
