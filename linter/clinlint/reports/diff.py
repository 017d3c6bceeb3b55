"""A line of a unified diff, for a terminal or for ``patch``."""

from __future__ import annotations

from clinlint.reports.cells import visible
from clinlint.reports.style import Style

_COLORS = {"+": ("green",), "-": ("red",), "@": ("cyan",)}


def shown_line(line: str, style: Style) -> str:
    """``line`` in its colours and with control characters made visible; as it is where there are no colours."""
    if not style.enabled:
        return line
    content = line.rstrip("\r\n")
    names = ("bold",) if content.startswith(("--- ", "+++ ")) else _COLORS.get(content[:1], ())
    return style(visible(content.expandtabs()), *names) + "\n"
