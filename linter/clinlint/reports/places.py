"""Where findings are, in the words of other tools."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.model.fix import Edit, Fix
from clinlint.model.source import Source
from clinlint.model.span import Position, Span


def shown(result: LintResult) -> Sequence[Diagnostic]:
    """The diagnostics that neither a suppression nor a baseline silences."""
    return [d for d in result.diagnostics if not d.suppressed_by and not d.baselined]


def place_of(name: str, position: Position, place: str) -> str:
    """Where something is, for people: ``draft.html:12:5``, or ``draft.docx: paragraph 12``."""
    return f"{name}: {place}" if place else f"{name}:{position.line}:{position.column}"


def is_address(name: str) -> bool:
    """True for the address of a page."""
    return name.startswith(("http://", "https://"))


def path_of(name: str) -> str:
    """A source's name as CI wants it: relative to the working folder where it lies inside, with ``/``."""
    if is_address(name):
        return name
    path = Path(os.path.normpath(name))
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def uri_of(name: str) -> str:
    """The same as a URI reference: a relative one, ``file:``, or the page's own address."""
    if is_address(name):
        return quote(name, safe="/:?#[]@!$&'()*+,;=%-._~", errors="replace")
    path = PurePath(path_of(name))
    if path.is_absolute():
        return quote(path.as_uri(), safe="/:%", errors="replace")
    # A colon in the first part would read as a scheme.
    return quote(path.as_posix(), safe="/", errors="replace")


def joined(fix: Fix, source: Source) -> Edit:
    """The fix as one edit, for formats that know no others; what lies between its edits stays as it is."""
    edits = sorted(fix.edits, key=lambda edit: (edit.span.start, edit.span.end))
    start, end = edits[0].span.start, max(edit.span.end for edit in edits)
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Edit(Span(start, end), "".join(parts))
