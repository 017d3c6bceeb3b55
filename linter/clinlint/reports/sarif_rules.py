"""What a SARIF log says about the rules themselves."""

from __future__ import annotations

import re
from typing import Any

from clinlint.model.diagnostic import Diagnostic, Severity
from clinlint.model.finding import Confidence
from clinlint.model.rule import Rule
from clinlint.reports.escaping import encodable
from clinlint.reports.rule_page import page_as_markdown

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_GITHUB_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def descriptor(diagnostic: Diagnostic, rule: Rule | None) -> dict[str, Any]:
    """The ``reportingDescriptor`` of a diagnostic's rule; a short one when the rule is not an installed one."""
    name = encodable(diagnostic.name)
    record: dict[str, Any] = {
        "id": encodable(diagnostic.rule),
        "name": "".join(part.capitalize() for part in re.split(r"[-_ ]+", name)),
    }
    if rule is None:
        return record | {"shortDescription": {"text": name}}
    meta = rule.meta
    summary = meta.summary[:1].upper() + meta.summary[1:]
    page = encodable(page_as_markdown(rule))
    return record | {
        "shortDescription": {"text": encodable(f"{summary}.")},
        "fullDescription": {"text": encodable(" ".join(rule.documentation.partition("\n\n")[0].split()))},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[meta.severity], "enabled": meta.enabled},
        "properties": {
            "tags": [meta.family.name.lower(), f"mqm:{meta.mqm_type}", f"its:{meta.its_type}"],
            # GitHub's code scanning sorts by these two.
            "precision": PRECISION[meta.confidence],
            "problem.severity": _GITHUB_SEVERITY[meta.severity],
            "mqmType": meta.mqm_type,
            "itsLocQualityIssueType": meta.its_type,
        },
    }
