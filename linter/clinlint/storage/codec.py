"""Frozen values as JSON and back, told by their types.

JSON, because a cache may come from elsewhere (CI restores them): reading one must never run code, as unpickling can.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

ValueT = TypeVar("ValueT")
Convert = Callable[[Any], Any]


class NotStorableError(TypeError):
    """A type that has no form in JSON here."""


def encode(kind: type[ValueT], value: ValueT) -> bytes:
    """``value``, an instance of the frozen dataclass ``kind``, as JSON.

    Raises:
        NotStorableError: when one of its fields has a type with no form in JSON.
    """
    return json.dumps(_codec(cast("Any", kind))[0](value), separators=(",", ":")).encode()


def decode(kind: type[ValueT], data: bytes) -> ValueT:
    """What :func:`encode` made of a value.

    Raises:
        ValueError: when ``data`` is nothing that it makes.
    """
    try:
        return cast("ValueT", _codec(cast("Any", kind))[1](json.loads(data)))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


def _same(value: Any) -> Any:
    return value


@cache
def _codec(kind: Any) -> tuple[Convert, Convert]:
    """How values of a type are written and read."""
    if kind in (str, int, float, bool, type(None)):
        return _same, _same
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind, arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        return _set(arguments[0])
    if kind is Path:
        # Many values name the same few files.
        return str, lru_cache(maxsize=256)(Path)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        if arguments[0] is not str:
            raise NotStorableError(str(kind))
        write, read = _codec(arguments[1])
        return (
            lambda value: {key: write(item) for key, item in value.items()},
            lambda data: {key: read(item) for key, item in data.items()},
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value: value.name), (lambda data: kind[data])
    if is_dataclass(kind):
        return _record(kind)
    raise NotStorableError(str(kind))


def _optional(kind: Any, arguments: tuple[Any, ...]) -> tuple[Convert, Convert]:
    others = [argument for argument in arguments if argument is not type(None)]
    if len(others) != 1:
        raise NotStorableError(str(kind))
    write, read = _codec(others[0])
    return (lambda value: None if value is None else write(value)), (lambda data: None if data is None else read(data))


def _set(kind: Any) -> tuple[Convert, Convert]:
    write, read = _codec(kind)
    if read is _same:
        return sorted, frozenset
    return (lambda value: sorted(map(write, value))), (lambda data: frozenset(map(read, data)))


def _tuple(arguments: tuple[Any, ...]) -> tuple[Convert, Convert]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        write, read = _codec(arguments[0])
        if read is _same:
            return list, tuple
        return (lambda value: [write(item) for item in value]), (lambda data: tuple([read(item) for item in data]))
    parts = [_codec(argument) for argument in arguments]
    return (
        lambda value: [part[0](item) for part, item in zip(parts, value, strict=True)],
        lambda data: tuple([part[1](item) for part, item in zip(parts, data, strict=True)]),
    )


def _record(kind: Any) -> tuple[Convert, Convert]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    codecs = [_codec(hints[name]) for name in names]
    writers = [(name, codec[0]) for name, codec in zip(names, codecs, strict=True)]
    # Most fields are read as they are, and packs have tens of thousands.
    readers = [(place, read) for place, (_, read) in enumerate(codecs) if read is not _same]

    def write(value: Any) -> Any:
        return [convert(getattr(value, name)) for name, convert in writers]

    def read(data: Any) -> Any:
        values = list(data)
        if len(values) != len(names):
            raise ValueError(f"{kind.__name__} has {len(names)} fields, not {len(values)}")
        for place, convert in readers:
            values[place] = convert(values[place])
        return kind(*values)

    return write, read
