"""What a run is asked to do, after configuration and command line have been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clinlint.model.audience import Audience
from clinlint.model.diagnostic import Severity
from clinlint.model.finding import Confidence
from clinlint.model.rule import Rule
from clinlint.packs.schema import Pack
from clinlint.run.ignores import Ignored
from clinlint.run.selection import GrammarSelection

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Settings:
    """How one source is linted.

    Attributes:
        rules: the rules to run.
        witnesses: rules that are run unreported when one of ``rules`` judges what others find.
        severities: severities by rule code, in place of the rules' own.
        options: configured option objects by rule code.
        source_language: the language that the text was translated from, where the user says so;
            None or ``auto`` to guess it.
        teasers: True to lint excerpts of other articles, False not to, None to lint them in drafts only.
        audience: whom the article is for.
        largest: the most code points of a source that are linted.
        language: the articles' language, in place of what the source says.
        min_confidence: findings that are less sure are left out.
        installed: all rules that there are, for comments that name them.
        ignores: findings that the configuration silences in this source.
        today: the day on which pages are judged and suppressions expire; None for the day of the run.
        packs: the user's own packs, in addition to the installed ones.
        words: the user's own words, which the spelling check accepts.
        grammar: which of LanguageTool's rules are reported.
        variant: the variant of English that LanguageTool checks, such as ``en-GB``; None to tell it from the text.
    """

    rules: tuple[Rule, ...]
    witnesses: tuple[Rule, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    source_language: str | None = None
    teasers: bool | None = None
    audience: Audience = Audience.PATIENT
    largest: int = 5_000_000
    language: str | None = None
    packs: tuple[Pack, ...] = ()
    words: frozenset[str] = frozenset()
    min_confidence: Confidence = Confidence.LOW
    installed: tuple[Rule, ...] = ()
    ignores: tuple[Ignored, ...] = ()
    today: date | None = None
    grammar: GrammarSelection = field(default_factory=GrammarSelection)
    variant: str | None = None

    @property
    def known(self) -> tuple[Rule, ...]:
        """The rules that a suppression may name."""
        return self.installed or (*self.rules, *self.witnesses)
