"""A judged match of one block, and the form in which it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clinlint.engines.languagetool.policy import Judgement
from clinlint.model.diagnostic import Severity
from clinlint.model.document import Block
from clinlint.model.finding import Confidence, Finding
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.rule import FixAvailability, RuleMeta
from clinlint.storage.codec import decode, encode


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement and its place: code points of the block's text, half-open."""

    start: int
    end: int
    judgement: Judgement

    def finding_in(self, block: Block) -> Finding:
        """The finding in a block with this text."""
        judgement = self.judgement
        span = block.at(self.start, self.end)
        fixes = tuple(
            Fix(_title(text), (Edit(span, text),), judgement.applicability) for text in judgement.replacements
        )
        return Finding(span, judgement.message, fixes, confidence=judgement.confidence)


def _title(text: str) -> str:
    return f"Write “{text}”" if text.strip() else "Leave it out"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a rule of LanguageTool says about itself; the rest of a ``RuleMeta`` is for rules of our own."""

    code: str
    name: str
    summary: str
    severity: Severity
    mqm_type: str
    its_type: str
    confidence: Confidence
    references: tuple[str, ...]
    fix: FixAvailability
    enabled: bool
    critical: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    start: int
    end: int
    rule: _Rule
    message: str
    replacements: tuple[str, ...]
    confidence: Confidence | None
    applicability: Applicability
    silenced_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    kept: tuple[_Kept, ...]


def as_bytes(judged: Iterable[Judged]) -> bytes:
    """All that ``from_bytes`` needs."""
    return encode(_Block, _Block(tuple(_kept(one) for one in judged)))


def from_bytes(data: bytes) -> tuple[Judged, ...]:
    """The judged matches again.

    Raises:
        ValueError: when ``data`` is nothing that ``as_bytes`` makes.
    """
    return tuple(_judged(kept) for kept in decode(_Block, data).kept)


def _kept(judged: Judged) -> _Kept:
    judgement, meta = judged.judgement, judged.judgement.meta
    rule = _Rule(
        meta.code,
        meta.name,
        meta.summary,
        meta.severity,
        meta.mqm_type,
        meta.its_type,
        meta.confidence,
        meta.references,
        meta.fix,
        meta.enabled,
        meta.critical,
    )
    return _Kept(
        judged.start,
        judged.end,
        rule,
        judgement.message,
        judgement.replacements,
        judgement.confidence,
        judgement.applicability,
        judgement.silenced_by,
    )


def _judged(kept: _Kept) -> Judged:
    rule = kept.rule
    meta = RuleMeta(
        code=rule.code,
        name=rule.name,
        summary=rule.summary,
        severity=rule.severity,
        mqm_type=rule.mqm_type,
        its_type=rule.its_type,
        confidence=rule.confidence,
        references=rule.references,
        fix=rule.fix,
        enabled=rule.enabled,
        critical=rule.critical,
    )
    judgement = Judgement(meta, kept.message, kept.replacements, kept.confidence, kept.applicability, kept.silenced_by)
    return Judged(kept.start, kept.end, judgement)
