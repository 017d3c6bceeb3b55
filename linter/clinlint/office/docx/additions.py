"""What is new in a Word file beside its text: remarks, and a part of a program's own.

ECMA-376, part 2, chapters 9 and 10: a part has a type in the list of content types, and what refers to it a relation.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from clinlint.errors import SourceError
from clinlint.office.docx.parts import WordParts
from clinlint.office.package import Package
from clinlint.office.parts import broken, decoded
from clinlint.office.xml import parse

TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBERED = re.compile(r"rId([0-9]{1,9})\Z")
NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}"'


@dataclass(slots=True)
class Additions:
    """Collects what is to be written into a Word file.

    Attributes:
        members: new content of members that it has; ``added`` members that it does not have.
    """

    package: Package
    parts: WordParts
    name: str
    members: dict[str, bytes] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)

    def comments(self, elements: str) -> None:
        """Adds comments.

        Args:
            elements: each a ``w:comment`` with the prefixes of ``NAMESPACES``.

        Raises:
            SourceError: when the file's own comments, relations or types cannot be read.
        """
        path = self.parts.comments
        if path:
            # Each names its prefixes itself, as the part may have others.
            self._append(path, elements.replace("<w:comment ", f"<w:comment {NAMESPACES} "))
            return
        path = self._free(posixpath.join(posixpath.dirname(self.parts.main), "comments{}.xml"))
        self.added[path] = f"{_HEAD}<w:comments {NAMESPACES}>{elements}</w:comments>".encode()
        self._relate(self.parts.main, "comments", path)
        self._type(path, f"{_WORD}.comments+xml")

    def own_part(self, content: bytes, about: bytes, known: str = "") -> None:
        """Adds a part of custom XML, or writes one anew.

        Args:
            content: of the part.
            about: its properties, for a new one.
            known: where it is already.

        Raises:
            SourceError: as :meth:`comments`.
        """
        if known:
            self.members[known] = content
            return
        path = self._free("customXml/item{}.xml")
        properties = self._free("customXml/itemProps{}.xml")
        self.added[path] = content
        self.added[properties] = about
        self._relate(path, "customXmlProps", properties)
        self._relate(self.parts.main, "customXml", path)
        self._type(path, "application/xml")
        self._type(properties, _CUSTOM_PROPERTIES)

    def _free(self, pattern: str) -> str:
        first = pattern.format("")
        candidates = (pattern.format(number) for number in range(1, len(self.package.members) + 2))
        names = candidates if first.startswith("customXml/") else iter((first, *candidates))
        return next(name for name in names if self.package.found(name) is None)

    def _relate(self, owner: str, kind: str, target: str) -> None:
        folder, own = posixpath.split(owner)
        path = posixpath.join(folder, "_rels", f"{own}.rels")
        to = posixpath.relpath(target, folder)
        known = self.package.found(path)
        if known is None:
            self.added.setdefault(path, f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
        numbers = [_NUMBERED.match(node.get("Id")) for node in parse(self._text(known or path)).elements()]
        number = 1 + max((int(found[1]) for found in numbers if found), default=0)
        element = f'Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{to}"'
        self._append(known or path, f'<Relationship xmlns="{_PACKAGE}/relationships" {element}/>')

    def _type(self, path: str, kind: str) -> None:
        types = self.package.found(TYPES)
        if types is None:
            raise SourceError(f"{self.name}: the file has no {TYPES}; open it in Word and save it anew")
        self._append(types, f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{path}" ContentType="{kind}"/>')

    def _text(self, path: str) -> str:
        return self._decoded(path)[0]

    def _decoded(self, path: str) -> tuple[str, str, bytes]:
        held = self.members.get(path) or self.added.get(path)
        try:
            return decoded(held if held is not None else self.package.read(path))
        except ValueError as error:
            raise broken(self.name, path, str(error)) from None

    def _append(self, path: str, elements: str) -> None:
        """Puts elements behind the last in the root of a part."""
        text, codec, mark = self._decoded(path)
        try:
            root = parse(text)
        except ValueError as error:
            raise broken(self.name, path, str(error)) from None
        tag = root.tag.of(text)
        if root.end == root.inner:
            called = tag[1:-2].split(None, 1)[0]
            new = f"{text[: root.start]}{tag[:-2]}>{elements}</{called}>{text[root.end :]}"
        else:
            new = f"{text[: root.close]}{elements}{text[root.close :]}"
        into = self.added if path in self.added else self.members
        into[path] = mark + new.encode(codec, "xmlcharrefreplace")
