"""Addresses in disguise, servers that lie or break off, and proxies: over real connections on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest

from clinlint.errors import SourceError
from clinlint.sources.web import addresses, connection, read_url
from clinlint.sources.web.addresses import is_public
from end_to_end.clinic_site import HTML, Site, article, clinic
from end_to_end.terminal import clinlint


@pytest.fixture
def site() -> Iterator[Site]:
    with clinic() as site:
        site.articles(1)
        yield site


def message(url: str, *, allow_private: bool = False, proxy: bool = False) -> str:
    with pytest.raises(SourceError) as caught:
        read_url(url, allow_private=allow_private, proxy=proxy, timeout=10)
    return str(caught.value)


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails the test when a connection to anywhere is begun."""

    def connect(*_: object) -> None:
        pytest.fail("a connection was begun")

    monkeypatch.setattr(connection.httpcore.SyncBackend, "connect_tcp", connect)


@pytest.mark.usefixtures("no_connection")
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "127.1",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "169.254.169.254",
        "2852039166",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "localhost",
    ],
)
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    assert "is at the private address" in message(f"http://{host}/latest/meta-data/")


@pytest.mark.usefixtures("no_connection")
def test_an_address_in_octal_figures_is_none() -> None:
    assert message("http://0177.0.0.1/") == "http://0177.0.0.1/: this is not a valid address"


def test_public_addresses_are_told_from_those_that_stand_for_private_ones() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    assert is_public("64:ff9b::5db8:d70e")
    assert not is_public("clinic.example")


