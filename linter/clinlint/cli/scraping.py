"""A run of ``clinlint scrape``: lists of pages in, a folder of snapshots out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from clinlint.cli.console import complain, say
from clinlint.cli.progress import Fetching
from clinlint.documents import read_documents
from clinlint.errors import ConfigurationError, SourceError
from clinlint.reports.style import is_terminal
from clinlint.sources.snapshots.holding import held
from clinlint.sources.snapshots.keeping import keep
from clinlint.sources.snapshots.manifest import Manifest, State
from clinlint.sources.web.connections import Connections
from clinlint.sources.web.feed import pages_of_feed
from clinlint.sources.web.fetching import Fetched, Limits, checked, source_of
from clinlint.sources.web.found import Batch, Filter, Found, Selection, in_turn
from clinlint.sources.web.lists import pages_of_list
from clinlint.sources.web.polite import Manners, PoliteFetcher
from clinlint.sources.web.sitemap import pages_of_sitemap
from clinlint.sources.web.wordpress import pages_of_wordpress

_FACTS = ("canonical", "hreflang")
_SOURCES = ("addresses", "lists", "sitemaps", "feeds", "wordpress")
_ASKED = (*_SOURCES, "drafts", "include", "exclude", "since", "limit")


def run_scrape(options: Mapping[str, Any]) -> int:
    """Fetches what the options name; failures go to standard error.

    The exit code is 1 when a page failed or one of several sitemaps could not be read, 130 when somebody stopped
    the run.

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
    selection = Selection(in_turn(_lists(fetcher, options)), wanted)
    pages = iter(selection)
    # What comes before the first page decides whether there is a run at all: a wrong address leaves no folder behind.
    first = next(pages, None)
    if first is None:
        for problem in selection.problems:
            complain(problem)
        raise SourceError("no page is left to fetch: the lists are empty, or --include, --exclude and --since took all")
    folder = Path(options["folder"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(f"{folder}: the folder cannot be made ({error.strerror or error})") from None
    enabled = options["progress"] if options["progress"] is not None else is_terminal(sys.stderr)
    line = Fetching(sys.stderr, enabled=enabled)
    counts: Counter[State] = Counter()
    with Manifest(folder) as manifest, held(folder):
        run = manifest.begin(repr([options[name] for name in _ASKED]))
        try:
            for page in keep(fetcher, chain([first], pages), folder, manifest, run, facts_of):
                counts[page.state] += 1
                if page.state is State.FAILED:
                    line.clear()
                    complain(page.message)
                line.step(selection.expected, exact=selection.exact)
        except KeyboardInterrupt:
            line.clear()
            say(f"stopped after {_pages(counts.total())}; the same command goes on from there")
            return 130
        finally:
            line.clear()
        manifest.end(run)
    for problem in selection.problems:
        complain(problem)
    told = [f"{counts[state]:,} {state.value}" for state in State if counts[state]]
    sys.stdout.write(f"{_pages(counts.total())}: {', '.join(told)}; 'clinlint check {folder}' lints them\n")
    return 1 if counts[State.FAILED] or selection.problems else 0


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


def _pages(count: int) -> str:
    return f"{count:,} {'page' if count == 1 else 'pages'}"


def _lists(fetcher: PoliteFetcher, options: Mapping[str, Any]) -> Iterator[Iterator[Batch]]:
    yield iter([Batch([Found(str(checked(address, address))) for address in options["addresses"]])])
    for path in options["lists"]:
        yield pages_of_list(path)
    for address in options["sitemaps"]:
        yield pages_of_sitemap(fetcher, str(checked(address, address)))
    for address in options["feeds"]:
        yield pages_of_feed(fetcher, str(checked(address, address)))
    for address in options["wordpress"]:
        yield pages_of_wordpress(fetcher, str(checked(address, address)), drafts=options["drafts"])
