"""Markdown: CommonMark with tables, strikethrough, task lists, footnotes and front matter, at exact positions."""

from clinlint.documents.markdown.reader import escape, read

__all__ = ["escape", "read"]
