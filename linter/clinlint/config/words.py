"""The user's own words, which no spelling check reports: in the configuration, in a project's list, in a personal one.

A word list is a text file in UTF-8 with a word a line; lines that begin with ``#`` are remarks. Case does not matter.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from clinlint.config.discovery import LoadedConfiguration
from clinlint.errors import ConfigurationError

PROJECT_LIST = "clinlint-words.txt"
"""The project's list where ``words-file`` names no other, beside the configuration."""


def personal_list() -> Path:
    """The list of the user, for all projects: ``clinlint/words.txt`` in the folder for configurations."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    return Path(base or Path.home() / ".config", "clinlint", "words.txt")


def project_list(loaded: LoadedConfiguration) -> Path:
    """The list of the project: ``words-file``, or the default beside the configuration."""
    return loaded.folder / (loaded.values.words_file or PROJECT_LIST)


def accepted_words(loaded: LoadedConfiguration) -> frozenset[str]:
    """All words that are accepted, in lower case.

    Raises:
        ConfigurationError: when a list cannot be read, or the one that ``words-file`` names does not exist.
    """
    words = set(loaded.values.words)
    if loaded.values.words_file:
        path = project_list(loaded)
        if not path.exists():
            shown = loaded.values.words_file
            raise ConfigurationError(
                f"{loaded.origin('words_file')}: words-file {shown} does not exist; 'clinlint words add' creates it"
            )
        words.update(read_words(path))
    for path in loaded.word_lists:
        if path.exists():
            words.update(read_words(path))
    return frozenset(word.lower() for word in words)


def read_words(path: Path) -> list[str]:
    """The words of a list, in order, without remarks.

    Raises:
        ConfigurationError: when it cannot be read.
    """
    return [line for line in read_lines(path) if not line.startswith("#")]


def read_lines(path: Path) -> list[str]:
    """The lines of a list that are not empty, without white space around them.

    Raises:
        ConfigurationError: when it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot read the word list ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: the word list is not UTF-8 text; save it as UTF-8") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def with_words(lines: Iterable[str], words: Iterable[str]) -> tuple[list[str], list[str]]:
    """A list with further words, sorted and each once whatever its case, and those that were not in it.

    Remarks stay at the top, in their order.
    """
    remarks = [line for line in lines if line.startswith("#")]
    known = {line.lower(): line for line in lines if not line.startswith("#")}
    added: list[str] = []
    for word in words:
        if word.lower() not in known:
            known[word.lower()] = word
            added.append(word)
    return [*remarks, *(known[key] for key in sorted(known))], added
