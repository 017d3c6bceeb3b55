"""Servers that break the rules of HTTP, or keep them in odd ways: a page, or one sentence, and nothing in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clinlint.errors import SourceError
from clinlint.sources.web import read_url
from clinlint.sources.web.fetching import checked
from end_to_end.raw_server import PAGE, RawSite, answer, raw_site
from end_to_end.terminal import clinlint

CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
BREAKS = "the server's answer breaks off or is not HTTP; try again later"
ELSEWHERE = "the server redirects to an address that is not read"


def named(value: object) -> str:
    """What is sent may be long."""
    return value[:40] if isinstance(value, str) else "sent"


@pytest.fixture(scope="module")
def site() -> Iterator[RawSite]:
    with raw_site() as site:
        yield site


def read(site: RawSite, sent: object, **options: object) -> str:
    site.answers["/page"] = sent  # type: ignore[assignment]
    return read_url(f"{site.address}/page", allow_private=True, **options).text  # type: ignore[arg-type]


def message(site: RawSite, sent: object, **options: object) -> str:
    with pytest.raises(SourceError) as caught:
        read(site, sent, **options)
    return str(caught.value).removeprefix(f"{site.address}/page: ")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(), id="early hints"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + answer(), id="continue"),
        pytest.param(CHUNKED + b"%x;a=b\r\n%s\r\n0\r\nX: y\r\n\r\n" % (len(PAGE), PAGE), id="chunks with extras"),
        pytest.param(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE, id="HTTP/1.0 without length"),
        pytest.param(answer(b"203 Non-Authoritative Information"), id="203"),
        pytest.param(answer(b"200 OK", b"X: a\r\n b"), id="folded header"),
        pytest.param(answer(b"200 OK", b'ETag: "\xff\xe9"'), id="header in Latin-1"),
        pytest.param(answer(b"200 OK", b"Last-Modified: yesterday evening"), id="date that is none"),
        pytest.param(answer(b"200 OK", b"Content-Encoding: identity"), id="identity"),
        pytest.param(answer(b"200 OK", b"Content-Encoding: utf-8"), id="an encoding as packing"),
        pytest.param(answer(b"200 OK", b"Content-Type: text/html; charset=utf-8"), id="content type twice"),
        pytest.param(answer().replace(b"text/html", b"text/html, text/html"), id="content type twice in a line"),
    ],
)
def test_odd_answers_that_hold_a_page(site: RawSite, sent: bytes) -> None:
    assert read(site, sent) == PAGE.decode()


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"", BREAKS),
        (PAGE, BREAKS),
        (b"HTTP/1.1 abc OK\r\n\r\n", BREAKS),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", BREAKS),
        (CHUNKED + b"ZZ\r\nabc\r\n0\r\n\r\n", BREAKS),
        (CHUNKED + b"-5\r\nabc\r\n0\r\n\r\n", BREAKS),
        (CHUNKED + b"FFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n", BREAKS),
        (CHUNKED + b"50\r\n<p>The ear", BREAKS),
        (answer().replace(b"Length: ", b"Length: -"), BREAKS),
        (answer().replace(b"Length: ", b"Length: many "), BREAKS),
        (answer(b"200 OK", b"Content-Length: 5"), BREAKS),
        (answer(b"200 OK", b"X: a\0b"), BREAKS),
        (answer(b"200 OK", b"X: " + b"a" * 300_000), BREAKS),
        (answer().replace(b"Length: ", b"Length: 9999999"), "the page is larger than 10,000,000 bytes; save its"),
        (answer(b"204 No Content", body=b""), "the server answers 204 (No Content); there is no page at the address"),
        (answer(b"205 Reset Content", body=b""), "the server answers 205 (Reset Content); there is no page at"),
        (answer(b"206 Partial Content", b"Content-Range: bytes 0-66/900"), "the server answers 206 (Partial Content)"),
        (answer(b"304 Not Modified", body=b""), "the server answers 304 (Not Modified); that is no answer to a first"),
        (answer(b"300 Multiple Choices", body=b""), "the server answers 300 (Multiple Choices); check the address"),
        (answer(b"302 Found", body=b""), "the server answers 302 (Found); check the address"),
        (answer(b"999 No", body=b""), "the server answers 999; try again later"),
        (answer(b"200 OK", b"Content-Encoding: br"), "the server packs the page as 'br', which clinlint cannot unpack"),
        (answer(b"200 OK", b"Content-Encoding: zstd"), "the server packs the page as 'zstd', which clinlint cannot"),
        (answer(b"200 OK", b"Content-Encoding: gzip"), "the page is packed as gzip but cannot be unpacked; "),
        (answer().replace(b"text/html", b"image/\x1b[1mpng"), "the server sends 'image/\\x1b[1mpng'; clinlint reads"),
    ],
    ids=named,
)  # fmt: skip
def test_answers_that_hold_none(site: RawSite, sent: bytes, expected: str) -> None:
    assert message(site, sent).startswith(expected)


def test_headers_without_end(site: RawSite) -> None:
    def flood(send: object) -> None:
        send(b"HTTP/1.1 200 OK\r\n")  # type: ignore[operator]
        while True:
            send(b"X: " + b"a" * 1_000 + b"\r\n")  # type: ignore[operator]

    assert message(site, flood) == BREAKS


def test_preliminary_answers_without_end(site: RawSite) -> None:
    def flood(send: object) -> None:
        while True:
            send(b"HTTP/1.1 100 Continue\r\n\r\n")  # type: ignore[operator]

    assert message(site, flood, timeout=0.5).startswith("no complete answer within 0.5 seconds")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (b"javascript:alert(1)", f"{ELSEWHERE} (javascript:alert(1): only http and https"),
        (b"data:text/html,x", f"{ELSEWHERE} (data:text/html,x: only http and https"),
        (b"gopher://127.0.0.1:70/_x", f"{ELSEWHERE} (gopher://127.0.0.1:70/_x: only http and https"),
        (b"http://127.0.0.1:99999/", f"{ELSEWHERE} (http://127.0.0.1:99999/: this is not a valid address)"),
        (b"http://me:secret@127.0.0.1/", f"{ELSEWHERE} (http://127.0.0.1/: take the user name and password out"),
        (b"http://xn--/", f"{ELSEWHERE} (http://xn--/: this is not a valid address)"),
        (b"/" + b"a" * 9_000, f"{ELSEWHERE} (http://127.0.0.1:"),
        (b"/a\x01b", "the server redirects to an address that is none"),
        (b"#part", "the address redirects in a circle, as some do for readers without cookies; "),
        (b"http://169.254.169.254/latest/", "'169.254.169.254' is at the private address 169.254.169.254; no option"),
        (b"http://[::ffff:a9fe:a9fe]/", "'::ffff:a9fe:a9fe' is at the private address ::ffff:"),
        (b"http://[fe80::1]/", "'fe80::1' is at the private address fe80::1; no option reads that"),
    ],
    ids=named,
)
def test_redirects_that_are_not_followed(site: RawSite, target: bytes, expected: str) -> None:
    told = message(site, answer(b"302 Found", b"Location: " + target, body=b""))
    # What is wrong with a host is said of its own address.
    assert (told.partition(": ")[2] if told.startswith("http") else told).startswith(expected)
    assert "secret" not in told


def test_a_redirect_in_latin_letters_is_followed_as_browsers_do(site: RawSite) -> None:
    site.answers["/%C3%B6l"] = answer()
    assert read(site, answer(b"302 Found", "Location: /öl".encode("latin-1"), body=b"")) == PAGE.decode()
    assert read(site, answer(b"302 Found", "Location: /öl".encode(), body=b"")) == PAGE.decode()


def test_a_host_that_only_looks_like_another_is_shown_as_it_is_asked_for() -> None:
    assert str(checked("http://\N{CYRILLIC SMALL LETTER ES}linic.example/", "")) == "http://xn--linic-0ye.example/"


def leading(content: str, around: str = "{}") -> bytes:
    meta = f"<meta content=\"{content}\" HTTP-EQUIV='Refresh'>"
    return answer(body=f"<!doctype html><head>{around.format(meta)}<p>This page has moved.".encode())


@pytest.mark.parametrize(
    "sent",
    [
        leading("0; url=/new"),
        leading("5;URL='/new'"),
        leading("0, /new#part"),
        leading("0;url=/new?a=1&amp;b=2"),
        answer(b"200 OK", b"Refresh: 0; url=/new"),
    ],
)
def test_a_page_that_leads_on_at_once_is_read_where_it_leads(site: RawSite, sent: bytes) -> None:
    site.answers["/new"] = site.answers["/new?a=1&b=2"] = answer(body=b"<!doctype html><p>Here it is.")
    assert read(site, sent) == "<!doctype html><p>Here it is."


@pytest.mark.parametrize(
    "sent",
    [
        leading("300; url=/new"),
        leading("0"),
        leading("0; url=/page#top"),
        leading("0; url=javascript:alert(1)"),
        leading("0; url=http://[/"),
        leading("0; url=/new", "<noscript>{}</noscript>"),
        leading("0; url=/new", "<!-- {} -->"),
        leading("0; url=/new", "<script>write('{}')</script>"),
    ],
)
def test_a_page_that_stays_or_renews_itself_is_read_itself(site: RawSite, sent: bytes) -> None:
    site.asked.clear()
    assert "This page has moved." in read(site, sent)
    assert site.asked == ["/page"]


def test_pages_that_lead_on_in_a_circle_or_to_private_addresses(site: RawSite) -> None:
    site.answers["/back"] = leading("0; url=/page")
    assert message(site, leading("0; url=/back")).startswith("the address redirects in a circle")
    assert "no option reads that" in message(site, leading("0; url=http://169.254.169.254/"))


def test_a_page_that_leads_to_one_that_robots_txt_closes(site: RawSite, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = answer(body=b"User-agent: *\nDisallow: /new\n")
    site.answers["/page"] = leading("0; url=/new")
    site.asked.clear()
    done = clinlint("check", "--allow-private", f"{site.address}/page", folder=tmp_path)
    assert (done.returncode, site.asked) == (2, ["/robots.txt", "/page"])
    assert done.stderr.startswith(f"clinlint: {site.address}/new: the site's robots.txt asks robots")
