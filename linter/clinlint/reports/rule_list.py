"""Rules as a table for people and as values for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from clinlint.model.diagnostic import Severity
from clinlint.model.example import Example, examples_in
from clinlint.model.rule import FixAvailability, Rule, RuleMeta
from clinlint.reports.cells import visible, width_of
from clinlint.reports.style import SEVERITY_COLORS, Style


def rules_as_text(rules: Iterable[Rule], style: Style) -> str:
    """One line a rule."""
    return metas_as_text((rule.meta for rule in rules), style)


def metas_as_text(metas: Iterable[RuleMeta], style: Style) -> str:
    """One line for each rule that says this of itself."""
    rows = [(visible(m.code), visible(m.name), m.severity, _fix(m), _summary(m)) for m in metas]
    widths = [max((width_of(row[column]) for row in rows), default=0) for column in range(4)]
    lines: list[str] = []
    for code, name, severity, fix, summary in rows:
        parts = [
            style(_padded(code, widths[0]), "bold"),
            _padded(name, widths[1]),
            style(_padded(severity.value, widths[2]), SEVERITY_COLORS[severity.value]),
            _padded(fix, widths[3]),
            summary,
        ]
        lines.append("  ".join(parts).rstrip() + "\n")
    return "".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _fix(meta: RuleMeta) -> str:
    return {
        FixAvailability.ALWAYS: "fix",
        FixAvailability.SOMETIMES: "some fixes",
        FixAvailability.NONE: "no fix",
    }[meta.fix]


def _summary(meta: RuleMeta) -> str:
    return visible(meta.summary) + ("" if meta.enabled else " (off unless selected)")


def rules_as_json(rules: Iterable[Rule]) -> str:
    """A list of rules, without their documentation."""
    return json.dumps([rule_record(rule) for rule in rules], indent=2) + "\n"


def metas_as_json(metas: Iterable[RuleMeta]) -> str:
    """What rules of an engine say about themselves."""
    return json.dumps([_meta_record(meta) for meta in metas], indent=2) + "\n"


def rule_as_json(rule: Rule) -> str:
    """One rule with its documentation and examples."""
    return json.dumps(rule_record(rule) | _documentation(rule), indent=2) + "\n"


def rule_record(rule: Rule) -> dict[str, Any]:
    """What a rule says about itself."""
    return _meta_record(rule.meta) | {"reads": rule.unit.__name__.lower(), "options": options_of(rule)}


def _meta_record(meta: RuleMeta) -> dict[str, Any]:
    return {
        "code": meta.code,
        "name": meta.name,
        "family": meta.family.name.lower(),
        "summary": meta.summary,
        "severity": Severity(meta.severity).value,
        "confidence": meta.confidence.name.lower(),
        "fix": meta.fix.value,
        "enabled": meta.enabled,
        "languages": list(meta.languages),
        "since": meta.since,
        "mqm_type": meta.mqm_type,
        "its_type": meta.its_type,
        "references": list(meta.references),
        "supersedes": list(meta.supersedes),
        "on_good_text": asdict(meta.on_good_text) if meta.on_good_text is not None else None,
    }


def options_of(rule: Rule) -> list[dict[str, Any]]:
    """The options of a rule with their defaults."""
    if rule.meta.options is None:
        return []
    default = rule.meta.options()
    found: list[dict[str, Any]] = []
    for field in fields(rule.meta.options):
        value = getattr(default, field.name)
        plain = sorted(value) if isinstance(value, frozenset) else value
        key = field.name.replace("_", "-")
        found.append({"key": key, "default": plain, "help": str(field.metadata.get("help", ""))})
    return found


def _documentation(rule: Rule) -> dict[str, Any]:
    try:
        examples = [_example(example) for example in examples_in(rule.documentation)]
    except ValueError:  # a plug-in's examples may be malformed; its text is still worth showing
        examples = []
    return {"documentation": rule.documentation, "examples": examples}


def _example(example: Example) -> dict[str, Any]:
    return {
        "text": example.text,
        "media_type": example.media_type,
        "spans": [{"start": span.start, "end": span.end} for span in example.spans],
        "fixed": example.fixed,
    }
