"""What a reviewer does to a Word file of suggestions, as its program writes it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

INSERTED = re.compile(r"<w:ins [^>]*>(.*?)</w:ins>", re.DOTALL)
DELETED = re.compile(r"<w:del [^>]*>(.*?)</w:del>", re.DOTALL)
Change = Callable[[str], str]


def changed(data: bytes, change: Change, name: str = "word/document.xml") -> bytes:
    """The file with ``change`` made to the text of one of its parts; an empty one is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            if info.filename == name:
                content = change(content.decode()).encode()
            if content:
                after.writestr(info, content)
    return out.getvalue()


def in_place(number: int, change: Change) -> Change:
    """A change of what stands between the marks of one finding."""
    pattern = re.compile(
        rf'(<w:bookmarkStart w:id="(\d+)" w:name="clinlint_{number}"/>)(.*?)(<w:bookmarkEnd w:id="\2"/>)'
    )
    return lambda xml: pattern.sub(lambda m: m[1] + change(m[3]) + m[4], xml)


def accept(xml: str) -> str:
    """All tracked changes are accepted."""
    return INSERTED.sub(r"\1", DELETED.sub("", xml))


def reject(xml: str) -> str:
    """All tracked changes are rejected."""
    return INSERTED.sub("", DELETED.sub(r"\1", xml)).replace("w:delText", "w:t")


def retype(text: str) -> Change:
    """Other words are written."""
    return lambda xml: f"<w:r><w:t>{text}</w:t></w:r>"
