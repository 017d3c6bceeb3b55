"""Writes values as TOML; the standard library only reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_value(value: object) -> str:
    """``value`` as it is written behind ``key =``.

    Raises:
        TypeError: when TOML has no such value.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return toml_value(value.value)
    if isinstance(value, str):
        # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{toml_key(str(key))} = {toml_value(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, (list, tuple, frozenset)):
        items = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(toml_value(item) for item in items)}]"
    raise TypeError(f"TOML cannot hold {type(value).__name__}")


def toml_key(key: str) -> str:
    """``key`` with quotation marks where it needs them."""
    return key if _BARE.fullmatch(key) else toml_value(key)
