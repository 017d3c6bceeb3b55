"""Pages from a real server on this machine, and every way in which reading one can fail."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources.web import connection, read_url
from clinlint.version import VERSION
from end_to_end.web_server import PAGE, Handler, serving

SAVE = "save it from the browser and lint the file"
ELSEWHERE = "the server redirects to an address that is not read"


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
        ("/broken", f"{{site}}/broken: the page is packed as gzip but cannot be unpacked; {SAVE}"),
        ("/cut", f"{{site}}/cut: the page is packed as gzip but cannot be unpacked; {SAVE}"),
        (
            "/nested",
            f"{{site}}/nested: the server packs the page as 'gzip, gzip', which clinlint cannot unpack; {SAVE}",
        ),
        ("/brotli", f"{{site}}/brotli: the server packs the page as 'br', which clinlint cannot unpack; {SAVE}"),
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
            (
                "{site}/loop: the address redirects in a circle, as some do for readers without cookies; "
                "open it in a browser, and use its address there or save the page"
            ),
        ),
        ("/hop6", "{site}/hop6: more than 5 redirects; open it in a browser and use its address"),
        (
            "/file",
            f"{{site}}/file: {ELSEWHERE} (file:/etc/hostname: only http and https addresses are read, not 'file')",
        ),
        ("/nowhere", "{site}/nowhere: the server redirects to an address that is none"),
        (
            "/login",
            f"{{site}}/login: {ELSEWHERE} (http://127.0.0.1/: take the user name and password out of the address)",
        ),
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
