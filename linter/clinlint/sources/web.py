"""One page from the web: public addresses, bounded time and size, no surprises."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources.encoding import decode
from clinlint.sources.formats import EXTENSIONS, extension_of
from clinlint.version import VERSION

if TYPE_CHECKING:
    import ssl

    import httpcore
    import httpx

    from clinlint.sources.connection import Deadline

_MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "application/xhtml+xml",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
    "application/json": "application/json",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ADVICE = {
    401: "the page needs a login; save it to a file",
    403: "the server refuses automatic readers; save the page to a file",
    404: "check the address",
    410: "the page is gone",
    429: "the server wants fewer requests; try again later",
}


def read_url(
    url: str,
    *,
    allow_private: bool = False,
    timeout: float = 20.0,
    largest: int = 10_000_000,
    redirects: int = 5,
) -> Source:
    """The page at an address; the source is called by the address that it was found at in the end.

    Proxies named in the environment are not used: through them, the address that is connected to
    could not be checked. Cookies are neither sent nor kept.

    Args:
        url: an ``http`` or ``https`` address without user name and password.
        allow_private: True to read from private networks and this machine as well.
        timeout: seconds for everything together, redirects included.
        largest: the most bytes of the page, packed and unpacked.
        redirects: the most redirects that are followed.

    Raises:
        SourceError: when the page cannot be read, with the reason and what to do.
    """
    import httpx

    from clinlint.sources.connection import Deadline

    current = _checked(url, url)
    deadline = Deadline(timeout, str(current))
    visited: set[str] = set()
    for _ in range(redirects + 1):
        if str(current) in visited:
            raise SourceError(f"{current}: the address redirects in a circle; open it in a browser and use its address")
        visited.add(str(current))
        answer = _Answer(current, deadline, allow_private, largest)
        if answer.location is None:
            return answer.source()
        try:
            target = str(current.join(answer.location))
        except (httpx.InvalidURL, ValueError):
            raise SourceError(f"{current}: the server redirects to an address that is none") from None
        current = _checked(target, str(current))
    raise SourceError(f"{url}: more than {redirects} redirects; open it in a browser and use its address")


def _checked(url: str, name: str) -> httpx.URL:
    """The address, once it is one that may be read; ``name`` is what to call it before."""
    import httpx

    try:
        parsed = httpx.URL(url).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError):
        raise SourceError(f"{_without_login(name)}: this is not a valid address") from None
    if parsed.scheme not in ("http", "https"):
        raise SourceError(f"{_without_login(name)}: only http and https addresses are read, not {parsed.scheme!r}")
    if not parsed.host:
        raise SourceError(f"{name}: the address names no host")
    if parsed.userinfo:
        raise SourceError(f"{_without_login(name)}: take the user name and password out of the address")
    return parsed


def _without_login(url: str) -> str:
    """The address as a message may show it."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return scheme + mark + host.rpartition("@")[2] + slash + path


class _Answer:
    """One answer of a server: a page, or the address of the next."""

    def __init__(self, url: httpx.URL, deadline: Deadline, allow_private: bool, largest: int) -> None:
        import httpcore

        from clinlint.sources.connection import GuardedBackend

        self.location: str | None = None
        self._name = str(url)
        self._largest = largest
        backend = GuardedBackend(self._name, deadline, allow_private)
        headers = [
            (b"Host", url.netloc),
            (b"User-Agent", f"clinlint/{VERSION}".encode()),
            (b"Accept", ", ".join(_MEDIA_TYPES).encode()),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"Connection", b"close"),
        ]
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_tls(url), network_backend=backend) as pool,
                pool.stream("GET", str(url), headers=headers) as response,
            ):
                self._take(response)
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
            raise SourceError(
                f"{self._name}: the server's answer breaks off or is not HTTP; try again later"
            ) from error

    def _take(self, response: httpcore.Response) -> None:
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
        if response.status in _REDIRECTS and headers.get("location"):
            self.location = headers["location"].encode("latin-1").decode("utf-8", "replace")
            return
        if not 200 <= response.status < 300:
            raise SourceError(f"{self._name}: the server answers {_status(response.status)}")
        content_type, _, parameters = headers.get("content-type", "").partition(";")
        self._media_type = self._readable(content_type.strip().lower())
        self._charset = _charset(parameters)
        length = headers.get("content-length", "")
        if length.isascii() and length.isdigit() and len(length) < 20 and int(length) > self._largest:
            raise self._too_large()
        self._data = self._body(response, headers.get("content-encoding", "").strip().lower() or "identity")

    def _readable(self, content_type: str) -> str | None:
        if not content_type:
            return None
        media_type = _MEDIA_TYPES.get(content_type)
        if media_type is None:
            known = "HTML, Markdown, plain text and WordPress JSON"
            raise SourceError(f"{self._name}: the server sends {content_type!r}; clinlint reads {known}")
        # Servers often send Markdown as plain text.
        return EXTENSIONS.get(extension_of(self._name), media_type) if media_type == "text/plain" else media_type

    def _body(self, response: httpcore.Response, coding: str) -> bytes:
        from clinlint.sources.inflate import Inflater, TooLargeError

        coding = {"x-gzip": "gzip"}.get(coding, coding)
        if coding not in ("gzip", "deflate", "identity"):
            raise SourceError(f"{self._name}: the server packs the page as {coding!r}, which clinlint cannot unpack")
        inflater = Inflater(coding, self._largest)
        received = 0
        try:
            for chunk in response.iter_stream():
                received += len(chunk)
                if received > self._largest:
                    raise TooLargeError
                inflater.add(chunk)
            return inflater.finish()
        except TooLargeError:
            raise self._too_large() from None
        except (zlib.error, EOFError):
            raise SourceError(f"{self._name}: the page is packed as {coding} but cannot be unpacked") from None

    def _too_large(self) -> SourceError:
        return SourceError(f"{self._name}: the page is larger than {self._largest:,} bytes; save its article to a file")

    def source(self) -> Source:
        """The page, decoded."""
        return decode(self._data, name=self._name, media_type=self._media_type, declared=self._charset)


def _tls(url: httpx.URL) -> ssl.SSLContext | None:
    import httpx

    return httpx.create_ssl_context() if url.scheme == "https" else None


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _status(status: int) -> str:
    from http import HTTPStatus

    try:
        phrase = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = str(status)
    advice = _ADVICE.get(status) or ("try again later" if status >= 500 else "check the address")
    return f"{phrase}; {advice}"
