"""A score in the form of MQM: error points by severity, a thousand words at a time.

The formula is MQM Core's (themqm.org, "The MQM Scoring Models", linear model without calibration): every error
weighs 0 (neutral), 1 (minor), 5 (major) or 25 (critical) points; the overall quality score is
``(1 - points / words) * 100``. Only what rules can see is counted, so the score is "MQM-mapped" and never a human
assessment. MQM advises against a point score for fewer than 500 words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clinlint.model.diagnostic import Diagnostic, Severity
from clinlint.model.document import BlockKind, Document, Role
from clinlint.model.finding import Confidence, Evidence
from clinlint.model.rule import Rule
from clinlint.model.score import Score, score_of
from clinlint.model.suppression import Suppressions

_POINTS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 5}
_CRITICAL = 25
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_TEXT_KINDS = frozenset(BlockKind) - {BlockKind.CODE, BlockKind.TITLE, BlockKind.META, BlockKind.ALT}


def score(documents: Sequence[Document], diagnostics: Sequence[Diagnostic], rules: Sequence[Rule]) -> Score:
    """The score of some documents with their diagnostics; ``rules`` tell which findings are critical.

    The verdict on the whole article (rules that judge what others find) carries no points of its own, nor do comments
    to clinlint.
    """
    critical = {rule.meta.code for rule in rules if rule.meta.critical}
    verdicts = {rule.meta.code for rule in rules if rule.unit in {Evidence, Suppressions}}
    words = sum(
        len(_WORD.findall(block.text))
        for document in documents
        for block in document.blocks
        if block.role is not Role.CHROME and block.kind in _TEXT_KINDS
    )
    points = sum(_points(d, critical) for d in diagnostics if d.rule not in verdicts and not d.suppressed_by)
    return score_of(words, points)


def _points(diagnostic: Diagnostic, critical: set[str]) -> int:
    if diagnostic.rule in critical and diagnostic.severity is Severity.ERROR:
        return _CRITICAL if diagnostic.confidence is Confidence.HIGH else _POINTS[Severity.ERROR]
    return _POINTS[diagnostic.severity]
