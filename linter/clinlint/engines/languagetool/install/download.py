"""Fetches LanguageTool's own archive with the downloader of language_tool_python."""

from __future__ import annotations

import os
from pathlib import Path

from clinlint.engines.languagetool.java import Java
from clinlint.engines.languagetool.problem import LanguageToolError
from clinlint.engines.languagetool.release import VERSION

SIZE = 250_000_000
"""About how many bytes the archive has."""


def fetch_with_wrapper(work: Path, java: Java) -> Path:
    """Downloads, checks and unpacks the archive below ``work``; the folder with LanguageTool.

    The wrapper draws its own progress bar and compares the archive's checksum.

    Raises:
        LanguageToolError: when it cannot be fetched.
        OSError: when a file cannot be written.
    """
    import requests
    from language_tool_python.download_lt import LocalLanguageTool
    from language_tool_python.exceptions import LanguageToolError as WrapperError

    work.mkdir(parents=True, exist_ok=True)
    before = dict(os.environ)
    os.environ.update(java.environment() | {"LTP_PATH": str(work)})
    os.environ.pop("LTP_JAR_DIR_PATH", None)
    try:
        local = LocalLanguageTool.from_version_name(VERSION)
        local.download()
        return local.get_directory_path()
    except (requests.RequestException, WrapperError, TimeoutError, SystemError, ModuleNotFoundError) as error:
        reason = " ".join(str(error).split())[:300]
        raise LanguageToolError(
            f"LanguageTool {VERSION} cannot be downloaded: {reason}; install Maven (mvn), which fetches it "
            "another way, or copy a LanguageTool here and name its folder with --from"
        ) from error
    finally:
        os.environ.clear()
        os.environ.update(before)
