"""Loads plain values (from TOML or code) into frozen dataclasses, by their annotations."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from clinlint.config.origin import Place, near
from clinlint.errors import ConfigurationError

RecordT = TypeVar("RecordT")

_NAMES = {
    str: "a text in quotation marks",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    frozenset: "a list",
    Mapping: "a table",
}


def key_of(field_name: str) -> str:
    """The key of a field: ``fail_on`` is written ``fail-on``."""
    return field_name.replace("_", "-")


def load_record(kind: type[RecordT], table: object, place: Place) -> RecordT:
    """An instance of the dataclass ``kind``; fields that ``table`` does not name keep their defaults.

    A ``ValueError`` of the dataclass itself becomes the message; ``key: …`` gives it its line.

    Raises:
        ConfigurationError: for an unknown key or a value of the wrong type, naming file and key.
    """
    if not isinstance(table, Mapping):
        raise ConfigurationError(place.problem(f"must be a table, not {_shown(table)}"))
    hints = get_type_hints(kind)
    fields = {key_of(field.name): field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in table.items():
        here = place.at(str(key))
        field = fields.get(str(key).replace("_", "-"))
        if field is None:
            raise ConfigurationError(here.problem(f"there is no such key; {near(str(key), fields)}"))
        values[field.name] = load_value(hints[field.name], value, here)
    for key, field in fields.items():
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if required and field.name not in values:
            raise ConfigurationError(place.problem(f"the key {key!r} is missing"))
    try:
        return kind(**values)
    except ValueError as error:
        key, _, message = str(error).partition(": ")
        problem = place.at(key).problem(message) if key in fields else place.problem(str(error))
        raise ConfigurationError(problem) from error


def load_value(kind: Any, value: object, place: Place) -> Any:
    """``value`` as ``kind``: a scalar, an enum, a ``Literal``, a tuple, a frozenset, a mapping, a dataclass, a union.

    Raises:
        ConfigurationError: when it is none.
    """
    if kind is Any or kind is object:
        return value
    if get_origin(kind) is not None:
        return _load_generic(get_origin(kind), get_args(kind), value, place)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _chosen({member.value: member for member in kind}, value, place)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return load_record(kind, value, place)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    raise _wrong(_named(kind), value, place)


def _load_generic(origin: Any, arguments: tuple[Any, ...], value: object, place: Place) -> Any:
    if origin in (Union, types.UnionType):
        return _load_union(arguments, value, place)
    if origin is Literal:
        return _chosen({choice: choice for choice in arguments}, value, place)
    if issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise _wrong("a table", value, place)
        return {str(key): load_value(arguments[1], item, place.at(str(key))) for key, item in value.items()}
    if isinstance(value, str) or not isinstance(value, (Sequence, frozenset)):
        raise _wrong("a list", value, place)
    items = [load_value(arguments[0], item, place.at(str(number))) for number, item in enumerate(value)]
    return frozenset(items) if origin is frozenset else tuple(items)


def _load_union(kinds: tuple[Any, ...], value: object, place: Place) -> Any:
    """The first kind that fits."""
    wanted = [kind for kind in kinds if kind is not type(None)]
    if len(wanted) == 1:
        return load_value(wanted[0], value, place)
    for kind in wanted:
        try:
            return load_value(kind, value, place)
        except ConfigurationError:
            continue
    raise _wrong(" or ".join(_named(kind) for kind in wanted), value, place)


def _named(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(_shown(choice) for choice in get_args(kind))
    return _NAMES.get(get_origin(kind) or kind, getattr(kind, "__name__", str(kind)))


def _chosen(choices: Mapping[Any, Any], value: object, place: Place) -> Any:
    for choice, result in choices.items():
        if value == choice and type(value) is type(choice):
            return result
    known = ", ".join(_shown(choice) for choice in choices)
    raise ConfigurationError(place.problem(f"must be one of {known}, not {_shown(value)}"))


def _wrong(wanted: str, value: object, place: Place) -> ConfigurationError:
    return ConfigurationError(place.problem(f"must be {wanted}, not {_shown(value)}"))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple)):
        return "a list"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
