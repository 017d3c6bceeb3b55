"""What a whole run comes to: counted while the results pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clinlint.fixing.plan import best_fix
from clinlint.model.diagnostic import InternalError, LintResult, NotChecked, Severity
from clinlint.model.fix import Applicability
from clinlint.model.reading import ReadingLevel
from clinlint.model.rule import Family
from clinlint.model.score import Score, score_of
from clinlint.model.source_language import SourceLanguage


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be linted; ``message`` is one sentence and begins with its name."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run.

    Attributes:
        files: sources that were linted.
        words: words of articles (not of the pages around them) in these.
        points: MQM error points of all articles together.
        origins: the languages that articles were translated from, with their files' names.
        readings: how articles read, with their files' names.
        harder: findings of readability rules, shown or not.
        under: articles whose score is below the one that was asked for.
        shown: diagnostics by severity that the report holds.
        hidden: diagnostics by severity that the user did not ask to see.
        fixable: of those shown, how many come with a fix; ``safe`` with a safe one.
        suppressed, baselined: diagnostics that a suppression or the baseline silences.
        not_checked: what was left out in all files, in order.
        incomplete: True when an engine that should have checked was not there, or stopped working.
        internal_errors: rules that crashed, with the file's name.
        failures: sources that could not be linted.
    """

    files: int = 0
    words: int = 0
    points: int = 0
    under: tuple[tuple[str, Score], ...] = ()
    origins: tuple[tuple[str, SourceLanguage], ...] = ()
    readings: tuple[tuple[str, ReadingLevel], ...] = ()
    harder: int = 0
    shown: Mapping[Severity, int] = field(default_factory=dict)
    hidden: Mapping[Severity, int] = field(default_factory=dict)
    fixable: int = 0
    safe: int = 0
    suppressed: int = 0
    baselined: int = 0
    not_checked: tuple[NotChecked, ...] = ()
    incomplete: bool = False
    internal_errors: tuple[tuple[str, InternalError], ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def score(self) -> Score:
        """The MQM-mapped score of all articles together."""
        return score_of(self.words, self.points)

    def found(self, severity: Severity) -> int:
        """All diagnostics of a severity, shown or not."""
        return self.shown.get(severity, 0) + self.hidden.get(severity, 0)


class Tally:
    """Counts results; hides what lies below ``least``."""

    def __init__(self, least: Severity, fail_under: float | None = None) -> None:
        self._least = least
        self._fail_under = fail_under
        self._points = 0
        self._under: list[tuple[str, Score]] = []
        self._origins: list[tuple[str, SourceLanguage]] = []
        self._readings: list[tuple[str, ReadingLevel]] = []
        self._harder = 0
        self._shown: Counter[Severity] = Counter()
        self._hidden: Counter[Severity] = Counter()
        self._files = self._words = self._fixable = self._safe = self._suppressed = self._baselined = 0
        self.not_checked: list[NotChecked] = []
        self._noted: set[NotChecked] = set()
        self._incomplete = False
        self._internal_errors: list[tuple[str, InternalError]] = []
        self.failures: list[Failure] = []

    def take(self, result: LintResult) -> LintResult:
        """Counts a result and returns it with only what is severe enough to be shown.

        What a suppression or the baseline silences is still in it, for reports that tell.
        """
        held = tuple(d for d in result.diagnostics if d.severity.rank >= self._least.rank)
        shown = [d for d in held if not d.suppressed_by and not d.baselined]
        self._suppressed += sum(bool(d.suppressed_by) for d in held)
        self._baselined += sum(d.baselined and not d.suppressed_by for d in held)
        self._shown.update(d.severity for d in shown)
        self._hidden.update(
            d.severity
            for d in result.diagnostics
            if d.severity.rank < self._least.rank and not d.suppressed_by and not d.baselined
        )
        self._fixable += sum(bool(d.fixes) for d in shown)
        self._safe += sum(best_fix(d, Applicability.SAFE) is not None for d in shown)
        self._files += 1
        self._origins.extend((result.source.name, origin) for origin in result.origins)
        self._readings.extend((result.source.name, reading) for reading in result.readings)
        self._harder += sum(d.rule.startswith(Family.READABILITY) for d in result.diagnostics)
        if result.score is not None:
            self._words += result.score.words
            self._points += result.score.points
            if self._fail_under is not None and result.score.quality < self._fail_under:
                self._under.append((result.source.name, result.score))
        self.not_checked.extend(note for note in result.not_checked if note not in self._noted)
        self._noted.update(result.not_checked)
        self._incomplete = self._incomplete or result.incomplete
        self._internal_errors.extend((result.source.name, error) for error in result.internal_errors)
        return replace(result, diagnostics=held)

    def summary(self) -> Summary:
        """The figures so far."""
        return Summary(
            files=self._files,
            words=self._words,
            points=self._points,
            under=tuple(self._under),
            origins=tuple(self._origins),
            readings=tuple(self._readings),
            harder=self._harder,
            shown=dict(self._shown),
            hidden=dict(self._hidden),
            fixable=self._fixable,
            safe=self._safe,
            suppressed=self._suppressed,
            baselined=self._baselined,
            not_checked=tuple(self.not_checked),
            incomplete=self._incomplete,
            internal_errors=tuple(self._internal_errors),
            failures=tuple(self.failures),
        )
