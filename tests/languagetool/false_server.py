"""A server on this machine that answers as it is told, over real connections."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

Answer = tuple[int, dict[str, str], bytes]
GOOD = (200, {"Content-Type": "application/json"}, json.dumps({"matches": [], "software": {"version": "6.8"}}).encode())


@contextmanager
def server(*answers: Answer, slow: float = 0.0, seen: list[dict[str, str]] | None = None) -> Iterator[str]:
    """A server that gives these answers in turn, the last for ever; its address."""
    left = list(answers)
    release = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if seen is not None:
                seen.append(dict(parse_qsl(form)))
            if slow:
                release.wait(slow)
            status, headers, body = left.pop(0) if len(left) > 1 else left[0]
            if not status:
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_address[1]}"
    finally:
        release.set()
        http.shutdown()
        http.server_close()
        thread.join()
