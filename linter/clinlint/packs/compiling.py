"""Turns packs into one matcher, whose patterns are compiled when a text holds their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clinlint.errors import ConfigurationError
from clinlint.packs.index import WordIndex
from clinlint.packs.macros import Vocabulary, expand
from clinlint.packs.regex import Regex, compile_pattern
from clinlint.packs.required import Clause, required
from clinlint.packs.schema import ANY, TRANSLATED, Entry, Irregular, Pack, WordClass
from clinlint.packs.templates import Template, names_in

# Lone surrogates are no characters to RE2. Outside ASCII only these two letters count as one of A to Z when capitals
# and small letters are alike; without them the words of a text tell which patterns can occur in it.
_UNREADABLE = re.compile("[\ud800-\udfff\u017f\u212a]")


@dataclass(frozen=True, slots=True)
class CompiledEntry:
    """An entry whose pattern can be found and whose replacements can be filled.

    Attributes:
        mark: the number of the group that is marked; 0 for the whole match.
    """

    entry: Entry
    pack: Pack
    regex: Regex
    mark: int
    templates: tuple[Template, ...]
    vocabulary: Vocabulary

    @property
    def speaks_always(self) -> bool:
        """True when it does not matter which language the text was translated from."""
        return self.entry.any_source or self.pack.source == ANY


class CompiledPacks:
    """All patterns of some packs behind one index of words.

    Args:
        packs: in order of precedence.
        entries: the entries that may speak, each with its pack.
        vocabulary: the word classes that patterns use.
        clauses: what a text must hold for each of ``entries``.

    Attributes:
        packs: all packs, with those whose entries are silent.
    """

    def __init__(
        self,
        packs: Iterable[Pack],
        entries: Iterable[tuple[Entry, Pack]],
        vocabulary: Vocabulary,
        clauses: Iterable[tuple[Clause, ...]],
    ) -> None:
        self.packs = tuple(packs)
        self._entries = tuple(entries)
        self._vocabulary = vocabulary
        self._index = WordIndex(clauses)
        self._compiled: dict[int, CompiledEntry] = {}
        self._conditions: dict[tuple[str, str], Regex] = {}
        self._hints: dict[tuple[str, str], Regex] = {}

    def candidates(self, texts: Sequence[str]) -> Iterator[list[CompiledEntry]]:
        """For each ``readable`` text, the entries that can occur in it, in order of the packs; all that do are there.

        Raises:
            ConfigurationError: with file and line, when one of them cannot be compiled.
        """
        for numbers in self._index.candidates(texts):
            yield [self._entry(number) for number in numbers]

    def all(self) -> Iterator[CompiledEntry]:
        """All entries, compiled.

        Raises:
            ConfigurationError: with file and line, when one of them cannot be compiled.
        """
        return map(self._entry, range(len(self._entries)))

    def _entry(self, number: int) -> CompiledEntry:
        if number not in self._compiled:
            entry, pack = self._entries[number]
            with _named(entry):
                self._compiled[number] = _compiled_entry(entry, pack, self._vocabulary)
        return self._compiled[number]

    def hints(self) -> dict[tuple[str, str], Regex]:
        """What hints at a source language, by the language's code and the hint's description."""
        for pack in self.packs:
            for what, pattern in pack.evidence.items():
                if (pack.source, what) not in self._hints:
                    self._hints[pack.source, what] = compile_pattern(pattern, case_sensitive=True)
        return self._hints

    def condition(self, pattern: str, anchor: str) -> Regex:
        """A condition's pattern; ``anchor`` is ``before``, ``after`` or empty for anywhere."""
        key = (pattern, anchor)
        if key not in self._conditions:
            self._conditions[key] = compile_pattern(_anchored(expand(pattern, self._vocabulary).pattern, anchor))
        return self._conditions[key]

    def check(self) -> None:
        """Compiles everything.

        Raises:
            ConfigurationError: with file and line, when a pattern, macro, template or condition is wrong.
        """
        for found in self.all():
            with _named(found.entry):
                for patterns, anchor in found.entry.conditions.patterns():
                    for pattern in patterns:
                        self.condition(pattern, anchor)


def readable(text: str) -> str:
    """``text`` as packs read it, one character for one."""
    return text if text.isascii() else _UNREADABLE.sub("\ufffd", text)


def _anchored(pattern: str, anchor: str) -> str:
    if anchor == "before":
        return rf"(?:{pattern})[\s\x{{a0}}]*$"
    return rf"^[\s\x{{a0}}]*(?:{pattern})" if anchor == "after" else pattern


class _named:  # noqa: N801 - reads as a statement
    """Gives a complaint the entry's file and line."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def __enter__(self) -> None:
        return

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, ConfigurationError):
            raise ConfigurationError(f"{self._entry.place}: entry {self._entry.id!r}: {error}") from error


def vocabulary_of(packs: Iterable[Pack]) -> Vocabulary:
    """The word classes and irregular forms of some packs.

    Raises:
        ConfigurationError: when two packs define the same class.
    """
    classes: dict[str, WordClass] = {}
    verbs: dict[str, tuple[str, str, str, str]] = {}
    nouns: dict[str, str] = {}
    for pack in packs:
        for word_class in pack.classes:
            if word_class.name in classes:
                first = classes[word_class.name].place
                raise ConfigurationError(f"{word_class.place}: the class {word_class.name!r} is defined by {first}")
            classes[word_class.name] = word_class
        verbs.update(pack.irregular.verbs)
        nouns.update(pack.irregular.nouns)
    return Vocabulary(classes, Irregular(verbs, nouns))


def required_by(entry: Entry, vocabulary: Vocabulary) -> tuple[Clause, ...]:
    """What a text must hold for an entry.

    Raises:
        ConfigurationError: with file and line, when a macro names no word class.
    """
    with _named(entry):
        return required(entry.pattern, vocabulary)


def compile_packs(
    packs: Sequence[Pack],
    vocabulary: Vocabulary | None = None,
    *,
    given: str | None = None,
    known: Mapping[Entry, tuple[Clause, ...]] | None = None,
) -> CompiledPacks:
    """The packs, ready to match; patterns are compiled on first use.

    Args:
        packs: what to compile.
        vocabulary: the word classes to use; those of ``packs`` when None.
        given: the source language where it is known; entries that it silences are left out.
        known: what entries require, where it was worked out before.

    Raises:
        ConfigurationError: with file and line, when a macro names no word class or two packs define the same.
    """
    words = vocabulary if vocabulary is not None else vocabulary_of(packs)
    entries = [
        (entry, pack)
        for pack in packs
        for entry in pack.entries
        if not given or pack.source in (given, ANY, TRANSLATED) or entry.any_source
    ]
    known = known or {}
    clauses = [known[entry] if entry in known else required_by(entry, words) for entry, _ in entries]
    return CompiledPacks(packs, entries, words, clauses)


def _compiled_entry(entry: Entry, pack: Pack, words: Vocabulary) -> CompiledEntry:
    names = frozenset().union(*(names_in(template) for template in entry.write))
    expanded = expand(entry.pattern, words, names)
    regex = compile_pattern(expanded.pattern, case_sensitive=entry.case_sensitive)
    missing = sorted(names - set(regex.groupindex))
    if missing:
        raise ConfigurationError(f"the pattern has no part named {missing[0]!r} for 'write' to use")
    templates = tuple(Template(text, expanded, entry.maps, words) for text in entry.write)
    return CompiledEntry(entry, pack, regex, regex.groupindex.get("mark", 0), templates, words)
