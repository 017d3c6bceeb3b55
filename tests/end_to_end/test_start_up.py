"""What the small commands load: nothing that takes time."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "bs4",
    "httpx",
    "re2",
    "ftfy",
    "charset_normalizer",
    "pyromark",
    "clinlint_rules",
    "clinlint.run.pipeline",
    "asyncio",
}


def modules_after(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom clinlint.cli.main import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n'.join(['MODULES', *sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.partition("MODULES\n")[2].splitlines())


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help"), ("rule", "--help")])
def test_version_and_help_load_no_reader_no_client_and_no_rule(arguments: tuple[str, ...]) -> None:
    assert not modules_after(*arguments) & HEAVY


def test_the_version_needs_no_command_line_library() -> None:
    assert "click" not in modules_after("--version")


def test_a_text_file_needs_neither_html_nor_http(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("start") / "a.txt"
    path.write_text("Keep it dry !\n")
    loaded = modules_after("check", str(path), "--isolated", "--select", "TY001")
    assert "clinlint.run.pipeline" in loaded
    assert not loaded & {"bs4", "httpx", "pyromark", "clinlint.documents.html", "clinlint.sources.web"}
