"""Serves one review to one browser on this machine, and to nobody else."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from clinlint.errors import ClinlintError
from clinlint.review.reading import LARGEST
from clinlint.review.session import Session

_HOST = "127.0.0.1"
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class ReviewServer:
    """Listens on the loopback address, at a free port and below a path that nobody can guess.

    Pages of other sites can send requests to this machine, so every request must name this very host, and every
    change must come from this very page.

    Args:
        session: the review.
        page: the page as it is now; asked anew whenever it is opened.
    """

    def __init__(self, session: Session, page: Callable[[], str]) -> None:
        self._server = ThreadingHTTPServer((_HOST, 0), partial(_Handler, self))
        self._server.daemon_threads = True
        self.session = session
        self.page = page
        self.host = f"{_HOST}:{self._server.server_address[1]}"
        self.token = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """What the browser opens."""
        return f"http://{self.host}/{self.token}/"

    def run(self) -> None:
        """Serves until the reviewer finishes, or ``stop`` is called."""
        with self._server:
            self._server.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """Ends ``run``; returns at once."""
        threading.Thread(target=self._server.shutdown, daemon=True).start()

    def answer(self, what: str, data: bytes) -> tuple[dict[str, Any], bool]:
        """What is said to a change that the page sends, and whether the review ends with it.

        ``problem`` in the answer is a sentence for the person in front of the page.
        """
        if what == "finish":
            return {}, True
        try:
            if what == "decisions":
                self.session.keep(data)
                return {}, False
            written = self.session.correct(data)
        except ClinlintError as error:
            return {"problem": f"{error}."}, False
        # Where the article itself was corrected, the text that the decisions were made for is gone.
        ends = self.session.in_place
        told = {
            "written": written.place.name,
            "made": written.made,
            "held_back": [f"“{held.decision.match}”: {held.why}" for held in written.not_made],
            "finished": ends,
        }
        return told, ends


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    timeout = 30
    server_version = "clinlint"
    sys_version = ""

    def __init__(self, review: ReviewServer, *arguments: Any) -> None:
        self._review = review
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answers with the page."""
        if not self._from_here():
            self._send(403, "text/plain", b"")
        elif self._asked() == "":
            self._send(200, "text/html; charset=utf-8", self._review.page().encode("utf-8"))
        else:
            self._send(404, "text/plain", b"")

    def do_POST(self) -> None:
        """Takes decisions."""
        what, length = self._asked(), self.headers.get("Content-Length", "")
        if not self._from_here() or self.headers.get("Origin") != f"http://{self._review.host}":
            self._send(403, "text/plain", b"")
        elif what not in ("decisions", "corrected", "finish"):
            self._send(404, "text/plain", b"")
        elif self.headers.get_content_type() != "application/json":
            self._send(415, "text/plain", b"")
        elif not (length.isascii() and length.isdigit()) or int(length) > LARGEST:
            self._send(413, "text/plain", b"")
        else:
            answer, ends = self._review.answer(what, self.rfile.read(int(length)))
            self._send(200, "application/json", json.dumps(answer).encode())
            # Only now: the program may be gone before another word is sent.
            if ends:
                self._review.stop()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class' name
        """Says nothing: the terminal is the reviewer's."""

    def _from_here(self) -> bool:
        return self.headers.get("Host") == self._review.host

    def _asked(self) -> str | None:
        """What stands behind the secret part of the path; None without the secret."""
        secret, _, rest = self.path.partition("?")[0].removeprefix("/").partition("/")
        known = secrets.compare_digest(secret.encode("utf-8", "replace"), self._review.token.encode())
        return rest if known else None

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
