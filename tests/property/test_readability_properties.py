"""Readability over any text: one finding in a block, in its place; counts that hold together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.difficulty import grade
from clinlint.analysis.readability.formulas import Counts
from clinlint.documents import read_documents
from clinlint.model.source import Source

WORDS = (
    "the of should must be changed prior to oedema ACL (ACL) not uncommon cramp contractions doctor physicians 2 two"
)
WORDS += " weeks mg 5 ml mL ’s it. and Dr. 2.5 commence – “a” hypertension, never not %"
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=50).map(" ".join) | st.text(max_size=80),
    min_size=1,
    max_size=8,
).map("\n\n".join)
LINTER = Linter(languagetool="off", select=["RD"])


@settings(max_examples=60)
@given(TEXTS)
def test_a_block_has_one_finding_at_most(text: str) -> None:
    result = LINTER.check_text(text)
    assert not result.internal_errors
    (document,) = result.documents
    blocks = []
    for diagnostic in result.diagnostics:
        assert 0 <= diagnostic.start < diagnostic.end <= len(text)
        blocks.append(
            [b.index for b in document.blocks if document.offsets.source_range(b.span).start <= diagnostic.start][-1]
        )
    assert len(blocks) == len(set(blocks))


@settings(max_examples=60)
@given(TEXTS)
def test_an_article_is_the_sum_of_its_sentences(text: str) -> None:
    (document,) = read_documents(Source.from_text(text, name="a text", media_type="text/plain"))
    article = Analysis(document).reading.article
    counts = article.counts
    assert counts.sentences == len(article.sentences)
    assert counts.words == sum(len(sentence.words) for sentence in article.sentences)
    assert counts.fresh <= counts.difficult <= counts.words <= counts.syllables
    assert counts.four_syllables <= counts.polysyllables <= counts.words
    assert counts.less(counts) == Counts()
    assert 0 <= grade(counts) < 1_000
