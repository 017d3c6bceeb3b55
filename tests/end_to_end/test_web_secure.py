"""TLS, HTTP/2, connections that are kept, and proxies that tunnel: over real connections on this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from clinlint.errors import SourceError
from clinlint.sources.web import addresses, connection, read_url
from clinlint.sources.web.connections import Connections
from clinlint.sources.web.fetching import Limits, fetch
from end_to_end.clinic_site import Site, article, clinic
from end_to_end.secure_server import NAME, secure, tunnel
from end_to_end.test_web_guards import name_server


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return authority


def message(url: str, **options: bool) -> str:
    with pytest.raises(SourceError) as caught:
        read_url(url, timeout=10, **({"allow_private": True} | options))  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize("protocols", [("http/1.1",), ("h2",), ("h2", "http/1.1")])
def test_pages_of_a_host_come_over_one_connection(trusted: trustme.CA, protocols: tuple[str, ...]) -> None:
    with secure(trusted, protocols=protocols) as server, Connections(allow_private=True) as connections:
        for number in range(5):
            fetched = fetch(f"https://127.0.0.1:{server.port}/{number}", Limits(), connections)
            assert fetched.data == article(0)
        assert server.spoken == [protocols[0]]
        assert server.paths == ["/0", "/1", "/2", "/3", "/4"]


def test_a_kept_connection_that_the_server_has_closed_is_made_anew(trusted: trustme.CA) -> None:
    with secure(trusted) as server, Connections(allow_private=True) as connections:
        server.closes = True
        for number in range(4):
            assert fetch(f"https://127.0.0.1:{server.port}/{number}", Limits(), connections).data == article(0)
        assert server.paths == ["/0", "/1", "/2", "/3"]


def test_a_certificate_that_nobody_vouches_for_is_told_in_one_sentence(authority: trustme.CA) -> None:
    with secure(authority) as server:
        url = f"https://127.0.0.1:{server.port}/"
        told = message(url)
        assert told.startswith(f"{url}: no secure connection to '127.0.0.1' (its certificate is not valid: ")
        assert "\n" not in told
        assert server.paths == []


def test_a_certificate_for_another_name_is_told(trusted: trustme.CA) -> None:
    with secure(trusted, names=("other.example",)) as server:
        assert "its certificate is not valid: " in message(f"https://127.0.0.1:{server.port}/")
        assert server.paths == []


def test_a_redirect_to_another_port_is_followed_without_the_password() -> None:
    with clinic() as first, clinic() as second:
        first.answers["/posts"] = (302, {"Location": f"{second.address}/posts"}, b"")
        second.articles(1)
        second.answers["/posts"] = second.answers["/ear/0"]
        with Connections(allow_private=True) as connections:
            fetch(f"{first.address}/posts", Limits(), connections, headers={"Authorization": "Basic c2VjcmV0"})
        assert first.headers[0]["authorization"] == "Basic c2VjcmV0"
        assert "authorization" not in second.headers[0]


def test_a_redirect_from_https_to_http_is_followed_and_the_password_stays_behind(trusted: trustme.CA) -> None:
    with clinic() as plain, secure(trusted) as server, Connections(allow_private=True) as connections:
        plain.articles(1)
        server.moved = f"{plain.address}/ear/0"
        url = f"https://127.0.0.1:{server.port}/old"
        fetched = fetch(url, Limits(), connections, headers={"Authorization": "Basic c2VjcmV0"})
        assert (fetched.url, fetched.data) == (f"{plain.address}/ear/0", article(0))
        assert "authorization" not in plain.headers[0]


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


@pytest.mark.parametrize("protocols", [("http/1.1",), ("h2", "http/1.1")])
def test_https_goes_through_a_tunnel_of_the_proxy(
    trusted: trustme.CA, proxied: pytest.MonkeyPatch, protocols: tuple[str, ...]
) -> None:
    with (
        secure(trusted, protocols=protocols) as server,
        tunnel(server.port) as (proxy, heads),
        name_server(proxied, {NAME: [["93.184.215.14"]]}),
    ):
        proxied.setenv("https_proxy", f"http://me:s3cret@{proxy}")
        page = f"https://{NAME}:{server.port}/ear"
        assert read_url(page, proxy=True, timeout=10).text == article(0).decode()
        assert heads[0].startswith(b"CONNECT %s:%d HTTP/1.1\r\n" % (NAME.encode(), server.port))
        assert b"Proxy-Authorization: Basic bWU6czNjcmV0" in heads[0]
        assert server.paths == ["/ear"]


def test_a_proxy_that_refuses_is_told_without_its_password(trusted: trustme.CA, proxied: pytest.MonkeyPatch) -> None:
    with tunnel(9, refuse=True) as (proxy, _), name_server(proxied, {NAME: [["93.184.215.14"]]}):
        proxied.setenv("https_proxy", f"http://me:s3cret@{proxy}")
        told = message(f"https://{NAME}/ear", proxy=True, allow_private=False)
        assert told.startswith(f"https://{NAME}/ear: the proxy refuses the connection (407 ")
        assert "s3cret" not in told


def test_a_private_name_is_refused_before_the_tunnel(trusted: trustme.CA, proxied: pytest.MonkeyPatch) -> None:
    with tunnel(9) as (proxy, heads), name_server(proxied, {NAME: [["10.1.2.3"]]}):
        proxied.setenv("https_proxy", f"http://{proxy}")
        assert "is at the private address 10.1.2.3" in message(f"https://{NAME}/", proxy=True, allow_private=False)
        assert heads == []


def test_a_name_that_turns_private_after_robots_txt_is_refused(proxied: pytest.MonkeyPatch) -> None:
    from clinlint.sources.web.polite import Manners, PoliteFetcher

    with clinic() as site:
        port = site.address.rpartition(":")[2]
        site.answers["/robots.txt"] = (200, {"Connection": "close"}, b"User-agent: *\nAllow: /\n")
        proxied.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
        names = name_server(proxied, {NAME: [["127.0.0.1"], ["127.0.0.1", "192.168.0.9"]]})
        with names, Connections() as connections:
            polite = PoliteFetcher(Limits(), connections, Manners(delay=0.0))
            with pytest.raises(SourceError, match=r"is at the private address 192\.168\.0\.9"):
                polite.get(f"http://{NAME}:{port}/ear/0")
        assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:99999/",
        "http://xn--.example/",
        "http://１２７.０.０.１/",
        "http://exa\nmple.example/",
        "http://127.0.0.1/\r\nX-Injected: 1",
        "http://127.0.0.1\\@clinic.example/",
        "http://me:s3cret@clinic.example/",
        "http:\\\\me:s3cret@clinic.example\\x",
        "http://clinic.example/" + "a" * 9_000,
        "//127.0.0.1/",
        "http:///x",
    ],
)
def test_addresses_that_are_none_are_told_on_one_short_line(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was asked for"))
    told = message(url, allow_private=False)
    assert told.isprintable()
    assert len(told) < 400
    assert "s3cret" not in told


@pytest.mark.parametrize(
    "host",
    [
        "127。0。0。1",
        "LOCALHOST",
        "[::ffff:0:127.0.0.1]",
        "[::127.0.0.1]",
        "192.88.99.1",
        "[64:ff9b:1::7f00:1]",
        "[2001:0:53aa:64c::1]",
        "[3fff::1]",
        "255.255.255.255",
    ],
)
def test_more_private_addresses_in_disguise(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        connection.httpcore.SyncBackend, "connect_tcp", lambda *_: pytest.fail("a connection was begun")
    )
    assert "is at the private address" in message(f"http://{host}/", allow_private=False)


def test_a_name_in_another_script_is_asked_for_in_its_network_form(site_names: Site) -> None:
    assert site_names.headers[0]["host"].startswith("xn--klnik-0sa.example:")


@pytest.fixture
def site_names(proxied: pytest.MonkeyPatch) -> Iterator[Site]:
    with clinic() as site, name_server(proxied, {"xn--klnik-0sa.example": [["127.0.0.1"]]}):
        site.articles(1)
        port = site.address.rpartition(":")[2]
        read_url(f"http://klínik.example:{port}/ear/0", allow_private=True)
        yield site
