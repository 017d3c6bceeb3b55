"""A Maven that needs no network: takes the jars from a real installation, or fails as the real one does."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

SCRIPT = "#!{python}\nimport sys\nsys.path.insert(0, {tests!r})\nfrom languagetool.fake_maven import main\nmain()\n"


def put_on_path(folder: Path) -> str:
    """A path whose ``mvn`` is this module."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "mvn"
    script.write_text(SCRIPT.format(python=sys.executable, tests=str(Path(__file__).parents[1])))
    script.chmod(0o755)
    return os.pathsep.join([str(folder), os.environ["PATH"]])


def main() -> None:
    """What ``FAKE_MAVEN`` says: ``good``, ``damaged``, ``full``, ``offline`` or ``slow``."""
    mode, jars = os.environ["FAKE_MAVEN"], Path(os.environ["FAKE_MAVEN_JARS"])
    given = dict(option[2:].partition("=")[::2] for option in sys.argv[1:] if option.startswith("-D"))
    output, repository = Path(given["outputDirectory"]), Path(given["maven.repo.local"])
    repository.mkdir(parents=True, exist_ok=True)
    (repository / "fetched.jar").write_bytes(b"x" * 1000)
    if mode == "slow":
        time.sleep(600)
    if mode in ("full", "offline"):
        reason = {"full": "java.io.IOException: No space left on device", "offline": "Could not transfer artifact x"}
        print(f"[INFO] working\n[ERROR] Failed to execute goal copy-dependencies: {reason[mode]}")
        raise SystemExit(1)
    output.mkdir(parents=True)
    for jar in jars.glob("*.jar"):
        if jar.name != "languagetool-server.jar":
            os.link(jar, output / jar.name) if mode == "good" else (output / jar.name).symlink_to(jar)
    if mode == "damaged":
        (output / "guava-33.5.0-jre.jar").unlink()
        (output / "guava-33.5.0-jre.jar").write_bytes(b"half a jar")
