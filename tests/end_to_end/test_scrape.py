"""``clinlint scrape`` against a clinic's site on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from clinlint.sources.snapshots.manifest import Manifest, Snapshot
from clinlint.sources.web.lanes import WIDTH
from clinlint.sources.web.wordpress import PASSWORD, USER
from end_to_end.clinic_site import HTML, Site, article, clinic, wordpress
from end_to_end.scraping import scrape
from end_to_end.terminal import clinlint


def kept(folder: Path) -> dict[str, Snapshot]:
    with Manifest(folder / "pages") as manifest:
        return {page.url: page for page in manifest}


def test_a_page_is_kept_as_it_came_and_linted_later_without_the_web(site: Site, tmp_path: Path) -> None:
    site.answers["/old"] = (301, {"Location": "/ear/3"}, b"")
    done = scrape(tmp_path, f"{site.address}/old")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 page: 1 fetched; 'clinlint check pages' lints them\n"
    page = kept(tmp_path)[f"{site.address}/old"]
    assert (page.final_url, page.status, page.media_type) == (f"{site.address}/ear/3", 200, "text/html")
    assert page.headers["etag"] == '"3"'
    assert (tmp_path / "pages" / page.file).read_bytes() == article(3)

    asked = len(site.asked)
    report = clinlint("check", "pages", folder=tmp_path)
    assert len(site.asked) == asked
    assert report.stdout.startswith(f"pages/{page.file} is {site.address}/ear/3\n")
    assert "TY001 space-before-mark" in report.stdout
    document = json.loads(clinlint("check", "pages", "--format", "json", folder=tmp_path).stdout)
    assert document["files"][0]["address"] == f"{site.address}/ear/3"


def test_a_kept_page_is_never_fixed_in_place(site: Site, tmp_path: Path) -> None:
    scrape(tmp_path, f"{site.address}/ear/3")
    done = clinlint("check", "pages", "--fix", "--format", "concise", folder=tmp_path)
    assert done.returncode == 2
    assert "a kept page stays as the server sent it; fix a copy elsewhere, or use --diff" in done.stderr
    page = tmp_path / "pages" / kept(tmp_path)[f"{site.address}/ear/3"].file
    assert page.read_bytes() == article(3)
    assert clinlint("check", "pages", "--diff", folder=tmp_path).stdout.startswith("--- ")

    clinlint("check", "pages", "--output", "suggestions-csv=s.csv", folder=tmp_path)
    rows = (tmp_path / "s.csv").read_text("utf-8-sig").replace(",[delete],,", ",[delete],accept,")
    (tmp_path / "s.csv").write_text(rows, "utf-8")
    done = clinlint("apply", str(page), "s.csv", folder=tmp_path)
    assert done.returncode == 2
    assert "a kept page stays as the server sent it; write the corrected one with --output" in done.stderr
    assert clinlint("apply", str(page), "s.csv", "-o", "new/", folder=tmp_path).returncode == 0
    assert (tmp_path / "new" / page.name).read_bytes() != page.read_bytes() == article(3)


def test_the_encoding_that_the_server_named_holds_for_the_snapshot(site: Site, tmp_path: Path) -> None:
    text = "<!doctype html><p>Kulak ağrısı İstanbul</p>"
    site.answers["/tr"] = (200, {"Content-Type": "text/html; charset=iso-8859-9"}, text.encode("iso-8859-9"))
    scrape(tmp_path, f"{site.address}/tr")
    document = json.loads(clinlint("check", "pages", "--format", "json", folder=tmp_path).stdout)
    assert document["files"][0]["encoding"] in {"iso8859-9", "windows-1254", "cp1254"}


def test_a_sitemap_of_sitemaps_packed_and_filtered(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/0", "/ear/1", "/ear/2"], at="/one.xml.gz", packed=True)
    site.sitemap(["/ear/3", "/ear/4", "/ear/1"], at="/two.xml")
    site.index(["/one.xml.gz", "/two.xml"])
    done = scrape(tmp_path, "--sitemap", site.address, "--exclude", "*/ear/3", "--limit", "4")
    assert done.stdout.startswith("4 pages: 4 fetched;")
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/{n}" for n in (0, 1, 2, 4)]


def test_the_sitemap_that_robots_txt_names(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/5"], at="/hidden/map.xml")
    site.answers["/robots.txt"] = (200, {}, f"Sitemap: {site.address}/hidden/map.xml\n".encode())
    scrape(tmp_path, "--sitemap", f"{site.address}/")
    assert list(kept(tmp_path)) == [f"{site.address}/ear/5"]


def test_pages_that_changed_since(site: Site, tmp_path: Path) -> None:
    entries = "".join(
        f"<url><loc>{site.address}/ear/{n}</loc><lastmod>{day}</lastmod></url>"
        for n, day in enumerate(("2025-12-31", "2026-01-01T08:00:00+00:00", "2026-03-05"))
    )
    site.answers["/sitemap.xml"] = (200, {}, f"<urlset>{entries}</urlset>".encode())
    scrape(tmp_path, "--sitemap", f"{site.address}/sitemap.xml", "--since", "2026-01-01")
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/1", f"{site.address}/ear/2"]


def test_feeds(site: Site, tmp_path: Path) -> None:
    rss = f"<rss version='2.0'><channel><link>/</link><item><link>{site.address}/ear/0</link></item></channel></rss>"
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link rel='self' href='/feed/1'/>"
        "<link rel='alternate' href='/ear/1'/><updated>2026-02-01T00:00:00Z</updated></entry></feed>"
    )
    site.answers["/rss"] = (200, {"Content-Type": "application/rss+xml"}, rss.encode())
    site.answers["/atom"] = (200, {"Content-Type": "application/atom+xml"}, atom.encode())
    scrape(tmp_path, "--feed", f"{site.address}/rss", "--feed", f"{site.address}/atom")
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/0", f"{site.address}/ear/1"]


def test_wordpress_posts_are_linted_at_their_places(site: Site, tmp_path: Path) -> None:
    wordpress(site, posts=60)
    done = scrape(tmp_path, "--wordpress", site.address)
    assert done.stdout.startswith("60 pages: 60 fetched;"), done.stderr
    report = clinlint("check", "pages", "--select", "TY001", "--format", "concise", folder=tmp_path)
    assert report.stdout.count("TY001") == 60


def test_wordpress_drafts_need_the_password_and_never_show_it(site: Site, tmp_path: Path) -> None:
    wordpress(site, posts=2, drafts=3)
    arguments = ("--wordpress", site.address, "--drafts")
    assert "set CLINLINT_WORDPRESS_USER and CLINLINT_WORDPRESS_PASSWORD" in scrape(tmp_path, *arguments).stderr
    wrong = scrape(tmp_path, *arguments, **{USER: "editor", PASSWORD: "wr0ng secret"})
    assert (wrong.returncode, "does not accept the user or the application password" in wrong.stderr) == (2, True)
    assert "wr0ng" not in wrong.stderr
    assert not (tmp_path / "pages").exists()
    done = scrape(tmp_path, *arguments, **{USER: "editor", PASSWORD: "abcd efgh"})
    assert done.stdout.startswith("5 pages: 5 fetched;"), done.stderr
    assert b"abcd" not in b"".join(path.read_bytes() for path in (tmp_path / "pages").rglob("*") if path.is_file())


def test_a_list_of_addresses(site: Site, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# ears\n\n{site.address}/ear/0\n{site.address}/ear/2 \n")
    scrape(tmp_path, "--from", "list.txt")
    assert sorted(kept(tmp_path)) == [f"{site.address}/ear/0", f"{site.address}/ear/2"]


def test_a_later_run_fetches_only_what_changed(site: Site, tmp_path: Path) -> None:
    site.sitemap(["/ear/0", "/ear/1"])
    scrape(tmp_path, "--sitemap", site.address)
    site.answers["/ear/1"] = (200, {**HTML, "ETag": '"new"'}, article(11))
    done = scrape(tmp_path, "--sitemap", site.address)
    assert done.stdout.startswith("2 pages: 1 fetched, 1 unchanged;")
    changed = kept(tmp_path)[f"{site.address}/ear/1"]
    assert (tmp_path / "pages" / changed.file).read_bytes() == article(11)


def test_a_page_that_fails_is_told_and_the_others_are_kept(site: Site, tmp_path: Path) -> None:
    done = scrape(tmp_path, f"{site.address}/ear/0", f"{site.address}/none", f"{site.address}/ear/1")
    assert done.returncode == 1
    assert done.stderr == f"clinlint: {site.address}/none: the server answers 404 (Not Found); check the address\n"
    assert done.stdout.startswith("3 pages: 2 fetched, 1 failed;")
    assert clinlint("check", "pages", folder=tmp_path).returncode == 1


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with clinic() as site:
        site.articles(300)
        site.sitemap([f"/ear/{number}" for number in range(300)])
        command = [sys.executable, "-m", "clinlint", "scrape", "-o", "pages", "--allow-private", "--delay", "0"]
        running = subprocess.Popen([*command, "--sitemap", site.address], cwd=tmp_path)
        while sum(path.startswith("/ear/") for path in site.asked) < 120:
            time.sleep(0.01)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        before = kept(tmp_path)
        assert 100 < len(before) < 300
        done = scrape(tmp_path, "--sitemap", site.address)
        assert done.stdout.startswith("300 pages: 300 fetched;")
        times = Counter(path for path in site.asked if path.startswith("/ear/"))
        # The pages under way when the run was killed may have been asked for twice, no others.
        assert sum(times.values()) <= 300 + WIDTH
        after = kept(tmp_path)
        assert len(after) == 300
        for page in after.values():
            assert (tmp_path / "pages" / page.file).read_bytes() == article(int(page.url.rpartition("/")[2]))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "nothing to fetch was named"),
        (("ftp://example.org/x",), "only http and https"),
        (("https://me:secret@example.org/x",), "take the user name and password out"),
        (("--sitemap", "SITE/ear/0"), "this is a page and no XML list; check the address"),
        (("--sitemap", "SITE"), "no sitemap is named in robots.txt nor found at /sitemap.xml"),
        (("--sitemap", "SITE/atom"), "this is no sitemap but an XML document <feed>"),
        (("--feed", "SITE/laughs"), "this XML declares entities, which are not read"),
        (("--wordpress", "SITE"), "the site has no WordPress interface here (status 404)"),
        (("--from", "none.txt"), "none.txt: the list of addresses cannot be read"),
        (("--from", "list.txt"), "list.txt:2: file:///etc/hostname: only http and https"),
        (("SITE/ear/0", "--drafts"), "--drafts goes with --wordpress"),
        (("SITE/ear/0", "--include", "*/nose/*"), "no page is left to fetch"),
        (("SITE/ear/0", "--since", "last week"), "'last week' is no day; write one like 2026-01-31"),
    ],
)
def test_wrong_use_is_one_sentence_and_leaves_nothing_behind(
    site: Site, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "list.txt").write_text("# ears\nfile:///etc/hostname\n")
    site.answers["/atom"] = (200, {}, b"<feed/>")
    site.answers["/laughs"] = (200, {}, b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>')
    done = scrape(tmp_path, *(argument.replace("SITE", site.address) for argument in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("clinlint: ")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr
    assert "secret" not in done.stderr
    assert not (tmp_path / "pages").exists()


def test_without_leave_no_private_address_is_read(site: Site, tmp_path: Path) -> None:
    done = clinlint("scrape", "-o", "pages", f"{site.address}/ear/0", folder=tmp_path)
    assert "is at the private address 127.0.0.1; --allow-private reads it all the same" in done.stderr
    assert site.asked == []


def test_a_folder_with_something_else_in_it_is_left_alone(site: Site, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "manifest.sqlite").write_text("my notes, not a database at all")
    done = scrape(tmp_path, f"{site.address}/ear/0")
    assert (done.returncode, "this is no manifest of snapshots" in done.stderr) == (2, True)
    assert (tmp_path / "pages" / "manifest.sqlite").read_text() == "my notes, not a database at all"
