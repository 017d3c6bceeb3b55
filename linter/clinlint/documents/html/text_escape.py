"""Plain text as the content of HTML."""

from __future__ import annotations

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\u00a0"): "&nbsp;"}


def escape(text: str) -> str:
    """``text`` as HTML content: only the characters that markup would mistake are written as references."""
    return text.translate(_ESCAPES)
