"""The real LibreOffice, as a test opens, converts and pictures documents with it."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from programs import program


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own, so that several may run at the same time.

    Attributes:
        soffice: the program.
        profile: the folder that it keeps its settings in.
    """

    soffice: str
    profile: Path

    def convert(self, document: Path, to: str, folder: Path, *, seconds: float = 180) -> Path:
        """The document in another format (``pdf``, ``docx``, ``txt:Text (encoded):UTF8``), in ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        self.run("--convert-to", to, "--outdir", str(folder), str(document), seconds=seconds)
        made = folder / f"{document.stem}.{to.partition(':')[0]}"
        assert made.is_file(), f"LibreOffice could not convert {document.name} to {to}"
        return made

    def run(self, *arguments: str, seconds: float = 180) -> str:
        """Runs LibreOffice without a window; what it says."""
        command = [self.soffice, f"-env:UserInstallation={self.profile.as_uri()}"]
        command += ["--headless", "--norestore", "--nolockcheck", "--nodefault", *arguments]
        running = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True
        )
        try:
            said = running.communicate(timeout=seconds)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            # soffice is a script around the program that hangs.
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            raise AssertionError(f"LibreOffice did not end within {seconds} seconds: {arguments}") from None
        assert running.returncode == 0, said
        return said


def pictures(pdf: Path, folder: Path, *, dots_an_inch: int = 60) -> list[Path]:
    """The pages of a PDF as PNG, in order."""
    pdftoppm = program("pdftoppm", package="poppler-utils")
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([pdftoppm, "-png", "-r", str(dots_an_inch), str(pdf), str(folder / pdf.stem)], check=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))
