"""A draft with its suggestions on its whole way: written by the command, opened in a real office, and brought back."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import docx
import pytest

from clinlint.sources.encoding import decode
from end_to_end.terminal import clinlint
from office import Office, pictures
from office_macros import settle
from word.word_files import texts

QUIET = ("--languagetool", "off", "--isolated")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FIXTURE = Path(__file__).parents[2] / "fixtures" / "articles" / "bunion.docx"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft of python-docx: bold and italic words, a list, a table, a picture, a page header, somebody's comment."""
    document = docx.Document()
    document.add_heading("Knee arthroscopy", 1)
    paragraph = document.add_paragraph("The pain goes aw")
    paragraph.add_run("ay ").bold = True
    paragraph.add_run("! You can walk on the same day.")
    document.add_comment(paragraph.runs[0], text="Ask the surgeon.", author="Bob", initials="B")
    thick = document.add_paragraph("Rest your ")
    thick.add_run("thıck").italic = True
    thick.add_run(" leg & foot. It is done.The end is near.").add_picture(io.BytesIO(PIXEL))
    document.add_paragraph("Rest the the knee", style="List Bullet")
    document.add_table(1, 2, style="Table Grid").cell(0, 1).text = "Two  spaces"
    document.sections[0].header.paragraphs[0].text = "Clinic  of  knees !"
    path = tmp_path / "draft.docx"
    document.save(str(path))
    return path


def suggest(path: Path) -> Path:
    arguments = ("check", path.name, "--output", "docx=suggestions.docx", "--fail-on", "never")
    done = clinlint(*arguments, *QUIET, folder=path.parent)
    assert done.returncode == 0, done.stderr
    return path.with_name("suggestions.docx")


def words(path: Path) -> list[str]:
    return texts(decode(path.read_bytes(), name=path.name))


def test_accepted_in_the_office_it_is_the_corrected_draft(draft: Path, office: Office) -> None:
    accepted = settle(office, suggest(draft), "AcceptAllTrackedChanges", draft.with_name("accepted.docx"))
    done = clinlint("apply", "draft.docx", "accepted.docx", "--output", "corrected.docx", folder=draft.parent)
    assert done.returncode == 0, done.stderr
    assert "cannot be told" not in done.stderr
    corrected = words(draft.with_name("corrected.docx"))
    assert corrected == words(accepted)
    assert "Rest your thick leg & foot. It is done. The end is near." in corrected
    opened = docx.Document(str(accepted))
    looks = {run.text: (run.bold, run.italic) for paragraph in opened.paragraphs for run in paragraph.runs}
    assert looks["thick"] == (None, True)
    assert looks["ay"] == (True, None)
    assert next(p.style.name for p in opened.paragraphs if p.style) == "Heading 1"
    assert opened.tables[0].cell(0, 1).text == "Two spaces"
    assert len(opened.inline_shapes) == 1
    assert opened.sections[0].header.paragraphs[0].text == "Clinic  of  knees !"
    assert "Ask the surgeon." in [comment.text for comment in opened.comments]


def test_rejected_in_the_office_it_is_the_draft(draft: Path, office: Office) -> None:
    rejected = settle(office, suggest(draft), "RejectAllTrackedChanges", draft.with_name("rejected.docx"))
    assert words(rejected) == words(draft)
    opened, original = docx.Document(str(rejected)), docx.Document(str(draft))
    for one, other in zip(opened.paragraphs, original.paragraphs, strict=True):
        assert _looks(one) == _looks(other)
    before = draft.read_bytes()
    done = clinlint("apply", "draft.docx", "rejected.docx", folder=draft.parent)
    assert done.returncode == 0, done.stderr
    assert "0 changes made" in done.stderr
    assert draft.read_bytes() == before


def _looks(paragraph: docx.text.paragraph.Paragraph) -> list[tuple[str, bool, bool]]:
    return [(one, bool(run.bold), bool(run.italic)) for run in paragraph.runs for one in run.text]


def test_changes_of_others_and_notes_in_the_fixture(tmp_path: Path, office: Office) -> None:
    path = tmp_path / "bunion.docx"
    path.write_bytes(FIXTURE.read_bytes())
    suggestions = suggest(path)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(suggestions) as after:
        same = {name for name in before.namelist() if before.read(name) == after.read(name)}
        changed = set(before.namelist()) - same
        assert changed <= {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    accepted = settle(office, suggestions, "AcceptAllTrackedChanges", tmp_path / "accepted.docx")
    done = clinlint("apply", "bunion.docx", "accepted.docx", "--output", "corrected.docx", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "cannot be told" not in done.stderr
    assert words(tmp_path / "corrected.docx") == words(accepted)
    assert (b"w:author=" in _main(tmp_path / "corrected.docx")) is (b"w:author=" in _main(path))


def _main(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml")


def test_the_office_draws_it(draft: Path, office: Office) -> None:
    pages = pictures(office.convert(suggest(draft), "pdf", draft.parent / "pdf"), draft.parent / "pages")
    assert len(pages) == 1
    assert pages[0].stat().st_size > 3_000


def test_the_draft_itself_is_never_the_file_of_suggestions(draft: Path) -> None:
    before = draft.read_bytes()
    done = clinlint("check", "draft.docx", "--output", "docx=draft.docx", *QUIET, folder=draft.parent)
    assert done.returncode == 2
    assert "would overwrite a file that is linted" in done.stderr
    assert draft.read_bytes() == before


def test_a_folder_is_linted_without_it(draft: Path) -> None:
    suggest(draft)
    done = clinlint("check", ".", "--format", "concise", *QUIET, folder=draft.parent)
    assert "draft.docx: " in done.stdout
    assert "suggestions.docx" not in done.stdout
    named = clinlint("check", "suggestions.docx", "--format", "concise", *QUIET, folder=draft.parent)
    assert named.returncode == 0, named.stdout
