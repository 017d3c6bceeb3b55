"""Speed and memory of reading a site from this machine, and of linting what was kept.

usage: python benchmarks/web.py [--pages 300] [--article FILE.html]

A server on loopback gives a sitemap of pages of about 3,600 characters each. Memory is what the system reports for the
process while it runs: at the fiftieth page, and the most from there on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = 3600
WARM = 50
"""Pages after which memory should not grow."""


def page(number: int, texts: Sequence[str]) -> bytes:
    """A page with navigation and an article of its own."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in texts[number % len(texts)].split("\n\n") if part.strip())
    return (
        f"<!doctype html><html lang=en><head><title>Article {number}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<main><article><h1>Article {number}</h1>{paragraphs}</article></main><footer>The clinic</footer></body>"
    ).encode()


class Site(ThreadingHTTPServer):
    """Answers with pages, and counts them."""

    daemon_threads = True

    def __init__(self, pages: Sequence[bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = pages
        self.given = 0

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Site

    def do_GET(self) -> None:
        """A page, the sitemap, or nothing."""
        status, body = 200, b""
        if self.path == "/sitemap.xml":
            places = "".join(f"<url><loc>{self.server.address}/{n}</loc></url>" for n in range(len(self.server.pages)))
            body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'.encode()
        elif self.path[1:].isdigit():
            self.server.given += 1
            body = self.server.pages[int(self.path[1:])]
        else:
            status = 404
        self.send_response(status)
        self.send_header("Content-Type", "application/xml" if self.path.endswith("xml") else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
        """Says nothing."""


def megabytes(process: int) -> float:
    """What a process holds in memory; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def watched(command: Sequence[str], folder: Path, done: Callable[[float], float]) -> tuple[float, float, float]:
    """Seconds of a command; its megabytes when ``done`` (given the seconds so far) reached ``WARM``; the most after."""
    begin = time.perf_counter()
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    warm = most = 0.0
    while running.poll() is None:
        held = megabytes(running.pid)
        if not warm and held and done(time.perf_counter() - begin) >= WARM:
            warm = held
        most = max(most, held) if warm else most
        time.sleep(0.01)
    return time.perf_counter() - begin, warm, most


def main() -> None:
    """Prints one line a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--article", type=Path, help="a page to give in place of the fixtures, again and again")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures/articles").glob("*.txt"))]
    texts = [(text * (SIZE // len(text) + 1))[:SIZE] for text in texts]
    given = options.article.read_bytes() if options.article else None
    site = Site([given or page(number, texts) for number in range(options.pages)])
    threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
    clinlint = [sys.executable, "-m", "clinlint"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scrape = [*clinlint, "scrape", "--sitemap", site.address, "-o", "pages", "--allow-private", "--delay", "0"]
        taken = watched(scrape, folder, lambda _: site.given)
        told("scrape", options.pages, taken)
        # One process, no cache: what the linter alone takes. Its pages are counted by time, as it goes evenly.
        check = [*clinlint, "check", "pages", "--format", "site", "--jobs", "1", "--no-cache", "--languagetool", "off"]
        begin = time.perf_counter()
        subprocess.run(check, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        whole = time.perf_counter() - begin
        told("check --format site", options.pages, watched(check, folder, lambda now: options.pages * now / whole))
    site.shutdown()


def told(what: str, pages: int, taken: tuple[float, float, float]) -> None:
    """Writes the figures of one command."""
    seconds, warm, most = taken
    print(
        f"{what:<20} {pages / seconds:6.1f} pages/s; memory {warm:.0f} MB at page {WARM}, {most:.0f} MB at most after"
    )


if __name__ == "__main__":
    main()
