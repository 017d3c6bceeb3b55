"""LanguageTool's HTTP interface: a text in, matches or one clear reason out."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from clinlint.engines.languagetool.batches import Batch, Units
from clinlint.engines.languagetool.match import LanguageToolMatch
from clinlint.version import VERSION

MODE = "allButTextLevelOnly"
"""Rules that look at single sentences. Those that compare paragraphs would make a block's result depend on which
others are sent with it; what they find (brackets, mixed spelling, capitals), clinlint's own rules find on the page."""

LARGEST_ANSWER = 50_000_000
Found = dict[int, tuple[LanguageToolMatch, ...]]
"""Matches by the number of the text, in order of position."""


class Away(Exception):  # noqa: N818 - the names say what happened to the request
    """The server cannot be reached, or went away before it answered."""


class TooSlow(Exception):  # noqa: N818
    """The server did not answer in time."""


class TooLarge(Exception):  # noqa: N818
    """The text is longer than the server takes."""


class RateLimited(Exception):  # noqa: N818
    """The server wants fewer requests; ``seconds`` says how long to wait where it does."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__("the server wants fewer requests")
        self.seconds = seconds


class Refused(Exception):  # noqa: N818
    """The server answered, but with something that is no result."""


def base_address(address: str) -> str:
    """The address in front of ``/check``: of the forms that people write, with and without ``/v2``."""
    parts = urlsplit(address.strip())
    path = parts.path.rstrip("/").removesuffix("/check")
    if not path.endswith("/v2"):
        path += "/v2"
    return SplitResult(parts.scheme, parts.netloc, path, "", "").geturl()


class Connection:
    """One connection that is kept open between requests; for one thread."""

    def __init__(self, address: str, timeout: float) -> None:
        self.address = address
        parts = urlsplit(base_address(address))
        self._path = parts.path
        self._given_up = False
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            self._http: http.client.HTTPConnection = http.client.HTTPSConnection(
                host, parts.port, timeout=timeout, context=context
            )
        else:
            self._http = http.client.HTTPConnection(host, parts.port, timeout=timeout)

    def check(self, batch: Batch, language: str) -> Found:
        """The matches in a batch; every number of its pieces is a key.

        Raises:
            Away, TooSlow, TooLarge, RateLimited, Refused: when there is no result.
        """
        text = batch.text
        content = self._post("/check", {"text": text, "language": language, "mode": MODE})
        matches = content.get("matches")
        if not isinstance(matches, list):
            raise Refused("the answer holds no matches")
        found: dict[int, list[LanguageToolMatch]] = {piece.number: [] for piece in batch.pieces}
        units = Units(text)
        for record in matches:
            try:
                start, length = int(record["offset"]), int(record["length"])
                place = batch.place(units.code_point(start), units.code_point(start + length))
                if place is not None and length > 0:
                    found[place[0].number].append(_match(record, place[1], place[2]))
            except (KeyError, TypeError, ValueError) as error:
                raise Refused(f"a match in the answer cannot be read ({type(error).__name__}: {error})") from error
        return {number: tuple(listed) for number, listed in found.items()}

    def version(self) -> str:
        """What the server says of itself: version and day of its build.

        Raises:
            Away, TooSlow, RateLimited, Refused: when it says nothing.
        """
        software = self._post("/check", {"text": ".", "language": "en-US"}).get("software")
        if not isinstance(software, dict) or "version" not in software:
            raise Refused("the answer does not name a version of LanguageTool")
        return f"{software['version']} {software.get('buildDate', '')}".strip()

    def give_up(self) -> None:
        """Makes a request that another thread waits for fail."""
        self._given_up = True
        if self._http.sock is not None:
            try:
                self._http.sock.shutdown(socket.SHUT_RDWR)
            except OSError:  # it is closed already
                return

    def close(self) -> None:
        """Closes the connection."""
        self._http.close()

    def _post(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": f"clinlint/{VERSION}"}
        body = urlencode(form).encode("ascii")
        kept = self._http.sock is not None
        try:
            answer = self._send(path, body, headers)
        except TimeoutError as error:
            self._http.close()
            raise TooSlow(str(error)) from error
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError) as error:
            self._http.close()
            if not kept or self._given_up:
                raise Away(_reason(error)) from error
            # A server may close a connection that was idle; a new one tells whether it is there.
            return self._post(path, form)
        except (OSError, http.client.HTTPException) as error:
            self._http.close()
            raise Away(_reason(error)) from error
        return self._content(*answer)

    def _send(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, http.client.HTTPMessage, bytes]:
        self._http.request("POST", self._path + path, body, headers)
        answer = self._http.getresponse()
        data = answer.read(LARGEST_ANSWER + 1)
        if len(data) > LARGEST_ANSWER:
            self._http.close()
            raise Refused("the answer is far too long")
        return answer.status, answer.headers, data

    def _content(self, status: int, headers: http.client.HTTPMessage, data: bytes) -> dict[str, Any]:
        """The JSON of an answer that is a result; everything else is an error with its reason."""
        if status != http.client.OK:
            said = " ".join(data[:300].decode("utf-8", "replace").split())
            if status == http.client.REQUEST_ENTITY_TOO_LARGE or "exceeds the limit" in said:
                raise TooLarge(said)
            if status in (http.client.TOO_MANY_REQUESTS, http.client.UPGRADE_REQUIRED):
                raise RateLimited(_seconds(headers.get("Retry-After")))
            if "took longer than" in said or status in (http.client.SERVICE_UNAVAILABLE, http.client.GATEWAY_TIMEOUT):
                raise TooSlow(said)
            # An error page says little in its markup.
            detail = "" if said.startswith("<") or not said else f": {said[:120].rstrip('.')}"
            raise Refused(f"it answered with HTTP {status}{detail}")
        try:
            content = json.loads(data)
        except ValueError:
            kind = headers.get_content_type()
            raise Refused(f"it answered with {kind} that is no JSON; is that address LanguageTool's?") from None
        if not isinstance(content, dict):
            raise Refused("it answered with JSON that is no result; is that address LanguageTool's?")
        return content


def _match(record: dict[str, Any], start: int, end: int) -> LanguageToolMatch:
    rule = record["rule"]
    return LanguageToolMatch(
        rule_id=str(rule["id"]),
        sub_id=str(rule.get("subId", "")),
        category_id=str(rule["category"]["id"]),
        issue_type=str(rule.get("issueType", "")),
        message=str(record["message"]),
        short_message=str(record.get("shortMessage", "")),
        start=start,
        end=end,
        replacements=tuple(str(r["value"]) for r in record.get("replacements", ()) if r.get("value")),
    )


def _seconds(value: str | None) -> float | None:
    try:
        return max(0.0, float(value)) if value else None
    except ValueError:
        return None


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text[:1].lower() + text[1:]
