"""One address, through its redirects, within limits of time and size and to checked hosts only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources.encoding import decode
from clinlint.sources.formats import EXTENSIONS, extension_of
from clinlint.sources.web.failures import RedirectError
from clinlint.sources.web.refresh import refresh_of

if TYPE_CHECKING:
    import httpx

    from clinlint.sources.web.connections import Connections

ARTICLES = {
    "text/html": "text/html",
    "application/xhtml+xml": "application/xhtml+xml",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
    "application/json": "application/json",
}
"""The content types of articles, and what clinlint calls them."""
LONGEST = 8_000
"""Characters of an address; servers take no longer ones (RFC 9110, 4.1)."""
_SHOWN = 200


@dataclass(frozen=True)
class Limits:
    """What one address may cost.

    Attributes:
        timeout: seconds for everything together, redirects included.
        largest: the most bytes of the answer, packed and unpacked.
        redirects: the most redirects that are followed.
        cut: True to take the whole lines at the beginning of an answer that is too large, False to refuse it.
    """

    timeout: float = 20.0
    largest: int = 10_000_000
    redirects: int = 5
    cut: bool = False


@dataclass(frozen=True)
class Fetched:
    """A server's answer with status 200 to 299, or 304.

    Attributes:
        url: where it was found in the end, without a fragment.
        headers: by name in small letters; a header given twice counts once, with its last value.
        data: the bytes after unpacking; empty for 304.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""

    @property
    def content_type(self) -> str:
        """The content type in small letters, without parameters; empty when the server sends none."""
        # Some servers give it twice in one line.
        return self.headers.get("content-type", "").partition(";")[0].rpartition(",")[2].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the content type names."""
        for parameter in self.headers.get("content-type", "").split(";")[1:]:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None


def fetch(
    url: str,
    limits: Limits,
    connections: Connections,
    *,
    headers: Mapping[str, str] | None = None,
    accept: Mapping[str, str] | None = ARTICLES,
    visit: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """What is at an address, or where it leads on to at once. Cookies are neither sent nor kept.

    Args:
        url: an ``http`` or ``https`` address without user name and password.
        limits: what it may cost.
        connections: those that may serve for it.
        headers: further headers to send; ``Authorization`` goes to the first host alone.
        accept: the content types to take; None for any.
        visit: is called with every address that the first one redirects to, before it is asked; may raise.

    Raises:
        AnswerError: when the server answers with an error.
        SourceError: when the address cannot be read otherwise, with the reason and what to do.
    """
    import httpx

    from clinlint.sources.web.answer import Request
    from clinlint.sources.web.connection import Deadline

    first = current = checked(url, url)
    deadline = Deadline(limits.timeout, str(current))
    sent = dict(headers or {})
    visited: set[str] = set()
    for _ in range(limits.redirects + 1):
        if str(current) in visited:
            raise RedirectError(
                f"{current}: the address redirects in a circle, as some do for readers without cookies; "
                "open it in a browser, and use its address there or save the page"
            )
        visited.add(str(current))
        if (current.scheme, current.netloc) != (first.scheme, first.netloc):
            sent.pop("Authorization", None)
        answer = Request(current, limits, sent, accept).answer(connections, deadline)
        if isinstance(answer, Fetched):
            onward = refresh_of(answer) if accept is not None else None
            if onward is None:
                return answer
            answer = onward
        try:
            target = str(current.join(answer))
        except (httpx.InvalidURL, ValueError):
            raise SourceError(f"{current}: the server redirects to an address that is none") from None
        try:
            current = checked(target, target)
        except SourceError as error:
            raise SourceError(f"{current}: the server redirects to an address that is not read ({error})") from None
        visit(str(current))
    raise RedirectError(f"{first}: more than {limits.redirects} redirects; open it in a browser and use its address")


def read_url(
    url: str,
    *,
    allow_private: bool = False,
    timeout: float = 20.0,
    largest: int = 10_000_000,
    redirects: int = 5,
    proxy: bool = False,
) -> Source:
    """The page at an address; the source is called by the address that it was found at in the end.

    Raises:
        SourceError: when the page cannot be read, with the reason and what to do.
    """
    from clinlint.sources.web.connections import Connections

    with Connections(allow_private=allow_private, proxy=proxy) as connections:
        return source_of(fetch(url, Limits(timeout, largest, redirects), connections))


def source_of(fetched: Fetched) -> Source:
    """The article in an answer, decoded.

    Raises:
        SourceError: when its bytes are no text.
    """
    return decode(fetched.data, name=fetched.url, media_type=media_type_of(fetched), declared=fetched.charset)


def media_type_of(fetched: Fetched) -> str | None:
    """What clinlint reads the answer as; None to go by its looks."""
    media_type = ARTICLES.get(fetched.content_type)
    if media_type == "text/plain":
        # Servers often send Markdown as plain text, and sometimes whole pages.
        looks = fetched.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if looks.startswith((b"<!doctype html", b"<html")):
            return "text/html"
        return EXTENSIONS.get(extension_of(fetched.url), media_type)
    return media_type


def checked(url: str, name: str) -> httpx.URL:
    """The address, once it is one that may be read; ``name`` is what to call it before.

    Raises:
        SourceError: when it is not.
    """
    import httpx

    try:
        if len(url) > LONGEST:
            raise ValueError(url)
        parsed = httpx.URL(url).copy_with(fragment=None)
        if (parsed.port or 0) > 65_535 or len(parsed.host) > 253 or "%" in parsed.host:
            raise ValueError(url)
    except (httpx.InvalidURL, ValueError):
        raise SourceError(f"{without_login(name)}: this is not a valid address") from None
    if not parsed.scheme:
        raise SourceError(f"{without_login(name)}: this is no address; an address begins with https:// or http://")
    if parsed.scheme not in ("http", "https"):
        raise SourceError(f"{without_login(name)}: only http and https addresses are read, not {parsed.scheme!r}")
    if not parsed.host:
        raise SourceError(f"{without_login(name)}: the address names no host")
    if parsed.userinfo:
        raise SourceError(f"{without_login(name)}: take the user name and password out of the address")
    return parsed


def without_login(url: str) -> str:
    """The address as a message may show it: on one line, not too long, and without what may be a password."""
    place, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr]
    text = re.sub(r"(?:(?<=[/\\])|^)[^/\\]*@", "", place, count=1) + mark + rest
    text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
