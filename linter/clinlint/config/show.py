"""Every effective value with its origin, as ``clinlint config show`` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.origin import DEFAULT, Origin
from clinlint.config.resolve import Resolver
from clinlint.config.schema import Configuration, Override
from clinlint.config.toml import toml_key, toml_value
from clinlint.config.typed import key_of
from clinlint.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One effective value.

    Attributes:
        table: the TOML table that the key stands in; empty for the top level.
        origins: what set it; several where values are added up.
    """

    table: tuple[str, ...]
    key: str
    value: Any
    origins: tuple[Origin, ...]
    help: str


_ADDED_UP = {"ignore", "extend_select"}
_LISTED_APART = {"overrides", "severity", "rules"}


def entries(loaded: LoadedConfiguration, resolver: Resolver, rules: tuple[Rule, ...], path: str | None) -> list[Entry]:
    """The effective values for ``path`` (those of the run when None), in the order of the schema."""
    numbers = resolver.overrides(path) if path is not None else ()
    names = [field.name for field in fields(Configuration) if field.name not in _LISTED_APART]
    found = [_entry(name, loaded, numbers) for name in names]
    found += _severities(loaded, numbers)
    found += _options(loaded, rules)
    return found


def _help(name: str) -> str:
    return next(str(field.metadata["help"]) for field in fields(Configuration) if field.name == name)


def _entry(name: str, loaded: LoadedConfiguration, numbers: tuple[int, ...]) -> Entry:
    value = getattr(loaded.values, name)
    origins = [loaded.origin(name)]
    overridable = {field.name for field in fields(Override)}
    for number in numbers if name in overridable else ():
        override = loaded.values.overrides[number]
        other = getattr(override, name)
        place = loaded.place.at("overrides", str(number), key_of(name)).origin
        if name == "extend_select" and override.select is not None and "select" not in loaded.given:
            value, origins = (), [place]
        if (name in loaded.given and name not in _ADDED_UP) or other in (None, ()):
            continue
        if name == "extend_select" and "select" in loaded.given:
            continue
        if name in _ADDED_UP:
            value, origins = (*value, *other), [*(o for o in origins if o != DEFAULT), place]
        else:
            value, origins = other, [place]
    return Entry((), key_of(name), value, tuple(dict.fromkeys(origins)), _help(name))


def _severities(loaded: LoadedConfiguration, numbers: tuple[int, ...]) -> Iterator[Entry]:
    found: dict[str, Entry] = {}
    layers = [(loaded.values.severity, loaded.place.at("severity"))]
    for number in numbers:
        place = loaded.place.at("overrides", str(number), "severity")
        layers.append((loaded.values.overrides[number].severity, place))
    for severities, place in layers:
        for selector, severity in severities.items():
            found[selector] = Entry(("severity",), selector, severity, (place.at(selector).origin,), _help("severity"))
    yield from found.values()


def _options(loaded: LoadedConfiguration, rules: tuple[Rule, ...]) -> Iterator[Entry]:
    """Every option of every rule that has some, set or not."""
    for rule in rules:
        if rule.meta.options is None:
            continue
        written = next(
            (name for name in loaded.values.rules if name.upper() == rule.meta.code or name.lower() == rule.meta.name),
            None,
        )
        table = loaded.values.rules[written] if written else {}
        given = {str(key).replace("_", "-"): (str(key), value) for key, value in table.items()}
        default = rule.meta.options()
        for field in fields(rule.meta.options):
            key = key_of(field.name)
            value, origin = getattr(default, field.name), DEFAULT
            if written and key in given:
                value = given[key][1]
                origin = loaded.place.at("rules", written, given[key][0]).origin
            yield Entry(("rules", rule.meta.code), key, value, (origin,), str(field.metadata.get("help", "")))


def as_toml(found: list[Entry]) -> str:
    """The entries as TOML, each with its origin as a comment; values that are not set are comments whole."""
    lines: list[str] = []
    table: tuple[str, ...] = ()
    rows = [(entry, _assignment(entry)) for entry in found]
    width = min(44, max((len(text) for _, text in rows), default=0))
    for entry, text in rows:
        if entry.table != table:
            table = entry.table
            lines += ["", f"[{'.'.join(toml_key(part) for part in table)}]"]
        origin = " and ".join(str(origin) for origin in entry.origins)
        lines.append(f"{text:<{width}}  # {origin}")
    return "\n".join(lines) + "\n"


def _assignment(entry: Entry) -> str:
    if entry.value is None:
        return f"# {entry.key} is not set"
    return f"{toml_key(entry.key)} = {toml_value(entry.value)}"


def as_json(found: list[Entry]) -> list[dict[str, Any]]:
    """The entries as plain values for JSON."""
    return [
        {
            "key": ".".join((*entry.table, entry.key)),
            "value": sorted(entry.value) if isinstance(entry.value, frozenset) else entry.value,
            "origins": [{"name": origin.name, "line": origin.line} for origin in entry.origins],
            "help": entry.help,
        }
        for entry in found
    ]
