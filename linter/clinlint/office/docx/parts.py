"""Which member of a Word file is what; the file says so itself, whatever the members are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from clinlint.errors import SourceError
from clinlint.office.package import Package
from clinlint.office.parts import tree_of

_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class WordParts:
    """Paths of members; empty for what a file does not have.

    Attributes:
        main: the text; ``notes`` at its foot and end, ``furniture`` on its page edges.
        styles, numbering, settings: how the text looks and counts.
        core: title, author and the like.
        comments: the remarks beside the text.
    """

    main: str
    footnotes: str = ""
    endnotes: str = ""
    furniture: tuple[str, ...] = ()
    styles: str = ""
    numbering: str = ""
    settings: str = ""
    core: str = ""
    comments: str = ""

    @property
    def text(self) -> tuple[str, ...]:
        """The members that hold text, in the order in which they are read."""
        return tuple(path for path in (self.main, self.footnotes, self.endnotes, *self.furniture) if path)


def parts_of(package: Package, name: str) -> WordParts | None:
    """The parts of a Word file; None when the archive is none.

    Raises:
        SourceError: when it should be one and has no text.
    """
    top = dict(_related(package, "", name))
    main = top.get("officeDocument", "") or (package.found(_USUAL) or "")
    if not main:
        if any(path.lower().startswith("word/") for path in package.members):
            raise SourceError(
                f"{name}: this Word file has no {_USUAL}, so there is no text in it; save it anew in Word"
            )
        return None
    if not (main.lower().startswith("word/") or _is_word(package, main)):
        return None
    found = list(_related(package, main, name))
    one = dict(reversed(found))
    furniture = [path for kind, path in found if kind in {"header", "footer"}]
    return WordParts(
        main,
        one.get("footnotes", ""),
        one.get("endnotes", ""),
        tuple(dict.fromkeys(furniture)),
        one.get("styles", ""),
        one.get("numbering", ""),
        one.get("settings", ""),
        top.get("core-properties", ""),
        one.get("comments", ""),
    )


def _is_word(package: Package, main: str) -> bool:
    """True when the list of content types says that the main part is Word's."""
    types = package.found("[Content_Types].xml")
    if types is None:
        return False
    text = package.read(types).decode("utf-8", "replace")
    return "wordprocessingml" in text or "ms-word" in text


def _related(package: Package, path: str, name: str) -> Iterator[tuple[str, str]]:
    """The kind and the path of every member that the one at ``path`` (the whole file if empty) refers to."""
    folder, own = posixpath.split(path)
    listed = package.found(posixpath.join(folder, "_rels", f"{own}.rels"))
    if listed is None:
        return
    for relation in tree_of(package, listed, name).elements():
        if relation.get("TargetMode") == "External":
            continue
        target = unquote(relation.get("Target").split("#")[0])
        whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found = package.found(whole)
        if found is not None:
            yield relation.get("Type").rsplit("/", 1)[-1], found
