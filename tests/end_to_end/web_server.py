"""A web server on this machine, with pages of every kind and all the ways to fail."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<!doctype html><p>Kulak ağrısı</p>"
BOMB = gzip.compress(b"\0" * 5_000_000)

PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/turkish": (200, {"Content-Type": 'text/html; charset="iso-8859-9"'}, PAGE.encode("windows-1254")),
    "/notes.md": (200, {"Content-Type": "text/plain"}, b"# Ear pain"),
    "/post": (200, {"Content-Type": "application/json"}, b'{"content":{"rendered":"x"}}'),
    "/untyped": (200, {}, PAGE.encode()),
    "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/members": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>one") + gzip.compress(b" two</p>") + b"\0\0",
    ),
    "/deflate": (200, {"Content-Type": "text/html", "Content-Encoding": "deflate"}, zlib.compress(PAGE.encode())),
    "/bare": (200, {"Content-Type": "text/html", "Content-Encoding": "deflate"}, zlib.compress(PAGE.encode())[2:-4]),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, BOMB),
    "/broken": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"not gzip"),
    "/cut": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-6]),
    "/nested": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip, gzip"}, gzip.compress(BOMB)),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x"),
    "/huge": (200, {"Content-Type": "text/html"}, b"x" * 200_000),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/pdf": (200, {"Content-Type": "text/html"}, b"%PDF-1.7"),
    "/gone": (410, {}, b""),
    "/busy": (503, {}, b""),
    "/odd": (299, {"Content-Type": "text/plain"}, b"fine"),
    "/moved": (301, {"Location": "/page#part"}, b""),
    "/loop": (302, {"Location": "/pool"}, b""),
    "/pool": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/nowhere": (302, {"Location": "http://[::1/"}, b""),
    "/login": (302, {"Location": "http://me:secret@127.0.0.1/"}, b""),
    **{f"/hop{n}": (307, {"Location": f"/hop{n - 1}" if n > 1 else "/page"}, b"") for n in range(1, 8)},
}


class Handler(BaseHTTPRequestHandler):
    seen: list[dict[str, str]] = []

    def do_GET(self) -> None:
        self.seen.append({key.lower(): value for key, value in self.headers.items()})
        if self.path == "/endless":
            self.endless()
            return
        if self.path in ("/slow", "/drip"):
            self.dawdle()
            return
        if self.path == "/nonsense":
            self.wfile.write(b"SSH-2.0 hello\r\n\r\n")
            return
        status, headers, body = PAGES.get(self.path.partition("?")[0], (404, {}, b""))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(10_000):
                self.wfile.write(b"x" * 10_000)
        except OSError:
            self.close_connection = True

    def dawdle(self) -> None:
        try:
            if self.path == "/drip":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            for _ in range(100):
                time.sleep(0.05)
                if self.path == "/drip":
                    self.wfile.write(b"x")
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
        pass


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
