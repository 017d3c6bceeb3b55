"""A score in the form of MQM: error points by severity, a thousand words at a time.

The formula is MQM Core's (themqm.org, "The MQM Scoring Models", linear model without calibration): every error
weighs 0 (neutral), 1 (minor), 5 (major) or 25 (critical) points; the overall quality score is
``(1 - points / words) * 100``. Only what rules can see is counted, so the score is "MQM-mapped" and never a human
assessment. MQM advises against a point score for fewer than 500 words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.document import BlockKind, Role
from clinlint.model.finding import Confidence, Evidence
from clinlint.model.rule import Rule

SMALLEST_SAMPLE = 500
"""Words below which a score says little."""

_POINTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 5}
_CRITICAL = 25
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_TEXT_KINDS = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.TITLE, BlockKind.META, BlockKind.ALT}


@dataclass(frozen=True, slots=True)
class Score:
    """The MQM-mapped score of one result.

    Attributes:
        words: words of the article, page furniture left out.
        points: the sum of all errors' points.
        per_thousand: points per 1,000 words.
        quality: from 100 (no error points) downwards; may be negative.
        is_sample: False when the text is too short for a score to say much.
    """

    words: int
    points: int
    per_thousand: float
    quality: float
    is_sample: bool


def score(result: LintResult, rules: Sequence[Rule]) -> Score:
    """The score of a result; ``rules`` tell which findings are critical.

    The verdict on the whole article (rules that judge what others find) carries no points of its own.
    """
    critical = {rule.meta.code for rule in rules if rule.meta.critical}
    verdicts = {rule.meta.code for rule in rules if rule.unit is Evidence}
    words = sum(
        len(_WORD.findall(block.text))
        for document in result.documents
        for block in document.blocks
        if block.role is not Role.CHROME and block.kind in _TEXT_KINDS
    )
    points = sum(_points(d, critical) for d in result.diagnostics if d.rule not in verdicts and not d.suppressed_by)
    share = points / words if words else 0.0
    return Score(words, points, round(1000 * share, 1), round(100 * (1 - share), 1), words >= SMALLEST_SAMPLE)


def _points(diagnostic: Diagnostic, critical: set[str]) -> int:
    if diagnostic.rule in critical and diagnostic.severity is Severity.ERROR:
        return _CRITICAL if diagnostic.confidence is Confidence.HIGH else _POINTS[Severity.ERROR]
    return _POINTS[diagnostic.severity]
