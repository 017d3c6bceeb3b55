"""HTML pages and fragments: tokens with positions, a light tree, blocks with roles."""

from clinlint.documents.html.reader import read, read_markup

__all__ = ["read", "read_markup"]
