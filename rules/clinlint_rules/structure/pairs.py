"""Finds brackets and double quotation marks without a partner in one text, in a single pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLOSER_OF = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", '"': '"'}
_BRACKETS = {")": "(", "]": "[", "}": "{"}

# Spans whose brackets and quotes are no pairs: half-open intervals, addresses, smileys, and the
# letters and numbers of an enumeration.
_LEFT_ALONE = re.compile(
    r"""
    [\[(]\s?[-−+]?[\d.∞]{1,12}\s?[,;]\s?[-−+]?[\d.∞]{1,12}\s?[\])]     # [0, 1)
    | (?:https?://|www\.)[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*       # addresses
    | (?<!\w)[:;=8xX][-'o^]?[()\[\]{}](?!\w)                           # :-)
    | (?<![\w(])\([-'o^]?[:;=](?!\w)                                   # (-:
    | (?:(?<=[\s,;:.–—-])|\A)(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivxIVX]{1,4})\.?\)   # a)  1)  iv)
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"""[()\[\]{}"“”„«»]""")


@dataclass(frozen=True, slots=True)
class Lone:
    """A mark without a partner.

    Attributes:
        at: where it stands.
        mark: which mark it is.
        opens: True when it opens.
        item: True for the bracket behind what may be the number or letter of an item, as in ``a)``.
    """

    at: int
    mark: str
    opens: bool
    item: bool = False


def lone_marks(text: str) -> list[Lone]:
    """The brackets and double quotation marks of ``text`` that have no partner, in order."""
    if _SIGN.search(text) is None:
        return []
    found: list[Lone] = []
    brackets: list[tuple[int, str]] = []
    quotes: dict[str, list[int]] = {"“": [], "«": [], '"': []}
    for at, sign, item in _signs(text):
        if item and not any(mark == "(" for _, mark in brackets):
            found.append(Lone(at, sign, False, item=True))
        elif sign in "([{":
            brackets.append((at, sign))
        elif sign in _BRACKETS:
            _close_bracket(brackets, at, sign, found)
        elif sign == '"':
            _straight_quote(quotes['"'], text, at, found)
        else:
            _curly_quote(quotes, text, at, sign, found)
    found.extend(Lone(at, mark, True) for at, mark in brackets)
    found.extend(Lone(at, mark, True) for mark, places in quotes.items() for at in places)
    return sorted(found, key=lambda lone: lone.at)


def _signs(text: str) -> Iterator[tuple[int, str, bool]]:
    """The marks of ``text`` in order, those left alone left out; True for one that may end an item's number."""
    masked = [match.span() for match in _LEFT_ALONE.finditer(text)]
    number = 0
    for match in _SIGN.finditer(text):
        at = match.start()
        while number < len(masked) and masked[number][1] <= at:
            number += 1
        if number < len(masked) and masked[number][0] <= at:
            # "(1)" and "(see table 1)" are pairs all the same, and so is the "8)" of "(aged 6 to 8)".
            if masked[number][1] == at + 1 and match.group() == ")" and text[masked[number][0]] not in "[(":
                yield at, ")", True
        else:
            yield at, match.group(), False


def _close_bracket(brackets: list[tuple[int, str]], at: int, sign: str, found: list[Lone]) -> None:
    wanted = _BRACKETS[sign]
    for back in range(len(brackets) - 1, max(-1, len(brackets) - 5), -1):
        if brackets[back][1] == wanted:
            found.extend(Lone(place, mark, True) for place, mark in brackets[back + 1 :])
            del brackets[back:]
            return
    found.append(Lone(at, sign, False))


def _straight_quote(places: list[int], text: str, at: int, found: list[Lone]) -> None:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    can_open = (before.isspace() or before in "([{-–—/“‘'") and not after.isspace()
    if places:
        if can_open and before.isspace():
            found.append(Lone(places.pop(), '"', True))
            places.append(at)
        else:
            places.pop()
    elif can_open:
        places.append(at)
    # A closing quote alone may stand for inches; quotes glued to the wrong word are another rule's.


def _curly_quote(quotes: dict[str, list[int]], text: str, at: int, sign: str, found: list[Lone]) -> None:
    after = text[at + 1] if at + 1 < len(text) else " "
    curly, angled = quotes["“"], quotes["«"]
    if sign in "“„":
        # German „closes with this“, and a writer's „ is sometimes closed with ”.
        if sign == "“" and curly and text[curly[-1]] == "„" and (after.isspace() or not after.isalnum()):
            curly.pop()
        elif curly:
            found.append(Lone(curly.pop(), "“", True))
            curly.append(at)
        else:
            curly.append(at)
    elif sign == "”":
        if curly:
            curly.pop()
    elif sign == "«":
        # With a space behind it, it may be an arrow ("« Back").
        if after.isalnum():
            angled.append(at)
    elif angled:
        angled.pop()
