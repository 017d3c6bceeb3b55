"""``clinlint baseline`` and ``check --baseline``: what is old is let pass, what is new fails."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint_here

OFF = ("--languagetool", "off")
PAGE = "<p>The pain goes away !</p>\n<p>It hurts the the knee.</p>\n"
FILE = "clinlint-baseline.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "site" / "b.html").write_text("<p>Come in !</p>\n", encoding="utf-8")
    (tmp_path / "clinlint.toml").write_text('languagetool = "off"\n', encoding="utf-8")
    assert run(tmp_path, "baseline", "create", "site").returncode == 0
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return clinlint_here(*arguments, folder=folder)


def entries(folder: Path) -> list[dict[str, object]]:
    found = json.loads((folder / FILE).read_text(encoding="utf-8"))["findings"]
    assert isinstance(found, list)
    return found


def checked(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    done = run(folder, "check", "site", "--baseline", FILE, "--format", "json", *arguments)
    files = json.loads(done.stdout)["files"]
    new = [d["rule"] for file in files for d in file["diagnostics"] if not d["baselined"] and not d["suppressed_by"]]
    return done.returncode, new


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_create_writes_one_finding_a_line_in_a_stable_order(site: Path) -> None:
    assert [(e["path"], e["rule"], e["count"]) for e in entries(site)] == [
        ("site/a.html", "TY001", 1),
        ("site/a.html", "TY006", 1),
        ("site/b.html", "TY001", 1),
    ]
    text = (site / FILE).read_text(encoding="utf-8")
    assert sum('"fingerprint"' in line for line in text.splitlines()) == 3
    assert run(site, "baseline", "create", "site", "--force").returncode == 0
    assert (site / FILE).read_text(encoding="utf-8") == text


def test_the_baseline_itself_is_no_article(site: Path) -> None:
    done = run(site, "check", ".", "--baseline", FILE)
    assert done.returncode == 0
    assert "holds no article" not in done.stdout


def test_create_says_how_to_use_it_unless_the_configuration_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It hurts .\n")
    (tmp_path / "clinlint.toml").write_text('languagetool = "off"\n')
    done = run(tmp_path, "baseline", "create", "a.txt")
    assert done.stdout.endswith("; 'clinlint check --baseline clinlint-baseline.json' leaves them out\n")
    (tmp_path / "clinlint.toml").write_text('languagetool = "off"\nbaseline = "clinlint-baseline.json"\n')
    done = run(tmp_path, "baseline", "create", "a.txt", "--force")
    assert done.stdout.endswith("accepts 1 finding in 1 file\n")


def test_create_does_not_replace_a_baseline_unasked(site: Path) -> None:
    done = run(site, "baseline", "create", "site")
    assert done.returncode == 2
    assert "there is a baseline already" in done.stderr


def test_new_findings_alone_fail(site: Path) -> None:
    assert checked(site) == (0, [])
    write(site / "site" / "a.html", "<p>New text before it.</p>\n" + PAGE)
    assert checked(site) == (0, [])
    write(site / "site" / "a.html", PAGE + "<p>A new one !</p>\n")
    assert checked(site) == (1, ["TY001"])
    write(site / "site" / "a.html", PAGE + "<p>The pain goes away !</p>\n")
    assert checked(site) == (1, ["TY001"])


def test_the_configuration_can_name_it(site: Path) -> None:
    write(site / "clinlint.toml", f'languagetool = "off"\nbaseline = "{FILE}"\n')
    done = run(site, "check", "site", "--isolated", *OFF)
    assert done.returncode == 1
    done = run(site / "site", "check", "a.html")
    assert done.returncode == 0
    assert "2 known from the baseline" in done.stdout


def test_a_renamed_file_takes_its_findings_along(site: Path) -> None:
    (site / "site" / "a.html").rename(site / "site" / "c.html")
    assert checked(site) == (0, [])
    run(site, "baseline", "update", "site")
    assert {e["path"] for e in entries(site)} == {"site/b.html", "site/c.html"}


def test_update_shrinks_and_grows_only_when_told(site: Path) -> None:
    write(site / "site" / "a.html", "<p>It hurts the the knee.</p>\n<p>A new one !</p>\n")
    done = run(site, "baseline", "check", "site")
    assert done.returncode == 1
    assert "2 known, 1 gone, 1 new (not accepted) in 2 files" in done.stdout
    done = run(site, "baseline", "update", "site")
    assert done.returncode == 0
    assert [(e["path"], e["rule"]) for e in entries(site)] == [("site/a.html", "TY006"), ("site/b.html", "TY001")]
    assert checked(site) == (1, ["TY001"])
    run(site, "baseline", "update", "site", "--allow-new")
    assert checked(site) == (0, [])
    assert run(site, "baseline", "check", "site").returncode == 0


def test_update_leaves_files_alone_that_are_not_linted(site: Path) -> None:
    run(site, "baseline", "update", "site/b.html")
    assert {e["path"] for e in entries(site)} == {"site/a.html", "site/b.html"}


def test_prune_takes_out_files_that_are_gone(site: Path) -> None:
    (site / "site" / "a.html").unlink()
    done = run(site, "baseline", "prune")
    assert done.returncode == 0
    assert "2 findings taken out, 1 left" in done.stdout
    assert {e["path"] for e in entries(site)} == {"site/b.html"}


def test_suppressed_findings_are_not_accepted(site: Path) -> None:
    write(site / "site" / "b.html", "<!-- clinlint: ignore[TY001] meant --><p>Come in !</p>\n")
    run(site, "baseline", "update", "site")
    assert {e["path"] for e in entries(site)} == {"site/a.html"}
    code, new = checked(site)
    assert (code, new) == (0, [])


def test_two_branches_that_shrink_merge_without_a_conflict(site: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments],
            cwd=site,
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "one")
    git("switch", "-qc", "other")
    write(site / "site" / "b.html", "<p>Come in!</p>\n")
    run(site, "baseline", "update", "site")
    git("commit", "-qam", "b")
    git("switch", "-q", "main")
    write(site / "site" / "a.html", PAGE.replace(" !", "!"))
    run(site, "baseline", "update", "site")
    git("commit", "-qam", "a")
    done = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "merge", "-q", "other"],
        cwd=site, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        # Neighbouring lines conflict in git; then clinlint says so, and what to do.
        told = run(site, "check", "site", "--baseline", FILE)
        assert told.returncode == 2
        assert "merge conflict" in told.stderr
    else:
        assert [e["rule"] for e in entries(site)] == ["TY006"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<<<<<<< ours\n{}\n", "merge conflict"),
        ("[]", "no baseline"),
        ('{"clinlint-baseline": 99, "findings": []}', "version 99"),
        ('{"clinlint-baseline": 1, "findings": [{"path": "a"}]}', "no baseline"),
        ("not json", "no baseline"),
    ],
)
def test_a_baseline_that_is_none_is_told(site: Path, content: str, message: str) -> None:
    write(site / FILE, content)
    done = run(site, "check", "site", "--baseline", FILE)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_baseline_is_told(site: Path) -> None:
    done = run(site, "check", "site", "--baseline", "nowhere.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere.json: there is no such baseline" in done.stderr
