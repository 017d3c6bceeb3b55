"""Fetches pages into a folder, each once, whatever interrupts it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from clinlint.errors import SourceError
from clinlint.sources.snapshots import PAGES
from clinlint.sources.snapshots.manifest import Manifest, Snapshot, State
from clinlint.sources.web.fetching import Fetched, media_type_of
from clinlint.sources.web.found import Found
from clinlint.sources.web.lanes import Lanes
from clinlint.sources.web.polite import PoliteFetcher
from clinlint.storage.atomic import write_whole

Asked = tuple[Found, Snapshot | None]
"""A page, and what the manifest knows of it."""
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/json": ".json",
}
_SLUG, _HOST = 60, 200
_KEPT_HEADERS = frozenset({"content-type", "etag", "last-modified", "date", "content-language", "server", "link"})


def keep(
    fetcher: PoliteFetcher,
    pages: Iterable[Found],
    folder: Path,
    manifest: Manifest,
    run: int,
    facts_of: Callable[[Fetched], Mapping[str, str]] = lambda _: {},
) -> Iterator[Snapshot]:
    """Fetches each page that this run has not, writes its bytes below ``folder``, and yields what became of it.

    Several pages are under way at once; they come out in the order in which they are done.

    A page from an earlier run is asked for with its ``ETag`` and ``Last-Modified``, and kept when the server says
    that nothing changed. A page that this run fetched before an interruption is yielded without a request. The
    bytes are on disk before the manifest names them. ``facts_of`` tells what an answer says of itself.

    Raises:
        SourceError: when the folder cannot be written.
    """

    def asked() -> Iterator[Asked]:
        for page in pages:
            yield page, manifest.get(page.url)

    def work(asked: Asked) -> Snapshot:
        page, known = asked
        if known is not None and known.run == run and known.state is not State.FAILED and _stands(folder, known):
            return known
        return replace(_kept(fetcher, page, folder, known, facts_of), run=run)

    for snapshot in Lanes(work, lambda asked: _host(asked[0].url)).results(asked()):
        manifest.put(snapshot)
        yield snapshot


def _kept(
    fetcher: PoliteFetcher,
    page: Found,
    folder: Path,
    known: Snapshot | None,
    facts_of: Callable[[Fetched], Mapping[str, str]],
) -> Snapshot:
    if page.data:
        headers = {"content-type": "application/json"}
        fetched = Fetched(page.url, 200, headers, page.data)
        return replace(_written(folder, page.url, fetched, known), facts=facts_of(fetched))
    conditions = _conditions(known) if known is not None and _stands(folder, known) else {}
    try:
        fetched = fetcher.get(page.url, headers=conditions)
        if known is not None and fetched.status == 304 and fetched.url != known.final_url:
            # The address leads elsewhere now, and what has not changed is not what is kept.
            fetched = fetcher.get(page.url)
    except SourceError as error:
        earlier = known or Snapshot(page.url)
        return replace(earlier, state=State.FAILED, message=str(error), fetched=datetime.now(UTC))
    if fetched.status == 304 and known is not None:
        return replace(known, state=State.UNCHANGED, message="", fetched=datetime.now(UTC))
    return replace(_written(folder, page.url, fetched, known), facts=facts_of(fetched))


def _written(folder: Path, url: str, fetched: Fetched, known: Snapshot | None) -> Snapshot:
    media_type = media_type_of(fetched) or "text/html"
    sha256 = hashlib.sha256(fetched.data).hexdigest()
    file = file_of(url, media_type)
    target = folder / file
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, fetched.data)
        # What the address held when it was of another kind, or a run wrote that ended before it could say so.
        for ending in _ENDINGS.values():
            if (other := target.with_suffix(ending)) != target:
                other.unlink(missing_ok=True)
    except OSError as error:
        told = f"{target}: the page cannot be written ({error.strerror or error})"
        raise SourceError(f"{told}; mend that and run it again, which goes on from here") from None
    same = known is not None and known.sha256 == sha256
    headers = {name: value for name, value in fetched.headers.items() if name in _KEPT_HEADERS}
    state = State.UNCHANGED if same else State.FETCHED
    return Snapshot(url, fetched.url, file, media_type, fetched.status, headers, datetime.now(UTC), sha256, state)


def file_of(url: str, media_type: str) -> str:
    """Where a page's bytes stand below the folder: the host, the end of its path, and a mark of the whole address."""
    parts = urlsplit(url)
    host = re.sub(r"[^a-z0-9.-]+", "-", parts.netloc.lower())[:_HOST].strip(".") or "host"
    words = re.sub(r"[^a-z0-9]+", "-", unquote(parts.path).rstrip("/").rpartition("/")[2].lower()).strip("-")
    mark = hashlib.sha256(url.encode()).hexdigest()[:10]
    return f"{PAGES}/{host}/{(words or 'index')[:_SLUG]}-{mark}{_ENDINGS.get(media_type, '.html')}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _stands(folder: Path, page: Snapshot) -> bool:
    """True when the page's file is there, with the bytes that the server sent."""
    if not page.file:
        return False
    try:
        return hashlib.sha256((folder / page.file).read_bytes()).hexdigest() == page.sha256
    except OSError:
        return False


def _conditions(page: Snapshot) -> dict[str, str]:
    conditions = {
        "If-None-Match": page.headers.get("etag", ""),
        "If-Modified-Since": page.headers.get("last-modified", ""),
    }
    return {name: value for name, value in conditions.items() if value}
