"""Text that a page shows only after a click: panels of tabs and accordions, the rest behind "Read more".

Readers open such parts, so they are read like any other text. What opens over the page or beside it (menus,
dialogs, search boxes) is no part of an article and stays hidden.
"""

from __future__ import annotations

import re

from clinlint.documents.html.tokens import Token
from clinlint.documents.html.words import words

_PANELS = frozenset(
    {
        "accordion",
        "accordions",
        "collapse",
        "collapsed",
        "collapsible",
        "tab",
        "tabs",
        "tabpanel",
        "tabcontent",
        "panel",
    }
    | {"pane", "panes", "faq", "faqs", "answer", "toggle", "expander", "expand", "expandable", "expanded", "spoiler"}
    | {"readmore", "more", "moretext", "truncated", "foldable", "folded", "cevap", "respuesta", "antwort", "sss"}
)
_NEVER = frozenset(
    {"modal", "modals", "popup", "popover", "dialog", "lightbox", "overlay", "menu", "submenu", "megamenu", "nav"}
    | {"navbar", "navigation", "dropdown", "offcanvas", "drawer", "sidebar", "cookie", "cookies", "consent", "gdpr"}
    | {"kvkk", "search", "share", "social", "login", "register", "cart", "basket", "tooltip", "toast", "alert", "error"}
    | {"success", "loading", "loader", "spinner", "preloader", "placeholder", "skeleton", "template", "form", "contact"}
    | {
        "video",
        "transcript",
        "newsletter",
        "subscribe",
        "comment",
        "comments",
        "respond",
        "language",
        "languages",
        "lang",
        "print",
        "ad",
        "ads",
    }
)
_PANEL_ROLES = frozenset({"tabpanel", "region", "definition"})
_NEVER_ROLES = frozenset(
    {
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "listbox",
        "tooltip",
        "alert",
        "status",
        "search",
        "navigation",
        "form",
    }
)
_REFERENCE = re.compile(
    r"""(?i)\s(?:aria-controls|data-(?:bs-)?(?:target|parent|toggle|tab|id)|href)\s*+=\s*+["']?#?([\w-]{1,80})["'\s>]"""
)


class Folds:
    """Tells hidden parts that readers open from those that the page keeps for itself."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._references: frozenset[str] | None = None

    def opens(self, token: Token) -> bool:
        """True when a reader can open what stands in the hidden element that begins with ``token``."""
        role = (token.get("role") or "").lower()
        named = words(token)
        if role in _NEVER_ROLES or not _NEVER.isdisjoint(named):
            return False
        if role in _PANEL_ROLES or not _PANELS.isdisjoint(named):
            return True
        name = token.get("id")
        return bool(name) and name in self._referred()

    def _referred(self) -> frozenset[str]:
        """The names of elements that something on the page opens or leads to."""
        if self._references is None:
            self._references = frozenset(found[1] for found in _REFERENCE.finditer(self._markup))
        return self._references
