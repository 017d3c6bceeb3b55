"""What becomes of a match: the door through which a knowledge package decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from clinlint.engines.languagetool.match import LanguageToolMatch
from clinlint.model.diagnostic import Severity
from clinlint.model.document import Block
from clinlint.model.finding import Confidence
from clinlint.model.fix import Applicability
from clinlint.model.rule import FixAvailability, RuleMeta

CODE_PREFIX = "LT:"
"""What stands before LanguageTool's identifier in the code of a rule."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A match that is worth telling. Plain values: it is stored, and read again without asking the policy.

    Attributes:
        meta: the rule; its code is ``LT:`` and LanguageTool's identifier. A rule that is not ``enabled`` is
            reported only when the user selects it by its code or the beginning of it.
        message: one or two sentences for an editor.
        replacements: what to write instead of the marked text, the best first.
        confidence: where this match is less sure than the rule in general; every step lowers the severity by one.
        applicability: of the fixes that are made of ``replacements``.
        silenced_by: the match is dropped where the document has one of these texts anywhere, such as what explains
            an abbreviation.
    """

    meta: RuleMeta
    message: str
    replacements: tuple[str, ...] = ()
    confidence: Confidence | None = None
    applicability: Applicability = Applicability.DISPLAY
    silenced_by: tuple[str, ...] = ()


class Policy(Protocol):
    """Decides which matches are reported, as which rule, and how seriously.

    Creating a policy must be quick: with everything remembered from the last run, none of its matches is judged.
    """

    @property
    def name_and_version(self) -> str:
        """Changes whenever the policy (with its words and tables) could judge differently; part of the cache's key."""

    def judge(self, block: Block, match: LanguageToolMatch) -> Judgement | None:
        """What to report, or None for nothing. Depends on ``match``, ``block.text``, ``kind`` and ``role`` alone."""


class AcceptEverything:
    """The policy without knowledge: every match is a warning under LanguageTool's own name."""

    name_and_version = "everything 1"

    def judge(self, block: Block, match: LanguageToolMatch) -> Judgement:
        """The match as it is."""
        meta = RuleMeta(
            code=CODE_PREFIX + match.rule_id,
            name=match.rule_id.lower().replace("_", "-"),
            summary=match.short_message or match.message,
            severity=Severity.WARNING,
            mqm_type="Linguistic conventions/Grammar",
            its_type=match.issue_type,
            fix=FixAvailability.SOMETIMES,
        )
        return Judgement(meta, match.message, match.replacements[:3])
