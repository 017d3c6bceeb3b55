"""The pronouncing dictionary in the form that NLTK reads, written once into a folder of ours."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clinlint.analysis.readability.dictionary import dictionary_file, pronunciations
from clinlint.errors import ReadabilityError

_PLACE = Path("corpora") / "cmudict" / "cmudict"


def dictionary_folder(cache: Path) -> Path:
    """A folder for ``nltk.data.path`` that holds the dictionary.

    It lies in ``cache`` and is used again. Where nothing can be written there, it is a temporary folder that goes
    when the process ends. Processes that write it at the same time do not see each other's half-written files.

    Raises:
        ReadabilityError: when neither can be written.
    """
    # The size of the dictionary tells its versions apart.
    folder = cache / "nltk_data" / str(dictionary_file().stat().st_size)
    if (folder / _PLACE).is_file():
        return folder
    try:
        _write(folder / _PLACE)
    except OSError:
        return _temporary()
    return folder


def _temporary() -> Path:
    try:
        folder = Path(tempfile.mkdtemp(prefix="clinlint-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _write(folder / _PLACE)
    except OSError as error:
        raise ReadabilityError(
            f"the dictionary for readability formulas can be written nowhere ({error.strerror or error}); "
            "name a folder with CLINLINT_CACHE"
        ) from error
    return folder


def _write(path: Path) -> None:
    """Writes the dictionary in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(_lines())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _lines() -> Iterator[str]:
    """``WORD 1 PH0 PH1``: the word in capitals, the number of the pronunciation, its phones."""
    numbers: Counter[str] = Counter()
    for word, phones in pronunciations():
        numbers[word] += 1
        yield f"{word.upper()} {numbers[word]} {' '.join(phones)}\n"
