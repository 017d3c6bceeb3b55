"""The words in an element's class, id and the like: ``postMeta entry-meta__date`` → post, meta, entry, meta, date."""

from __future__ import annotations

import re
from functools import lru_cache

from clinlint.documents.html.tokens import Token

_NAMED = frozenset(
    {
        "class",
        "id",
        "itemprop",
        "itemtype",
        "property",
        "data-widget_type",
        "data-testid",
        "data-component",
        "data-hook",
    }
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+")
_LONGEST = 400
_OPENS = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"})
EXPANDER = "expander"
"""Added for elements that open and close a part of the page."""


def words(token: Token) -> tuple[str, ...]:
    """The lower-case words of the attributes that name what an element is for; nothing for most elements.

    A page's own element (``<site-navigation-item>``) is named for what it is.
    """
    own = named(token.name) if "-" in token.name else ()
    if not token.attributes:
        return own
    found = list(own)
    for attribute in token.attributes:
        if attribute.name in _NAMED and attribute.raw:
            found.extend(named(attribute.raw[:_LONGEST]))
        elif attribute.name in _OPENS:
            found.append(EXPANDER)
    return tuple(found)


@lru_cache(maxsize=4096)
def named(value: str) -> tuple[str, ...]:
    """The lower-case words of one name."""
    return tuple(word.lower() for word in _WORD.findall(value))
