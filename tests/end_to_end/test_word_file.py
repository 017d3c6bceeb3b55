"""A Word file of suggestions on its whole way: written by the command, opened in a real office, and brought back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.fixing.apply import apply_edits
from clinlint.fixing.plan import Change, compatible
from clinlint.fixing.rewrite import rewritten
from clinlint.model.diagnostic import LintResult, Severity
from office import Office, pictures
from office_macros import settle
from reports.word_file import WordFile

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


def clinlint(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clinlint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_bytes((ARTICLES / "varicose-veins.html").read_bytes())
    return tmp_path


def suggest(folder: Path, name: str = "page.html") -> Path:
    ran = clinlint("check", name, "--output", "docx=suggestions.docx", "--fail-on", "never", folder=folder)
    assert ran.returncode == 0, ran.stderr
    return folder / "suggestions.docx"


def together(result: LintResult) -> list[Change]:
    """The fixes of what the command shows that can be made together."""
    shown = [d for d in result.diagnostics if d.fixes and not d.suppressed_by and d.severity is not Severity.INFO]
    return compatible(Change(d, d.fixes[0]) for d in shown)[0]


def fixed(folder: Path) -> tuple[LintResult, str]:
    """The article with all fixes made that can be made together, straight from the linter."""
    result = Linter(languagetool="off").check_bytes((folder / "page.html").read_bytes(), name="page.html")
    return result, rewritten(result.source, [edit for change in together(result) for edit in change.fix.edits]).text


def plain(result: LintResult) -> list[str]:
    """The shown paragraphs of the article with the same fixes made."""
    (document,) = result.documents
    edits = [edit for change in together(result) for edit in change.fix.plain]
    return [line for line in apply_edits(document.text, edits).split("\n\n") if line]


def test_accepted_in_the_office_it_is_the_fixed_article(folder: Path, office: Office) -> None:
    suggestions = suggest(folder)
    result, corrected = fixed(folder)
    accepted = settle(office, suggestions, "AcceptAllTrackedChanges", folder / "accepted.docx")
    shown = [text for text in WordFile(suggestions.read_bytes()).article("accepted") if text]
    assert [text for text in WordFile(accepted.read_bytes()).article("accepted") if text] == shown
    assert set(shown) <= set(plain(result))
    text = settle(office, suggestions, "AcceptAllTrackedChanges", folder / "accepted.txt").read_text("utf-8-sig")
    at = 0
    for paragraph in shown:
        at = text.index(paragraph, at) + len(paragraph)
    # And it comes back as the corrected source.
    ran = clinlint("apply", "page.html", "accepted.docx", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "page.html").read_text("utf-8") == corrected


def test_rejected_in_the_office_it_is_the_article(folder: Path, office: Office) -> None:
    suggestions = suggest(folder)
    before = (folder / "page.html").read_bytes()
    rejected = settle(office, suggestions, "RejectAllTrackedChanges", folder / "rejected.docx")
    wanted = [text for text in WordFile(suggestions.read_bytes()).article("rejected") if text]
    assert [text for text in WordFile(rejected.read_bytes()).article("accepted") if text] == wanted
    ran = clinlint("apply", "page.html", "rejected.docx", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert "0 changes made, 11 rejected" in ran.stderr
    assert (folder / "page.html").read_bytes() == before


def test_words_that_are_written_anew_in_the_office_come_back(folder: Path, office: Office) -> None:
    suggestions = suggest(folder)
    settle(office, suggestions, "AcceptAllTrackedChanges", folder / "reviewed.docx", {"thick": "swollen"})
    _, corrected = fixed(folder)
    ran = clinlint("apply", "page.html", "reviewed.docx", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "page.html").read_text("utf-8") == corrected.replace("thick", "swollen")


def test_the_office_draws_it(folder: Path, office: Office) -> None:
    pages = pictures(office.convert(suggest(folder), "pdf", folder / "pdf"), folder / "pages")
    assert 1 <= len(pages) <= 3
    assert all(page.stat().st_size > 5_000 for page in pages)


def test_a_page_that_changed_since_is_left_alone(folder: Path) -> None:
    suggest(folder)
    page = folder / "page.html"
    page.write_bytes(page.read_bytes() + b"<!-- later -->")
    before = page.read_bytes()
    ran = clinlint("apply", "page.html", "suggestions.docx", folder=folder)
    assert ran.returncode == 2
    assert page.read_bytes() == before


def test_a_word_file_that_is_no_review_is_told(folder: Path) -> None:
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 nothing")
    ran = clinlint("apply", "page.html", "letter.docx", folder=folder)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1


def test_it_needs_a_file(folder: Path) -> None:
    for arguments in (("--output", "docx=-"), ("--format", "docx")):
        ran = clinlint("check", "page.html", *arguments, folder=folder)
        assert ran.returncode == 2
        assert "is no text" in ran.stderr
