"""Drafts of word processors, as an editor lints and fixes them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from end_to_end.terminal import clinlint
from office import Office
from word.word_files import archive, members, opendocument, p, root, t, word

QUIET = ("--languagetool", "off", "--isolated")
FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "checkstyle", "junit", "csv")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft of python-docx with something to fix in a table, across runs, and in a page header (which stays)."""
    document = docx.Document()
    document.core_properties.title = "Knee arthroscopy"
    document.add_heading("Knee arthroscopy", 0)
    document.add_heading("After the operation", 1)
    paragraph = document.add_paragraph("The pain goes aw")
    paragraph.add_run("ay ").bold = True
    paragraph.add_run("! You can walk on the same day & climb stairs.")
    document.add_paragraph("Take your tablets", style="List Bullet")
    document.add_paragraph("Rest the the knee", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "Two  spaces"
    document.sections[0].header.paragraphs[0].text = "Clinic  of  knees !"
    path = tmp_path / "draft.docx"
    document.save(path)
    return path


def test_findings_are_told_by_paragraph(draft: Path) -> None:
    done = clinlint("check", "draft.docx", "--format", "concise", *QUIET, folder=draft.parent)
    assert done.returncode == 1
    assert "draft.docx: paragraph 3, under “After the operation”: warning TY001" in done.stdout
    assert "draft.docx: table 1, row 1, column 2, under “After the operation”: warning TY003" in done.stdout
    assert "Clinic" not in done.stdout
    full = clinlint("check", "draft.docx", *QUIET, folder=draft.parent).stdout
    assert "The pain goes away ! You can walk" in full or "The pain goes away !" in full
    assert "<w:" not in full


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_says_something_true_of_an_archive(draft: Path, form: str) -> None:
    done = clinlint("check", "draft.docx", "--format", form, *QUIET, folder=draft.parent)
    assert done.returncode == 1, done.stderr
    assert "<w:" not in done.stdout or form in {"json", "jsonl"}
    if form == "json":
        (file,) = json.loads(done.stdout)["files"]
        finding = next(d for d in file["diagnostics"] if d["rule"] == "TY001")
        assert finding["start"] == {"line": 3, "column": 19}
        assert finding["place"] == "paragraph 3, under “After the operation”"
    if form == "sarif":
        run = json.loads(done.stdout)["runs"][0]
        assert all("fixes" not in result for result in run["results"])
        names = [result["locations"][0]["logicalLocations"][0]["name"] for result in run["results"]]
        assert any(name.startswith("table 1") for name in names)


def test_diff_shows_paragraphs_and_writes_nothing(draft: Path) -> None:
    before = draft.read_bytes()
    done = clinlint("check", "draft.docx", "--diff", "--unsafe-fixes", *QUIET, folder=draft.parent)
    assert "-The pain goes away ! You can walk on the same day & climb stairs." in done.stdout.splitlines()
    assert "+The pain goes away! You can walk on the same day & climb stairs." in done.stdout.splitlines()
    assert "+Rest the knee" in done.stdout.splitlines()
    assert "<w:" not in done.stdout
    assert draft.read_bytes() == before


def test_fix_writes_words_and_leaves_everything_else(draft: Path, office: Office) -> None:
    original = draft.with_name("original.docx")
    shutil.copy(draft, original)
    done = clinlint("check", "draft.docx", "--fix", "--unsafe-fixes", *QUIET, folder=draft.parent)
    assert done.returncode == 0, done.stdout
    with zipfile.ZipFile(original) as before, zipfile.ZipFile(draft) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        bare = [re.sub(rb"(<w:t[^>]*>)[^<]*", rb"<w:t>", a.read("word/document.xml")) for a in (before, after)]
    assert changed == ["word/document.xml"]
    assert bare[0] == bare[1]
    opened = docx.Document(str(draft))
    assert opened.paragraphs[2].runs[0].text == "The pain goes aw"
    assert opened.paragraphs[2].runs[1].bold
    text = office.convert(draft, "txt:Text (encoded):UTF8", draft.parent / "text").read_text(encoding="utf-8-sig")
    shown = [re.sub(r"^\S?\t?[•·]?\s*", "", line) for line in text.splitlines() if line.strip()]
    assert "The pain goes away! You can walk on the same day & climb stairs." in text
    assert any(line.endswith("Rest the knee") for line in shown)
    assert "Two spaces" in text
    again = clinlint("check", "draft.docx", "--fix", "--unsafe-fixes", *QUIET, folder=draft.parent)
    assert "nothing to fix" in again.stderr


def test_standard_input_and_output_are_bytes(draft: Path) -> None:
    arguments = ("check", "-", "--stdin-filename", "draft.docx", "--format", "concise", *QUIET)
    done = clinlint(*arguments, folder=draft.parent, stdin=draft.read_bytes())
    assert "draft.docx: paragraph 3" in done.stdout


def test_folders_globs_processes_and_the_cache(draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(6):
        shutil.copy(draft, folder / f"{number}.docx")
    (folder / "~$0.docx").write_bytes(b"\x05Word's own mark of an open file")
    (folder / "a.odt").write_bytes(opendocument("<text:p>The pain goes away !</text:p>").data)
    runs = [
        clinlint("check", ".", "--format", "json", *options, *QUIET, folder=folder)
        for options in (("--no-cache", "--jobs", "1"), ("--jobs", "3"), ("--jobs", "1"))
    ]
    assert {run.returncode for run in runs} == {1}, runs[0].stderr
    assert len({run.stdout for run in runs}) == 1
    assert [file["path"] for file in json.loads(runs[0].stdout)["files"]] == [*(f"{n}.docx" for n in range(6)), "a.odt"]
    globbed = clinlint("check", "*.docx", "--format", "concise", *QUIET, folder=folder)
    assert "5.docx: paragraph 3" in globbed.stdout


def test_a_fingerprint_silences_where_there_are_no_comments(draft: Path) -> None:
    listed = clinlint("check", "draft.docx", "--format", "json", *QUIET, folder=draft.parent)
    findings = json.loads(listed.stdout)["files"][0]["diagnostics"]
    entries = "".join(
        f'[[ignores]]\nfingerprint = "{d["fingerprint"]}"\nreason = "as meant"\n'
        for d in findings
        if d["severity"] != "info"
    )
    (draft.parent / "clinlint.toml").write_text(entries, encoding="utf-8")
    done = clinlint("check", "draft.docx", "--languagetool", "off", folder=draft.parent)
    assert done.returncode == 0, done.stdout


def test_macros_are_kept_and_not_run(tmp_path: Path) -> None:
    macros = b"\xd0\xcf\x11\xe0macros"
    data = archive(members(p("The pain goes away !")) | {"word/vbaProject.bin": macros})
    path = tmp_path / "draft.docm"
    path.write_bytes(data)
    assert clinlint("check", "draft.docm", "--fix", *QUIET, folder=tmp_path).returncode == 0
    with zipfile.ZipFile(path) as after:
        assert after.read("word/vbaProject.bin") == macros


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old Word (.doc); save it as .docx"),
        ("locked.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("broken.docx", archive(members(p("x")))[:200], "damaged"),
        ("bad.docx", archive(members("") | {"word/document.xml": root("document", "<w:body>")[:-13]}), "broken"),
        ("page.docx", b"<p>Text.</p>", "although its name says so"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = clinlint("check", name, *QUIET, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.startswith(f"clinlint: {name}: ")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_no_page_rule_speaks_of_a_draft(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(p("Gout hurts.", '<w:pStyle w:val="Titel"/>') + p(t("Drink water."))).data)
    done = clinlint("check", "a.docx", "--min-severity", "info", "--select", "PG", *QUIET, folder=tmp_path)
    assert done.returncode == 0
    assert "PG" not in done.stdout


def test_libre_office_writes_what_is_read(draft: Path, office: Office) -> None:
    converted = office.convert(draft, "odt", draft.parent / "odt")
    with_odt = clinlint("extract", str(converted), folder=draft.parent).stdout
    assert "heading 1     After the operation" in with_odt
    assert re.search(r"list_item 1\s+Rest the the knee", with_odt)
    assert re.search(r"cell\s+Two spaces", with_odt)
    assert re.search(r"chrome\s+paragraph\s+\[page header\] Clinic", with_odt)
    done = clinlint("check", str(converted), "--fix", "--unsafe-fixes", *QUIET, folder=draft.parent)
    assert done.returncode == 0, done.stdout
    text = office.convert(converted, "txt:Text (encoded):UTF8", draft.parent / "t").read_text(encoding="utf-8-sig")
    assert "The pain goes away! You can walk on the same day & climb stairs." in text
    assert text.count("Rest the knee") == 1
