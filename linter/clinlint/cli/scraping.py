"""A run of ``clinlint scrape``: lists of pages in, a folder of snapshots out."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from clinlint.cli.console import complain
from clinlint.documents import read_documents
from clinlint.errors import ConfigurationError, SourceError
from clinlint.reports.style import is_terminal
from clinlint.sources.snapshots.keeping import keep
from clinlint.sources.snapshots.manifest import Manifest, State
from clinlint.sources.web.connections import Connections
from clinlint.sources.web.feed import pages_of_feed
from clinlint.sources.web.fetching import Fetched, Limits, checked, source_of
from clinlint.sources.web.found import Filter, Found
from clinlint.sources.web.lists import pages_of_list
from clinlint.sources.web.polite import Manners, PoliteFetcher
from clinlint.sources.web.sitemap import pages_of_sitemap
from clinlint.sources.web.wordpress import pages_of_wordpress

_FACTS = ("canonical", "hreflang")
_SOURCES = ("addresses", "lists", "sitemaps", "feeds", "wordpress")
_ASKED = (*_SOURCES, "drafts", "include", "exclude", "since", "limit")


def run_scrape(options: Mapping[str, Any]) -> int:
    """Fetches what the options name; failures go to standard error. The exit code: 1 when a page failed.

    Raises:
        ClinlintError: when the run cannot begin, or a list of pages cannot be read.
    """
    if not any(options[name] for name in _SOURCES):
        raise ConfigurationError("nothing to fetch was named; give addresses, --sitemap, --feed, --wordpress or --from")
    if options["drafts"] and not options["wordpress"]:
        raise ConfigurationError("--drafts goes with --wordpress; the other lists know no drafts")
    with Connections(allow_private=options["allow_private"], proxy=options["proxy"]) as connections:
        manners = Manners(delay=options["delay"], robots=not options["ignore_robots"])
        fetcher = PoliteFetcher(Limits(timeout=options["timeout"]), connections, manners)
        return _scrape(fetcher, options)


def _scrape(fetcher: PoliteFetcher, options: Mapping[str, Any]) -> int:
    since = options["since"]
    wanted = Filter(options["include"], options["exclude"], since.date() if since else None, options["limit"])
    pages = wanted.wanted(_found(fetcher, options))
    # What comes before the first page decides whether there is a run at all: a wrong address leaves no folder behind.
    first = next(pages, None)
    if first is None:
        raise SourceError("no page is left to fetch: the lists are empty, or --include, --exclude and --since took all")
    folder = Path(options["folder"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(f"{folder}: the folder cannot be made ({error.strerror or error})") from None
    enabled = options["progress"] if options["progress"] is not None else is_terminal(sys.stderr)
    line = _Line(sys.stderr, enabled=enabled)
    with Manifest(folder) as manifest:
        run = manifest.begin(repr([options[name] for name in _ASKED]))
        counts: Counter[State] = Counter()
        for page in keep(fetcher, chain([first], pages), folder, manifest, run, facts_of):
            counts[page.state] += 1
            line.clear()
            if page.state is State.FAILED:
                complain(page.message)
            line.show(counts.total(), options["limit"])
        line.clear()
        manifest.end(run)
    total = counts.total()
    told = [f"{counts[state]:,} {state.value}" for state in State if counts[state]]
    sys.stdout.write(
        f"{total:,} {'page' if total == 1 else 'pages'}: {', '.join(told)}; 'clinlint check {folder}' lints them\n"
    )
    return 1 if counts[State.FAILED] else 0


def facts_of(fetched: Fetched) -> Mapping[str, str]:
    """The language, canonical address and other versions that a page names; nothing for one that cannot be read."""
    try:
        document = next(iter(read_documents(source_of(fetched))), None)
    except Exception:  # noqa: BLE001 - it is told when the page is linted
        return {}
    if document is None:
        return {}
    facts = {"language": document.language, **{name: document.metadata.get(name, "") for name in _FACTS}}
    return {name: value for name, value in facts.items() if value}


def _found(fetcher: PoliteFetcher, options: Mapping[str, Any]) -> Iterator[Found]:
    for address in options["addresses"]:
        yield Found(str(checked(address, address)))
    for path in options["lists"]:
        yield from pages_of_list(path)
    for address in options["sitemaps"]:
        yield from pages_of_sitemap(fetcher, str(checked(address, address)))
    for address in options["feeds"]:
        yield from pages_of_feed(fetcher, str(checked(address, address)))
    for address in options["wordpress"]:
        yield from pages_of_wordpress(fetcher, str(checked(address, address)), drafts=options["drafts"])


class _Line:
    """How many pages are done, how quickly, and how long the rest takes where its number is known."""

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._enabled = enabled
        self._begun = time.monotonic()

    def show(self, done: int, limit: int | None) -> None:
        if not self._enabled:
            return
        rate = done / max(time.monotonic() - self._begun, 0.001)
        left = f", {round((limit - done) / rate):,} s left at most" if limit and limit > done else ""
        self._stream.write(f"\r{done:,} pages, {rate:.1f} a second{left}")
        self._stream.flush()

    def clear(self) -> None:
        if self._enabled:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
