"""Reads ``decisions.json``; what is wrong with one is told to the key."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from clinlint.errors import DecisionsError
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.decisions import FORMAT_VERSION, Decision, Decisions, FileDecisions, Verdict
from clinlint.review.values import Value, shown

LARGEST = 50_000_000
"""The most bytes of a file of decisions, and the largest offset in it."""

DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
MOMENT = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2}))?"
)
_NAME = re.compile(r".+", re.DOTALL)
_A_MOMENT = "a time such as 2026-11-27T10:00:00Z"


def decisions_from_json(data: bytes | str, name: str) -> Decisions:
    """The decisions in a file's content.

    Args:
        data: the content, as bytes or decoded.
        name: what messages call the file.

    Raises:
        DecisionsError: when it is no JSON, of an unknown version, or some key of it is missing or wrong.
    """
    top = Value(name, _parsed(data, name))
    keys = top.keys()
    if "version" not in keys or "files" not in keys:
        raise top.problem("this is no file of decisions (its keys 'version' and 'files' are missing)")
    files = tuple(top.required("files").items())
    if "summary" in keys and all(file.get("decisions") is None for file in files):
        raise top.problem(
            "this is a report of findings, not of decisions; decide in the page that 'clinlint report' makes of it"
        )
    version = keys["version"]
    if isinstance(version, bool) or version != FORMAT_VERSION:
        raise top.problem(
            f"version {shown(version)} of decisions is unknown; this clinlint knows {FORMAT_VERSION}: update clinlint"
        )
    tool = top.get("tool")
    if tool is not None:
        tool.optional_text("name")
    reviewer = top.optional_text("reviewer")
    return Decisions(
        files=tuple(_file(item, reviewer) for item in files),
        reviewer=reviewer,
        exported=top.optional_text("exported", MOMENT, _A_MOMENT),
        tool_version=tool.optional_text("version") if tool is not None else "",
    )


def _parsed(data: bytes | str, name: str) -> Any:
    if len(data) > LARGEST:
        raise DecisionsError(f"{name}: the file is larger than {LARGEST:,} bytes; no review is that long")
    try:
        return json.loads(data.decode("utf-8-sig") if isinstance(data, bytes) else data, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{name}: not UTF-8 text (byte {error.start:,}); export the decisions again") from error
    except json.JSONDecodeError as error:
        if not data.strip():
            raise DecisionsError(f"{name}: the file is empty; export the decisions again") from error
        place = f"line {error.lineno}, column {error.colno}"
        raise DecisionsError(f"{name}: not valid JSON ({place}: {error.msg}); export the decisions again") from error
    except RecursionError as error:
        raise DecisionsError(f"{name}: nested too deeply to be a file of decisions") from error
    except ValueError as error:
        raise DecisionsError(f"{name}: not valid JSON ({error})") from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _file(item: Value, reviewer: str) -> FileDecisions:
    path = item.required("path").text(_NAME, "the name of a file")
    digest = item.required("digest").text(DIGEST, "sha256: and 64 hexadecimal digits")
    decisions: list[Decision] = []
    seen: set[str] = set()
    for number, entry in enumerate(item.required("decisions").items(), 1):
        decision = _decision(Value(f"{item.where} ({path}): decision {number}", entry.value), reviewer)
        if decision.finding in seen:
            raise entry.problem(f"the finding {decision.finding} is decided twice in this file")
        seen.add(decision.finding)
        decisions.append(decision)
    return FileDecisions(path, digest, tuple(decisions))


def _decision(entry: Value, reviewer: str) -> Decision:
    finding = entry.required("finding").text(_NAME, "the name of a finding")
    entry = Value(f"{entry.where} ({finding})", entry.value)
    verdict = entry.required("decision")
    if verdict.value not in tuple(Verdict):
        raise verdict.problem(f"must be accept, edit or reject, not {shown(verdict.value)}")
    accepted, edited = verdict.value == Verdict.ACCEPT, verdict.value == Verdict.EDIT
    edits = entry.required("edits") if accepted else entry.get("edits")
    text = entry.required("text") if edited else entry.get("text")
    made = tuple(edit_of(item) for item in edits.items(fewest=accepted)) if edits is not None else ()
    own = text.text() if text is not None else ""
    return Decision(
        finding=finding,
        rule=entry.required("rule").text(_NAME, "the code of a rule"),
        fingerprint=entry.required("fingerprint").text(FINGERPRINT, "16 hexadecimal digits"),
        match=entry.required("match").text(),
        ranges=tuple(span_of(item) for item in entry.required("ranges").items(fewest=1)),
        verdict=Verdict(verdict.value),
        edits=made if accepted else (),
        text=own if edited else "",
        reason=entry.optional_text("reason"),
        comment=entry.optional_text("comment"),
        reviewer=entry.optional_text("reviewer") or reviewer,
        at=entry.optional_text("at", MOMENT, _A_MOMENT),
    )


def edit_of(item: Value) -> Edit:
    """An edit: where, and what to write."""
    return Edit(span_of(item), item.required("text").text())


def span_of(item: Value) -> Span:
    """A range, half-open."""
    start, end = item.required("start").number(LARGEST), item.required("end").number(LARGEST)
    if start > end:
        raise item.problem(f"start {start:,} lies behind end {end:,}")
    return Span(start, end)
