"""Many pages as one table: scores, worst rules, twins, and what changed since the run before."""

from __future__ import annotations

import csv
import io
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest

from end_to_end.clinic_site import HTML, Site, clinic
from end_to_end.terminal import clinlint

TEXT = (
    "Gallstones are small hard lumps that form when bile thickens, and most people who have them never notice it. "
    "A doctor finds them with an ultrasound scan of the belly, which takes ten minutes and does not hurt."
)
PAGES = {
    "good.txt": TEXT + "\n",
    "twin.txt": TEXT + " Ask the clinic.\n",
    "poor.txt": "Massage the cramped case . It passes soon , and then the case is torn.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def table(folder: Path, *arguments: str) -> dict[str, dict[str, str]]:
    done = clinlint("check", ".", "--format", "site-csv", "--select", "MT,TY", *arguments, folder=folder)
    assert done.returncode == 1, done.stderr
    return {row["page"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


def test_one_row_a_page_the_worst_first(folder: Path) -> None:
    rows = table(folder)
    assert list(rows) == ["poor.txt", "good.txt", "twin.txt"]
    assert rows["poor.txt"]["verdict"] == "errors"
    assert rows["poor.txt"]["worst_rules"].startswith("MT101:2 TY001:2")
    assert rows["good.txt"]["verdict"] == "clean"


def test_a_page_without_text_is_the_worst_and_has_no_score(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    for _ in range(2):
        rows = table(folder, "--history", "past.sqlite")
        assert next(iter(rows)) == "empty.txt"
        assert [rows["empty.txt"][name] for name in ("score", "change", "verdict", "words")] == ["", "", "no text", "0"]
    done = clinlint("check", "empty.txt", "--format", "site", folder=folder)
    assert "     –               0         0  empty.txt\n" + " " * 34 + "no text\n" in done.stdout
    assert "MQM-mapped score" not in done.stdout


def test_pages_with_nearly_the_same_text_are_named_once(folder: Path) -> None:
    rows = table(folder)
    assert (rows["good.txt"]["nearly_same_as"], rows["twin.txt"]["nearly_same_as"]) == ("", "good.txt")


def test_the_change_since_the_run_before(folder: Path) -> None:
    assert {row["change"] for row in table(folder, "--history", "past.sqlite").values()} == {""}
    (folder / "poor.txt").write_text(PAGES["poor.txt"].replace(" .", ".").replace(" ,", ","))
    (folder / "new.txt").write_text("A new page is here.\n")
    rows = table(folder, "--history", "past.sqlite")
    assert float(rows["poor.txt"]["change"]) > 0
    assert rows["good.txt"]["change"] == "0.0"
    assert rows["new.txt"]["change"] == ""


def test_how_many_pages_became_better_and_worse_is_told(folder: Path) -> None:
    arguments = ("check", ".", "--format", "site", "--select", "MT,TY", "--history", "past.sqlite")
    assert "Since the run before" not in clinlint(*arguments, folder=folder).stdout
    (folder / "poor.txt").write_text(PAGES["poor.txt"].replace(" .", "."))
    (folder / "twin.txt").write_text(PAGES["twin.txt"].replace(".", " ."))
    (folder / "new.txt").write_text("A new page is here.\n")
    done = clinlint(*arguments, "--output", "site-html=site.html", folder=folder)
    expected = "Since the run before: 1 better, 1 worse, 1 as before, 1 new"
    assert f"\n{expected}\n" in done.stdout
    assert f"{expected}." in (folder / "site.html").read_text()


def test_a_history_that_cannot_be_used_is_one_sentence(folder: Path) -> None:
    arguments = ("check", "good.txt", "--format", "site", "--history", "past.sqlite")
    clinlint(*arguments, folder=folder)
    past = folder / "past.sqlite"
    with sqlite3.connect(past) as connection:
        # Columns of somebody else's, which nothing makes anew.
        connection.execute("ALTER TABLE pages RENAME COLUMN score TO points")
    connection.close()
    done = clinlint(*arguments, folder=folder)
    assert done.returncode == 2
    assert "past.sqlite: the history cannot be used (no such column: score); name another file" in done.stderr


def test_a_database_of_somebody_else_is_left_alone(folder: Path) -> None:
    with sqlite3.connect(folder / "bookmarks.sqlite") as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = (folder / "bookmarks.sqlite").read_bytes()
    done = clinlint("check", "good.txt", "--history", "bookmarks.sqlite", folder=folder)
    told = "clinlint: bookmarks.sqlite: this is a database, but no history; use another file\n"
    assert (done.returncode, done.stderr) == (2, told)
    assert (folder / "bookmarks.sqlite").read_bytes() == before


def test_a_spreadsheet_takes_no_page_for_a_formula(folder: Path) -> None:
    for name in ("=1+1.txt", "@SUM(1).txt", "+1.txt"):
        (folder / name).write_text(PAGES["poor.txt"])
    done = clinlint("check", ".", "--format", "site-csv", folder=folder)
    cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
    assert sum("=1+1" in cell or "@SUM" in cell or "+1.txt" in cell for cell in cells) >= 6
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_results_from_the_cache_make_the_same_table(folder: Path) -> None:
    assert table(folder) == table(folder)


def test_the_table_at_a_terminal(folder: Path) -> None:
    done = clinlint("check", ".", "--format", "site", "--select", "MT,TY", folder=folder)
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["score", "change", "errors", "warnings", "page"]
    assert lines[1].endswith("  poor.txt")
    assert "nearly the same text as good.txt" in done.stdout
    assert "3 files" in done.stdout


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_lets_its_own_script_run_and_escapes_names(folder: Path) -> None:
    (folder / "<img src=x onerror=alert(1)>.txt").write_text(PAGES["poor.txt"])
    clinlint("check", ".", "--output", "site-html=site.html", folder=folder)
    page = (folder / "site.html").read_text()
    words = Words()
    words.feed(page)
    assert "<img src=x onerror=alert(1)>.txt" in words.text
    assert ("img" in words.tags, words.tags.count("script")) == (False, 1)
    assert "unsafe" not in page
    assert words.tags.count("tr") == 5


def test_snapshots_are_called_by_their_address(tmp_path: Path) -> None:
    with clinic() as site:
        wide(site)
        clinlint("scrape", "-o", "pages", "--allow-private", "--delay", "0", f"{site.address}/a", folder=tmp_path)
        done = clinlint("check", "pages", "--format", "site-csv", folder=tmp_path)
        assert done.stdout.splitlines()[1].startswith(f"{site.address}/a,pages/pages/")


def wide(site: Site) -> None:
    site.answers["/a"] = (
        200,
        HTML,
        f"<!doctype html><title>Bile</title><main><h1>Bile</h1><p>{TEXT}</p></main>".encode(),
    )


def test_a_file_that_is_no_history_is_left_alone(folder: Path) -> None:
    (folder / "past.sqlite").write_text("notes" * 100)
    done = clinlint("check", ".", "--history", "past.sqlite", folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "this is no history that can be written" in done.stderr
    assert (folder / "past.sqlite").read_text() == "notes" * 100
