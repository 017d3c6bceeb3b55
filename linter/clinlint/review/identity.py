"""What a decision is tied to: one finding in one state of one file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from clinlint.model.diagnostic import Diagnostic
from clinlint.model.source import Source


def digest(source: Source) -> str:
    """``sha256:`` and the hexadecimal digest of the file's bytes; another one means that the file has changed."""
    return "sha256:" + hashlib.sha256(source.data).hexdigest()


def finding_ids(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The name of each diagnostic within its file, such as ``MT001-120-124``: rule, first offset, end.

    Offsets are code points of the source's text. Diagnostics of one rule at one place are counted on
    (``MT001-120-124-2``), the gravest first, then as they come: what ``--min-severity`` leaves out changes no name of
    the others.
    """
    found = list(diagnostics)
    seen: Counter[str] = Counter()
    names: dict[int, str] = {}
    for number, diagnostic in sorted(enumerate(found), key=lambda numbered: -numbered[1].severity.rank):
        name = f"{diagnostic.rule}-{diagnostic.start}-{diagnostic.end}"
        seen[name] += 1
        names[number] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return [names[number] for number in range(len(found))]
