"""Whether an archive is an OpenDocument text."""

from __future__ import annotations

from clinlint.errors import SourceError
from clinlint.office.package import Package

KINDS = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_MANIFEST = "META-INF/manifest.xml"


def is_open_document(package: Package, name: str) -> bool:
    """True for a text that LibreOffice or the like wrote.

    Raises:
        SourceError: when it is locked by a password.
    """
    if "mimetype" not in package or package.read("mimetype").strip().decode("ascii", "replace") not in KINDS:
        return False
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise SourceError(f"{name}: the document is protected by a password; save it without one")
    return True
