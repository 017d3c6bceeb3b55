"""The commented ``clinlint.toml`` that ``clinlint init`` writes."""

from __future__ import annotations

import os
import textwrap
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from clinlint.config.origin import Place
from clinlint.config.presets import with_preset
from clinlint.config.schema import Configuration
from clinlint.config.toml import toml_value
from clinlint.config.typed import key_of
from clinlint.errors import ConfigurationError

_HEAD = """\
# clinlint configuration. Every key is optional; what is commented out shows the default or an example.
# The file holds for this folder and all below it; 'clinlint config show PATH' prints what holds for a file.
"""

_TABLES = """
# Options of single rules; 'clinlint rule CODE' lists a rule's own.
# [rules.CODE]
# option = 3

# Other values for some files. A glob without "/" matches names in any folder; later tables win.
# [[overrides]]
# files = ["drafts/**", "*.md"]
# ignore = ["TY"]
# severity = { ST = "info" }
# source-language = "tr"

# Findings that are meant to be (docs/suppressions.md); HTML and Markdown can say so in comments too.
# [[ignores]]
# rules = ["MT101"]
# files = ["glossary/**"]      # and/or fingerprint = "…", as the JSON report gives it
# reason = "These pages explain the words themselves."
# until = 2027-01-31
"""


def template(preset: str | None = None) -> str:
    """A valid configuration that explains every key and sets nothing but the preset, where one is given.

    Raises:
        ConfigurationError: when there is no such preset.
    """
    if preset is not None:
        with_preset({"extends": preset}, Place("preset"))
    parts = [_HEAD]
    for field in fields(Configuration):
        if not field.metadata["example"]:
            continue
        help_lines = textwrap.wrap(field.metadata["help"], 110)
        parts.append("".join(f"# {line}\n" for line in help_lines) + _assignment(field, preset))
    return "\n".join(parts) + _TABLES


def _assignment(field: Any, preset: str | None) -> str:
    if field.name == "extends" and preset is not None:
        return f"extends = {toml_value(preset)}\n"
    return f"# {key_of(field.name)} = {_shown(field)}\n"


def _shown(field: Any) -> str:
    """The default where it says something, else the example."""
    empty = (None, MISSING, ())
    return str(field.metadata["example"]) if field.default in empty else toml_value(field.default)


def write_new(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Writes a file in one step: another process sees all of it or nothing.

    Raises:
        ConfigurationError: when it is there already and may not be overwritten, or cannot be written.
    """
    if path.exists() and not overwrite:
        raise ConfigurationError(f"{path} is there already; --force overwrites it")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ConfigurationError(f"{path}: cannot be written ({error.strerror or error})") from error
