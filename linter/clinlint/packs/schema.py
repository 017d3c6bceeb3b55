"""What a pack says: its header, word classes and entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clinlint.model.document import BlockKind
from clinlint.model.finding import Confidence

ANY = "any"
"""The ``source`` of packs that hold whatever language a text was translated from."""
TRANSLATED = "translated"
"""The ``source`` of packs that speak once a text is known to be translated, from whatever language."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a pack file, as error messages name it."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that may stand in the same place of a pattern, such as body parts.

    Attributes:
        words: lemmas, lower case; several words are allowed.
        inflect: ``noun`` (with plurals), ``verb`` (with all forms) or ``none``.
    """

    name: str
    words: tuple[str, ...]
    inflect: str
    place: Place


@dataclass(frozen=True, slots=True)
class Irregular:
    """Forms that do not follow the regular spelling rules.

    Attributes:
        verbs: third person, past, participle and ``-ing`` form by base form.
        nouns: plurals by singular.
    """

    verbs: Mapping[str, tuple[str, str, str, str]] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must, or must not, stand around a match; every field is a list of patterns.

    Attributes:
        near, unless: one of these must (none may) occur in the same sentence, outside the match.
        topic, unless_topic: one of these must (none may) occur anywhere in the document.
        before, not_before: what must (must not) end directly before the marked words.
        after, not_after: what must (must not) begin directly behind them.
        kinds: the kinds of blocks that are read; empty for all.
        starts_sentence: True when the match must be the first thing in its sentence.
    """

    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    unless_topic: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    kinds: frozenset[BlockKind] = frozenset()
    starts_sentence: bool = False

    def patterns(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """All patterns with the side of the match that they are held to: ``before``, ``after`` or none."""
        for anywhere in (self.near, self.unless, self.topic, self.unless_topic):
            yield anywhere, ""
        yield (*self.before, *self.not_before), "before"
        yield (*self.after, *self.not_after), "after"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing that a machine translates wrong, and what to write instead.

    Attributes:
        id: unique in all packs.
        rule: the code of the rule that reports it.
        pattern: RE2 with macros; see ``docs/packs.md``.
        write: replacement templates, the best first; empty when only a person can mend it.
        advice: what to do, in a sentence, where ``write`` cannot say it.
        source_word, source_meaning: the word or phrase of the source, and what it means.
        why: what is odd, as a sentence.
        maps: words of a placeholder and what ``{name mapped}`` gives for them.
        any_source: True when it speaks whatever language the text was translated from; it is then no
            evidence for the pack's own.
        bad, good: examples; the tests run them. ``⟦ ⟧`` mark what must be reported.
    """

    id: str
    rule: str
    pattern: str
    confidence: Confidence
    bad: tuple[str, ...]
    good: tuple[str, ...]
    place: Place
    write: tuple[str, ...] = ()
    advice: str = ""
    source_word: str = ""
    source_meaning: str = ""
    why: str = ""
    maps: Mapping[str, str] = field(default_factory=dict)
    case_sensitive: bool = False
    any_source: bool = False
    conditions: Conditions = Conditions()


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One pack file.

    Attributes:
        source: two letters of the language that the texts were translated from, or ``any``; empty
            for a file of word classes alone.
        language: the language's English name, for messages.
        evidence: what hints at that language without being a defect: descriptions and patterns.
    """

    path: Path
    source: str = ""
    language: str = ""
    title: str = ""
    licence: str = ""
    provenance: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)
    classes: tuple[WordClass, ...] = ()
    irregular: Irregular = Irregular()
    entries: tuple[Entry, ...] = ()
