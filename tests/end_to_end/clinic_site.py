"""A clinic's site on this machine: articles, lists of them, and moods. Every request is written down."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


def article(number: int) -> bytes:
    return (
        f"<!doctype html><html lang=en><title>Ear pain {number}</title><body><nav><a href=/>Home</a></nav><main>"
        f"<h1>Ear pain {number}</h1><p>Ear pain number {number} often follows a cold , and most of it goes away by "
        "itself within three days. See a doctor when the pain is strong or the ear runs.</p></main></html>"
    ).encode()


@dataclass
class Site:
    """What the site answers, by path; a path that is not among them is 404.

    Attributes:
        asked: path and query of every request, in order.
        headers: those of every request, by name in small letters.
    """

    answers: dict[str, Answer | Callable[[Site], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]

    def articles(self, count: int) -> None:
        for number in range(count):
            self.answers[f"/ear/{number}"] = (200, {**HTML, "ETag": f'"{number}"'}, article(number))

    def sitemap(self, paths: list[str], at: str = "/sitemap.xml", packed: bool = False) -> None:
        entries = "".join(f"<url><loc>{self.address}{path}</loc></url>" for path in paths)
        body = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        self.answers[at] = (
            200,
            {"Content-Type": "application/xml"},
            gzip.compress(body.encode()) if packed else body.encode(),
        )

    def index(self, paths: list[str], at: str = "/sitemap.xml") -> None:
        entries = "".join(f"<sitemap><loc>{self.address}{path}</loc></sitemap>" for path in paths)
        body = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'
        self.answers[at] = (200, {"Content-Type": "application/xml"}, body.encode())

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        found = self.answers.get(path) or self.answers.get(urlsplit(path).path) or (404, {}, b"")
        status, sent, body = found(self) if callable(found) else found
        if status == 200 and sent.get("ETag") and headers.get("if-none-match") == sent["ETag"]:
            return 304, {"ETag": sent["ETag"]}, b""
        return status, sent, body


def wordpress(site: Site, posts: int, *, drafts: int = 0) -> None:
    """Adds a WordPress interface with so many posts, fifty on a page, and drafts for the user ``editor``."""

    def post(number: int, status: str) -> dict[str, object]:
        text = f"<p>Post {number} is about ears , and about noses.</p>"
        return {
            "id": number,
            "status": status,
            "link": f"{site.address}/?p={number}",
            "modified_gmt": "2026-05-01T10:00:00",
            "title": {"rendered": f"Post {number}"},
            "content": {"rendered": text, "raw": text},
            "_links": {"self": []},
        }

    def answered(given: Site) -> Answer:
        query = parse_qs(urlsplit(given.asked[-1]).query)
        wanted = [post(n, "publish") for n in range(posts)]
        if "draft" in query.get("status", [""])[0]:
            if given.headers[-1].get("authorization") != "Basic ZWRpdG9yOmFiY2QgZWZnaA==":
                return 401, {"Content-Type": "application/json"}, b'{"code":"rest_forbidden"}'
            wanted += [post(1000 + n, "draft") for n in range(drafts)]
        page = int(query["page"][0])
        headers = {"Content-Type": "application/json; charset=UTF-8", "X-WP-Total": str(len(wanted))}
        headers["X-WP-TotalPages"] = str(-(-len(wanted) // 50))
        return 200, headers, json.dumps(wanted[50 * (page - 1) : 50 * page]).encode()

    site.answers["/wp-json/wp/v2/posts"] = answered
    site.answers["/wp-json/wp/v2/pages"] = (200, {"Content-Type": "application/json", "X-WP-TotalPages": "0"}, b"[]")


@contextmanager
def clinic(port: int = 0) -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            site.headers.append(headers)
            site.asked.append(self.path)
            status, sent, body = site.answer(self.path, headers)
            self.send_response(status)
            for key, value in sent.items():
                self.send_header(key, value)
            if "Content-Length" not in sent:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
