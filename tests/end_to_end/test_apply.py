"""``clinlint apply``: from a report that came back to the corrected file, as an editor runs it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from clinlint.review.decisions import Decisions
from end_to_end.reviewed_page import PAGE, hand_in, of_rule, result_of, text_of
from end_to_end.terminal import clinlint, clinlint_here
from review.reviewers import accepted, file_of, rejected, review_of, reworded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_what_was_decided_is_made_and_nothing_else(folder: Path) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    twice = next(d for d in result.diagnostics if "the the" in d.excerpt.text)
    hand_in(
        folder,
        "decisions.json",
        review_of(result, of_rule(result, "TY001"), reworded(result, vein, "R&D"), rejected(result, twice, "a name")),
    )
    done = clinlint("apply", "page.html", "decisions.json", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "clinlint: page.html: 2 changes made, 1 rejected\n"
    assert text_of(folder) == PAGE.replace("away !", "away!").replace("thıck", "R&amp;D")
    again = clinlint("apply", "page.html", "decisions.json", folder=folder)
    assert again.returncode == 2
    assert "page.html: the file has changed since it was reviewed, so 3 decisions on page.html cannot" in again.stderr
    assert again.stderr.endswith("clinlint: nothing was written\n")


def test_a_second_run_says_that_all_is_there_already(folder: Path) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001"), of_rule(result, "MT002")))
    assert clinlint_here("apply", "page.html", "d.json", folder=folder).returncode == 0
    after = text_of(folder)
    again = clinlint_here("apply", "page.html", "d.json", folder=folder)
    assert again.returncode == 2
    assert "page.html: the file holds these corrections already, so 2 decisions" in again.stderr
    assert text_of(folder) == after


def test_a_stale_file_stops_the_others_too(folder: Path) -> None:
    (folder / "other.html").write_text(PAGE.replace("knee", "hip"), encoding="utf-8")
    one, other = result_of(folder), result_of(folder, "other.html")
    both = (file_of(one, of_rule(one, "TY001")), file_of(other, of_rule(other, "TY001")))
    hand_in(folder, "d.json", Decisions(both))
    (folder / "other.html").write_text(PAGE.replace("knee", "elbow"), encoding="utf-8")
    done = clinlint_here("apply", "page.html", "other.html", "d.json", folder=folder)
    assert done.returncode == 2
    assert "other.html: the file has changed since it was reviewed" in done.stderr
    assert "clinlint:   TY001-21-22 “ ”: accept: nothing in its place\n" in done.stderr
    assert text_of(folder) == PAGE


def test_what_is_stale_is_told_by_path_where_pages_share_a_name(folder: Path) -> None:
    files = []
    for part in ("hip", "elbow"):
        (folder / part).mkdir()
        (folder / part / "index.html").write_text(PAGE.replace("knee", part), encoding="utf-8")
        result = result_of(folder, f"{part}/index.html")
        files.append(file_of(result, of_rule(result, "MT002")))
        (folder / part / "index.html").write_text(PAGE.replace("knee", part + "s"), encoding="utf-8")
    hand_in(folder, "d.json", Decisions(tuple(files)))
    done = clinlint_here("apply", "hip/index.html", "elbow/index.html", "d.json", folder=folder)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "changed" in line] == [
        f"clinlint: {part}/index.html: the file has changed since it was reviewed, so 1 decision on {part}/index.html "
        "cannot be applied; check it again and decide on what is left"
        for part in ("hip", "elbow")
    ]
    assert "“thıck”: accept: “thick”\n" in done.stderr


def test_a_diff_writes_nothing(folder: Path) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    done = clinlint_here("apply", "page.html", "d.json", "--diff", folder=folder)
    assert done.returncode == 0
    assert "-<p>The pain goes away !</p>\n+<p>The pain goes away!</p>\n" in done.stdout
    assert "1 change would be made" in done.stderr
    assert text_of(folder) == PAGE


def test_the_corrected_file_can_go_elsewhere(folder: Path) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    (folder / "out").mkdir()
    expected = PAGE.replace("away !", "away!")
    assert clinlint_here("apply", "page.html", "d.json", "-o", "new.html", folder=folder).returncode == 0
    assert clinlint_here("apply", "page.html", "d.json", "-o", "out", folder=folder).returncode == 0
    shown = clinlint("apply", "page.html", "d.json", "-o", "-", folder=folder)
    assert text_of(folder, "new.html") == text_of(folder, "out/page.html") == shown.stdout == expected
    assert text_of(folder) == PAGE
    wrong = clinlint_here("apply", "page.html", "d.json", "-o", "./page.html", folder=folder)
    assert wrong.returncode == 2
    assert "this is the article itself" in wrong.stderr


def test_many_corrected_files_keep_their_folders(folder: Path) -> None:
    names = ["site/index.html", "site/hip/index.html", "site/hip/page.html"]
    files = []
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.replace("knee", name), encoding="utf-8")
        result = result_of(folder, name)
        files.append(file_of(result, of_rule(result, "TY001")))
    hand_in(folder, "d.json", Decisions(tuple(files)))
    hand_in(folder, "hip.json", Decisions(tuple(files[1:])))
    assert clinlint_here("apply", "site", "d.json", "-o", "new/all/", folder=folder).returncode == 0
    assert clinlint_here("apply", *names[:2], "d.json", "-o", "two/", folder=folder).returncode == 0
    assert clinlint_here("apply", "site", "hip.json", "-o", "hip/", folder=folder).returncode == 0
    for place in ("new/all", "two", "hip"):
        for name in names[1:2]:
            corrected = text_of(folder, name.replace("site", place, 1))
            assert corrected == PAGE.replace("knee", name).replace("away !", "away!")
    made = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html") if "site" not in path.parts)
    assert [name for name in made if name != "page.html"] == [
        "hip/hip/index.html",
        "hip/hip/page.html",
        "new/all/hip/index.html",
        "new/all/hip/page.html",
        "new/all/index.html",
        "two/hip/index.html",
        "two/index.html",
    ]
    wrong = clinlint_here("apply", "site", "d.json", "-o", "new.html", folder=folder)
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "clinlint: --output new.html: 3 files cannot go to one place; name a folder, with / at its end\n",
    )


def test_what_does_not_go_to_the_folder_is_told(folder: Path) -> None:
    result = result_of(folder)
    for name in ("hip.html", "elbow.html"):
        (folder / name).write_text(PAGE.replace("knee", name), encoding="utf-8")
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    (folder / "corrected").mkdir()
    arguments = ("apply", "page.html", "hip.html", "elbow.html", "d.json", "-o", "corrected")
    done = clinlint_here(*arguments, folder=folder)
    assert done.returncode == 0
    told = "2 files without decisions are not copied to corrected, which holds only what was decided on\n"
    assert told in done.stderr
    assert [path.name for path in (folder / "corrected").iterdir()] == ["page.html"]
    assert "not copied" not in clinlint_here(*arguments[:-2], "--diff", folder=folder).stderr


def test_a_file_that_was_renamed_is_found_by_its_content(folder: Path) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    (folder / "page.html").rename(folder / "final.html")
    assert clinlint_here("apply", ".", "d.json", folder=folder).returncode == 0
    assert text_of(folder, "final.html") == PAGE.replace("away !", "away!")


def test_decisions_on_files_that_were_not_named_are_told(folder: Path) -> None:
    result = result_of(folder)
    other = replace(file_of(result, of_rule(result, "TY001")), path="b.html", digest="sha256:" + "0" * 64)
    hand_in(folder, "d.json", Decisions((file_of(result, of_rule(result, "TY001")), other)))
    (folder / "c.html").write_text("<p>Else.</p>", encoding="utf-8")
    done = clinlint_here("apply", "page.html", "c.html", "d.json", folder=folder)
    assert done.returncode == 0
    assert "1 decision on b.html, which was not named: left out" in done.stderr
    assert "c.html: nothing was decided on this file" in done.stderr


def test_two_reviewers_are_merged_and_what_they_disagree_on_is_settled_by_a_person(folder: Path) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    first = [of_rule(result, "TY001"), reworded(result, vein, "swollen")]
    second = [of_rule(result, "TY001"), accepted(result, vein), of_rule(result, "TY006")]
    hand_in(folder, "a.json", review_of(result, *(replace(d, reviewer="Ayşe") for d in first)))
    hand_in(folder, "b.json", review_of(result, *(replace(d, reviewer="Jonas") for d in second), reviewer="Jonas"))
    done = clinlint_here("apply", "page.html", "a.json", "b.json", folder=folder)
    assert done.returncode == 1
    assert "“thıck”: Ayşe: edit: “swollen” | Jonas: accept: “thick”" in done.stderr
    assert "reviewers disagree in 1 place; --prefer NAME settles it" in done.stderr
    assert text_of(folder) == PAGE
    unknown = clinlint_here("apply", "page.html", "a.json", "b.json", "--prefer", "Eva", folder=folder)
    assert (unknown.returncode, unknown.stderr.count("\n")) == (2, 1)
    assert "nobody of this name decided; there are Ayşe, Jonas" in unknown.stderr
    assert clinlint_here("apply", "page.html", "a.json", "b.json", "--prefer", "ayşe", folder=folder).returncode == 0
    assert "The swollen vein" in text_of(folder)


def test_overlapping_changes_of_two_reviewers_are_no_accident(folder: Path) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    wider = replace(
        reworded(result, vein, "A swollen vein"),
        finding="MT900-1-2",
        match="thıck vein",
        ranges=(replace(vein.range, end=vein.end + 5),),
        reviewer="Jonas",
    )
    hand_in(folder, "a.json", review_of(result, accepted(result, vein)))
    hand_in(folder, "b.json", review_of(result, wider, reviewer="Jonas"))
    done = clinlint_here("apply", "page.html", "a.json", "b.json", folder=folder)
    assert done.returncode == 1
    assert "change the same words" in done.stderr
    assert clinlint_here("apply", "page.html", "a.json", "b.json", "--prefer", "Jonas", folder=folder).returncode == 0
    assert "The A swollen vein hurts" in text_of(folder)


def test_damaged_decisions_are_refused_as_a_whole(folder: Path) -> None:
    result = result_of(folder)
    good = of_rule(result, "TY001")
    vein = of_rule(result, "MT002")
    bad = replace(vein, edits=(replace(vein.edits[0], text="<script>"),))
    hand_in(folder, "d.json", review_of(result, good, bad))
    done = clinlint_here("apply", "page.html", "d.json", folder=folder)
    assert done.returncode == 2
    assert "was not made: it would bring markup into the text" in done.stderr
    assert "clinlint: nothing was written\n" in done.stderr
    assert text_of(folder) == PAGE


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("page.html", "no decisions were named; give decisions.json, or the .xlsx, .csv or .docx that came back"),
        ("d.json", "no article was named"),
        ("page.html none.json", "none.json: there is no such file"),
        ("page.html cut.json", "cut.json: not valid JSON (line 1, column 14"),
        ("page.html empty.json", "empty.json: the file is empty"),
        ("page.html folder.json", "no decisions were named"),
        ("page.html nothing.json", "page.html: nothing was decided on this file"),
        ("page.html export.json", "export.json: this is no file of decisions"),
        ("page.html other.docx", "other.docx: this Word file holds no decisions; what clinlint had put into it"),
        ("page.html folder.xlsx", "folder.xlsx: this is a folder"),
        ("page.html words.csv", "words.csv: this is no table of suggestions"),
        ("page.html words.xlsx", "words.xlsx: this is no workbook in the format .xlsx"),
        ("page.html words.ods", "words.ods: tables of this kind are not read; save it as .xlsx"),
        ("gone.html d.json", "gone.html: there is no such file"),
        ("https://example.org/ d.json", "https://example.org/: apply changes files"),
        ("- d.json", "-: apply changes files"),
        ("page.html d.json --prefer Eva", "--prefer Eva: nobody of this name decided"),
        ("page.html d.json -o none/x.html", "none/x.html: cannot be written"),
    ],
)
def test_wrong_use_is_one_sentence(folder: Path, arguments: str, sentence: str) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    (folder / "cut.json").write_text('{"version": 1', encoding="utf-8")
    (folder / "empty.json").touch()
    hand_in(folder, "nothing.json", review_of(result))
    (folder / "export.json").write_text("[]", encoding="utf-8")
    docx.Document().save(str(folder / "other.docx"))
    (folder / "folder.json").mkdir()
    (folder / "folder.xlsx").mkdir()
    for name in ("words.csv", "words.xlsx", "words.ods"):
        (folder / name).write_text("a,b\n", encoding="utf-8")
    done = clinlint_here("apply", *arguments.split(), folder=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert sentence in done.stderr
    assert text_of(folder) == PAGE
