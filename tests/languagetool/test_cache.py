"""What is kept between runs holds all of it (the store itself has tests of its own)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.api import Applicability, Confidence, FixAvailability, Judgement, RuleMeta, Severity
from clinlint.engines.languagetool.cache import key_of
from clinlint.engines.languagetool.judged import Judged, as_bytes, from_bytes

WORDS = st.text(max_size=20)
METAS = st.builds(
    RuleMeta,
    code=WORDS.map("LT:{}".format),
    name=WORDS,
    summary=WORDS,
    severity=st.sampled_from(Severity),
    mqm_type=WORDS,
    its_type=WORDS,
    confidence=st.sampled_from(Confidence),
    references=st.lists(WORDS, max_size=2).map(tuple),
    fix=st.sampled_from(FixAvailability),
    enabled=st.booleans(),
    critical=st.booleans(),
)
JUDGEMENTS = st.builds(
    Judgement,
    meta=METAS,
    message=WORDS,
    replacements=st.lists(WORDS, max_size=3).map(tuple),
    confidence=st.none() | st.sampled_from(Confidence),
    applicability=st.sampled_from(Applicability),
)
JUDGED = st.builds(Judged, start=st.integers(0, 9), end=st.integers(0, 9), judgement=JUDGEMENTS)


@given(st.lists(JUDGED, max_size=3).map(tuple))
def test_what_is_kept_holds_everything(judged: tuple[Judged, ...]) -> None:
    assert from_bytes(as_bytes(judged)) == judged


def test_keys_differ_in_every_part() -> None:
    keys = {key_of("a", "b"), key_of("b", "a"), key_of("ab", ""), key_of("", "ab"), key_of("a", "b", "")}
    assert len(keys) == 5
