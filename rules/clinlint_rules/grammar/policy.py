"""The policy: what becomes of LanguageTool's matches in a health article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from clinlint.api import Applicability, Block, BlockKind, Judgement, LanguageToolMatch
from clinlint_rules.grammar import abbreviations
from clinlint_rules.grammar.harm import may_harm
from clinlint_rules.grammar.messages import abbreviation_message, spelling_message
from clinlint_rules.grammar.rule_table import rule_table
from clinlint_rules.grammar.spelling.verdict import Kind, Place, judge_word

_SPELLER = "MORFOLOGIK_RULE"
_MOST_FIXES = 3
_SENTENCE_START = re.compile(r"(?:\A|[.!?:…]['’”\")\]]?\s|\n)[\s\-–•*“\"‘'(\[]*\Z")
_GENUS = re.compile(r"(?<![\w.])(?:[A-Z]\.|[A-Z][a-z]{2,})\s\Z")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    {"a", "an", "the", "and", "or", "of", "in", "on", "for", "to", "with", "by", "at", "from", "as", "is"}
)


@dataclass(frozen=True, slots=True)
class HealthPolicy:
    """Rules by the table; spelling by what the word is made of.

    Attributes:
        words: the user's own words, in lower case.
    """

    words: frozenset[str]

    @property
    def name_and_version(self) -> str:
        """The policy's files, the word lists' version and the user's words, as one hash."""
        own = hashlib.sha256("\n".join(sorted(self.words)).encode()).hexdigest()[:12]
        return f"health {_knowledge_hash()} {own}"

    def judge(self, block: Block, match: LanguageToolMatch) -> Judgement | None:
        """A match as an editor should hear of it, or nothing."""
        if match.rule_id.startswith(_SPELLER):
            return self._judge_spelling(block, match)
        if match.rule_id == abbreviations.RULE_ID:
            return _judge_abbreviation(block, match)
        text = block.text[match.start : match.end]
        summary = match.short_message or match.message
        meta = rule_table().meta(match.rule_id, match.category_id, match.issue_type, summary)
        fixes = tuple(new for new in match.replacements if new != text)[:_MOST_FIXES]
        unsafe = len(fixes) == 1 and not may_harm(text, fixes[0])
        return Judgement(meta, match.message, fixes, None, Applicability.UNSAFE if unsafe else Applicability.DISPLAY)

    def _judge_spelling(self, block: Block, match: LanguageToolMatch) -> Judgement | None:
        word = block.text[match.start : match.end]
        verdict = judge_word(word, match.replacements, _place(block, match), self.words)
        if verdict is None:
            return None
        meta = rule_table().meta(match.rule_id, match.category_id, "misspelling", "")
        meant = verdict.meant[:_MOST_FIXES]
        unsafe = verdict.kind is not Kind.NON_WORD and not any(may_harm(word, new) for new in meant)
        applicability = Applicability.UNSAFE if unsafe else Applicability.DISPLAY
        return Judgement(meta, spelling_message(word, verdict), meant, None, applicability)


def _judge_abbreviation(block: Block, match: LanguageToolMatch) -> Judgement | None:
    if not abbreviations.is_unexplained(block.text, match.start, match.end):
        return None
    short = block.text[match.start : match.end]
    meta = rule_table().meta(match.rule_id, match.category_id, match.issue_type, match.short_message)
    signs = abbreviations.signs_of_explanation(short.removesuffix("s"))
    return Judgement(meta, abbreviation_message(short), silenced_by=signs)


def _place(block: Block, match: LanguageToolMatch) -> Place:
    before = block.text[: match.start]
    starts = bool(_SENTENCE_START.search(before))
    return Place(not starts and not _is_in_title_case(block), bool(_GENUS.search(before)))


def _is_in_title_case(block: Block) -> bool:
    """Headings in which every longer word has a capital, so that a capital does not show a name."""
    if block.kind not in (BlockKind.HEADING, BlockKind.TITLE):
        return False
    words = [word for word in _WORD.findall(block.text) if word.lower() not in _SMALL_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words)


@cache
def _knowledge_hash() -> str:
    """Changes with any file of this package that could change a judgement, and with wordfreq."""
    digest = hashlib.sha256()
    for folder in (files(__package__), files(f"{__package__}.spelling")):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith((".py", ".toml", ".txt")):
                digest.update(file.read_bytes())
    try:
        digest.update(version("wordfreq").encode())
    except PackageNotFoundError:
        digest.update(b"without wordfreq")
    return digest.hexdigest()[:16]
