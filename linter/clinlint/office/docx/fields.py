"""Fields: text that Word computes from a code, such as a page number or a table of contents."""

from __future__ import annotations

import re

_UNCOMPUTED = frozenset({"HYPERLINK", "FORMTEXT", "TC", "XE"})
_CODE = re.compile(r"\s*([A-Za-z]+)")


def kind_of(code: str) -> str:
    """What kind of field a code makes ("PAGE"); empty when it names none."""
    found = _CODE.match(code)
    return found[1].upper() if found else ""


def is_computed(kind: str) -> bool:
    """True when what a field shows is the program's and not the author's."""
    return kind not in _UNCOMPUTED
