r"""Which words a text must hold for a pattern to occur in it, so that most patterns are never compiled.

A pattern is read as a set of *outlines*: small letters and digits, a space for a bound of a word, ``\0`` for a gap
that may hold anything. ``(?:high|low)er weights?`` has the outlines ``higher weight``, ``lower weights`` and so on.
Wherever reading it exactly would cost too much, an outline gets a gap: what is required is then less than could be,
never more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clinlint.packs.inflection import forms_of
from clinlint.packs.macros import Macro, Vocabulary, bounds, split

Outlines = frozenset[str]

_GAP, _BOUND = "\0", " "
_ANYTHING, _EDGE, _NOTHING = frozenset({_GAP}), frozenset({_BOUND}), frozenset({""})
_MOST = 400
"""The most outlines that are made by putting two sets behind one another."""
_LONGEST, _DEEPEST = 5_000, 50
"""The longest pattern that is read, in characters, and the most groups in one another."""
_WEAK = 3
"""Parts of words of fewer letters occur in most texts."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an the and or of in on at to for from by with as is are was were be it its this that these those you your"
        " his her their they we i he she not no if so but can may will should which what when also more most than have",
    )
)
"""Words that most texts hold tell little, however long they are."""
_TOKEN = re.compile(
    r"(?P<escape>\\(?:x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|[pP].|[^0-9QEC]))"
    r"|(?P<set>\[(?P<not>\^?)(?P<members>\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*)\])"
    r"|(?P<flags>\(\?[imsU-]+\))|(?P<open>⟦|\((?!\?)|\(\?(?:P<\w+>|[imsU-]*:))|(?P<close>[)⟧])|(?P<bar>\|)"
    r"|(?P<times>(?:[*+?]|\{\d+(?:,\d*)?\})\??)"
    r"|(?P<word>[A-Za-z0-9]+(?![*+?{])|[A-Za-z0-9])|(?P<other>[^\\\[(])",
    re.DOTALL,
)
_MARKS = frozenset("\u00a0\u202f‐‑–—‘’“”…·•°%")
_SEVERAL = re.compile(r"\[:|\\[^\s.'()*+?\[\]|-]|.-.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """One of ``words`` must occur as a word, or one of ``parts`` anywhere; letters are small."""

    words: frozenset[str]
    parts: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How telling it is: the length of the shortest alternative; a common word is as good as none."""
        return min(map(_telling, (*self.words, *self.parts)))


def _telling(word: str) -> int:
    return 0 if word in _COMMON else len(word)


class _TooHard(Exception):  # noqa: N818 - never leaves this module
    """A construct whose outlines are not known."""


def required(pattern: str, vocabulary: Vocabulary) -> tuple[Clause, ...]:
    """What a text must hold for an entry's ``pattern`` to occur in it: every clause, the most telling first.

    Empty when nothing can be told.

    Raises:
        ConfigurationError: when a macro names a word class that does not exist.
    """
    if len(pattern) > _LONGEST:
        return ()
    try:
        reader = _Reader(list(_tokens(pattern)), vocabulary)
        branches = reader.branches()
    except _TooHard:
        return ()
    if not reader.done:
        return ()
    opening, closing = (_EDGE if bound else _ANYTHING for bound in bounds(pattern))
    middle = branches[0] if len(branches) == 1 else (frozenset().union(*map(_joined, branches)),)
    clauses = {clause for word in _words((opening, *middle, closing)) for clause in _clauses(word)}
    # Looking for a common word costs less than looking for the pattern.
    return tuple(sorted(clauses, key=lambda clause: (-clause.weight, len(clause.words), sorted(clause.words))))


def _tokens(pattern: str) -> Iterator[re.Match[str] | Macro]:
    for part in split(pattern):
        if isinstance(part, Macro):
            yield part
            continue
        at = 0
        while at < len(part):
            token = _TOKEN.match(part, at)
            if token is None:
                raise _TooHard
            yield token
            at = token.end()


class _Reader:
    """Reads the tokens of one pattern from left to right."""

    def __init__(self, tokens: Sequence[re.Match[str] | Macro], vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._vocabulary = vocabulary
        self._at = 0
        self._depth = 0

    @property
    def done(self) -> bool:
        """True when all tokens are read."""
        return self._at == len(self._tokens)

    def branches(self) -> list[tuple[Outlines, ...]]:
        """The alternatives up to the end or a closing bracket, each as what stands in it behind one another."""
        found: list[list[Outlines]] = [[]]
        while not self.done:
            token = self._tokens[self._at]
            kind = "macro" if isinstance(token, Macro) else token.lastgroup
            if kind == "close":
                break
            self._at += 1
            if kind == "bar":
                found.append([])
            elif not isinstance(token, Macro) and kind == "times":
                if not found[-1]:
                    raise _TooHard
                found[-1][-1] = _repeated(found[-1][-1], token.group().rstrip("?") or "?")
            elif kind != "flags":
                found[-1].append(self._piece(token))
        return [tuple(items) for items in found]

    def _piece(self, token: re.Match[str] | Macro) -> Outlines:
        if isinstance(token, Macro):
            members = token.members(self._vocabulary)
            forms = (forms_of(lemma, kind, self._vocabulary.irregular) for lemma, kind in members.items())
            return frozenset(_outline(form) for by_name in forms for form in by_name.values())
        text = token.group()
        match token.lastgroup:
            case "word":
                return frozenset({text.lower()})
            case "set":
                return _ANYTHING if token["not"] else _of_set(token["members"])
            case "escape":
                return _of_escape(text)
            case "open":
                return self._group()
        return _ANYTHING if text == "." else frozenset({_of_character(text)})

    def _group(self) -> Outlines:
        self._depth += 1
        inner: Outlines = frozenset().union(*map(_joined, self.branches()))
        if self.done or self._depth > _DEEPEST:
            raise _TooHard
        self._depth -= 1
        self._at += 1
        return inner


def _outline(words: str) -> str:
    return words if words.isascii() and words.isalpha() and words.islower() else "".join(map(_of_character, words))


_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def _of_character(character: str) -> str:
    small = character.lower()
    if small in _ALPHABET and character.isascii():
        return small
    # A letter of another alphabet may be the capital or small form of some third one.
    return _BOUND if character.isascii() or character in _MARKS else _GAP


def _of_escape(text: str) -> Outlines:
    if len(text) > 2 or text[1] in "wWdDSpPB" or not text.isascii():
        return _ANYTHING
    if text[1].isalpha():
        return _EDGE if text[1] in "sbAznrtfva" else _ANYTHING
    return _EDGE


def _of_set(members: str) -> Outlines:
    if len(members) > 12 or _SEVERAL.search(members):
        return _ANYTHING
    return frozenset(_of_character(c) for c in members.replace("\\s", " ").replace("\\", ""))


def _repeated(item: Outlines, times: str) -> Outlines:
    if times in ("?", "{0,1}"):
        return item | _NOTHING
    optional = times == "*" or (times[0] == "{" and int(times[1:].partition(",")[0].rstrip("}")) == 0)
    if times != "{1}" and item != _EDGE:
        begins = all(outline.startswith(_BOUND) for outline in item)
        ends = all(outline.endswith(_BOUND) for outline in item)
        first = _joined((_EDGE if begins else _NOTHING, _ANYTHING)) if optional else _joined((item, _ANYTHING))
        item = _joined((first, _EDGE)) if ends else first
    return item | _NOTHING if optional else item


@lru_cache(maxsize=8192)
def _joined(items: tuple[Outlines, ...]) -> Outlines:
    """What stands behind one another, as one set; where that would be too many, the side that tells less is a gap."""
    whole = _NOTHING
    for item in items:
        if len(whole) * len(item) <= _MOST or len(whole) == 1:
            whole = frozenset(before + after for before in whole for after in item)
        elif _least_telling(whole) >= _least_telling(item):
            whole = frozenset(before + _GAP for before in whole)
        else:
            whole = frozenset(_GAP + after for after in item)
    return whole


def _least_telling(outlines: Outlines) -> int:
    return min(max(map(_telling, re.split(f"[{_BOUND}{_GAP}]", outline))) for outline in outlines)


def _words(items: tuple[Outlines, ...]) -> Iterator[tuple[Outlines, ...]]:
    """The pieces of a pattern between the spaces that stand in all its outlines."""
    word: list[Outlines] = []
    for item in items:
        word.append(item)
        if item == _EDGE:
            yield tuple(word)
            word = [item]
    yield tuple(word)


@lru_cache(maxsize=8192)
def _clauses(items: tuple[Outlines, ...]) -> tuple[Clause, ...]:
    """What the outlines of ``items`` require, by their most telling words and by their second ones."""
    ranked = [_ranked(outline) for outline in _joined(items)]
    if not all(ranked):
        return ()
    first, second = _clause(words[0] for words in ranked), _clause(words[:2][-1] for words in ranked)
    return (first, second) if second != first and second.weight and not second.parts else (first,)


def _ranked(outline: str) -> list[tuple[int, str, bool]]:
    """What an outline requires, the most telling first: how telling, the letters, whether they are a whole word."""
    parts = ((part, part == word) for word in outline.split(_BOUND) for part in word.split(_GAP))
    found = [
        (_telling(part) + 2 * whole, part, whole) for part, whole in parts if part and (whole or len(part) >= _WEAK)
    ]
    return sorted(found, key=lambda each: -each[0])


def _clause(alternatives: Iterable[tuple[int, str, bool]]) -> Clause:
    words: set[str] = set()
    parts: set[str] = set()
    for _, letters, whole in alternatives:
        (words if whole else parts).add(letters)
    # Where "abscesses" occurs, so does "abscess".
    least = frozenset(part for part in parts if not any(other in part for other in parts if other != part))
    return Clause(frozenset(words), least)
