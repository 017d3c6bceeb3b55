"""A workbook and a table go to a translator, through LibreOffice, and come back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from clinlint.sources.encoding import decode
from end_to_end.terminal import clinlint_here
from office import Office
from review.tables import Filled, filled_csv, filled_xlsx, write
from word.word_files import p, t, texts, word

PAGE = "<p>The pain goes away !</p>\n<p>The thıck vein =hurts ,often.</p>\n<p>It doesnâ€™t (last.</p>\n"
EXPECTED = PAGE.replace("away !", "away!").replace("thıck", "=1+1 “swollen” & more").replace("& more", "&amp; more")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    done = clinlint_here(
        "check",
        "page.html",
        "--isolated",
        "--languagetool",
        "off",
        "--output",
        "xlsx=s.xlsx",
        "--output",
        "suggestions-csv=s.csv",
        folder=tmp_path,
    )
    assert done.returncode == 1
    return tmp_path


def filled(folder: Path) -> Filled:
    ids = [line.partition(",")[0] for line in (folder / "s.csv").read_text(encoding="utf-8").splitlines()]
    vein = next(name for name in ids if name.startswith("MT002"))
    space = next(name for name in ids if name.startswith("TY001"))
    return {vein: ("edit", "=1+1 “swollen” & more", "-x"), space: ("ACCEPT", None, "")}


def test_a_workbook_comes_back_from_an_office(folder: Path, office: Office) -> None:
    write(folder / "back.xlsx", filled_xlsx((folder / "s.xlsx").read_bytes(), filled(folder)))
    saved = office.convert(folder / "back.xlsx", "xlsx", folder / "saved")
    done = clinlint_here("apply", "page.html", str(saved), folder=folder)
    assert (done.returncode, done.stderr) == (0, "clinlint: page.html: 2 changes made, 0 rejected\n")
    assert (folder / "page.html").read_text(encoding="utf-8") == EXPECTED


def saved_table(folder: Path, office: Office, codec: int) -> Path:
    """The table as LibreOffice saves it in Germany, opened in an encoding (76 is UTF-8, 1 Windows-1252)."""
    write(folder / "back.csv", filled_csv((folder / "s.csv").read_bytes(), filled(folder)))
    kind = "Text - txt - csv (StarCalc)"
    office.run(
        f"--infilter={kind}:44,34,{codec},1",
        "--convert-to",
        f"csv:{kind}:59,34,76",
        "--outdir",
        str(folder / "saved"),
        str(folder / "back.csv"),
    )
    saved = folder / "saved" / "back.csv"
    assert b";" in saved.read_bytes().splitlines()[0]
    return saved


def test_a_table_comes_back_from_an_office(folder: Path, office: Office) -> None:
    done = clinlint_here("apply", "page.html", str(saved_table(folder, office, 76)), folder=folder)
    assert (done.returncode, done.stderr) == (0, "clinlint: page.html: 2 changes made, 0 rejected\n")
    assert (folder / "page.html").read_text(encoding="utf-8") == EXPECTED


def test_a_table_that_was_opened_in_a_wrong_encoding_is_refused(folder: Path, office: Office) -> None:
    done = clinlint_here("apply", "page.html", str(saved_table(folder, office, 1)), folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the table was opened in a wrong encoding, so its letters are damaged; open it as UTF-8" in done.stderr
    assert (folder / "page.html").read_text(encoding="utf-8") == PAGE


def test_a_workbook_needs_a_file(folder: Path) -> None:
    done = clinlint_here("check", "page.html", "--format", "xlsx", "--isolated", folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the format xlsx is no text; write it to a file with --output xlsx=PATH" in done.stderr


def test_a_kept_result_gives_the_same_table(folder: Path) -> None:
    first = (folder / "s.csv").read_bytes()
    again = clinlint_here(
        "check", "page.html", "--isolated", "--languagetool", "off", "--output", "suggestions-csv=s.csv", folder=folder
    )
    assert again.returncode == 1
    assert (folder / "s.csv").read_bytes() == first


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_word_draft_is_corrected_in_its_runs(tmp_path: Path, form: str) -> None:
    draft = word(p(t("Salt &amp; water: the ") + t("p", "<w:b/>") + t("ain goes away !")) + p("The thıck vein hurts."))
    write(tmp_path / "draft.docx", draft.data)
    arguments = ("--isolated", "--languagetool", "off", "--output", "xlsx=s.xlsx", "--output", "suggestions-csv=s.csv")
    clinlint_here("check", "draft.docx", *arguments, folder=tmp_path)
    rows = (tmp_path / "s.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[2] for row in rows if row.startswith("MT002")] == [' paragraph 2"']
    decisions = filled(tmp_path)
    fill = filled_xlsx if form == "xlsx" else filled_csv
    write(tmp_path / f"back.{form}", fill((tmp_path / f"s.{form}").read_bytes(), decisions))
    done = clinlint_here("apply", "draft.docx", f"back.{form}", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "clinlint: draft.docx: 2 changes made, 0 rejected\n")
    corrected = (tmp_path / "draft.docx").read_bytes()
    assert texts(decode(corrected, name="draft.docx")) == [
        "Salt & water: the pain goes away!",
        "The =1+1 “swollen” & more vein hurts.",
    ]
    assert b"<w:b/>" in zipfile.ZipFile(tmp_path / "draft.docx").read("word/document.xml")
