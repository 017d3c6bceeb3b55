"""What can be configured: one field a key, with its type, default and help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from clinlint.model.audience import Audience
from clinlint.model.diagnostic import Severity


class FailOn(StrEnum):
    """From which severity on a run fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def fails(self, severity: Severity) -> bool:
        """True when a finding of ``severity`` makes the run fail."""
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
"""Language, script, region, variants and what is private (RFC 5646); not the extensions, which say nothing here."""
Format = Literal[
    "full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "checkstyle", "markdown",
    "html", "csv", "suggestions-csv", "xlsx", "docx", "site", "site-csv", "site-html"
]  # fmt: skip
Teasers = bool | Literal["auto"]
Selectors = tuple[str, ...]


def _about(help_text: str, example: str = "") -> dict[str, str]:
    """A key's help, and an example as it is written in TOML."""
    return {"help": help_text, "example": example}


@dataclass(frozen=True, slots=True)
class Override:
    """Different values for some files.

    Attributes:
        files: globs, relative to the configuration file's folder; a glob without ``/`` matches a
            file's name in any folder.
    """

    files: tuple[str, ...]
    select: Selectors | None = None
    extend_select: Selectors = ()
    ignore: Selectors = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    source_language: str | None = None
    language: str | None = None
    teasers: Teasers | None = None
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that are meant to be, in formats without comments or from outside the file.

    Attributes:
        rules: codes, families or names; empty for all rules.
        files: globs as in overrides; empty for all files.
        fingerprint: of one finding, as reports give it.
        reason: why; required where rules of medical safety are named.
        until: the last day on which it holds.
    """

    rules: Selectors = ()
    files: tuple[str, ...] = ()
    fingerprint: str = ""
    reason: str = ""
    until: date | None = None

    def __post_init__(self) -> None:
        if not self.fingerprint and not self.files:
            raise ValueError("give files or a fingerprint; 'ignore' leaves rules out everywhere")
        if not self.fingerprint and not self.rules:
            raise ValueError("rules: name the rules that are ignored in these files, or exclude the files")


@dataclass(frozen=True, slots=True)
class Configuration:
    """Every key of ``clinlint.toml``; a field ``fail_on`` is the key ``fail-on``."""

    extends: str | None = field(
        default=None,
        metadata=_about(
            "A preset to go on from: clinlint:clinic-blog (what holds by default), clinlint:patient-leaflet or "
            "clinlint:professional. Keys of this file replace the preset's; severity and rules are merged.",
            '"clinlint:clinic-blog"',
        ),
    )
    select: Selectors | None = field(
        default=None,
        metadata=_about(
            "Rules to run: codes, families or other beginnings of codes, names, or ALL; "
            "when not set, all that are on by default.",
            '["MT", "ST", "TY"]',
        ),
    )
    extend_select: Selectors = field(default=(), metadata=_about("Rules to run beside those.", '["RD"]'))
    ignore: Selectors = field(default=(), metadata=_about("Rules to leave out.", '["TY003"]'))
    severity: Mapping[str, Severity] = field(
        default_factory=dict,
        metadata=_about(
            "Severities in place of the rules' own: error, warning or info.", '{ TY = "info", ST001 = "error" }'
        ),
    )
    rules: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict,
        metadata=_about("Options of single rules, as tables [rules.CODE]; 'clinlint rule CODE' lists them."),
    )
    overrides: tuple[Override, ...] = field(
        default=(),
        metadata=_about("Other values for some files, as tables [[overrides]]; later ones win over earlier ones."),
    )
    ignores: tuple[Ignore, ...] = field(
        default=(),
        metadata=_about("Single findings, or rules in some files, that are meant to be, as tables [[ignores]]."),
    )
    baseline: str | None = field(
        default=None,
        metadata=_about(
            "A baseline ('clinlint baseline create'): findings that it knows do not count.", '"clinlint-baseline.json"'
        ),
    )
    include: tuple[str, ...] = field(
        default=(),
        metadata=_about("Files to read in folders beside those with a known ending, as globs.", '["*.page"]'),
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            "Files and folders to leave out when a folder is read, as globs, beside the usual ones.",
            '["drafts/", "*.old.html"]',
        ),
    )
    fail_on: FailOn = field(
        default=FailOn.WARNING,
        metadata=_about("The exit code is 1 from this severity on: error, warning, info or never.", '"error"'),
    )
    fail_under: float | None = field(
        default=None,
        metadata=_about("The exit code is 1 for an article with a lower MQM-mapped score (100 is faultless).", "95.0"),
    )
    min_confidence: Literal["low", "medium", "high"] = field(
        default="low", metadata=_about("Findings that are less sure are left out: low, medium or high.", '"medium"')
    )
    min_severity: Severity = field(
        default=Severity.WARNING,
        metadata=_about("What is shown: error, warning or info. What makes the run fail is always shown.", '"info"'),
    )
    language: str | None = field(
        default=None,
        metadata=_about("The articles' language (two letters), in place of what the files say.", '"en"'),
    )
    source_language: str | None = field(
        default=None,
        metadata=_about(
            "The language that the articles were translated from (two letters); guessed when not set or auto.",
            '"tr"',
        ),
    )
    audience: Audience = field(
        default=Audience.PATIENT,
        metadata=_about(
            "Whom the articles are for: patient (grade 8 at most), general (10) or professional (17).", '"general"'
        ),
    )
    packs: tuple[str, ...] = field(
        default=(),
        metadata=_about("Packs of your own (docs/packs.md), as paths beside the configuration.", '["our-words.toml"]'),
    )
    words: tuple[str, ...] = field(
        default=(), metadata=_about("Words that the spelling checks accept.", '["KlinikPlus", "Elmiron"]')
    )
    words_file: str | None = field(
        default=None,
        metadata=_about(
            "A list of such words, one a line, as a path beside the configuration; without it, "
            "clinlint-words.txt where there is one.",
            '"editorial/words.txt"',
        ),
    )
    teasers: Teasers = field(
        default="auto",
        metadata=_about(
            "Whether excerpts of other articles are linted: true, false, or auto (in drafts, not in whole pages).",
            "true",
        ),
    )
    max_characters: int = field(
        default=5_000_000, metadata=_about("The longest file that is linted, in characters.", "1000000")
    )
    max_findings: int = field(
        default=0,
        metadata=_about("The exit code is 0 while no more findings than this lie at or above fail-on.", "25"),
    )
    jobs: int | Literal["auto"] = field(
        default="auto",
        metadata=_about("How many processes lint files: a number, or auto (one for each processor).", "2"),
    )
    cache: bool = field(
        default=True,
        metadata=_about("Whether results are kept, so that files which did not change are not linted again.", "false"),
    )
    format: Format = field(
        default="full",
        metadata=_about("The report's format on standard output (docs/reports.md lists them).", '"concise"'),
    )
    languagetool: str = field(
        default="auto", metadata=_about("Grammar by LanguageTool: auto, off, or a server's address.", '"off"')
    )

    def __post_init__(self) -> None:
        for name, value in (("language", self.language), ("source-language", self.source_language)):
            if value is not None and (name, value) != ("source-language", "auto") and not _LANGUAGE.fullmatch(value):
                raise ValueError(f'{name}: must be a code of two letters such as "tr", not "{value}"')
        if self.fail_under is not None and not 0 <= self.fail_under <= 100:
            raise ValueError("fail-under: must be between 0 and 100, the score of a faultless article")
        if self.max_characters < 1:
            raise ValueError("max-characters: must be 1 or more")
        if self.max_findings < 0:
            raise ValueError("max-findings: must be 0 or more")
        if self.jobs != "auto" and self.jobs < 1:
            raise ValueError("jobs: must be 1 or more, or auto")
