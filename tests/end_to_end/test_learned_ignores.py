"""``clinlint apply --learn-ignores``: what was rejected is not reported again, and nothing else goes silent."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from clinlint import Linter
from end_to_end.reviewed_page import PAGE, hand_in, of_rule, result_of, text_of
from end_to_end.terminal import clinlint_here
from review.reviewers import accepted, rejected, review_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_rejections_become_ignores_that_silence_them_and_nothing_else(folder: Path) -> None:
    configuration = folder / "clinlint.toml"
    configuration.write_bytes(b'# ours\r\nlanguagetool = "off"  # no Java here\r\n')
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    decisions = review_of(result, rejected(result, vein, 'a "brand"'), of_rule(result, "TY001"))
    hand_in(folder, "d.json", decisions)
    before = clinlint_here("check", "page.html", "--format", "json", "--no-cache", folder=folder)
    shown = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", "--diff", folder=folder)
    assert "clinlint.toml: 1 entry would be added to ignores" in shown.stderr
    assert configuration.read_bytes().count(b"ignores") == 0
    done = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", "-o", "new.html", folder=folder)
    assert (done.returncode, "clinlint.toml: 1 entry added to ignores" in done.stderr) == (0, True)
    text = configuration.read_bytes().decode()
    assert text.startswith('# ours\r\nlanguagetool = "off"  # no Java here\r\n\r\n[[ignores]]\r\nrules = ["MT002"]\r\n')
    today = text.partition("(")[2].rpartition(")")[0]
    assert 'reason = "a \\"brand\\" (' in text
    assert today.startswith("Ayşe, 2")
    after = clinlint_here("check", "page.html", "--format", "json", "--no-cache", folder=folder)

    def open_findings(shown: str) -> list[str]:
        (file,) = json.loads(shown)["files"]
        return [d["fingerprint"] for d in file["diagnostics"] if not d["suppressed_by"]]

    assert open_findings(after.stdout) == [p for p in open_findings(before.stdout) if p != vein.fingerprint]
    again = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", "-o", "new.html", folder=folder)
    assert "0 entries added to ignores" in again.stderr
    assert configuration.read_bytes().decode() == text


def test_a_rejection_stays_silent_when_its_neighbour_is_corrected(folder: Path) -> None:
    text = "<p>The pain ,often in the night ; goes away !</p>\n"
    (folder / "page.html").write_text(text, encoding="utf-8")
    result = result_of(folder)
    spaces = [d for d in result.diagnostics if d.rule in ("TY001", "TY006")]
    kept, *others = sorted(spaces, key=lambda d: d.start, reverse=True)
    decisions = review_of(result, rejected(result, kept, "our style"), *(accepted(result, d) for d in others))
    hand_in(folder, "d.json", decisions)
    assert clinlint_here("apply", "page.html", "d.json", "--learn-ignores", folder=folder).returncode == 0
    after = result_of(folder)
    assert [d.rule for d in after.diagnostics if d.match == kept.match] == [kept.rule]
    assert kept.fingerprint not in {d.fingerprint for d in after.diagnostics}
    check = clinlint_here("check", "page.html", "--select", "TY", "--languagetool", "off", folder=folder)
    assert (check.returncode, "1 suppressed" in check.stdout) == (0, True)


def test_a_rejection_in_a_word_draft_stays_silent_though_the_corrections_beside_it_rearranged_its_runs(
    folder: Path,
) -> None:
    draft = docx.Document()
    paragraph = draft.add_paragraph("The nar")
    paragraph.add_run("co").bold = True
    paragraph.add_run("sis is given by the the doctor ,often & at night.")
    draft.save(str(folder / "draft.docx"))
    linter = Linter(languagetool="off", source_language="de")
    result = linter.check_bytes((folder / "draft.docx").read_bytes(), name="draft.docx")
    kept = next(d for d in result.diagnostics if d.match == "the the")
    others = [d for d in result.diagnostics if d.match in ("narcosis", " ")]
    assert len(others) == 2
    hand_in(folder, "d.json", review_of(result, rejected(result, kept, "so"), *(accepted(result, d) for d in others)))
    assert clinlint_here("apply", "draft.docx", "d.json", "--learn-ignores", folder=folder).returncode == 0
    after = linter.check_bytes((folder / "draft.docx").read_bytes(), name="draft.docx")
    assert [d.fingerprint != kept.fingerprint for d in after.diagnostics if d.match == kept.match] == [True]
    check = clinlint_here("check", "draft.docx", "--select", "TY", "--languagetool", "off", folder=folder)
    assert (check.returncode, "1 suppressed" in check.stdout) == (0, True)


def test_a_configuration_is_made_where_there_is_none(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "page.html").rename(folder / "texts" / "page[1].html")
    result = result_of(folder, "texts/page[1].html")
    findings = [rejected(result, d, "meant so") for d in result.diagnostics]
    hand_in(folder, "d.json", review_of(result, *findings))
    done = clinlint_here("apply", "texts/page[1].html", "d.json", "--learn-ignores", folder=folder)
    assert done.returncode == 0
    assert (folder / "clinlint.toml").is_file()
    check = clinlint_here(
        "check", "texts", "--languagetool", "off", "--format", "concise", "--min-severity", "info", folder=folder
    )
    assert "nothing found" in check.stdout
    assert f"{len(findings)} suppressed" in check.stdout


def test_medical_findings_are_silenced_only_with_a_reason(folder: Path) -> None:
    (folder / "page.html").write_text("<p>Take .5 mg twice a day.</p>\n", encoding="utf-8")
    result = result_of(folder)
    medical = next(d for d in result.diagnostics if d.rule.startswith("MD"))
    hand_in(folder, "d.json", review_of(result, rejected(result, medical)))
    done = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", folder=folder)
    assert done.returncode == 1
    assert "rules of medical safety are silenced only with a reason" in done.stderr
    assert not (folder / "clinlint.toml").exists()


def test_ignores_that_cannot_be_added_to_are_left_alone(folder: Path) -> None:
    text = 'ignores = [{ rules = ["TY"], files = ["x"] }]\n'
    (folder / "clinlint.toml").write_text(text, encoding="utf-8")
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    hand_in(folder, "d.json", review_of(result, rejected(result, vein), of_rule(result, "TY001")))
    done = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert text_of(folder) == PAGE
    assert "ignores can be added only where they are tables [[ignores]]" in done.stderr
    assert (folder / "clinlint.toml").read_text(encoding="utf-8") == text
