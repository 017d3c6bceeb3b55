"""Formats for other tools: valid against their schemas whatever the text holds, and complete."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.api import LintResult, Severity
from clinlint.model.diagnostic import InternalError, NotChecked
from clinlint.reports import FORMATS, Look
from clinlint.reports.summary import Failure
from reports.sample import report_of, result_of, word_rule

SCHEMAS = Path(__file__).parent / "schemas"
RULE = word_rule("strech", "stretch", references=("A guide to “words” & more",))
LOOK = Look(rules={"TY900": RULE})
HOSTILE = [
    'A "quoted" strech \\ here\' & <b>there</b>',
    "A\x00\x07\x1b\x7f\x85 strech\x0b\x0c",
    "A lone \ud83d strech \udc00",
    "👩‍👩‍👧 strech 🇹🇷 \U0010ffff\ufffe\uffff",
    "\u200f\u202eשלום strech\u2066",
    "\u2028\u2029 strech",
    "]]> --> <![CDATA[ strech ]]>",
    "::error::strech\n::set-output name=x::1 strech ##[error] strech",
    "=HYPERLINK(1) strech\n@everyone strech #12 | strech |",
    "%0A%25 strech, strech: \r\nstrech\rstrech",
]


def json_schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


SARIF = jsonschema.Draft4Validator(json_schema("sarif-2.1.0.json"), format_checker=jsonschema.FormatChecker())
RDJSON = jsonschema.Draft4Validator(json_schema("rdjson.json"))
GITLAB = jsonschema.Draft202012Validator(json_schema("gitlab.json"))
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
CHECKSTYLE = xmlschema.XMLSchema(str(SCHEMAS / "checkstyle.xsd"))


def validate(form: str, shown: str) -> Any:
    """What a reader of the format makes of ``shown``."""
    shown.encode()
    if form in ("sarif", "rdjson", "gitlab"):
        assert shown.isascii()
        document = json.loads(shown)
        {"sarif": SARIF, "rdjson": RDJSON, "gitlab": GITLAB}[form].validate(document)
        return document
    if form in ("junit", "checkstyle"):
        {"junit": JUNIT, "checkstyle": CHECKSTYLE}[form].validate(shown)
        return ElementTree.fromstring(shown)
    if form == "suggestions-csv":
        return list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"), newline=""), strict=True))
    if form in ("csv", "site-csv"):
        return list(csv.DictReader(io.StringIO(shown)))
    return shown


TOOLS = [
    "sarif",
    "rdjson",
    "gitlab",
    "junit",
    "checkstyle",
    "csv",
    "github",
    "markdown",
    "site-csv",
    "site-html",
    "html",
    "suggestions-csv",
]


def everything(text: str = "A strech and a strech.", name: str = "page.txt") -> LintResult:
    return replace(
        result_of(text, RULE, name=name),
        not_checked=(NotChecked("page.txt", f"too old: {text}"),),
        internal_errors=(InternalError("ST999", f"KeyError: {text}"),),
    )


@pytest.mark.parametrize("form", TOOLS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_the_schema(form: str, text: str) -> None:
    result = everything(text, name=f"odd {text.encode('utf-8', 'replace').decode().replace(chr(0), '')}.txt")
    validate(form, report_of(form, result, look=LOOK, failures=(Failure(text, f"{text}: gone"),)))


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=()), max_size=40), form=st.sampled_from(TOOLS))
def test_any_text_keeps_the_schema(text: str, form: str) -> None:
    result = result_of(f"{text} strech {text}", RULE)
    validate(form, report_of(form, result, look=LOOK))


@pytest.mark.parametrize("form", TOOLS)
@pytest.mark.parametrize("number", [0, 1, 3])
def test_any_number_of_files(form: str, number: int) -> None:
    validate(form, report_of(form, *(everything(name=f"{n}.txt") for n in range(number)), look=LOOK))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"json", "jsonl", "full", "concise", "site"}))
def test_every_new_format_is_tried_here(form: str) -> None:
    assert form in TOOLS or FORMATS[form].binary


@pytest.mark.parametrize("form", [form for form in TOOLS if FORMATS[form].complete])
def test_complete_formats_tell_what_was_left_out_and_went_wrong(form: str) -> None:
    failure = Failure("gone.html", "gone.html: there is no such file")
    shown = report_of(form, everything(), look=LOOK, failures=(failure,))
    assert "too old" in shown
    assert "KeyError" in shown
    assert "there is no such file" in shown


@pytest.mark.parametrize("form", ["gitlab", "rdjson", "checkstyle"])
def test_a_file_that_could_not_be_read_is_an_error_of_that_file(form: str) -> None:
    shown = report_of(form, failures=(Failure("gone.html", "gone.html: there is no such file"),), look=LOOK)
    validate(form, shown)
    assert "there is no such file" in shown


@pytest.mark.parametrize("form", TOOLS)
def test_what_is_silenced_is_no_finding(form: str) -> None:
    result = everything("A strech.")
    silenced = tuple(replace(d, suppressed_by="comment on line 1: a reason") for d in result.diagnostics)
    shown = validate(form, report_of(form, replace(result, diagnostics=silenced), look=LOOK))
    if form == "sarif":
        assert shown["runs"][0]["results"][0]["suppressions"] == [
            {"kind": "inSource", "justification": "comment on line 1: a reason"}
        ]
    elif form == "csv":
        assert [row["suppressed_by"] for row in shown] == ["comment on line 1: a reason"]
    else:
        text = shown if isinstance(shown, str) else report_of(form, replace(result, diagnostics=silenced), look=LOOK)
        assert "odd here" not in text


def test_sarif_says_where_in_code_points_and_how_to_fix() -> None:
    text = "An introduction.\n\n👩‍👩‍👧 A strech, Ö strech"
    (run,) = validate("sarif", report_of("sarif", result_of(text, RULE, name="a b/ç.txt"), look=LOOK))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][1]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b/%C3%A7.txt", "uriBaseId": "SRCROOT", "index": 0}
    lines = text.split("\n")
    region = place["region"]
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "strech"
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    deleted = replacement["deletedRegion"]
    line = lines[deleted["startLine"] - 1]
    new = replacement["insertedContent"]["text"]
    assert line[: deleted["startColumn"] - 1] + new + line[deleted["endColumn"] - 1 :] == "👩‍👩‍👧 A strech, Ö stretch"
    assert result["relatedLocations"][0]["message"]["text"] == "the first of its kind"
    assert result["properties"]["mqmType"] == "Style/Other"
    assert result["properties"]["itsLocQualityIssueType"] == "style"
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "TY900"
    assert rule["help"]["markdown"].startswith("# TY900 odd-word")


def test_sarif_keeps_fingerprints_and_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinlint.reports.sarif.MOST_RESULTS", 2)
    results = [
        result_of("A strech.", word_rule("strech", severity=severity), name=f"{severity}.txt")
        for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)
    ]
    (run,) = validate("sarif", report_of("sarif", *results, look=LOOK))["runs"]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    assert run["results"][0]["partialFingerprints"] == {
        "clinlintContext/v1": results[1].diagnostics[0].fingerprint,
    }
    notes = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert any(note.startswith("1 less severe results were left out") for note in notes)


def test_an_address_is_its_own_uri() -> None:
    result = result_of("A strech.", RULE, name="https://example.org/a b?x=ç")
    (run,) = validate("sarif", report_of("sarif", result, look=LOOK))["runs"]
    assert run["artifacts"][0]["location"] == {"uri": "https://example.org/a%20b?x=%C3%A7"}


def test_gitlab_fingerprints_differ_for_the_same_defect_elsewhere() -> None:
    text = "A strech.\n\nA strech."
    issues = validate("gitlab", report_of("gitlab", *(result_of(text, RULE, name=n) for n in "ab"), look=LOOK))
    assert len({issue["fingerprint"] for issue in issues}) == 4


def test_reviewdog_counts_bytes() -> None:
    text = "Ö👩 strech\r\n😀 strech"
    found = validate("rdjson", report_of("rdjson", result_of(text, RULE), look=LOOK))["diagnostics"]
    lines = [line.encode() for line in text.split("\n")]
    for diagnostic in found:
        at = diagnostic["location"]["range"]
        line = lines[at["start"]["line"] - 1]
        assert line[at["start"]["column"] - 1 : at["end"]["column"] - 1] == b"strech"
        (suggestion,) = diagnostic["suggestions"]
        place = suggestion["range"]
        new = line[: place["start"]["column"] - 1] + suggestion["text"].encode() + line[place["end"]["column"] - 1 :]
        assert b"stretch" in new


def test_github_annotates_ten_of_a_level_and_says_what_it_cut() -> None:
    results = [
        result_of("A strech. " * 15, word_rule("strech", severity=severity), name=f"{severity}.txt")
        for severity in Severity
    ]
    shown = report_of("github", *results, everything(), failures=(Failure("x", "x: gone"),))
    for command in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{command} ") for line in shown.splitlines()) <= 10
    assert sum("odd here" in line for line in shown.splitlines()) == 45 + 2
    assert "6 errors, 7 warnings, 7 notices more in the log" in shown


def test_nothing_in_the_text_is_a_command_of_the_runner() -> None:
    text = "\n".join(["::error::strech ##[add-path] strech"] * 12)
    result = result_of(text, word_rule("strech ##[add-path] strech"), name="::stop::/a,b:c.txt")
    lines = report_of("github", result).splitlines()
    assert len(lines) == 10 + 2 + 1
    assert all(
        line.startswith(("::warning file=%3A%3Astop%3A%3A/a%2Cb%3Ac.txt,", "clinlint: ", "::notice title="))
        for line in lines
    )
    assert not any("##[" in line for line in lines)


def test_a_spreadsheet_finds_no_formula() -> None:
    rows = validate("csv", report_of("csv", result_of("=1+1 strech", word_rule("=1+1 strech", "-2"), name="+a.txt")))
    assert rows[0]["match"] == "'=1+1 strech"
    assert rows[0]["path"] == "'+a.txt"
    assert rows[0]["proposed"] == "'-2"


def test_a_comment_stays_below_the_limit_and_keeps_errors() -> None:
    many = [
        result_of("A strech. " * 900, word_rule("strech", severity=severity), name=f"{severity}.txt")
        for severity in (Severity.WARNING, Severity.ERROR)
    ]
    shown = report_of("markdown", *many)
    assert len(shown) < 65_536
    assert "🔴 error" in shown
    left_out = int(shown.split(" less severe findings left out")[0].split("\n")[-1].replace(",", ""))
    assert left_out + shown.count("odd here") == 1_800


def test_a_comment_calls_nobody_and_has_no_markup_of_the_text() -> None:
    word = "@everyone <img src=x> #12 [a](b) `|` $x$"
    shown = report_of("markdown", result_of(f"See {word} there", word_rule(word)))
    assert "<img" not in shown
    assert "**TY900** <code>@everyone" in shown
    assert "“@<!-- -->everyone &lt;img src=x&gt; #<!-- -->12 \\[a\\](b) \\`\\|\\` \\$x\\$”" in shown
