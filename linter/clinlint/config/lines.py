"""On which line of a TOML file a key stands; ``tomllib`` does not tell."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_FENCE = re.compile(r'"""|' + "'''")

Path = tuple[str, ...]


def key_lines(text: str) -> dict[Path, int]:
    """The first line (1-based) of every table and key, by path; array tables carry their number.

    Inline tables count as one key. The file must be valid TOML.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    in_string = False
    for number, line in enumerate(text.splitlines(), 1):
        opens = len(_FENCE.findall(line)) % 2 == 1
        if in_string:
            in_string = not opens
            continue
        in_string = opens
        header = _HEADER.match(line)
        if header:
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            else:
                table = _numbered(table, counts)
            lines.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            parts = _parts(key[1])
            for length in range(1, len(parts) + 1):
                lines.setdefault((*table, *parts[:length]), number)
    return lines


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _numbered(table: Path, counts: dict[Path, int]) -> Path:
    """``overrides.severity`` as ``overrides.0.severity`` when ``overrides`` is an array of tables."""
    for length in range(1, len(table)):
        if table[:length] in counts:
            return (*table[:length], str(counts[table[:length]]), *table[length:])
    return table
