"""Reads what ``clinlint check --format json`` wrote, so that a run can be shown again in any format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from clinlint.errors import ClinlintError
from clinlint.model.audience import Audience
from clinlint.model.diagnostic import Diagnostic, Excerpt, InternalError, LintResult, NotChecked, Severity
from clinlint.model.finding import Confidence, Related
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.reading import ReadingLevel
from clinlint.model.score import Score
from clinlint.model.source import Source
from clinlint.model.source_language import SourceLanguage
from clinlint.model.span import Span
from clinlint.reports.records import FORMAT_VERSION
from clinlint.reports.summary import Failure, Summary, Tally

Record = Mapping[str, Any]
_OTHERS = {
    "runs": "a SARIF report; keep the JSON report too, with '--output json=results.json'",
    "exported": "a file of decisions; 'clinlint apply ARTICLE DECISIONS' makes them",
}
"""Keys that give other files away."""
_NO_REPORT = (KeyError, TypeError, ValueError, AttributeError, IndexError)


class KeptReportError(ClinlintError):
    """A kept report that cannot be read, or no longer fits its files."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One source of a kept report: its name, and the digest that its bytes had."""

    path: str
    digest: str
    record: Record


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A kept report; ``name`` is its own file's."""

    name: str
    files: tuple[KeptFile, ...]
    closing: Record

    def result(self, file: KeptFile, source: Source) -> LintResult:
        """The result of one source, without documents.

        Raises:
            KeptReportError: when the report does not hold what it should.
        """
        try:
            return _result(file.record, source)
        except _NO_REPORT as error:
            raise _damaged(self.name, f"{file.path}: {_reason(error)}") from error

    def summary(self, tally: Tally) -> Summary:
        """The figures, with what the report tells beside results; ``tally`` has taken all of these.

        Raises:
            KeptReportError: when the report does not hold what it should.
        """
        try:
            closing = self.closing
            hidden = int(closing["summary"]["hidden"])
            return replace(
                tally.summary(),
                not_checked=tuple(NotChecked(str(note["what"]), str(note["why"])) for note in closing["not_checked"]),
                internal_errors=tuple(
                    (str(error["path"]), InternalError(str(error["rule"]), str(error["message"])))
                    for error in closing["internal_errors"]
                ),
                failures=tuple(Failure(str(f["path"]), str(f["message"])) for f in closing["failures"]),
                hidden={Severity.INFO: hidden} if hidden else {},
            )
        except _NO_REPORT as error:
            raise _damaged(self.name, _reason(error)) from error


def read_kept(name: str, data: bytes) -> KeptReport:
    """The report in a file of this name.

    Raises:
        KeptReportError: when it is none, or one of a clinlint that did not yet note what the files were.
    """
    record = _parsed(name, data)
    version = record.get("version") if isinstance(record, dict) else None
    if isinstance(record, dict) and (other := next((told for key, told in _OTHERS.items() if key in record), None)):
        raise KeptReportError(f"{name}: this is {other}")
    if not isinstance(record, dict) or not isinstance(record.get("files"), list) or "summary" not in record:
        raise KeptReportError(
            f"{name}: this JSON is no report; 'clinlint check … --output json=results.json' writes one"
        )
    if version != FORMAT_VERSION:
        raise KeptReportError(f"{name}: a report of version {version!r}; this clinlint reads version {FORMAT_VERSION}")
    try:
        files = tuple(KeptFile(str(file["path"]), str(file["digest"]), file) for file in record["files"])
    except KeyError as error:
        raise KeptReportError(
            f"{name}: the report does not tell {error} of its files, so an older clinlint wrote it; run 'clinlint "
            "check' again"
        ) from error
    except TypeError as error:
        raise _damaged(name, "an entry of 'files' is no file") from error
    return KeptReport(name, files, record)


