"""Pages from a real server on this machine, and every way in which reading one can fail."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources import connection
from clinlint.sources.addresses import is_public
from clinlint.sources.web import read_url
from clinlint.version import VERSION

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


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def read(url: str, *, timeout: float = 20.0, largest: int = 100_000) -> Source:
    return read_url(url, allow_private=True, timeout=timeout, largest=largest)


def message(url: str, *, allow_private: bool = True, timeout: float = 20.0) -> str:
    with pytest.raises(SourceError) as caught:
        read_url(url, allow_private=allow_private, timeout=timeout, largest=100_000)
    return str(caught.value)


def test_page_is_read_with_its_charset(site: str) -> None:
    source = read(f"{site}/page")
    assert (source.name, source.text, source.media_type) == (f"{site}/page", PAGE, "text/html")
    source = read(f"{site}/turkish")
    assert (source.text, source.encoding) == (PAGE, "windows-1254")


def test_clinlint_says_who_it_is(site: str) -> None:
    Handler.seen.clear()
    read(f"{site}/page")
    assert Handler.seen[0]["user-agent"] == f"clinlint/{VERSION}"
    assert Handler.seen[0]["host"] == site.removeprefix("http://")
    assert "cookie" not in Handler.seen[0]


def test_formats(site: str) -> None:
    assert read(f"{site}/notes.md").media_type == "text/markdown"
    assert read(f"{site}/post").media_type == "application/json"
    assert read(f"{site}/untyped").media_type == "text/html"
    assert read(f"{site}/odd").text == "fine"


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/bare"])
def test_packed_pages(site: str, path: str) -> None:
    assert read(site + path).text == PAGE


def test_gzip_of_several_members_and_padding(site: str) -> None:
    assert read(f"{site}/members").text == "<p>one two</p>"


def test_redirects_are_followed_and_name_the_source(site: str) -> None:
    assert read(f"{site}/moved").name == f"{site}/page"
    assert read(f"{site}/hop5").text == PAGE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/none", "{site}/none: the server answers 404 (Not Found); check the address"),
        ("/gone", "{site}/gone: the server answers 410 (Gone); the page is gone"),
        ("/busy", "{site}/busy: the server answers 503 (Service Unavailable); try again later"),
        ("/huge", "{site}/huge: the page is larger than 100,000 bytes; save its article to a file"),
        ("/endless", "{site}/endless: the page is larger than 100,000 bytes; save its article to a file"),
        ("/bomb", "{site}/bomb: the page is larger than 100,000 bytes; save its article to a file"),
        ("/broken", "{site}/broken: the page is packed as gzip but cannot be unpacked"),
        ("/cut", "{site}/cut: the page is packed as gzip but cannot be unpacked"),
        ("/brotli", "{site}/brotli: the server packs the page as 'br', which clinlint cannot unpack"),
        (
            "/image",
            "{site}/image: the server sends 'image/png'; clinlint reads HTML, Markdown, plain text and WordPress JSON",
        ),
        (
            "/pdf",
            "{site}/pdf: this is a PDF document, not text; save the article as HTML, Markdown or plain text",
        ),
        (
            "/loop",
            "{site}/loop: the address redirects in a circle; open it in a browser and use its address",
        ),
        ("/hop6", "{site}/hop6: more than 5 redirects; open it in a browser and use its address"),
        ("/file", "{site}/file: only http and https addresses are read, not 'file'"),
        ("/nowhere", "{site}/nowhere: the server redirects to an address that is none"),
        ("/login", "{site}/login: take the user name and password out of the address"),
        ("/nonsense", "{site}/nonsense: the server's answer breaks off or is not HTTP; try again later"),
    ],
)
def test_failures_are_one_clear_sentence(site: str, path: str, expected: str) -> None:
    assert message(site + path) == expected.format(site=site)


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_time_limit_holds_for_everything_together(site: str, path: str) -> None:
    expected = f"{site}{path}: no complete answer within 0.3 seconds; try again, or save the page to a file"
    assert message(site + path, timeout=0.3) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("ftp://example.org/a", "ftp://example.org/a: only http and https addresses are read, not 'ftp'"),
        ("http://", "http://: the address names no host"),
        ("http://[::1/", "http://[::1/: this is not a valid address"),
        (
            "https://me:secret@example.org/a",
            "https://example.org/a: take the user name and password out of the address",
        ),
    ],
)
def test_addresses_that_are_not_read(url: str, expected: str) -> None:
    assert message(url) == expected


def test_refused_connection() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    assert message(url) == f"{url}: no connection to '127.0.0.1', port {port} (connection refused); check the address"


def test_server_without_tls(site: str) -> None:
    url = site.replace("http:", "https:") + "/page"
    assert message(url) == f"{url}: no secure connection to '127.0.0.1' (it does not speak TLS as expected)"


def test_private_addresses_are_refused_before_a_byte_is_sent(site: str) -> None:
    Handler.seen.clear()
    expected = f"{site}/page: '127.0.0.1' is at the private address 127.0.0.1; --allow-private reads it all the same"
    assert message(f"{site}/page", allow_private=False) == expected
    number = int.from_bytes(socket.inet_aton("127.0.0.1"), "big")
    assert "private address 127.0.0.1" in message(site.replace("127.0.0.1", str(number)), allow_private=False)
    assert "private address" in message(site.replace("127.0.0.1", "localhost"), allow_private=False)
    assert Handler.seen == []


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str] | OSError) -> list[str]:
    """Lets the name server give these answers in turn; the hosts that were asked for."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        answer = answers[min(len(asked), len(answers)) - 1]
        if isinstance(answer, OSError):
            raise answer
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answer]

    monkeypatch.setattr(connection.socket, "getaddrinfo", getaddrinfo)
    return asked


def test_host_is_refused_if_any_of_its_addresses_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, ["93.184.215.14", "10.0.0.1"])
    expected = "http://clinic.example/: 'clinic.example' is at the private address 10.0.0.1; "
    assert message("http://clinic.example/", allow_private=False).startswith(expected)


def test_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = resolving(monkeypatch, ["93.184.215.14"], ["127.0.0.1"])
    connected: list[str] = []

    def connect(self: object, host: str, *_: object) -> None:
        connected.append(host)
        raise connection.httpcore.ConnectError("refused")

    monkeypatch.setattr(connection.httpcore.SyncBackend, "connect_tcp", connect)
    assert "no connection to 'clinic.example', port 80" in message("http://clinic.example/", allow_private=False)
    assert asked == ["clinic.example"]
    assert connected == ["93.184.215.14"]


def test_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, socket.gaierror(-2, "Name or service not known"))
    expected = "http://no.example/: the host 'no.example' cannot be found; check the address and the connection"
    assert message("http://no.example/") == expected


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    assert read(f"{site}/page").text == PAGE


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "64:ff9b::5db8:d70e", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1"),
        *("192.0.0.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "2001:0:1::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "nonsense"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
