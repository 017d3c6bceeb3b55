"""Expands a pack's patterns to plain RE2.

In a pattern, ``<stretch>`` stands for all forms of a word, ``<case:noun>`` for singular and plural,
``<@muscle>`` for a word class, ``<name=…>`` gives either a name; ``⟦ ⟧`` bound what is marked. A space
stands for any white space, an apostrophe for the straight and the curly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clinlint.errors import ConfigurationError
from clinlint.packs.inflection import forms_of
from clinlint.packs.schema import Irregular, WordClass

SPACE = r"(?:[\s\x{a0}\x{202f}]+)"
APOSTROPHE = "['\u2019]"
_MACRO = re.compile(r"<(?:(?P<name>[a-z_]+)=)?(?P<at>@)?(?P<word>[A-Za-z][A-Za-z_ -]*)(?::(?P<kind>noun|verb))?>")
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\])|(?P<rest>[^\\\[]+|.)", re.DOTALL
)
_OPENS = re.compile(r"[⟦(?:]*[A-Za-z0-9<]")
_CLOSES = re.compile(r"(?:[A-Za-z0-9>)⟧]|\)\?|(?<!\\)[+}])$")
_SIMPLE = {" ": SPACE, "'": APOSTROPHE, "’": APOSTROPHE, "⟦": "(?P<mark>", "⟧": ")"}
_WRITTEN_OUT = str.maketrans(_SIMPLE)
LARGEST_PATTERN = 200_000
"""The most characters of an expanded pattern."""


@dataclass(frozen=True)
class Vocabulary:
    """The word classes and irregular forms that patterns may use."""

    classes: Mapping[str, WordClass] = field(default_factory=dict)
    irregular: Irregular = field(default_factory=Irregular)
    _alternatives: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def alternatives(self, lemma: str, kind: str) -> str:
        """All forms of a lemma as RE2 alternatives."""
        key = (lemma, kind)
        if key not in self._alternatives:
            forms = dict.fromkeys(forms_of(lemma, kind, self.irregular).values())
            self._alternatives[key] = "|".join(_literal(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
        return self._alternatives[key]


@dataclass(frozen=True, slots=True)
class Expanded:
    """A pattern as RE2 reads it, and the lemmas that each named group may be a form of."""

    pattern: str
    lemmas: Mapping[str, Mapping[str, str]]


def _literal(word: str) -> str:
    return re.sub(r"[ '’]", lambda found: _SIMPLE[found.group()], re.sub(r"([.+*?()|{}\[\]\\^$])", r"\\\1", word))


@dataclass(frozen=True, slots=True)
class Macro:
    """What stands between ``<`` and ``>`` in a pattern.

    Attributes:
        word: a lemma, or the name of a word class.
        kind: ``noun``, ``verb`` or ``any``.
        is_class: True for ``<@word>``.
    """

    name: str
    word: str
    kind: str
    is_class: bool

    def members(self, vocabulary: Vocabulary) -> Mapping[str, str]:
        """The lemmas that it stands for, and how each inflects.

        Raises:
            ConfigurationError: when there is no such word class.
        """
        if not self.is_class:
            return {self.word: self.kind}
        word_class = vocabulary.classes.get(self.word)
        if word_class is None:
            raise ConfigurationError(f"there is no word class {self.word!r}")
        return dict.fromkeys(word_class.words, word_class.inflect)


def split(pattern: str) -> Iterator[str | Macro]:
    """The macros of a pattern and the plain parts between them, in order."""
    at = 0
    for found in _MACRO.finditer(pattern):
        # "(?P<name>" is RE2's own notation for a named group.
        if pattern[: found.start()].endswith("?P"):
            continue
        word = found["word"]
        name = found["name"] or word.lower().replace(" ", "_").replace("-", "_")
        yield pattern[at : found.start()]
        yield Macro(name, word, found["kind"] or "any", found["at"] is not None)
        at = found.end()
    yield pattern[at:]


def expand(pattern: str, vocabulary: Vocabulary, wanted: frozenset[str] = frozenset()) -> Expanded:
    """The pattern with its macros written out; macros named in ``wanted`` become named groups.

    Raises:
        ConfigurationError: when a macro names a class that does not exist, or the result is too long.
    """
    lemmas: dict[str, Mapping[str, str]] = {}

    def written(macro: Macro) -> str:
        members = macro.members(vocabulary)
        body = "|".join(vocabulary.alternatives(lemma, how) for lemma, how in members.items())
        if macro.name in wanted and macro.name not in lemmas:
            lemmas[macro.name] = members
            return f"(?P<{macro.name}>{body})"
        return f"(?:{body})"

    parts = [_plain(part) if isinstance(part, str) else written(part) for part in split(pattern)]
    expanded = "".join(parts)
    if len(expanded) > LARGEST_PATTERN:
        raise ConfigurationError(
            f"the pattern grows to {len(expanded):,} characters; {LARGEST_PATTERN:,} are the limit"
        )
    before, after = bounds(pattern)
    return Expanded(rf"{before}(?:{expanded}){after}", lemmas)


def _plain(text: str) -> str:
    """Spaces, apostrophes and marks written out, except in escapes and character sets."""
    return "".join(
        found.group() if found["rest"] is None else found.group().translate(_WRITTEN_OUT)
        for found in _TOKEN.finditer(text)
    )


def bounds(pattern: str) -> tuple[str, str]:
    r"""What bounds a pattern on either side: ``\b`` where it begins (ends) with a word, else nothing."""
    after = _CLOSES.search(pattern) and not pattern.endswith("\\)")
    return r"\b" if _OPENS.match(pattern) else "", r"\b" if after else ""
