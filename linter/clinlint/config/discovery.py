"""Finds and reads the configuration of a run."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from clinlint.config.lines import key_lines
from clinlint.config.origin import DEFAULT, Origin, Place
from clinlint.config.schema import Configuration
from clinlint.config.typed import key_of, load_record
from clinlint.errors import ConfigurationError

FILE_NAME = "clinlint.toml"
_VERSION_CONTROL = (".git", ".hg", ".svn", ".jj")


@dataclass(frozen=True)
class LoadedConfiguration:
    """A configuration and where each of its values was set.

    Attributes:
        values: every key's value.
        origins: by field name; fields that nothing set are not in it.
        place: the root of the file (or mapping), for messages about parts of it.
        folder: what globs are relative to.
        given: fields that the user set for this run; no override changes them.
        word_lists: further lists of accepted words, which need not exist.
    """

    values: Configuration = field(default_factory=Configuration)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    place: Place = field(default_factory=lambda: Place("default"))
    folder: Path = field(default_factory=Path.cwd)
    given: frozenset[str] = frozenset()
    word_lists: tuple[Path, ...] = ()

    def origin(self, field_name: str) -> Origin:
        """Where the value of a field comes from."""
        return self.origins.get(field_name, DEFAULT)

    def with_given(self, origin: Origin, **given: Any) -> LoadedConfiguration:
        """This configuration with the user's own values, for one run, in place of the file's; None means not given.

        Raises:
            ConfigurationError: when a value is not allowed.
        """
        given = {name: value for name, value in given.items() if value is not None}
        checked = load_record(Configuration, {key_of(name): value for name, value in given.items()}, Place(origin.name))
        values = replace(self.values, **{name: getattr(checked, name) for name in given})
        origins = {**self.origins, **dict.fromkeys(given, origin)}
        return replace(self, values=values, origins=origins, given=self.given | given.keys())


def from_mapping(table: Mapping[str, Any], place: Place, folder: Path) -> LoadedConfiguration:
    """The configuration that a TOML table (or a mapping given in code) holds, on top of the preset that it extends.

    Raises:
        ConfigurationError: for an unknown key, a wrong type or an unknown preset.
    """
    if "extends" in table:
        # Only then: to look for presets takes time.
        from clinlint.config.presets import with_preset

        table, place = with_preset(table, place)
    values = load_record(Configuration, table, place)
    written = {str(key).replace("_", "-") for key in table}
    origins = {f.name: place.at(key_of(f.name)).origin for f in fields(Configuration) if key_of(f.name) in written}
    return LoadedConfiguration(values, origins, place, folder)


def from_file(path: str | os.PathLike[str]) -> LoadedConfiguration:
    """The configuration in ``path``: a ``clinlint.toml``, or ``[tool.clinlint]`` of a ``pyproject.toml``.

    Raises:
        ConfigurationError: when the file cannot be read, is not TOML, or holds something unknown.
    """
    path = Path(path)
    found = _read(path, required=True)
    return LoadedConfiguration(folder=path.absolute().parent) if found is None else found


def discover(paths: Iterable[str | os.PathLike[str]] = ()) -> LoadedConfiguration:
    """The configuration nearest to the folder that all ``paths`` share (the working folder when there are none).

    The search goes up and ends at the root of the version control, or of the file system. In one
    folder, ``clinlint.toml`` comes before ``pyproject.toml``.

    Raises:
        ConfigurationError: as ``from_file``.
    """
    for folder in _upwards(_common_folder(paths)):
        for name in (FILE_NAME, "pyproject.toml"):
            path = folder / name
            if path.is_file():
                found = _read(path, required=name == FILE_NAME)
                if found is not None:
                    return found
    return LoadedConfiguration()


def _common_folder(paths: Iterable[str | os.PathLike[str]]) -> Path:
    folders: list[str] = []
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - without following links
        folders.append(str(absolute if absolute.is_dir() else absolute.parent))
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # different drives on Windows
        return Path.cwd()


def _upwards(folder: Path) -> Iterator[Path]:
    for current in (folder, *folder.parents):
        yield current
        if any((current / name).exists() for name in _VERSION_CONTROL):
            return


def _read(path: Path, *, required: bool) -> LoadedConfiguration | None:
    shown = _shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{shown}: cannot read the configuration ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{shown}: the configuration is not UTF-8 text") from error
    if not required and "clinlint" not in text:
        return None
    try:
        table: Mapping[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{shown}: not valid TOML: {error}") from error
    lines = tuple(key_lines(text).items())
    place = Place(shown, (), lines)
    if path.name == "pyproject.toml":
        tool = table.get("tool")
        if not isinstance(tool, Mapping) or "clinlint" not in tool:
            return None
        table = tool["clinlint"]
        place = Place(shown, ("tool", "clinlint"), lines)
    return from_mapping(table, place, path.absolute().parent)


def _shown(path: Path) -> str:
    """The path as a person would type it: relative when that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return str(path)
    return relative if len(relative) < len(str(path)) or not path.is_absolute() else str(path)
