"""The examples of docs/ci.md, the action and the hooks: they keep their schemas, and they run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema  # type: ignore[attr-defined]
from click.testing import CliRunner

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^## (.+?)\n.*?```(\w+)\n(.*?)```", GUIDE, re.MULTILINE | re.DOTALL)
PARTS = ("linter", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def example(heading: str) -> str:
    (found,) = [text for title, _, text in EXAMPLES if title == heading]
    return found


def validate(schema: str, path: Path) -> None:
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])
    assert done.exit_code == 0, done.output


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "pages").mkdir()
    (folder / "content" / "wound.md").write_text("# Wounds\n\nKeep the wound dry .\n")
    (folder / "pages" / "about us.md").write_text("# Visiting times\n\nWe are here .\n")
    return folder


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as CI does: it ends at the first command that fails. ``pip`` is installed already."""
    stub = folder.parent / "stub"
    stub.mkdir(exist_ok=True)
    (stub / "pip").write_text("#!/bin/sh\n")
    (stub / "pip").chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": f"{stub}:{BIN}:{os.environ['PATH']}", "CLINLINT": ".", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_files_keep_their_schemas(tmp_path: Path) -> None:
    validate("vendor.github-actions", ROOT / "action.yml")
    for heading, schema in (("GitHub", "vendor.github-workflows"), ("GitLab", "vendor.gitlab-ci")):
        (tmp_path / f"{heading}.yml").write_text(example(heading), encoding="utf-8")
        validate(schema, tmp_path / f"{heading}.yml")


def action(site: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step of the action that lints."""
    definition: Any = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = definition["runs"]["steps"][-1]
    known = {name: str(facts["default"]) for name, facts in definition["inputs"].items()} | inputs
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: known[match[1]], value)
        for name, value in step["env"].items()
    }
    return bash(step["run"], site, GITHUB_STEP_SUMMARY=str(site.parent / "summary.md"), **environment)


def test_the_action_annotates_and_summarises(site: Path) -> None:
    workflow: Any = yaml.safe_load(example("GitHub"))
    given = workflow["jobs"]["clinlint"]["steps"][1]["with"]
    done = action(site, **given)
    assert done.returncode == 0, done.stderr
    assert "::warning file=content/wound.md,line=3," in done.stdout
    assert "::warning file=pages/about us.md,line=3," in done.stdout
    assert (site.parent / "summary.md").read_text().startswith("### clinlint\n")
    assert json.loads((site / "clinlint.sarif").read_text())["version"] == "2.1.0"
    assert action(site).returncode == 1


def test_what_a_pull_request_names_is_no_command(site: Path) -> None:
    done = action(site, paths="$(touch hacked)\n`touch hacked`; touch hacked\n--config=/etc/passwd", arguments="")
    assert done.returncode == 2
    assert not (site / "hacked").exists()
    assert "--config=/etc/passwd: there is no such file" in done.stderr


def test_the_example_for_gitlab(site: Path) -> None:
    job: Any = yaml.safe_load(example("GitLab"))["clinlint"]
    done = bash("\n".join(job["script"]), site, **job["variables"])
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    assert json.loads((site / reports["codequality"]).read_text())[0]["location"]["path"] == "content/wound.md"
    assert "<testsuites" in (site / reports["junit"]).read_text()
    assert (site / ".cache" / "clinlint" / "results.sqlite").is_file()


def test_the_example_for_any_other(site: Path) -> None:
    done = bash(example("Any other"), site)
    assert done.returncode == 0, done.stderr
    assert {"clinlint.xml", "checkstyle.xml", "clinlint.sarif"} < {path.name for path in site.iterdir()}


def test_what_reviewdog_is_given(site: Path) -> None:
    script = example("reviewdog").partition("|")[0]
    assert json.loads(bash(script, site).stdout)["diagnostics"][0]["suggestions"]


def pre_commit(site: Path, configuration: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    if not (site / ".git").exists():
        git(site, "init", "--quiet")
    git(site, "add", "--all")
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
        cwd=site,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(site.parent / "home")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hooks_lint_and_fix_what_is_committed(site: Path) -> None:
    """With clinlint as it is installed here."""
    hooks: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    done = pre_commit(site, {"repos": [{"repo": "local", "hooks": local[:1]}]})
    assert done.returncode == 1
    assert "content/wound.md:3:19: warning TY001" in done.stdout
    assert "pages/about us.md:3:12: warning TY001" in done.stdout
    fixed = pre_commit(site, {"repos": [{"repo": "local", "hooks": local[1:]}]})
    assert fixed.returncode == 1
    assert "files were modified by this hook" in fixed.stdout
    assert (site / "content" / "wound.md").read_text() == "# Wounds\n\nKeep the wound dry.\n"
    assert pre_commit(site, {"repos": [{"repo": "local", "hooks": local}]}).returncode == 0


def test_the_example_for_pre_commit_installs_and_runs(site: Path, tmp_path: Path) -> None:
    """With this repository as the hooks' source, installed by pre-commit itself."""
    source = tmp_path / "clinlint"
    source.mkdir()
    for part in PARTS:
        copy: Any = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, source / part)
    git(source, "init", "--quiet")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message", "all")
    configuration: Any = yaml.safe_load(example("pre-commit"))
    configuration["repos"][0] |= {"repo": str(source), "rev": git(source, "rev-parse", "HEAD")}
    done = pre_commit(site, configuration)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "clinlint.................................................................Passed" in done.stdout
    configuration["repos"][0]["hooks"][0]["args"] = ["--format=concise"]
    again = pre_commit(site, configuration)
    assert again.returncode == 1
    assert "content/wound.md:3:19: warning TY001" in again.stdout
