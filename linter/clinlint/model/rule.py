"""Rules as a protocol: what a rule says about itself, and the function that reads a document."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from clinlint.errors import RuleDefinitionError
from clinlint.model.diagnostic import Severity
from clinlint.model.document import Block, BlockKind, Document, DocumentPair, Role, Sentence
from clinlint.model.finding import Confidence, Evidence, Finding
from clinlint.model.suppression import Suppressions

if TYPE_CHECKING:
    from clinlint.analysis.context import Context


class Family(StrEnum):
    """The first two letters of a rule's code."""

    TRANSLATION = "MT"
    STRUCTURE = "ST"
    TYPOGRAPHY = "TY"
    READABILITY = "RD"
    MEDICAL = "MD"
    PAGE = "PG"
    GRAMMAR = "LT"
    BILINGUAL = "BI"
    SUPPRESSION = "SU"


class FixAvailability(StrEnum):
    """Whether a rule's findings come with a fix."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NONE = "none"


PROSE = frozenset(BlockKind) - {BlockKind.CODE}
READ = frozenset({Role.BODY, Role.TEASER})


@dataclass(frozen=True, slots=True)
class GoodTextFigure:
    """How often a rule raised an alarm on text that good writers wrote or corrected.

    Attributes:
        alarms: findings of severity warning or error.
        words: words that were read.
        text: what was read, for people.
    """

    alarms: int
    words: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMeta:
    """What a rule says about itself.

    Attributes:
        code: family and number, such as ``ST001``; never reused.
        name: a slug that names the defect, such as ``unclosed-bracket``.
        summary: one line for lists, a noun phrase without a full stop.
        severity: of a finding that has the rule's full confidence.
        mqm_type: the error type of MQM Core, as ``Dimension/Type``.
        its_type: the ``locQualityIssueType`` of ITS 2.0.
        languages: two-letter codes of texts that the rule can read; ``("*",)`` for any.
        references: where the claim comes from: guideline, paper, page.
        since: the first version with this rule.
        kinds, roles: the blocks that a ``Block`` or ``Sentence`` rule is given.
        options: a frozen dataclass of the rule's options, each field with a default and
            ``metadata={"help": …}``.
        supersedes: codes of rules that see the same defect less well; where their findings overlap
            one of this rule's, they are folded into it.
        critical: True when a finding of full confidence may lead a reader to harm; counts as critical in MQM.
        once_a_block: True for a rule that shares one finding in a block with the other rules of this kind: the gravest
            is reported and names the others.
        on_good_text: how often it raised an alarm on good text, where that was measured.
        enabled: False for rules that must be selected by name.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    mqm_type: str
    its_type: str
    confidence: Confidence = Confidence.HIGH
    languages: tuple[str, ...] = ("en",)
    references: tuple[str, ...] = ()
    since: str = "0.1.0"
    fix: FixAvailability = FixAvailability.NONE
    kinds: frozenset[BlockKind] = PROSE
    roles: frozenset[Role] = READ
    options: type[Any] | None = None
    supersedes: tuple[str, ...] = ()
    critical: bool = False
    once_a_block: bool = False
    on_good_text: GoodTextFigure | None = None
    enabled: bool = True

    @property
    def family(self) -> Family:
        """The family that the code begins with."""
        return Family(self.code[:2])


Check = Callable[[Any, "Context"], Iterable[Finding]]
_UNITS: tuple[type[Any], ...] = (Document, Block, Sentence, DocumentPair, Evidence, Suppressions)
UNITS = {unit.__name__: unit for unit in _UNITS}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run: its facts, the unit that it reads, its function and documentation."""

    meta: RuleMeta
    unit: type[Any]
    check: Check
    documentation: str


def rule(meta: RuleMeta) -> Callable[[Check], Rule]:
    """Makes a rule of a function; the annotation of its first parameter says what it reads.

    The annotation is ``Document``, ``Block``, ``Sentence``, ``DocumentPair``, ``Evidence`` or
    ``Suppressions``; the second parameter is the ``Context``; the docstring is the rule's documentation.

    Raises:
        RuleDefinitionError: with file and line, when the function is none of that.
    """

    def define(check: Check) -> Rule:
        parameters = list(inspect.signature(check).parameters.values())
        annotation = parameters[0].annotation if parameters else None
        name = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
        code = inspect.unwrap(check).__code__
        place = f"{code.co_filename}:{code.co_firstlineno}"
        if len(parameters) != 2 or name not in UNITS:
            units = ", ".join(UNITS)
            raise RuleDefinitionError(
                f"{place}: rule {meta.code} takes (unit, context); annotate the unit as one of {units}"
            )
        documentation = inspect.getdoc(check)
        if not documentation:
            raise RuleDefinitionError(f"{place}: rule {meta.code} has no docstring")
        return Rule(meta, UNITS[name], check, documentation)

    return define
