"""JSON and JSON Lines: valid against the published schema, whatever the text holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clinlint.api import LintResult, Severity
from clinlint.model.diagnostic import InternalError, NotChecked
from reports.sample import report_of, result_of, word_rule

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text())
HOSTILE = [
    'A "quoted" strech \\ here',
    "A\x00\x07\x1b strech",
    "A lone \ud83d strech",
    "👩‍👩‍👧 strech 🇹🇷",
    "\u200f\u202eשלום strech",
    "\u2028\u2029 strech",
    "</script> strech",
]


def validate(instance: object, definition: str | None = None) -> None:
    schema = {**SCHEMA, "$ref": f"#/$defs/{definition}"} if definition else SCHEMA
    if definition:
        schema = {key: value for key, value in schema.items() if key in ("$schema", "$defs", "$ref")}
    jsonschema.Draft202012Validator(schema).validate(instance)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_document_keeps_the_schema_and_the_text(text: str) -> None:
    result = result_of(text, word_rule("strech", "stretch"))
    shown = report_of("json", result)
    assert shown.isascii()
    document = json.loads(shown)
    validate(document)
    (found,) = document["files"][0]["diagnostics"]
    assert text[found["range"]["start"] : found["range"]["end"]] == found["match"] == "strech"
    assert found["fixes"][0]["applicability"] == "safe"
    excerpt = found["excerpt"]
    assert excerpt["text"][excerpt["marked"]["start"] : excerpt["marked"]["end"]] == "strech"


@pytest.mark.parametrize("number", [0, 1, 3])
def test_any_number_of_files_is_one_document(number: int) -> None:
    results = [result_of("A strech.", word_rule("strech"), name=f"{n}.txt") for n in range(number)]
    document = json.loads(report_of("json", *results))
    validate(document)
    assert [file["path"] for file in document["files"]] == [f"{n}.txt" for n in range(number)]
    assert document["summary"]["files"] == number


def everything() -> LintResult:
    result = result_of("A strech and a strech.", word_rule("strech", "stretch", Severity.INFO))
    return replace(
        result,
        not_checked=(NotChecked("page.txt", "too old"),),
        internal_errors=(InternalError("ST999", "KeyError: 'x'"),),
    )


def test_what_was_not_checked_and_what_crashed_is_told() -> None:
    document = json.loads(report_of("json", everything()))
    validate(document)
    assert document["not_checked"] == [{"what": "page.txt", "why": "too old"}]
    assert document["internal_errors"] == [{"path": "page.txt", "rule": "ST999", "message": "KeyError: 'x'"}]
    assert document["files"][0]["diagnostics"][1]["related"][0]["start"] == {"line": 1, "column": 3}


def test_what_is_hidden_is_counted() -> None:
    document = json.loads(report_of("json", everything(), least=Severity.WARNING))
    validate(document)
    assert document["summary"]["hidden"] == 2
    assert document["files"][0]["diagnostics"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_keep_the_schema(text: str) -> None:
    shown = report_of("jsonl", result_of(text, word_rule("strech", "stretch")))
    *diagnostics, summary = [json.loads(line) for line in shown.splitlines()]
    for diagnostic in diagnostics:
        validate(diagnostic, "diagnostic_line")
    validate(summary, "summary_line")
    assert len(diagnostics) == summary["summary"]["warnings"] == 1


def test_both_formats_say_the_same_of_a_diagnostic() -> None:
    document = json.loads(report_of("json", everything()))
    lines = [json.loads(line) for line in report_of("jsonl", everything()).splitlines()]
    for diagnostic, line in zip(document["files"][0]["diagnostics"], lines, strict=False):
        assert line == {"type": "diagnostic", "path": "page.txt", **diagnostic}
