"""Lists and the places of their items."""

from __future__ import annotations

from clinlint.documents.html.opened import Item, Opened
from clinlint.model.document import ListPlace


class Lists:
    """Numbers the lists of a page and the items of each."""

    def __init__(self) -> None:
        self.count = 0
        self._items: dict[int, int] = {}
        self._without_list: dict[int, int] = {}

    def open(self, opened: Opened) -> None:
        """Begins a list: ``opened`` is the element."""
        opened.list_id, self.count = self.count, self.count + 1
        opened.depth += 1
        opened.ordered = opened.name == "ol"

    def item(self, parent: Opened) -> Item:
        """A new item inside ``parent``; items outside any list count as one list for each element around them."""
        list_id, fault = parent.list_id, ""
        if list_id < 0:
            fault = "item-outside-list"
            list_id = self._without_list.setdefault(parent.element, self.count)
            self.count += list_id == self.count
        index = self._items.get(list_id, 0)
        self._items[list_id] = index + 1
        ordered = parent.ordered and not fault
        return Item(ListPlace(list_id, index, ordered, 1 if fault else max(1, parent.depth)), fault)
