"""What a pattern requires of a text, and which texts hold it: no pattern that occurs in a text may be left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint.packs.compiling import readable, required_by, vocabulary_of
from clinlint.packs.index import WordIndex
from clinlint.packs.macros import Vocabulary
from clinlint.packs.registry import installed_packs
from clinlint.packs.required import Clause, required
from clinlint.packs.schema import Irregular, Place, WordClass

DISEASES = WordClass("disease", ("abscess", "gout"), "noun", Place(Path("classes.toml"), 1))
VOCABULARY = Vocabulary({"disease": DISEASES}, Irregular())
WORDS = st.frozensets(st.text("ab", min_size=1, max_size=3), max_size=4)
CLAUSES = st.builds(Clause, WORDS, WORDS)
TEXTS = st.text("ab ", max_size=12)


def plain(example: str) -> str:
    """A bad example of an entry, without its marks and what becomes of it."""
    return readable(example.split("⇒")[0].replace("⟦", "").replace("⟧", ""))


def words(clauses: tuple[Clause, ...]) -> list[set[str]]:
    return [set(clause.words) for clause in clauses]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("neck hernia", [{"hernia"}, {"neck"}]),
        ("hernias? of the (?:neck|waist)", [{"hernia", "hernias"}, {"neck", "waist"}, {"of"}, {"the"}]),
        # Alternatives of several words: one clause for the most telling word of each, one for the second.
        ("sour stomach|burning throat", [{"stomach", "burning"}, {"sour", "throat"}]),
        ("<@disease> attack", [{"attack"}, {"abscess", "abscesses", "gout", "gouts"}]),
        (r"\d+ %", []),
    ],
)
def test_a_pattern_requires_its_most_telling_words_first(pattern: str, expected: list[set[str]]) -> None:
    assert words(required(pattern, VOCABULARY)) == expected


def test_a_part_that_holds_another_is_not_looked_for() -> None:
    (clause,) = required(r"\w*abscess(?:es)?\w*", VOCABULARY)
    assert clause == Clause(frozenset(), frozenset({"abscess"}))


def test_what_is_too_long_to_write_out_keeps_the_side_that_tells_more() -> None:
    many = "|".join(f"w{number}" for number in range(30))
    clauses = required(f"application(?: (?:{many}))(?: (?:{many}))|applied (?:{many})", VOCABULARY)
    assert words(clauses)[0] == {"application", "applied"}


def test_every_entry_is_a_candidate_for_its_own_examples() -> None:
    packs = installed_packs()
    vocabulary = vocabulary_of(packs)
    entries = [entry for pack in packs for entry in pack.entries]
    index = WordIndex(required_by(entry, vocabulary) for entry in entries)
    examples = [(number, plain(example)) for number, entry in enumerate(entries) for example in entry.bad]
    candidates = index.candidates([text for _, text in examples])
    for (number, text), found in zip(examples, candidates, strict=True):
        assert number in found, f"{entries[number].place}: {text}"


@given(st.lists(st.lists(CLAUSES, max_size=3).map(tuple), max_size=4), st.lists(TEXTS, max_size=150))
def test_many_texts_together_are_looked_through_like_each_alone(
    lists: list[tuple[Clause, ...]], texts: list[str]
) -> None:
    def fulfils(text: str, clause: Clause) -> bool:
        return not clause.words.isdisjoint(text.split()) or any(part in text for part in clause.parts)

    expected = [
        [number for number, clauses in enumerate(lists) if all(fulfils(text, clause) for clause in clauses)]
        for text in texts
    ]
    assert list(WordIndex(lists).candidates(texts)) == expected
