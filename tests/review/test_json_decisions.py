"""``decisions.json``: what we write is read again and is valid, and what is wrong with one is told to the key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.errors import DecisionsError
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.decisions import Decision, Decisions, FileDecisions, Verdict
from clinlint.review.reading import decisions_from_json
from clinlint.review.writing import decisions_as_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
MOMENTS = st.sampled_from(["", "2026-11-27T09:58:00Z", "2026-11-27T09:58:00.123+03:00"])
TEXTS = st.text(max_size=12)
NAMES = st.text(min_size=1, max_size=12)
SPANS = st.tuples(st.integers(0, 50_000_000), st.integers(0, 9)).map(
    lambda pair: Span(pair[0] - min(pair), pair[0])  # behind its start, and no further than allowed
)
EDITS = st.lists(st.builds(Edit, SPANS, TEXTS), min_size=1, max_size=3).map(tuple)
WITH_VERDICT = st.one_of(
    st.fixed_dictionaries({"verdict": st.just(Verdict.ACCEPT), "edits": EDITS}),
    st.fixed_dictionaries({"verdict": st.just(Verdict.EDIT), "text": TEXTS}),
    st.fixed_dictionaries({"verdict": st.just(Verdict.REJECT), "reason": TEXTS}),
)
DECISION_LISTS = st.lists(
    st.builds(
        lambda facts, more: Decision(**facts, **more),
        st.fixed_dictionaries(
            {
                "finding": NAMES,
                "rule": NAMES,
                "fingerprint": st.text("0123456789abcdef", min_size=16, max_size=16),
                "match": st.one_of(TEXTS, st.just("half \ud83d a pair")),
                "ranges": st.lists(SPANS, min_size=1, max_size=3).map(tuple),
                "comment": TEXTS,
                "reviewer": NAMES,
                "at": MOMENTS,
            }
        ),
        WITH_VERDICT,
    ),
    max_size=4,
    unique_by=lambda decision: decision.finding,
).map(tuple)
ALL = st.builds(
    Decisions,
    st.lists(st.builds(FileDecisions, NAMES, st.just("sha256:" + "0a" * 32), DECISION_LISTS), max_size=3).map(tuple),
    NAMES,
    MOMENTS,
    st.just("1.0"),
)


@given(ALL)
def test_what_is_written_is_valid_and_read_again(decisions: Decisions) -> None:
    text = decisions_as_json(decisions)
    VALIDATOR.validate(json.loads(text))
    assert decisions_from_json(text.encode(), "d.json") == decisions
    assert decisions_as_json(decisions_from_json(text, "d.json")) == text


def example() -> dict[str, Any]:
    decision = {
        "finding": "MT101-120-124",
        "rule": "MT101",
        "fingerprint": "0123456789abcdef",
        "match": "case",
        "ranges": [{"start": 120, "end": 124}],
    }
    accept = {**decision, "decision": "accept", "edits": [{"start": 120, "end": 124, "text": "muscle"}]}
    edit = {**decision, "finding": "MT101-8-9", "decision": "edit", "text": "cramped muscle"}
    reject = {**decision, "finding": "MT101-1-2", "decision": "reject", "reason": "a name", "at": ""}
    file = {"path": "article.html", "digest": "sha256:" + "0" * 64, "decisions": [accept, edit, reject]}
    return {"version": 1, "tool": {"name": "clinlint", "version": "1"}, "reviewer": "Ayşe", "files": [file]}


PLACES: list[tuple[str | int, ...]] = [
    ("version",),
    ("tool",),
    ("tool", "version"),
    ("reviewer",),
    ("exported",),
    ("files",),
    ("files", 0),
    *(("files", 0, key) for key in ("path", "digest", "decisions")),
    *(("files", 0, "decisions", number) for number in range(3)),
    *(
        ("files", 0, "decisions", number, key)
        for number in range(3)
        for key in ("finding", "rule", "fingerprint", "match", "ranges", "decision", "edits", "text", "reason", "at")
    ),
    ("files", 0, "decisions", 0, "ranges", 0),
    ("files", 0, "decisions", 0, "ranges", 0, "start"),
    ("files", 0, "decisions", 0, "edits", 0),
    *(("files", 0, "decisions", 0, "edits", 0, key) for key in ("start", "end", "text")),
]
VALUES = st.one_of(
    st.sampled_from([None, True, 0, 1, 1.0, 1.5, -1, 124, 50_000_001, 10**30, [], {}, "", "accept", "edit", "reject"]),
    st.sampled_from(["sha256:" + "f" * 64, "f" * 16, "2026-11-27T09:58:00Z", "2026-11-27", [{"start": 1, "end": 124}]]),
    st.sampled_from([[{"start": 1, "end": 124, "text": "x"}], [{"start": 1}], [1], {"name": 1}, {"version": 1}]),
)
MISSING = object()


@settings(max_examples=400)
@given(st.sampled_from(PLACES), st.one_of(VALUES, st.just(MISSING)))
def test_schema_and_reader_agree(place: tuple[str | int, ...], value: object) -> None:
    document = example()
    inner: Any = document
    for step in place[:-1]:
        inner = inner[step]
    if value is MISSING:
        if isinstance(place[-1], int):
            return
        inner.pop(place[-1], None)
    else:
        inner[place[-1]] = value
    text = json.dumps(document)
    # What no schema can say: the order of two numbers, and that two names are the same.
    said = problem_with(text)
    if VALIDATOR.is_valid(document):
        assert not said or "lies behind" in said or "decided twice" in said
    else:
        assert said


def problem_with(text: str) -> str:
    try:
        decisions_from_json(text, "d.json")
    except DecisionsError as error:
        return str(error)
    return ""


def changed(change: Callable[[Any], object]) -> str:
    document = example()
    change(document)
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "d.json: the file is empty; export the decisions again"),
        ("  \n", "d.json: the file is empty"),
        ('{"version": 1,', "d.json: not valid JSON (line 1, column 15: "),
        ("[" * 200_000, "d.json: nested too deeply to be a file of decisions"),
        ('{"version": NaN}', "d.json: not valid JSON (NaN is no JSON)"),
        ('{"version": ' + "1" * 5_000 + "}", "d.json: not valid JSON ("),
        ("[]", "d.json: must be an object, not a list"),
        ('{"runs": []}', "d.json: this is no file of decisions (its keys 'version' and 'files' are missing)"),
        ('{"version": 2, "files": []}', "d.json: version 2 of decisions is unknown; this clinlint knows 1: update"),
        (
            changed(lambda d: d["files"][0]["decisions"][0]["edits"][0].pop("text")),
            "d.json: files[0] (article.html): decision 1 (MT101-120-124): edits[0]: the key 'text' is missing",
        ),
        (
            changed(lambda d: d["files"][0]["decisions"][1].update(decision="maybe")),
            'decision 2 (MT101-8-9): decision: must be accept, edit or reject, not "maybe"',
        ),
        (
            changed(lambda d: d["files"][0]["decisions"][0]["ranges"][0].update(start="120")),
            'decision 1 (MT101-120-124): ranges[0]: start: must be a whole number from 0 to 50,000,000, not "120"',
        ),
        (
            changed(lambda d: d["files"][0]["decisions"][0]["ranges"][0].update(start=125)),
            "ranges[0]: start 125 lies behind end 124",
        ),
        (
            changed(lambda d: d["files"][0]["decisions"][1].update(finding="MT101-120-124")),
            "the finding MT101-120-124 is decided twice in this file",
        ),
        (
            changed(lambda d: d["files"][0].update(digest="md5:1")),
            'd.json: files[0]: digest: must be sha256: and 64 hexadecimal digits, not "md5:1"',
        ),
        (
            changed(lambda d: d["files"][0]["decisions"][2].update(at="yesterday")),
            'at: must be a time such as 2026-11-27T10:00:00Z, not "yesterday"',
        ),
    ],
)
def test_what_is_wrong_is_told_to_the_key(text: str, sentence: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        decisions_from_json(text.encode(), "d.json")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_utf_8_is_told() -> None:
    with pytest.raises(DecisionsError, match="not UTF-8 text"):
        decisions_from_json(b'{"version": "\xff"}', "d.json")


def test_the_page_and_this_reader_mean_the_same() -> None:
    """A reviewer named once holds for all; a byte-order mark, as Windows editors write it, is no fault."""
    read = decisions_from_json(b"\xef\xbb\xbf" + json.dumps(example()).encode(), "d.json")
    assert {decision.reviewer for decision in read.files[0].decisions} == {"Ayşe"}
    assert read.files[0].decisions[0].edits == (Edit(Span(120, 124), "muscle"),)
