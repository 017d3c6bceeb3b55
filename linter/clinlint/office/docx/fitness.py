"""Whether tracked changes and comments can be written into a Word file so that its author can decide on them."""

from __future__ import annotations

import re

from clinlint.model.source import Source
from clinlint.office.docx.additions import TYPES
from clinlint.office.docx.parts import WordParts
from clinlint.office.docx.styles import is_on
from clinlint.office.package import Package
from clinlint.office.parts import decoded, tree_of
from clinlint.office.writing import is_signed

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOT = re.compile(
    r"<w:document\b[^>]*\bxmlns:w\s*=\s*[\"']http://schemas\.openxmlformats\.org/wordprocessingml/2006/main[\"']"
)


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
    types = package.found(TYPES)
    kinds = tree_of(package, types, source.name) if types is not None else None
    kind = (
        next((n.get("ContentType") for n in kinds.elements() if n.get("PartName") == f"/{parts.main}"), "")
        if kinds
        else ""
    )
    if kind != _MAIN:
        return "it holds macros, or is a template"
    if not _ROOT.search(source.parts[0].span.of(source.text)[:20_000]):
        return "it is of the strict kind of Word files"
    settings = tree_of(package, parts.settings, source.name) if parts.settings else None
    protection = settings.child("w:documentProtection") if settings is not None else None
    if protection is not None and is_on(settings, "w:documentProtection") and protection.get("w:enforcement") in _YES:
        return "it is protected against changes"
    waiting = re.compile(rf"<w:(?:ins|del)\b[^>]*\bw:author=\"{re.escape(author)}\"")
    if any(waiting.search(part.span.of(source.text)) for part in source.parts):
        return f"changes of {author} still wait in it; accept or reject them first"
    if parts.comments and "w:comments" not in decoded(package.read(parts.comments))[0][:5_000]:
        return "its comments are of a kind that is not known"
    return ""


_YES = frozenset({"1", "true", "on"})
