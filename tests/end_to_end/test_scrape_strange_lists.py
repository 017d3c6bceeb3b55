"""Lists of pages as nobody should send them: sitemaps, feeds and WordPress answers that are broken, hostile or odd."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from clinlint.errors import SourceError
from clinlint.sources.snapshots.manifest import Manifest
from clinlint.sources.web import sitemap
from clinlint.sources.web.found import Found
from clinlint.sources.web.polite import PoliteFetcher
from clinlint.sources.web.wordpress import pages_of_wordpress
from end_to_end.clinic_site import Answer, Site, wordpress
from end_to_end.scraping import scrape
from end_to_end.terminal import clinlint


def listed(*places: str) -> bytes:
    return f"<urlset>{''.join(f'<url><loc>{place}</loc></url>' for place in places)}</urlset>".encode()


def entities() -> bytes:
    steps = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE urlset [<!ENTITY a0 "ha">{steps}]>'.encode() + listed("&a8;")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (entities(), "this XML declares entities, which are not read"),
        (b'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + listed("&x;"), "this XML declares entities"),
        (b"<!doctype html><title>404</title>", "this is a page and no XML list; check the address"),
        (b"", "this is no sitemap: neither XML nor a list of addresses"),
        (b"  \n", "this is no sitemap: neither XML nor a list of addresses"),
        (listed("/ear/0")[:-9], "this is no well-formed XML (no element found"),
        (listed("/ear/0?a=1&b=2"), "this is no well-formed XML (not well-formed"),
        (b"<?xml version='1.0' encoding='klingon'?>" + listed("/ear/0"), "in an encoding that is not known"),
        (gzip.compress(listed("/ear/0"))[:-9], "packed with gzip but cannot be unpacked; try again later"),
        (gzip.compress(b"<urlset>" + b" " * 60_000_000), "the sitemap is larger than 52,428,800 bytes when unpacked"),
        (b"<urlset>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</urlset>", "no page is left to fetch"),
        (b"<urlset/>", "no page is left to fetch"),
        (b"<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>", "no page is left to fetch"),
    ],
    ids=range(13),
)
def test_sitemaps_that_name_no_page_are_one_sentence(site: Site, tmp_path: Path, body: bytes, told: str) -> None:
    site.answers["/sitemap.xml"] = (200, {}, body)
    done = scrape(tmp_path, "--sitemap", f"{site.address}/sitemap.xml")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr
    assert not (tmp_path / "pages").exists()


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE urlset SYSTEM "http://169.254.169.254/urlset.dtd">' + listed("/ear/0"),
        f"<?xml version='1.0' encoding='utf-16'?>{listed('/ear/0').decode()}".encode("utf-16"),
        b"\xef\xbb\xbf\n" + listed("\n  /ear/0\n"),
        b"<urlset><url><loc><![CDATA[/ear/0]]></loc><lastmod>last spring</lastmod></url><url/><loc/></urlset>",
    ],
    ids=("document type", "UTF-16", "byte order mark", "CDATA"),
)
def test_odd_sitemaps_that_name_a_page(site: Site, tmp_path: Path, body: bytes) -> None:
    site.answers["/sitemap.xml"] = (200, {}, body)
    assert scrape(tmp_path, "--sitemap", f"{site.address}/sitemap.xml").returncode == 0
    assert site.pages_asked() == ["/sitemap.xml", "/ear/0"]


def test_addresses_in_a_list_that_are_none_are_told_one_by_one(site: Site, tmp_path: Path) -> None:
    wrong = ["ftp://h/x", "javascript:alert(1)", "http://me:secret@127.0.0.1/x", "http://[bad/", "http://a b/"]
    rest = ("http://169.254.169.254/", "/ear/0", f"{site.address}/ear/1")
    site.answers["/sitemap.xml"] = (200, {}, listed(*wrong, *rest))
    feed = "<rss><item><link>http://[bad/</link></item><item><link>/ear/2</link></item></rss>"
    site.answers["/feed"] = (200, {}, feed.encode())
    done = scrape(tmp_path, "--sitemap", f"{site.address}/sitemap.xml", "--feed", f"{site.address}/feed")
    assert (done.returncode, done.stderr.count("\n")) == (1, len(wrong) + 1)
    assert done.stdout.startswith("9 pages: 3 fetched, 6 failed;")
    assert "secret" not in done.stderr
    assert "no option reads that" in done.stderr
    assert clinlint("check", "pages", "--select", "TY001", folder=tmp_path).stdout.count("TY001 space-before-mark") == 3


def test_one_of_several_sitemaps_that_cannot_be_read_is_told_and_left_out(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/0"], at="/one.xml")
    site.answers["/broken.xml"] = (200, {}, b"<urlset><url>")
    site.sitemap(["/ear/1"], at="/two.xml")
    site.index(["/gone.xml", "/one.xml", "/broken.xml", "/two.xml"])
    done = scrape(tmp_path, "--sitemap", f"{site.address}/sitemap.xml")
    assert (done.returncode, done.stdout) == (1, "2 pages: 2 fetched; 'clinlint check pages' lints them\n")
    gone, broken = done.stderr.splitlines()
    assert f"{site.address}/gone.xml: the server answers 404" in gone
    assert f"{site.address}/broken.xml: this is no well-formed XML" in broken
    assert gone.endswith("(the pages of this sitemap are left out)")

    none = tmp_path / "none"
    none.mkdir()
    site.index(["/gone.xml"])
    done = scrape(none, "--sitemap", f"{site.address}/sitemap.xml")
    assert (done.returncode, "gone.xml: the server answers 404" in done.stderr) == (2, True)
    assert not (none / "pages").exists()


def test_sitemaps_without_end_are_left_and_what_they_named_is_kept(site: Site, tmp_path: Path) -> None:
    def deeper(given: Site) -> Answer:
        number = int(urlsplit(given.asked[-1]).query or 0)
        nested = "".join(f"<sitemap><loc>/deep?{10 * number + n}</loc></sitemap>" for n in range(1, 9))
        return 200, {}, f"<sitemapindex>{nested}</sitemapindex>".encode()

    site.answers["/deep"] = deeper
    done = scrape(tmp_path, "--sitemap", f"{site.address}/deep")
    assert (done.returncode, "followed 3 levels deep, not further" in done.stderr) == (2, True)


def test_more_sitemaps_than_are_read_are_told(
    site: Site, fetcher: PoliteFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_FILES", 3)
    site.index([f"/{n}.xml" for n in range(5)])
    for n in range(5):
        site.sitemap([f"/ear/{n}"], at=f"/{n}.xml")
    batches = sitemap.pages_of_sitemap(fetcher, f"{site.address}/sitemap.xml")
    # The number of pages is told by what the sitemaps before have named.
    assert [(len(next(batches).pages), further) for further in (4, 3)] == [(1, 4), (1, 3)]
    with pytest.raises(SourceError, match=r"/sitemap.xml: more than 3 sitemaps; give the addresses of those"):
        next(batches)


def test_a_robots_txt_with_a_byte_order_mark_holds(site: Site, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = (200, {}, b"\xef\xbb\xbfUser-agent: *\nDisallow: /ear/\n")
    assert "leave this page alone" in scrape(tmp_path, f"{site.address}/ear/0").stderr


@pytest.mark.parametrize("rules", [b"Sitemap: http://[bad/\n", b"Sitemap: javascript:alert(1)\n"])
def test_a_robots_txt_that_names_no_address_as_sitemap(site: Site, tmp_path: Path, rules: bytes) -> None:
    site.answers["/robots.txt"] = (200, {}, rules)
    done = scrape(tmp_path, "--sitemap", site.address)
    assert (done.returncode, done.stderr.count("\n"), "internal" in done.stderr) == (2, 1, False)


def found(fetcher: PoliteFetcher, url: str) -> list[Found]:
    return [page for batch in pages_of_wordpress(fetcher, url) for page in batch.pages]


def test_a_post_that_is_taken_away_meanwhile_hides_no_other(site: Site, fetcher: PoliteFetcher) -> None:
    posts = [{"id": n, "link": f"{site.address}/?p={n}", "content": {"rendered": "x"}} for n in range(120)]

    def answered(given: Site) -> Answer:
        page = int(parse_qs(urlsplit(given.asked[-1]).query)["page"][0])
        if sum("/posts" in path for path in given.asked) == 2:
            del posts[0]
        headers = {"Content-Type": "application/json", "X-WP-Total": str(len(posts))}
        headers["X-WP-TotalPages"] = str(-(-len(posts) // 50))
        return 200, headers, json.dumps(posts[50 * (page - 1) : 50 * page]).encode()

    wordpress(site, posts=0)
    site.answers["/wp-json/wp/v2/posts"] = answered
    assert [page.url for page in found(fetcher, site.address)] == [f"{site.address}/?p={n}" for n in range(50)] + [
        f"{site.address}/?p={n}" for n in range(51, 101)
    ] + [f"{site.address}/?p=50"] + [f"{site.address}/?p={n}" for n in range(101, 120)]


@pytest.mark.parametrize("beyond", [400, 404, 200])
def test_wordpress_without_its_totals_is_read_to_the_end(site: Site, fetcher: PoliteFetcher, beyond: int) -> None:
    wordpress(site, posts=120)
    usual = site.answers["/wp-json/wp/v2/posts"]

    def answered(given: Site) -> Answer:
        assert callable(usual)
        _, headers, body = usual(given)
        kind = {"Content-Type": headers["Content-Type"]}
        return (200, kind, body) if body != b"[]" else (beyond, kind, b"[]" if beyond == 200 else b"{}")

    site.answers["/wp-json/wp/v2/posts"] = answered
    assert len(found(fetcher, site.address)) == 120


def test_a_server_that_gives_the_same_posts_for_ever_is_left(site: Site, fetcher: PoliteFetcher) -> None:
    body = json.dumps([{"id": 7, "link": f"{site.address}/?p=7", "content": {"rendered": "x"}}]).encode()
    site.answers["/wp-json/wp/v2/posts"] = site.answers["/wp-json/wp/v2/pages"] = (
        200,
        {"Content-Type": "application/json"},
        body,
    )
    assert {page.url for page in found(fetcher, site.address)} == {f"{site.address}/?p=7"}


def test_a_post_whose_address_is_none_is_kept_by_its_number(site: Site, tmp_path: Path) -> None:
    wordpress(site, posts=1)
    posts = [{"id": n, "link": link, "content": {"rendered": "x"}} for n, link in ((1, "//[bad"), (2, "/ear"))]
    site.answers["/wp-json/wp/v2/posts"] = (200, {"Content-Type": "application/json"}, json.dumps(posts).encode())
    assert scrape(tmp_path, "--wordpress", site.address).returncode == 0
    with Manifest(tmp_path / "pages", writes=False) as manifest:
        assert [page.url for page in manifest] == [f"{site.address}/?p=1", f"{site.address}/?p=2"]


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b'[{"id": 1}]', b"\xff", b"[" * 100_000], ids=range(6))
def test_a_wordpress_interface_that_answers_nonsense(site: Site, tmp_path: Path, body: bytes) -> None:
    site.answers["/wp-json/wp/v2/posts"] = (200, {"Content-Type": "application/json"}, body)
    done = scrape(tmp_path, "--wordpress", site.address)
    assert (done.returncode, done.stderr.count("\n"), "internal" in done.stderr) == (2, 1, False)
