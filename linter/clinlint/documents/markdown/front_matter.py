"""Front matter: the simple ``key: value`` lines of YAML and ``key = value`` lines of TOML, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENTRY = re.compile(r"(?:^|(?<=\r))(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_NO_SCALAR = ("[", "{", "|", ">", "&", "*", "!", "'''", '"""')
_ESCAPE = re.compile(r"\\(?P<char>[\"\\/])")
_COMMENT = re.compile(r"[ \t]#")


class Entry(NamedTuple):
    """One entry: its value as a reader sees it, at ``[start, end)`` of the file; ``exact`` when it stands so there."""

    key: str
    value: str
    start: int
    end: int
    exact: bool


def entries(text: str, start: int) -> list[Entry]:
    """The scalar entries at the top level of front matter that begins at ``start`` of the file, in order."""
    found = []
    for match in _ENTRY.finditer(text):
        raw = match["value"].rstrip()
        at = start + match.start("value")
        if not raw or raw.startswith(_NO_SCALAR):
            continue
        if raw[0] in "\"'":
            close = raw.rfind(raw[0])
            if close == 0:
                continue
            inner = raw[1:close]
            value = _ESCAPE.sub(r"\g<char>", inner) if raw[0] == '"' else inner.replace("''", "'")
            found.append(Entry(match["key"].lower(), value, at + 1, at + close, value == inner))
            continue
        comment = _COMMENT.search(raw)
        value = raw[: comment.start()].rstrip() if comment else raw
        found.append(Entry(match["key"].lower(), value, at, at + len(value), True))
    return found
