"""Sitemaps: an XML list of pages, a list of lists, either packed with gzip, or plain lines (sitemaps.org)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from clinlint.errors import SourceError
from clinlint.sources.web.failures import AnswerError
from clinlint.sources.web.fetching import Fetched
from clinlint.sources.web.found import Batch, Found, absolute, moment
from clinlint.sources.web.inflate import Inflater, TooLargeError
from clinlint.sources.web.polite import PoliteFetcher, origin_of
from clinlint.sources.web.xml import child_text, local, parsed

LARGEST = 52_428_800
"""Bytes of one sitemap, unpacked (the limit of sitemaps.org)."""
MOST_FILES, DEEPEST = 10_000, 3
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_USUAL = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml")


def pages_of_sitemap(fetcher: PoliteFetcher, url: str) -> Iterator[Batch]:
    """The pages that a sitemap names, with those of the sitemaps that it names; each file is read when it is needed.

    ``url`` is a sitemap, or a site whose robots.txt or usual places tell where it is. One of several sitemaps that
    cannot be read is left out, and told as the problem of its batch: sites forget old ones.

    Raises:
        SourceError: when there is none, or the only one cannot be read.
    """
    opened: set[str] = set()
    named = lists = 0
    places = _places(fetcher, url)
    pending = [(place, 1) for place in reversed(places)]
    while pending:
        place, depth = pending.pop()
        if place in opened:
            continue
        if len(opened) >= MOST_FILES:
            raise SourceError(f"{url}: more than {MOST_FILES:,} sitemaps; give the addresses of those that you want")
        opened.add(place)
        try:
            pages, nested = _read(_fetched(fetcher, place))
        except SourceError as error:
            if len(places) == 1 and depth == 1:
                raise
            yield Batch(problem=f"{error} (the pages of this sitemap are left out)")
            continue
        if pages:
            named, lists = named + len(pages), lists + 1
            yield Batch(pages, round(named / lists * len(pending)))
        if nested and depth >= DEEPEST:
            raise SourceError(f"{place}: sitemaps that name sitemaps are followed {DEEPEST} levels deep, not further")
        pending.extend((further, depth + 1) for further in reversed(nested))


def _places(fetcher: PoliteFetcher, url: str) -> list[str]:
    if urlsplit(url).path not in ("", "/"):
        return [url]
    origin = origin_of(url)
    named = fetcher.robots(url).sitemaps
    if named:
        return [absolute(url, place) for place in named]
    for path in _USUAL:
        try:
            fetcher.get(origin + path, accept=None, largest=LARGEST)
        except AnswerError as error:
            if error.status not in (403, 404, 410):
                raise
        else:
            return [origin + path]
    tried = ", ".join(_USUAL)
    raise SourceError(f"{url}: no sitemap is named in robots.txt nor found at {tried}; give its address")


def _fetched(fetcher: PoliteFetcher, url: str) -> Fetched:
    fetched = fetcher.get(url, accept=None, largest=LARGEST)
    if not fetched.data.startswith(b"\x1f\x8b"):
        return fetched
    inflater = Inflater("gzip", LARGEST)
    try:
        inflater.add(fetched.data)
        return Fetched(fetched.url, fetched.status, fetched.headers, inflater.finish())
    except TooLargeError:
        raise SourceError(f"{url}: the sitemap is larger than {LARGEST:,} bytes when unpacked") from None
    except (EOFError, zlib.error):
        raise SourceError(f"{url}: the sitemap is packed with gzip but cannot be unpacked; try again later") from None


def _read(fetched: Fetched) -> tuple[list[Found], list[str]]:
    """The pages and the further sitemaps of one file."""
    start = fetched.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"<", *_UTF_16)):
        lines = fetched.data.decode("utf-8-sig", "replace").split()
        pages = [Found(line) for line in lines if line.startswith(("http://", "https://"))]
        if not pages:
            raise SourceError(f"{fetched.url}: this is no sitemap: neither XML nor a list of addresses")
        return pages, []
    root = parsed(start, fetched.url)
    kind = local(root)
    if kind not in ("urlset", "sitemapindex"):
        raise SourceError(f"{fetched.url}: this is no sitemap but an XML document <{kind}>; is it a feed (--feed)?")
    entries = [
        (absolute(fetched.url, place), moment(child_text(entry, "lastmod")))
        for entry in root
        if local(entry) in ("url", "sitemap") and (place := child_text(entry, "loc"))
    ]
    if kind == "sitemapindex":
        return [], [place for place, _ in entries]
    return [Found(place, changed) for place, changed in entries], []