def _parsed(name: str, data: bytes) -> Any:
    again = "'clinlint check … --output json=results.json' writes a report"
    if not data.strip():
        raise KeptReportError(f"{name}: the file is empty; {again}")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno:,}, column {error.colno:,}"
        if data.lstrip()[:1] not in b"{[":
            why = f"this is no JSON ({place}: {error.msg})"
        elif error.msg == "Extra data":
            why = f"something follows the report ({place}); of JSON reports only one can be shown, and no JSON lines"
        elif not data[len(data) - 1 :].isspace() and error.pos >= len(error.doc.rstrip()) - 1:
            why = f"the report is cut short (it ends in {place})"
        else:
            why = f"the report is damaged ({place}: {error.msg})"
        raise KeptReportError(f"{name}: {why}; {again}") from error
    except UnicodeDecodeError as error:
        raise KeptReportError(f"{name}: this is no text in UTF-8 (byte {error.start:,}); {again}") from error
    except (ValueError, RecursionError) as error:
        raise KeptReportError(f"{name}: this is no JSON; {again}") from error


def _reason(error: Exception) -> str:
    """What is wrong with a record, for a person."""
    if isinstance(error, KeyError):
        return f"the key {error} is missing"
    return str(error) if type(error) is ValueError else "a value is of another kind than clinlint writes"


def _damaged(name: str, why: str) -> KeptReportError:
    return KeptReportError(f"{name}: the report is damaged ({why}); run 'clinlint check' again")


def _result(record: Record, source: Source) -> LintResult:
    score = record["score"]
    return LintResult(
        source=source,
        documents=(),
        diagnostics=tuple(_diagnostic(found, source) for found in record["diagnostics"]),
        origins=tuple(
            SourceLanguage(
                _text(origin["code"]) if origin["code"] is not None else None,
                bool(origin["given"]),
                bool(origin["established"]),
                tuple(map(_text, origin["evidence"])),
            )
            for origin in record["source_languages"]
        ),
        score=None if score is None else _score(score),
        readings=tuple(
            ReadingLevel(float(r["grade"]), int(r["words"]), int(r["sentences"]), Audience(r["audience"]))
            for r in record["readings"]
        ),
    )


def _score(record: Record) -> Score:
    return Score(
        int(record["words"]),
        int(record["points"]),
        float(record["per_thousand"]),
        float(record["quality"]),
        bool(record["is_sample"]),
    )


def _diagnostic(record: Record, source: Source) -> Diagnostic:
    whole = _span(record["range"], source.text)
    return Diagnostic(
        rule=_text(record["rule"]),
        name=_text(record["name"]),
        severity=Severity(record["severity"]),
        confidence=Confidence[record["confidence"].upper()],
        range=whole,
        ranges=tuple(_span(part, source.text) for part in record["ranges"]),
        position=source.position(whole.start),
        end_position=source.position(whole.end),
        message=_text(record["message"]),
        match=_text(record["match"]),
        excerpt=_excerpt(record["excerpt"]),
        fingerprint=_text(record["fingerprint"]),
        fixes=tuple(_fix(fix, source) for fix in record["fixes"]),
        related=tuple(Related(_span(r["range"], source.text), _text(r["message"])) for r in record["related"]),
        suppressed_by=None if record["suppressed_by"] is None else _text(record["suppressed_by"]),
        baselined=bool(record["baselined"]),
        also=tuple(map(_text, record["also"])),
        data={_text(key): _text(value) for key, value in record["data"].items()},
        in_markup=bool(record["in_markup"]),
        place="" if record["place"] is None else _text(record["place"]),
    )


def _excerpt(record: Record) -> Excerpt:
    text, proposed = _text(record["text"]), record["proposed"]
    # An empty range may be marked behind the last character.
    marked = _span(record["marked"], text)
    shown = None if proposed is None else _text(proposed)
    return Excerpt(text, marked, shown, bool(record["cut_before"]), bool(record["cut_after"]))


def _fix(record: Record, source: Source) -> Fix:
    edits = tuple(Edit(_span(edit["range"], source.text), _text(edit["text"])) for edit in record["edits"])
    return Fix(_text(record["title"]), edits, Applicability[record["applicability"].upper()])


def _span(record: Record, text: str) -> Span:
    start, end = record["start"], record["end"]
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= len(text):
        raise ValueError(f"there is no range {start} to {end}")
    return Span(start, end)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r:.40} is no text")
    return value
