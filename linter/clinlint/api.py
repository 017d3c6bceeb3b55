"""The one module that rules and third parties import."""

from clinlint.analysis.context import Context
from clinlint.analysis.quantities import Quantity, quantities_of
from clinlint.analysis.readability.difficulty import grade
from clinlint.analysis.readability.formulas import Counts, dale_chall, flesch_kincaid, smog
from clinlint.analysis.readability.passages import CountedWord, MeasuredSentence, Passage
from clinlint.analysis.tags import Token, known_tag, may_be_verb
from clinlint.analysis.units import Dimension, Unit
from clinlint.analysis.words import Word, WordKind
from clinlint.engines.languagetool.knowledge import GrammarKnowledge
from clinlint.engines.languagetool.match import LanguageToolMatch
from clinlint.engines.languagetool.policy import Judgement, Policy
from clinlint.model.audience import Audience
from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentPair,
    ListPlace,
    Role,
    Sentence,
)
from clinlint.model.finding import Confidence, Evidence, Finding, Related
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.page import PageElement, PageMarkup
from clinlint.model.reading import ReadingLevel
from clinlint.model.rule import PROSE, READ, Family, FixAvailability, GoodTextFigure, Rule, RuleMeta, rule
from clinlint.model.source import Source
from clinlint.model.source_language import SourceLanguage
from clinlint.model.span import Position, Span
from clinlint.model.suppression import Action, Suppression, Suppressions, SuppressionUse

__all__ = [
    "PROSE",
    "READ",
    "Action",
    "Applicability",
    "Audience",
    "Block",
    "BlockKind",
    "Confidence",
    "Context",
    "CountedWord",
    "Counts",
    "Diagnostic",
    "Dimension",
    "Document",
    "DocumentPair",
    "Edit",
    "Evidence",
    "Family",
    "Finding",
    "Fix",
    "FixAvailability",
    "GoodTextFigure",
    "GrammarKnowledge",
    "Judgement",
    "LanguageToolMatch",
    "LintResult",
    "ListPlace",
    "MeasuredSentence",
    "PageElement",
    "PageMarkup",
    "Passage",
    "Policy",
    "Position",
    "Quantity",
    "ReadingLevel",
    "Related",
    "Role",
    "Rule",
    "RuleMeta",
    "Sentence",
    "Severity",
    "Source",
    "SourceLanguage",
    "Span",
    "Suppression",
    "SuppressionUse",
    "Suppressions",
    "Token",
    "Unit",
    "Word",
    "WordKind",
    "dale_chall",
    "flesch_kincaid",
    "grade",
    "known_tag",
    "may_be_verb",
    "quantities_of",
    "rule",
    "smog",
]