@contextmanager
def name_server(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[list[str]]]) -> Iterator[list[str]]:
    """Answers for these names in turn, the last answer again and again; the names that were asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *rest: Any, **named: Any) -> list[Any]:
        if host not in names:
            return real(host, port, *rest, **named)
        asked.append(host)
        answers = names[host]
        addresses = answers[min(asked.count(host), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield asked


def test_a_name_that_changes_its_address_is_reached_where_it_was_checked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = urlsplit(site.address).port
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    with name_server(monkeypatch, {"clinic.example": [["127.0.0.1"], ["10.0.0.1"]]}) as asked:
        source = read_url(f"http://clinic.example:{port}/ear/0", timeout=10)
        assert source.text == article(0).decode()
        assert asked == ["clinic.example"]
        # The next page is another connection, so the name is resolved, and checked, again.
        assert "private address 10.0.0.1" in message(f"http://clinic.example:{port}/ear/0")
    assert site.asked == ["/ear/0"]
    assert site.headers[0]["host"] == f"clinic.example:{port}"


def test_a_redirect_is_checked_like_the_first_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = urlsplit(site.address).port
    site.answers["/in"] = (302, {"Location": f"http://inside.example:{port}/ear/0"}, b"")
    site.answers["/meta"] = (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b"")
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    names = {"clinic.example": [["127.0.0.1"]], "inside.example": [["192.168.0.7"]]}
    with name_server(monkeypatch, names):
        assert "'inside.example' is at the private address 192.168.0.7" in message(f"http://clinic.example:{port}/in")
        assert "is at the private address 169.254.169.254" in message(f"http://clinic.example:{port}/meta")
    assert site.asked == ["/in", "/meta"]


@pytest.mark.parametrize("command", [("check",), ("scrape", "-o", "pages", "--delay", "0")])
def test_a_password_in_a_redirect_is_never_printed(site: Site, tmp_path: Any, command: tuple[str, ...]) -> None:
    site.answers["/login"] = (302, {"Location": f"http://me:secret@{urlsplit(site.address).netloc}/ear/0"}, b"")
    site.answers["/odd"] = (302, {"Location": "http://me:secret@[::1/"}, b"")
    for path in ("/login", "/odd"):
        done = clinlint(*command, "--allow-private", f"{site.address}{path}", folder=tmp_path)
        assert done.returncode != 0
        assert f"{site.address}{path}: " in done.stderr
        assert "Traceback" not in done.stderr
        assert "secret" not in done.stdout + done.stderr
    assert site.pages_asked() == ["/login", "/odd"]


def test_an_answer_that_breaks_off_is_not_linted_as_a_shorter_article(site: Site) -> None:
    whole = article(0)
    site.answers["/cut"] = (200, {**HTML, "Content-Length": str(len(whole) + 500), "Connection": "close"}, whole)
    expected = f"{site.address}/cut: the server's answer breaks off or is not HTTP; try again later"
    assert message(f"{site.address}/cut", allow_private=True) == expected


def test_a_server_that_wants_fewer_requests_is_told(site: Site) -> None:
    site.answers["/busy"] = (429, {"Retry-After": "30"}, b"")
    expected = f"{site.address}/busy: the server answers 429 (Too Many Requests); the server wants fewer requests; "
    assert message(f"{site.address}/busy", allow_private=True) == expected + "try again later"


def test_a_page_sent_as_plain_text_is_read_as_a_page(site: Site) -> None:
    site.answers["/page"] = (200, {"Content-Type": "text/plain"}, b"\xef\xbb\xbf\n" + article(0))
    assert read_url(f"{site.address}/page", allow_private=True).media_type == "text/html"
    site.answers["/notes"] = (200, {"Content-Type": "text/plain"}, b"Write <html> first.")
    assert read_url(f"{site.address}/notes", allow_private=True).media_type == "text/plain"


@pytest.mark.parametrize("charset", ["klingon-8", "utf-16"])
def test_a_charset_that_cannot_be_gives_way_to_the_one_in_the_page(site: Site, charset: str) -> None:
    text = "<!doctype html><meta charset=utf-8><p>Kulak ağrısı, İstanbul"
    site.answers["/tr"] = (200, {"Content-Type": f"text/html; charset={charset}"}, text.encode())
    assert read_url(f"{site.address}/tr", allow_private=True).text == text


@contextmanager
def forward_proxy() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A proxy for http addresses; its address, and the request line and login of every request."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers.get("Proxy-Authorization", "")))
            target = urlsplit(self.path)
            onward = HTTPConnection("127.0.0.1", target.port or 80, timeout=10)
            onward.request("GET", target.path, headers={"Host": target.netloc})
            answer = onward.getresponse()
            body = answer.read()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers.get("Content-Type", ""))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            onward.close()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


def test_the_proxy_of_the_environment_is_used_when_asked_for(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    page = f"http://clinic.example:{urlsplit(site.address).port}/ear/0"
    with forward_proxy() as (proxy, asked), name_server(monkeypatch, {"clinic.example": [["93.184.215.14"]]}):
        monkeypatch.setenv("http_proxy", f"http://me:secret@{proxy}")
        # The proxy itself is on this machine and may be; the page is at a public name.
        assert read_url(page, proxy=True, timeout=10).text == article(0).decode()
        assert asked == [(page, "Basic bWU6c2VjcmV0")]
        told = message(page.replace("/ear/0", "/none"), proxy=True)
        assert (told.partition(": ")[0], "secret" in told) == (page.replace("/ear/0", "/none"), False)


def test_a_private_page_is_refused_behind_a_proxy_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with forward_proxy() as (proxy, asked):
        monkeypatch.setenv("http_proxy", f"http://{proxy}")
        monkeypatch.setenv("no_proxy", "")
        assert "is at the private address 127.0.0.1" in message(f"{site.address}/ear/0", proxy=True)
        assert (asked, site.asked) == ([], [])


def test_hosts_that_need_no_proxy_are_read_without_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with forward_proxy() as (proxy, asked):
        monkeypatch.setenv("http_proxy", f"http://{proxy}")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert read_url(f"{site.address}/ear/0", allow_private=True, proxy=True).text == article(0).decode()
        assert (asked, site.asked) == ([], ["/ear/0"])
