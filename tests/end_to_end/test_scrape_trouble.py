"""Folders of snapshots in trouble: two runs at once, runs that were killed, full disks, hands that changed things."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from clinlint.errors import SourceError
from clinlint.sources.snapshots.holding import LOCK, held
from clinlint.sources.snapshots.keeping import file_of
from clinlint.sources.snapshots.manifest import Manifest, Snapshot
from clinlint.storage.atomic import AtomicFile
from end_to_end.clinic_site import HTML, Answer, Site, article
from end_to_end.scraping import SCRAPE, scrape
from end_to_end.terminal import clinlint


def kept(folder: Path, url: str) -> Snapshot:
    with Manifest(folder / "pages", writes=False) as manifest:
        page = manifest.get(url)
    assert page is not None
    return page


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "pages" / "manifest.sqlite") as connection:
        connection.execute(statement)
    connection.close()


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a run that ended with 2."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("clinlint: ")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("clinlint: ").removesuffix("\n")


def test_two_runs_in_one_folder_do_not_mix(site: Site, tmp_path: Path) -> None:
    scrape(tmp_path, f"{site.address}/ear/0")
    with held(tmp_path / "pages"):
        told = sentence(scrape(tmp_path, f"{site.address}/ear/1"))
        assert told.startswith("pages: another 'clinlint scrape' is at work in this folder; wait until it has ended")
        # Reading is no harm.
        assert "TY001" in clinlint("check", "pages", folder=tmp_path).stdout
    assert "/ear/1" not in site.asked
    assert scrape(tmp_path, f"{site.address}/ear/1").returncode == 0


def test_what_killed_runs_left_unfinished_is_taken_away_and_nothing_else(site: Site, tmp_path: Path) -> None:
    url = f"{site.address}/{'a-long-name-of-a-page-' * 5}"
    pages = tmp_path / "pages" / Path(file_of(url, "text/html")).parent
    pages.mkdir(parents=True)
    # As a run leaves it that ends in the middle of writing, and one that ends before it can say what it wrote.
    for name in (file_of(url, "text/html"), file_of(f"{site.address}/ear/1", "text/html")):
        AtomicFile(tmp_path / "pages" / name, binary=True).stream.close()
    before_the_manifest = tmp_path / "pages" / file_of(f"{site.address}/ear/0", "text/plain")
    before_the_manifest.write_bytes(b"once plain text")
    mine = [pages / "notes.part", pages / ".notes.part", tmp_path / "pages" / ".draft.html.abcdefgh.part"]
    for path in mine:
        path.write_text("mine")
    assert scrape(tmp_path, f"{site.address}/ear/0").returncode == 0
    left = {path for path in (tmp_path / "pages").rglob("*") if path.is_file()}
    page = tmp_path / "pages" / kept(tmp_path, f"{site.address}/ear/0").file
    own = {tmp_path / "pages" / name for name in (LOCK, "manifest.sqlite")}
    assert left == {*mine, page, *own}


def test_a_run_that_is_stopped_by_hand_says_so_and_goes_on_later(site: Site, tmp_path: Path) -> None:
    site.articles(40)
    site.sitemap([f"/ear/{number}" for number in range(40)])
    reached, go_on = threading.Event(), threading.Event()

    def stuck(_: Site) -> Answer:
        reached.set()
        go_on.wait(60)
        return 200, HTML, article(20)

    usual, site.answers["/ear/20"] = site.answers["/ear/20"], stuck
    command = [sys.executable, "-m", "clinlint", *SCRAPE, "--sitemap", site.address]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert reached.wait(60)
    running.send_signal(signal.SIGINT)
    output, errors = running.communicate(timeout=60)
    go_on.set()
    assert (running.returncode, output) == (130, "")
    assert errors.startswith("clinlint: stopped after ")
    assert errors.endswith("; the same command goes on from there\n")
    site.answers["/ear/20"] = usual
    assert scrape(tmp_path, "--sitemap", site.address).stdout.startswith("40 pages: 40 fetched;")


@pytest.mark.parametrize("blocks", [0, 40, 100])
def test_a_full_disk_is_one_sentence_and_the_run_goes_on_later(site: Site, tmp_path: Path, blocks: int) -> None:
    site.articles(300)
    site.answers["/ear/7"] = (200, HTML, article(7) + b"<!-- -->" * 20_000)
    site.sitemap([f"/ear/{number}" for number in range(300)])
    # No file may grow beyond this, which is what a full disk looks like from within.
    command = f'ulimit -f {blocks}; exec "$@"'
    arguments = ["bash", "-c", command, "-", sys.executable, "-m", "clinlint", *SCRAPE, "--sitemap", site.address]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert " be written (" in sentence(done)
    assert not list((tmp_path / "pages").rglob("*.part"))
    assert scrape(tmp_path, "--sitemap", site.address).stdout.startswith("300 pages: 300 fetched;")


def test_a_folder_that_cannot_take_a_page_is_told(site: Site, tmp_path: Path) -> None:
    place = tmp_path / "pages" / Path(file_of(f"{site.address}/ear/0", "text/html")).parent
    place.parent.mkdir(parents=True)
    place.write_text("a file where a folder must be")
    assert "the page cannot be written (" in sentence(scrape(tmp_path, f"{site.address}/ear/0"))
    place.unlink()
    assert scrape(tmp_path, f"{site.address}/ear/0").returncode == 0
    (tmp_path / "file").write_text("")
    told = sentence(clinlint(*SCRAPE, "-o", "file/pages", f"{site.address}/ear/0", folder=tmp_path))
    assert told == "file/pages: the folder cannot be made (Not a directory)"


def test_a_page_that_somebody_changed_is_fetched_anew(site: Site, tmp_path: Path) -> None:
    url = f"{site.address}/ear/0"
    scrape(tmp_path, url)
    file = tmp_path / "pages" / kept(tmp_path, url).file
    file.write_text("cut sh")
    assert scrape(tmp_path, url).returncode == 0
    assert file.read_bytes() == article(0)
    file.unlink()
    told = clinlint("check", "pages", folder=tmp_path)
    assert told.returncode == 2
    assert "the snapshot cannot be read (No such file or directory); run 'clinlint scrape' again" in told.stderr
    assert scrape(tmp_path, url).returncode == 0
    assert file.read_bytes() == article(0)


def test_a_folder_may_be_moved(site: Site, tmp_path: Path) -> None:
    scrape(tmp_path, f"{site.address}/ear/0")
    (tmp_path / "pages").rename(tmp_path / "elsewhere")
    assert f"is {site.address}/ear/0\n" in clinlint("check", "elsewhere", folder=tmp_path).stdout
    done = clinlint(*SCRAPE, "-o", "elsewhere", f"{site.address}/ear/0", folder=tmp_path)
    assert done.stdout.startswith("1 page: 1 unchanged;")


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE pages SET file = '../mine.html'", "it names the file '../mine.html', which is none of its folder"),
        ("UPDATE pages SET file = 'pages/../mine.html'", "which is none of its folder"),
        ("UPDATE pages SET state = 'lost'", "cannot be read: 'lost' is not a valid State"),
        ("UPDATE pages SET fetched = 'yesterday'", "cannot be read: Invalid isoformat string"),
        ("UPDATE pages SET headers = '[1'", "cannot be read: "),
        ("DROP TABLE pages", "no such table: pages"),
    ],
)
def test_a_manifest_that_somebody_changed_leads_nowhere(site: Site, tmp_path: Path, statement: str, why: str) -> None:
    url = f"{site.address}/ear/0"
    scrape(tmp_path, url)
    (tmp_path / "mine.html").write_text("mine")
    change(tmp_path, statement)
    done = clinlint("check", "pages", folder=tmp_path)
    assert done.returncode == 2
    assert why in done.stderr
    assert "take it away and fetch the pages anew" in done.stderr
    if "DROP" not in statement:
        assert why in sentence(scrape(tmp_path, url))
    assert (tmp_path / "mine.html").read_text() == "mine"


def test_a_damaged_manifest_is_told(site: Site, tmp_path: Path) -> None:
    site.articles(60)
    site.sitemap([f"/ear/{number}" for number in range(60)])
    scrape(tmp_path, "--sitemap", site.address)
    manifest = tmp_path / "pages" / "manifest.sqlite"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    for done in (clinlint("check", "pages", folder=tmp_path), scrape(tmp_path, "--sitemap", site.address)):
        assert done.returncode == 2
        assert "manifest.sqlite: " in done.stderr
        assert "internal error" not in done.stderr


def test_an_address_that_leads_elsewhere_now_is_not_taken_for_unchanged(site: Site, tmp_path: Path) -> None:
    site.answers["/ear/3"] = (200, {**HTML, "ETag": '"0"'}, article(3))
    site.answers["/old"] = (302, {"Location": "/ear/0"}, b"")
    scrape(tmp_path, f"{site.address}/old")
    site.answers["/old"] = (302, {"Location": "/ear/3"}, b"")
    assert scrape(tmp_path, f"{site.address}/old").stdout.startswith("1 page: 1 fetched;")
    page = kept(tmp_path, f"{site.address}/old")
    assert (page.final_url, (tmp_path / "pages" / page.file).read_bytes()) == (f"{site.address}/ear/3", article(3))


@pytest.mark.parametrize(
    "url",
    [
        "http://../../etc/passwd",
        "http://clinic.example/..%2f..%2fetc/passwd",
        "http://clinic.example/con",
        "http://clinic.example/a\0b\n",
        f"http://{'a' * 300}.example/{'b' * 300}",
        "http://клиника.example/ухо",
        "javascript:alert(1)",
        "",
    ],
)
def test_files_stay_in_their_folder_whatever_the_address(url: str) -> None:
    file = file_of(url, "text/html")
    assert Manifest.is_place(file)
    assert max(map(len, Path(file).parts)) < 255


def test_addresses_that_differ_in_their_case_have_files_of_their_own() -> None:
    files = {file_of(f"http://clinic.example/{name}", "text/html").lower() for name in ("Ear", "ear", "EAR", "ear/")}
    assert len(files) == 4


def test_a_host_that_is_no_name_is_never_asked_for() -> None:
    from clinlint.sources.web.fetching import checked

    for url in ("http://a b/", "http://[bad/", "http://a%20b/"):
        with pytest.raises(SourceError, match="this is not a valid address"):
            checked(url, url)
