"""Presets: configurations that a package hands over, and how a user's own configuration goes on from one.

Packages name them through the entry-point group ``clinlint.presets``: a callable that returns the paths of TOML files;
``extends = "clinlint:clinic-blog"`` is the file ``clinic-blog.toml`` of the entry point ``clinlint``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from clinlint.config.origin import Place, near
from clinlint.errors import ConfigurationError
from clinlint.plugins import offered

ENTRY_POINT_GROUP = "clinlint.presets"
_MERGED = frozenset({"severity", "rules"})
"""Tables that are merged key by key; every other key of the user's replaces the preset's."""

Table = Mapping[str, Any]
_Path = tuple[str, ...]


@cache
def installed_presets() -> Mapping[str, Path]:
    """All presets by name.

    Raises:
        RuleDefinitionError: when an entry point cannot be loaded.
    """
    found: dict[str, Path] = {}
    for entry, paths in offered(ENTRY_POINT_GROUP, "presets"):
        found.update({f"{entry.name}:{Path(path).stem}": Path(path) for path in paths})
    return found


def with_preset(table: Table, place: Place) -> tuple[Table, Place]:
    """``table`` on top of the preset that it extends, and a place that knows which value is whose.

    Raises:
        ConfigurationError: when there is no such preset, or it extends another.
    """
    name = table.get("extends")
    if not isinstance(name, str):
        return table, place
    known = installed_presets()
    if name not in known:
        problem = f"there is no preset {name!r}; {near(name, known)}"
        raise ConfigurationError(place.at("extends").problem(problem))
    preset = tomllib.loads(known[name].read_text(encoding="utf-8"))
    if "extends" in preset:
        raise ConfigurationError(f"{known[name]}: a preset extends no other")
    own = {str(key).replace("_", "-"): value for key, value in table.items()}
    kept = {key: _left(key, value, own[key]) if key in own else value for key, value in preset.items()}
    merged = {**kept, **{key: _merged(kept.get(key), value) if key in _MERGED else value for key, value in own.items()}}
    base = Place(f"preset {name}", (), tuple((path, 0) for path in _paths(kept)))
    lines = place.lines or tuple((path, 0) for path in _paths(own))
    return merged, replace(place, lines=lines, base=base, depth=len(place.path))


def _left(key: str, preset: Any, own: Any) -> Any:
    """What the user's value leaves of the preset's."""
    if key not in _MERGED or not isinstance(own, Mapping) or not isinstance(preset, Mapping):
        return {} if isinstance(preset, Mapping) else None
    if key == "severity":
        return {selector: value for selector, value in preset.items() if not _covered(selector, own)}
    return {
        rule: {option: value for option, value in options.items() if option not in _options(own.get(rule))}
        for rule, options in preset.items()
    }


def _covered(selector: str, own: Table) -> bool:
    """True when the user speaks of the same rules or of more: ``MD`` covers a preset's ``MD017``."""
    return any(chosen.upper() == "ALL" or selector.upper().startswith(chosen.upper()) for chosen in map(str, own))


def _options(own: object) -> set[str]:
    return {str(option).replace("_", "-") for option in own} if isinstance(own, Mapping) else set()


def _merged(preset: Any, own: Any) -> Any:
    if not isinstance(preset, Mapping) or not isinstance(own, Mapping):
        return own
    return {**preset, **{key: _merged(preset.get(key), value) for key, value in own.items()}}


def _paths(table: Table, above: _Path = ()) -> Iterator[_Path]:
    for key, value in table.items():
        path = (*above, str(key))
        if isinstance(value, Mapping):
            yield from _paths(value, path)
        if value is not None and value != {}:
            yield path
