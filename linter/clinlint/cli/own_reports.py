"""Reports that clinlint wrote, told from articles that lie in the same folder."""

from __future__ import annotations

from pathlib import Path

from clinlint.sources.files import LARGEST, is_url

_GENERATOR = b'<meta name="generator" content="clinlint '
_HEAD = 4_096
"""The generator stands in the first lines of a page; this many bytes hold them."""


def is_own_report(name: str) -> bool:
    """True for a page or a Word file that is a report of clinlint's; False for what cannot be read.

    JSON, tables and workbooks need no such test: none of them is taken for an article.
    """
    ending = Path(name).suffix.lower()
    if is_url(name) or ending not in (".html", ".htm", ".docx"):
        return False
    try:
        with Path(name).open("rb") as stream:
            if ending != ".docx":
                return _GENERATOR in stream.read(_HEAD)
            data = stream.read(LARGEST + 1)
    except OSError:
        return False
    from clinlint.review.word.reading import is_word_review

    return len(data) <= LARGEST and is_word_review(data)
