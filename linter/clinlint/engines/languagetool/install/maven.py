"""Fetches LanguageTool with Maven, which knows where, through which proxy, and goes on where it stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from clinlint.engines.languagetool.java import Java
from clinlint.engines.languagetool.problem import LanguageToolError
from clinlint.engines.languagetool.release import LANGUAGES, VERSION, locked_files, locked_size

_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies"
_TIMEOUT = 60_000
"""Milliseconds without an answer after which Maven gives up a request."""


def find_maven() -> str | None:
    """The command ``mvn``; None when it is not there."""
    return shutil.which("mvn")


def fetch_with_maven(
    target: Path, work: Path, maven: str, java: Java | None, progress: Callable[[int, int], None]
) -> None:
    """Puts the jars of the release into ``target``, checked one by one.

    Args:
        target: a new folder.
        work: what has been fetched stays here when something goes wrong, so that the next try goes on from there.
        maven: the command.
        java: the Java that runs it.
        progress: is told the bytes that are there and those that there will be.

    Raises:
        LanguageToolError: when Maven fails, or what it fetched is not what it must be.
        OSError: when a file cannot be written.
    """
    repository, log = work / "repository", work / "maven.log"
    work.mkdir(parents=True, exist_ok=True)
    (work / "pom.xml").write_text(_project(), encoding="utf-8")
    command = [maven, "--batch-mode", "--strict-checksums", f"-Dmaven.repo.local={repository}"]
    command += [f"-DoutputDirectory={target}", "-DincludeScope=runtime"]
    command += [f"-Dmaven.wagon.rto={_TIMEOUT}", f"-Daether.connector.requestTimeout={_TIMEOUT}", _PLUGIN]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=work,
            env=java.environment() if java is not None else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            while process.poll() is None:
                progress(min(_bytes_in(repository), locked_size()), locked_size())
                try:
                    process.wait(0.3)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    if process.returncode:
        raise LanguageToolError(f"Maven could not fetch LanguageTool {VERSION}: {_reason(log)}; {_AGAIN}")
    for file in locked_files():
        problem = file.problem_in(target)
        if problem is not None:
            shutil.rmtree(repository, ignore_errors=True)
            raise LanguageToolError(f"what Maven fetched is not LanguageTool {VERSION} as it was released: {problem}")
    progress(locked_size(), locked_size())


_AGAIN = "what was fetched is kept, so mend that and run the command again"


def _project() -> str:
    languages = "".join(_dependency(f"language-{code}") for code in LANGUAGES)
    without = "<exclusions><exclusion><groupId>org.languagetool</groupId><artifactId>language-all</artifactId>"
    server = _dependency("languagetool-server", f"{without}</exclusion></exclusions>")
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>clinlint</groupId><artifactId>languagetool</artifactId><version>1</version>"
        f"<dependencies>{server}{languages}</dependencies></project>\n"
    )


def _dependency(artifact: str, more: str = "") -> str:
    name, version = escape(artifact), escape(VERSION)
    return (
        f"<dependency><groupId>org.languagetool</groupId><artifactId>{name}</artifactId>"
        f"<version>{version}</version>{more}</dependency>"
    )


def _bytes_in(folder: Path) -> int:
    """The bytes of all jars below a folder, half-fetched ones too."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            if ".jar" in name:
                try:
                    total += os.stat(os.path.join(parent, name)).st_size  # noqa: PTH116, PTH118 - it runs three times a second
                except OSError:  # Maven has just renamed it
                    continue
    return total


def _reason(log: Path) -> str:
    """What Maven says went wrong, on one line."""
    text = log.read_text(encoding="utf-8", errors="replace")
    if "No space left on device" in text:
        return "the disk is full"
    errors = [line.removeprefix("[ERROR]").strip() for line in text.splitlines() if line.startswith("[ERROR]")]
    found = next((line for line in errors if line), "") or (text.strip().splitlines() or ["it said nothing"])[-1]
    return found.removeprefix("Failed to execute goal").strip().rstrip(".")[:300]
