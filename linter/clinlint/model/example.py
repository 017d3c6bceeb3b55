"""The examples in a rule's documentation, which the tests run.

A fenced block whose info string begins with ``bad`` or ``good`` holds examples, with ``---`` on a line of
its own between two of them. A second word names the format: ``text`` (the default), ``markdown`` or ``html``.
In bad examples ``⟦ ⟧`` mark what the rule must report, exactly and nothing else; below a line that holds
only ``⇒`` stands the text that its first fixes give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.span import Span

_FENCE = re.compile(r"^```(bad|good)(?: (text|markdown|html))?[ \t]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_MEDIA_TYPES = {"": "text/plain", "text": "text/plain", "markdown": "text/markdown", "html": "text/html"}


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its text without marks, and what the rule must say about it.

    Attributes:
        spans: what a bad example must have reported, in order; empty for a good one.
        fixed: the text after the first fixes, where the example gives it.
    """

    text: str
    media_type: str
    spans: tuple[Span, ...]
    fixed: str | None = None

    @property
    def is_bad(self) -> bool:
        """True when the rule must report something."""
        return bool(self.spans)


def examples_in(documentation: str) -> Iterator[Example]:
    """The examples of a rule's documentation, in order.

    Raises:
        ValueError: when a bad example marks nothing, or a good one something.
    """
    for kind, form, body in _FENCE.findall(documentation):
        for part in re.split(r"^---[ \t]*\n", body, flags=re.MULTILINE):
            marked, arrow, fixed = part.partition("\n⇒\n")
            text, spans = _unmarked(marked if arrow else marked.removesuffix("\n"))
            if bool(spans) != (kind == "bad"):
                raise ValueError(f"a {kind} example marks {len(spans)} spans: {part!r}")
            yield Example(text, _MEDIA_TYPES[form], spans, fixed.removesuffix("\n") if arrow else None)


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    text = ""
    starts: list[int] = []
    spans: list[Span] = []
    for part in re.split(r"([⟦⟧])", marked):
        if part == "⟦":
            starts.append(len(text))
        elif part == "⟧":
            spans.append(Span(starts.pop(), len(text)))
        else:
            text += part
    return text, tuple(sorted(spans))
