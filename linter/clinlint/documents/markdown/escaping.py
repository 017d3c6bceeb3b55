"""Plain text as Markdown, with a backslash only where a character would become markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"[`\[\]|]"
    r"|\*(?!(?<=\s\*)\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?]|$)"
    r"|&(?=#?\w+;)"
    r"|~(?=~)|(?<=~)~|~$|^~"
    r"|\\(?=[!-/:-@\[-`{-~]|$)"
    r"|!(?=\[|$)"
    r"|^(?:[#>+=-])(?=[\s#=-]|$)"
    r"|(?<=^\d)[.)](?=\s|$)|(?<=^\d\d)[.)](?=\s|$)"
)


def escape(text: str) -> str:
    """``text`` as the content of a Markdown paragraph."""
    return _MARKUP.sub(r"\\\g<0>", text)
