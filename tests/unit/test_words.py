"""Words and numbers as rules see them."""

from __future__ import annotations

import pytest

from clinlint.analysis.context import Analysis, Context
from clinlint.analysis.words import WordKind, words_of
from clinlint.documents import read_documents
from clinlint.model.source import Source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take care.", ["Take", "care"]),
        ("a well-known doctor’s advice", ["a", "well-known", "doctor’s", "advice"]),
        ("COVID-19 and 5-fluorouracil", ["COVID-19", "and", "5-fluorouracil"]),
        ("10mg of B12", ["10mg", "of", "B12"]),
        ("don't", ["don't"]),
        ("‘quoted’ (bracketed)", ["quoted", "bracketed"]),
        ("cafe\u0301 naïve şiş", ["cafe\u0301", "naïve", "şiş"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_keep_inner_hyphens_and_apostrophes(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert [word.text for word in found] == words
    assert [text[word.start : word.end] for word in found] == words


def test_numbers_are_a_kind_of_their_own() -> None:
    kinds = {word.text: word.kind for word in words_of("1,000 cases, 2.5 mg in 2020 and B12 at 5-7.")}
    assert {text for text, kind in kinds.items() if kind is WordKind.NUMBER} == {"1,000", "2.5", "2020", "5", "7"}


def test_a_context_gives_the_words_of_blocks_and_sentences() -> None:
    (document,) = read_documents(Source.from_text("Rest it. Cool it.", name="x", media_type="text/plain"))
    context = Context(Analysis(document), {})
    (block,) = document.blocks
    assert [word.text for word in context.words(block)] == ["Rest", "it", "Cool", "it"]
    second = context.sentences(block)[1]
    assert [second.at(word.start, word.end).of(document.text) for word in context.words(second)] == ["Cool", "it"]
