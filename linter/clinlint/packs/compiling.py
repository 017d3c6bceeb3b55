"""Turns packs into one matcher: expanded patterns behind one RE2 filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, cast

from clinlint.errors import ConfigurationError
from clinlint.packs.macros import Vocabulary, expand
from clinlint.packs.schema import ANY, Entry, Irregular, Pack, WordClass
from clinlint.packs.templates import Template, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMORY = 8 << 20
"""The most bytes that RE2 may take for one pattern: a larger one is refused, not tried."""


class Match(Protocol):
    """What RE2 says about one match; offsets are code points."""

    def span(self, group: int = 0) -> tuple[int, int]:
        """The range of a group, by number; (-1, -1) when it took no part."""

    def groupdict(self) -> dict[str, str | None]:
        """The text of the named groups."""


class Regex(Protocol):
    """A compiled RE2 pattern."""

    @property
    def groupindex(self) -> dict[str, int]:
        """The numbers of the named groups."""

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches that do not overlap."""

    def search(self, text: str) -> Match | None:
        """The first match."""


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


@dataclass(frozen=True, eq=False)
class CompiledPacks:
    """All patterns of some packs behind one filter.

    Attributes:
        entries: in the order of the filter's indices.
    """

    entries: tuple[CompiledEntry, ...]
    packs: tuple[Pack, ...]
    _filter: Any
    _conditions: dict[tuple[str, str], Regex] = field(default_factory=dict)
    _hints: dict[tuple[str, str], Regex] = field(default_factory=dict)

    def hits(self, text: str) -> list[CompiledEntry]:
        """The entries whose patterns occur in ``text``; one pass, time linear in its length."""
        if not self.entries or not text:
            return []
        return [self.entries[index] for index in sorted(self._filter.Match(text) or ())]

    def hints(self) -> dict[tuple[str, str], Regex]:
        """What hints at a source language, by the language's code and the hint's description."""
        for pack in self.packs:
            for what, pattern in pack.evidence.items():
                if (pack.source, what) not in self._hints:
                    self._hints[pack.source, what] = compile_pattern(pattern, case_sensitive=True)
        return self._hints

    def condition(self, pattern: str, anchor: str, vocabulary: Vocabulary) -> Regex:
        """A condition's pattern; ``anchor`` is ``before``, ``after`` or empty for anywhere."""
        key = (pattern, anchor)
        if key not in self._conditions:
            self._conditions[key] = compile_pattern(_anchored(expand(pattern, vocabulary).pattern, anchor))
        return self._conditions[key]


def _anchored(pattern: str, anchor: str) -> str:
    if anchor == "before":
        return rf"(?:{pattern})[\s\x{{a0}}]*$"
    return rf"^[\s\x{{a0}}]*(?:{pattern})" if anchor == "after" else pattern


def _options(case_sensitive: bool) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.log_errors = False
    options.max_mem = MOST_MEMORY
    return options


def compile_pattern(pattern: str, *, case_sensitive: bool = False) -> Regex:
    """An expanded pattern as RE2.

    Raises:
        ConfigurationError: when RE2 does not know its syntax, or it takes too much memory.
    """
    import re2

    try:
        regex = re2.compile(pattern, options=_options(case_sensitive))
    except re2.error as error:
        raise ConfigurationError(_reason(error)) from error
    return cast("Regex", regex)


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    return f"RE2 cannot use the pattern ({text}); look-around and back-references do not exist, use conditions"


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


def compile_packs(
    packs: Sequence[Pack],
    vocabulary: Vocabulary | None = None,
    *,
    given: str | None = None,
    check_conditions: bool = False,
) -> CompiledPacks:
    """The packs, ready to match.

    Args:
        packs: what to compile.
        vocabulary: the word classes to use; those of ``packs`` when None.
        given: the source language where it is known; entries that it silences are left out.
        check_conditions: True to compile the conditions too, which is otherwise done on first use.

    Raises:
        ConfigurationError: with file and line, when a pattern, macro or template is wrong.
    """
    import re2

    words = vocabulary if vocabulary is not None else vocabulary_of(packs)
    found = re2.Filter()
    entries: list[CompiledEntry] = []
    for pack in packs:
        for entry in pack.entries:
            if given and pack.source not in (given, ANY) and not entry.any_source:
                continue
            try:
                entries.append(_compiled_entry(entry, pack, words, found))
                if check_conditions:
                    _check_conditions(entry, words)
            except ConfigurationError as error:
                raise ConfigurationError(f"{entry.place}: entry {entry.id!r}: {error}") from error
    if entries:
        found.Compile()
    return CompiledPacks(tuple(entries), tuple(packs), found)


def _compiled_entry(entry: Entry, pack: Pack, words: Vocabulary, found: Any) -> CompiledEntry:
    """The entry with its pattern added to the filter ``found``."""
    import re2

    names = frozenset().union(*(names_in(template) for template in entry.write))
    expanded = expand(entry.pattern, words, names)
    try:
        index = found.Add(expanded.pattern, _options(entry.case_sensitive))
    except re2.error:
        # The filter only says that it failed; compiling alone says why.
        compile_pattern(expanded.pattern)
        raise ConfigurationError("RE2 cannot use the pattern") from None
    regex = cast("Regex", found.re(index))
    missing = sorted(names - set(regex.groupindex))
    if missing:
        raise ConfigurationError(f"the pattern has no part named {missing[0]!r} for 'write' to use")
    templates = tuple(Template(text, expanded, entry.maps, words) for text in entry.write)
    return CompiledEntry(entry, pack, regex, regex.groupindex.get("mark", 0), templates, words)


def _check_conditions(entry: Entry, words: Vocabulary) -> None:
    for patterns, anchor in entry.conditions.patterns():
        for pattern in patterns:
            compile_pattern(_anchored(expand(pattern, words).pattern, anchor))


@lru_cache(maxsize=16)
def compiled(packs: tuple[Pack, ...], given: str | None = None) -> CompiledPacks:
    """``compile_packs``, once for the same packs and source language."""
    return compile_packs(packs, given=given)
