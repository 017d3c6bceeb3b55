"""Writes ``decisions.json``: the same decisions give the same bytes."""

from __future__ import annotations

import json
import re
from typing import Any

from clinlint.model.span import Span
from clinlint.review.decisions import FORMAT_VERSION, Decision, Decisions, FileDecisions, Verdict

_SURROGATE = re.compile("[\ud800-\udfff]")


def decisions_as_json(decisions: Decisions) -> str:
    """The content of a file, which can always be encoded in UTF-8; files and decisions in the order that they have."""
    record = {
        "version": FORMAT_VERSION,
        "tool": {"name": "clinlint", "version": decisions.tool_version},
        **_said({"reviewer": decisions.reviewer, "exported": decisions.exported}),
        "files": [_file(file) for file in decisions.files],
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    # Half a pair, which an export of a broken page can hold, has no place in UTF-8.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _file(file: FileDecisions) -> dict[str, Any]:
    return {"path": file.path, "digest": file.digest, "decisions": [_decision(entry) for entry in file.decisions]}


def _decision(decision: Decision) -> dict[str, Any]:
    record: dict[str, Any] = {
        "finding": decision.finding,
        "rule": decision.rule,
        "fingerprint": decision.fingerprint,
        "match": decision.match,
        "ranges": [_span(part) for part in decision.ranges],
        "decision": decision.verdict.value,
    }
    if decision.verdict is Verdict.ACCEPT:
        record["edits"] = [{**_span(edit.span), "text": edit.text} for edit in decision.edits]
    if decision.verdict is Verdict.EDIT:
        record["text"] = decision.text
    said = {
        "reason": decision.reason,
        "comment": decision.comment,
        "reviewer": decision.reviewer,
        "at": decision.at,
    }
    return {**record, **_said(said)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _said(texts: dict[str, str]) -> dict[str, str]:
    return {key: text for key, text in texts.items() if text}
