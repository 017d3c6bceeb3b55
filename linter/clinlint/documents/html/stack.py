"""The open elements of a page, and which of them an end tag can reach."""

from __future__ import annotations

from collections.abc import Iterable

from clinlint.documents.html import elements as html
from clinlint.documents.html.opened import Opened
from clinlint.model.document import BlockKind

_TABLE_PARTS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"})
_ANYWHERE = frozenset({"table", "head", "svg"})


class Stack:
    """Open elements from the outside in; every question costs the same however deep the page is nested."""

    def __init__(self) -> None:
        self._opened: list[Opened] = [Opened("", 0, block=True, kind=BlockKind.PARAGRAPH)]
        self._places: dict[str, list[int]] = {}
        self._blocks = [0]
        self._scopes = [0]

    def __len__(self) -> int:
        return len(self._opened)

    @property
    def innermost(self) -> Opened:
        """The innermost open element."""
        return self._opened[-1]

    @property
    def top(self) -> Opened:
        """The innermost open block-level element."""
        return self._opened[self._blocks[-1]]

    def is_open(self, name: str) -> bool:
        """True when an element of that name is open and in effect."""
        return bool(self._places.get(name))

    def place(self, name: str) -> int:
        """Where the innermost element of that name stands, for ``pop_to``."""
        return self._places[name][-1]

    def at(self, place: int) -> Opened:
        """The open element at a place."""
        return self._opened[place]

    def is_inside_top(self, place: int) -> bool:
        """True when no block-level element opened after the element at ``place``, and it is none itself."""
        return place > self._blocks[-1]

    def push(self, opened: Opened) -> None:
        """Opens an element."""
        at = len(self._opened)
        if opened.block:
            self._blocks.append(at)
        if opened.name in html.SCOPES:
            self._scopes.append(at)
        self._places.setdefault(opened.name, []).append(at)
        self._opened.append(opened)

    def pop(self) -> Opened:
        """Closes the innermost element."""
        opened = self._opened.pop()
        at = len(self._opened)
        if opened.live:
            self._places[opened.name].pop()
        if self._scopes[-1] == at:
            self._scopes.pop()
        if self._blocks[-1] == at:
            self._blocks.pop()
        return opened

    def end_effect(self, opened: Opened) -> None:
        """Leaves an element on the stack that an end tag out of order has closed."""
        self._places[opened.name].pop()
        opened.live = False

    def _last(self, names: Iterable[str], default: int = 0) -> int:
        return max((places[-1] for name in names if (places := self._places.get(name))), default=default)

    def in_scope(self, name: str) -> bool:
        """True when an end tag of that name has an element to close."""
        places = self._places.get(name)
        if not places:
            return False
        if name in _ANYWHERE:
            return True
        if name in _TABLE_PARTS:
            return places[-1] > self._last(("table",), -1)
        if name == "li":
            return places[-1] > max(self._last(html.LISTS), self._scopes[-1])
        return places[-1] >= self._scopes[-1]

    def ended_by(self, name: str) -> int | None:
        """The place of the innermost element that a start tag of that name ends, or None."""
        bound = self._last(html.IMPLIED_BOUND[name])
        if name in {"li", "dd", "dt"}:
            bound = max(bound, self._scopes[-1])
        place = self._last(html.IMPLIED_END[name], -1)
        return place if place > bound else None
