"""Lists of pages as sites give them: sitemaps of every size, feeds without dates, WordPress in both forms."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from clinlint.errors import SourceError
from clinlint.sources.snapshots.manifest import Manifest, Snapshot
from clinlint.sources.web import sitemap
from clinlint.sources.web.polite import PoliteFetcher
from clinlint.sources.web.wordpress import PASSWORD, USER
from end_to_end.clinic_site import HTML, Answer, Site, clinic, wordpress
from end_to_end.scraping import scrape
from end_to_end.terminal import clinlint


def kept(folder: Path) -> dict[str, Snapshot]:
    with Manifest(folder / "pages", writes=False) as manifest:
        return {page.url: page for page in manifest}


def test_sitemaps_that_name_each_other_are_read_once(site: Site, fetcher: PoliteFetcher) -> None:
    site.index(["/two.xml", "/sitemap.xml", "/one.xml"])
    site.index(["/sitemap.xml", "/one.xml"], at="/two.xml")
    site.sitemap(["/ear/0"], at="/one.xml")
    found = list(sitemap.pages_of_sitemap(fetcher, f"{site.address}/sitemap.xml"))
    assert [page.url for batch in found for page in batch.pages] == [f"{site.address}/ear/0"]
    assert sorted(site.pages_asked()) == ["/one.xml", "/sitemap.xml", "/two.xml"]


def test_a_sitemap_of_more_addresses_than_the_protocol_allows_is_read_all_the_same(
    site: Site, fetcher: PoliteFetcher
) -> None:
    site.sitemap([f"/ear/{number}" for number in range(50_500)])
    batches = sitemap.pages_of_sitemap(fetcher, f"{site.address}/sitemap.xml")
    assert sum(len(batch.pages) for batch in batches) == 50_500


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_that_is_too_large_is_told(
    site: Site, fetcher: PoliteFetcher, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 100_000)
    site.sitemap([f"/ear/{number}" for number in range(5_000)], packed=packed)
    with pytest.raises(SourceError, match=r"is larger than 100,000 bytes"):
        list(sitemap.pages_of_sitemap(fetcher, f"{site.address}/sitemap.xml"))


def test_since_keeps_pages_that_do_not_say_when_they_changed(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/0", "/ear/1"])
    items = f"<item><link>{site.address}/ear/2</link></item><item><link>{site.address}/ear/3</link>"
    items += "<pubDate>Mon, 05 Jan 2015 10:00:00 GMT</pubDate></item>"
    site.answers["/rss"] = (
        200,
        {"Content-Type": "application/rss+xml"},
        f"<rss><channel>{items}</channel></rss>".encode(),
    )
    scrape(tmp_path, "--sitemap", site.address, "--feed", f"{site.address}/rss", "--since", "2026-01-01")
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/{number}" for number in (0, 1, 2)]


def test_a_list_that_breaks_in_the_middle_loses_no_page_before_it(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/0", "/ear/1"], at="/one.xml")
    site.answers["/two.xml"] = (200, {}, b"<urlset><url>")
    site.index(["/one.xml", "/two.xml"])
    done = scrape(tmp_path, "--sitemap", site.address)
    assert (done.returncode, "two.xml: this is no well-formed XML" in done.stderr) == (1, True)
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/0", f"{site.address}/ear/1"]
    # Mended, the pages that are there already are not sent again.
    site.sitemap(["/ear/2"], at="/two.xml")
    done = scrape(tmp_path, "--sitemap", site.address)
    assert (done.returncode, done.stdout.partition(";")[0]) == (0, "3 pages: 1 fetched, 2 unchanged")


def test_wordpress_posts_and_pages_of_several_lists(site: Site, tmp_path: Path) -> None:
    wordpress(site, posts=120)
    posts = site.answers["/wp-json/wp/v2/posts"]
    site.answers["/wp-json/wp/v2/pages"] = (
        200,
        {"Content-Type": "application/json", "X-WP-TotalPages": "1"},
        f'[{{"id": 7, "link": "{site.address}/about", "content": {{"rendered": "<p>About us</p>"}}}}]'.encode(),
    )
    assert callable(posts)
    assert scrape(tmp_path, "--wordpress", site.address).stdout.startswith("121 pages: 121 fetched;")
    asked = [parse_qs(urlsplit(path).query)["page"][0] for path in site.asked if "/posts?" in path]
    assert asked == ["1", "2", "3"]


def test_wordpress_without_pretty_permalinks(site: Site, tmp_path: Path) -> None:
    wordpress(site, posts=60)
    posts, pages = site.answers.pop("/wp-json/wp/v2/posts"), site.answers.pop("/wp-json/wp/v2/pages")

    def plain(given: Site) -> Answer:
        route = parse_qs(urlsplit(given.asked[-1]).query).get("rest_route", [""])[0]
        chosen = {"/wp/v2/posts": posts, "/wp/v2/pages": pages}.get(route, (404, {}, b""))
        return chosen(given) if callable(chosen) else chosen

    site.answers["/"] = plain
    assert scrape(tmp_path, "--wordpress", site.address).stdout.startswith("60 pages: 60 fetched;")
    # The form that is not there is asked for once.
    assert sum("/wp-json/" in path for path in site.asked) == 1


def test_an_application_password_stays_with_the_host_that_it_is_for(site: Site, tmp_path: Path) -> None:
    with clinic() as other:
        wordpress(other, posts=1)
        site.answers["/wp-json/wp/v2/posts"] = (302, {"Location": f"{other.address}/wp-json/wp/v2/posts?page=1"}, b"")
        site.answers["/wp-json/wp/v2/pages"] = (302, {"Location": f"{other.address}/wp-json/wp/v2/pages"}, b"")
        environment = {USER: "editor", PASSWORD: "abcd efgh"}
        scrape(tmp_path, "--wordpress", site.address, "--drafts", **environment)
        sent = [headers for path, headers in zip(site.asked, site.headers, strict=True) if "wp-json" in path]
        assert all(headers["authorization"].startswith("Basic ") for headers in sent)
        assert not any("authorization" in headers for headers in other.headers)


def test_an_application_password_is_not_sent_in_the_clear(tmp_path: Path) -> None:
    environment = {USER: "editor", PASSWORD: "abcd efgh"}
    arguments = ("scrape", "-o", "pages", "--wordpress", "http://clinic.example", "--drafts")
    done = clinlint(*arguments, folder=tmp_path, **environment)
    assert done.stderr == "clinlint: the application password is sent over https alone; give the site's https address\n"


def test_the_manifest_keeps_what_a_page_says_of_its_language_and_its_twins(site: Site, tmp_path: Path) -> None:
    head = (
        f"<link rel=canonical href={site.address}/ear/0><link rel=alternate hreflang=tr href={site.address}/kulak>"
        "<title>Ear</title>"
    )
    body = f"<!doctype html><html lang=en-GB><head>{head}</head><body><main><h1>Ear</h1><p>The ear hurts.</p></main>"
    site.answers["/twin"] = (200, HTML, body.encode())
    scrape(tmp_path, f"{site.address}/twin")
    facts = kept(tmp_path)[f"{site.address}/twin"].facts
    assert facts["canonical"] == f"{site.address}/ear/0"
    assert facts["hreflang"] == f"tr {site.address}/kulak"
    assert facts["language"].lower().startswith("en")


def test_a_manifest_of_an_earlier_version_is_read_and_taken_further(site: Site, tmp_path: Path) -> None:
    scrape(tmp_path, f"{site.address}/ear/0")
    with sqlite3.connect(tmp_path / "pages" / "manifest.sqlite") as connection:
        connection.executescript("ALTER TABLE pages DROP COLUMN facts; PRAGMA user_version = 1")
    connection.close()
    assert "TY001" in clinlint("check", "pages", folder=tmp_path).stdout
    assert scrape(tmp_path, f"{site.address}/ear/0").stdout.startswith("1 page: 1 unchanged;")
    assert len(kept(tmp_path)) == 1


def test_checking_a_folder_writes_nothing_into_it(site: Site, tmp_path: Path) -> None:
    scrape(tmp_path, f"{site.address}/ear/0")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "pages").rglob("*")}
    assert "manifest.sqlite-wal" not in {path.name for path in before}
    clinlint("check", "pages", folder=tmp_path)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "pages").rglob("*")} == before


def test_pages_that_are_checked_by_address_keep_their_distance_and_are_tried_again(site: Site, tmp_path: Path) -> None:
    busy = iter([(503, {"Retry-After": "0"}, b""), (200, HTML, b"<p>The ear hurts , a lot.</p>")])
    site.answers["/busy"] = lambda _: next(busy)
    begun = time.monotonic()
    done = clinlint("check", "--allow-private", f"{site.address}/busy", f"{site.address}/ear/1", folder=tmp_path)
    assert time.monotonic() - begun >= 2.0
    assert done.returncode == 1
    assert done.stdout.count("TY001 space-before-mark") == 2
    assert site.asked == ["/robots.txt", "/busy", "/busy", "/ear/1"]


@pytest.mark.parametrize("command", ["check", "extract", "stats"])
def test_an_address_that_is_named_asks_robots_txt_like_a_list(site: Site, tmp_path: Path, command: str) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /ear/\n")
    page = f"{site.address}/ear/1"
    done = clinlint(command, "--allow-private", page, folder=tmp_path)
    assert (done.returncode, site.asked) == (2, ["/robots.txt"])
    expected = f"{page}: the site's robots.txt asks robots to leave this page alone; "
    assert f"clinlint: {expected}--ignore-robots reads a site of your own all the same\n" in done.stderr
    assert clinlint(command, "--allow-private", "--ignore-robots", page, folder=tmp_path).returncode != 2
    assert site.asked == ["/robots.txt", "/ear/1"]


def test_what_is_wrong_with_a_host_is_said_of_the_page_that_was_named(tmp_path: Path) -> None:
    with clinic() as site:
        page = f"{site.address}/ear/1"
    done = clinlint("check", "--allow-private", page, folder=tmp_path)
    assert done.returncode == 2
    assert f"clinlint: {page}: no connection to '127.0.0.1', port " in done.stderr
    done = clinlint("check", page, folder=tmp_path)
    assert f"clinlint: {page}: '127.0.0.1' is at the private address 127.0.0.1; " in done.stderr
    assert "robots.txt" not in done.stderr
