"""One request to one server, and what it answers."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.sources.web.failures import AnswerError, UnreachableError
from clinlint.sources.web.fetching import Fetched, Limits
from clinlint.version import VERSION

if TYPE_CHECKING:
    import httpcore
    import httpx

    from clinlint.sources.web.connection import Deadline
    from clinlint.sources.web.connections import Connections

USER_AGENT = f"clinlint/{VERSION}"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DRAINED = 65_536
_CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})
_UNPACKED = frozenset({"", "identity", "none", "binary", "8bit", "utf-8", "utf8"})
"""What servers name as the packing of pages that are not packed."""
_SAVE = "save it from the browser and lint the file"
_ADVICE = {
    204: "there is no page at the address",
    205: "there is no page at the address",
    206: "that is a part of the page, which was not asked for; save the page to a file",
    304: "that is no answer to a first question; try again later",
    401: "the page needs a login; save it to a file",
    403: "the server refuses automatic readers; save the page to a file",
    404: "check the address",
    410: "the page is gone",
    429: "the server wants fewer requests; try again later",
}


class Request:
    """One request for one address; redirects are the caller's to follow."""

    def __init__(
        self,
        url: httpx.URL,
        limits: Limits,
        headers: Mapping[str, str],
        accept: Mapping[str, str] | None,
    ) -> None:
        self._url = url
        self._name = str(url)
        self._limits = limits
        self._headers = headers
        self._accept = accept

    def answer(self, connections: Connections, deadline: Deadline) -> Fetched | str:
        """The answer, or the address that it redirects to.

        Raises:
            AnswerError: when the server answers with an error.
            SourceError: when it cannot be reached, or sends what cannot be read.
        """
        import httpcore

        from clinlint.sources.web.connection import within

        headers = [
            (b"Host", self._url.netloc),
            (b"User-Agent", USER_AGENT.encode()),
            (b"Accept", ", ".join(self._accept).encode() if self._accept else b"*/*"),
            (b"Accept-Encoding", b"gzip, deflate"),
            *((name.encode("ascii"), value.encode("latin-1")) for name, value in self._headers.items()),
        ]
        again = True
        while True:
            begun = False
            try:
                with (
                    within(deadline),
                    connections.lent(self._url, deadline) as lent,
                    lent.pool.stream("GET", self._name, headers=headers) as response,
                ):
                    begun = True
                    return self._take(response)
            except httpcore.ProxyError as error:
                raise SourceError(f"{self._name}: the proxy refuses the connection ({error})") from None
            except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
                # A server may close a kept connection at any moment; that says nothing about the page.
                if again and not begun and lent.is_kept:
                    again = False
                    continue
                raise UnreachableError(
                    f"{self._name}: the server's answer breaks off or is not HTTP; try again later"
                ) from error

    def _take(self, response: httpcore.Response) -> Fetched | str:
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
        if not 200 <= response.status < 300:
            _drain(response, headers.get("content-length", ""))
        if response.status in _REDIRECTS and headers.get("location"):
            return _location(headers["location"])
        if response.status == 304 and not _CONDITIONS.isdisjoint(self._headers):
            return Fetched(self._name, 304, headers)
        if not 200 <= response.status < 300 or response.status in _ADVICE:
            message = f"{self._name}: the server answers {_status(response.status)}"
            raise AnswerError(message, response.status, headers.get("retry-after", ""))
        fetched = Fetched(self._name, response.status, headers)
        if self._accept is not None and fetched.content_type and fetched.content_type not in self._accept:
            known = "HTML, Markdown, plain text and WordPress JSON"
            raise SourceError(f"{self._name}: the server sends {fetched.content_type!r}; clinlint reads {known}")
        length = headers.get("content-length", "")
        given = int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0
        if given > self._limits.largest and not self._limits.cut:
            raise self._too_large()
        data = self._body(response, _packing(headers.get("content-encoding", "")))
        return Fetched(self._name, response.status, headers, data)

    def _body(self, response: httpcore.Response, coding: str) -> bytes:
        from clinlint.sources.web.inflate import Inflater, TooLargeError

        if coding not in ("gzip", "deflate", "identity"):
            told = f"{self._name}: the server packs the page as {coding!r}, which clinlint cannot unpack"
            raise SourceError(f"{told}; {_SAVE}")
        inflater = Inflater(coding, self._limits.largest)
        received = 0
        try:
            for chunk in response.iter_stream():
                received += len(chunk)
                if received > self._limits.largest:
                    raise TooLargeError
                inflater.add(chunk)
            return inflater.finish()
        except TooLargeError:
            if self._limits.cut:
                return inflater.so_far().rpartition(b"\n")[0]
            raise self._too_large() from None
        except (zlib.error, EOFError):
            told = f"{self._name}: the page is packed as {coding} but cannot be unpacked"
            raise SourceError(f"{told}; {_SAVE}") from None

    def _too_large(self) -> SourceError:
        return SourceError(
            f"{self._name}: the page is larger than {self._limits.largest:,} bytes; save its article to a file"
        )


def _location(header: str) -> str:
    raw = header.encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return header


def _packing(header: str) -> str:
    """The packing that a ``Content-Encoding`` names, as a rule one of ``gzip``, ``deflate`` and ``identity``."""
    named = [name for part in header.split(",") if (name := part.strip().lower()) not in _UNPACKED]
    return ", ".join({"x-gzip": "gzip"}.get(name, name) for name in named) or "identity"


def _drain(response: httpcore.Response, length: str) -> None:
    """Takes in what comes with a redirect or an error, if it is short, so that the connection serves again."""
    import httpcore

    if length.isascii() and length.isdigit() and int(length[:9]) <= _DRAINED:
        with suppress(httpcore.NetworkError, httpcore.ProtocolError):
            for _ in response.iter_stream():
                pass


def _status(status: int) -> str:
    from http import HTTPStatus

    try:
        phrase = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = str(status)
    advice = _ADVICE.get(status) or ("try again later" if status >= 500 else "check the address")
    return f"{phrase}; {advice}"
