"""Whether tracked changes and comments can be written into a Word file so that its author can decide on them."""

from __future__ import annotations

import re

from clinlint.model.source import Source
from clinlint.office.docx.additions import TYPES
from clinlint.office.docx.parts import WordParts
from clinlint.office.package import Package
from clinlint.office.parts import tree_of
from clinlint.office.writing import is_signed

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOT = re.compile(
    r"<w:document\b[^>]*\bxmlns:w\s*=\s*[\"']http://schemas\.openxmlformats\.org/wordprocessingml/2006/main[\"']"
)
_YES = frozenset({"1", "true", "on"})


def unfit_for_changes(source: Source, package: Package, parts: WordParts, author: str) -> str:
    """Why a file cannot take tracked changes, as a clause; empty when it can.

    Args:
        source: the file.
        package: its archive.
        parts: its parts.
        author: whose changes would come in; those of an earlier time must have been decided.

    Raises:
        SourceError: when it is damaged.
    """
    if is_signed(package):
        return "it is signed, and a change would break the signature"
    if _kind(package, parts.main, source.name) != _MAIN:
        return "it holds macros, or is a template"
    if not _ROOT.search(source.parts[0].span.of(source.text)[:20_000]):
        return "it is of the strict kind of Word files"
    settings = tree_of(package, parts.settings, source.name) if parts.settings else None
    protection = settings.child("w:documentProtection") if settings is not None else None
    if protection is not None and protection.get("w:enforcement") in _YES:
        return "it is protected against changes"
    waiting = re.compile(rf"<w:(?:ins|del)\b[^>]*\bw:author=\"{re.escape(author)}\"")
    if any(waiting.search(part.span.of(source.text)) for part in source.parts):
        return f"changes of {author} still wait in it; accept or reject them first"
    return ""


def _kind(package: Package, main: str, name: str) -> str:
    types = package.found(TYPES)
    named = tree_of(package, types, name).elements() if types is not None else ()
    return next((node.get("ContentType") for node in named if node.get("PartName") == f"/{main}"), "")
