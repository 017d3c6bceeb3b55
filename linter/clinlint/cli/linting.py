"""From the names of sources to results: kept ones, and new ones by one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clinlint.cli.fixing import Fixes
from clinlint.cli.inputs import Inputs
from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.resolve import Resolver
from clinlint.errors import ClinlintError, SourceError, WriteError
from clinlint.model.diagnostic import LintResult, NotChecked
from clinlint.model.source import Source
from clinlint.reports.summary import Failure
from clinlint.run.packing import packed, unpacked
from clinlint.run.pipeline import lint
from clinlint.run.pool import Crash, Pool, Work
from clinlint.run.registry import installed_rules
from clinlint.run.result_cache import ResultCache
from clinlint.run.settings import Settings
from clinlint.sources.formats import extension_of

if TYPE_CHECKING:
    from clinlint.engines.languagetool.grammar import Grammar

FEWEST = 4
"""With fewer sources than this left, starting processes takes longer than it saves."""

AHEAD = 8
"""How many sources for each process may be done before one that stands in front of them."""

ResultT = TypeVar("ResultT")
Outcome = LintResult | NotChecked | Failure


@dataclass(frozen=True, slots=True)
class Task:
    """One source to lint in another process; ``asked`` is False for a file that was found in a folder."""

    source: Source
    asked: bool


@dataclass(eq=False, slots=True)
class Slot:
    """The place of one source in the order of the run."""

    outcome: Outcome | ClinlintError | None = None


@dataclass
class Linting:
    """Lints sources; what comes out is in the order of the names, whoever was first.

    Attributes:
        asked: names that the user gave, not found in a folder.
        cache: None to lint everything anew.
        jobs: how many processes work; 1 for this one alone.
        fixes: what fixes every source first; this process then works alone, and without a cache.
        grammar: opens LanguageTool, once in each process; None to go without it.
    """

    inputs: Inputs
    resolver: Resolver
    loaded: LoadedConfiguration
    asked: Collection[str]
    cache: ResultCache | None = None
    jobs: int = 1
    fixes: Fixes | None = None
    grammar: Callable[[], Grammar] | None = None
    _opened: Grammar | None = None
    _pool: Pool | None = None
    _warm: bool = False
    _stack: ExitStack = field(default_factory=ExitStack)

    def outcomes(self, names: Sequence[str | Failure]) -> Generator[Outcome, None, None]:
        """One outcome a name, in order.

        Raises:
            ClinlintError: when the run cannot go on.
        """
        slots: deque[Slot] = deque()
        with self._stack:
            if self.grammar is not None:
                self._opened = self.grammar()
                self._stack.callback(self._opened.close)
            for number, name in enumerate(names):
                slot = Slot()
                slots.append(slot)
                self._fill(slot, name, left=len(names) - number)
                while slots and (slots[0].outcome is not None or len(slots) > AHEAD * self.jobs):
                    yield self._first(slots)
            while slots:
                yield self._first(slots)

    def _first(self, slots: deque[Slot]) -> Outcome:
        while slots[0].outcome is None:
            assert self._pool is not None  # noqa: S101 - only a pool leaves a slot empty
            self._pool.step()
        outcome = slots.popleft().outcome
        if isinstance(outcome, ClinlintError):
            raise outcome
        assert outcome is not None  # noqa: S101
        return outcome

    def _fill(self, slot: Slot, name: str | Failure, *, left: int) -> None:
        if isinstance(name, Failure):
            slot.outcome = name
            return
        asked = name in self.asked
        source = guarded(name, lambda: self.inputs.read(name), asked=asked)
        if not isinstance(source, Source):
            slot.outcome = source
            return
        settings = self.resolver.settings(source.name)
        if self.fixes is not None:
            slot.outcome = guarded(source.name, partial(self._fixed, source, settings, self.fixes), asked=asked)
            return
        slot.outcome = self.cache.find(source, settings) if self.cache is not None else None
        if slot.outcome is not None:
            return
        if self._pool is None and self.jobs > 1 and self._warm and left >= FEWEST:
            start = partial(start_worker, self.loaded, self.grammar)
            if self._opened is not None:
                self._opened.rest()
            self._pool = self._stack.enter_context(Pool(min(self.jobs, left), start))
        if self._pool is not None:
            self._pool.submit(Task(source, asked), partial(self._take, slot, source))
            return
        # What the first one loads, processes that are forked later have already.
        self._warm = True
        slot.outcome = guarded(source.name, lambda: lint(source, settings, self._opened), asked=asked)
        if self.cache is not None and isinstance(slot.outcome, LintResult):
            self.cache.keep(slot.outcome, settings, packed(slot.outcome))

    def _fixed(self, source: Source, settings: Settings, fixes: Fixes) -> LintResult:
        again = partial(lint, settings=settings, grammar=self._opened)
        return fixes.take(again(source), again)

    def engines(self, settings: Settings) -> str | None:
        """Which other programs have a part in a result, for the cache."""
        if self._opened is None or not settings.grammar.wanted:
            return ""
        return self._opened.describe(settings.words)

    def _take(self, slot: Slot, source: Source, answer: bytes | NotChecked | Failure | ClinlintError | Crash) -> None:
        if isinstance(answer, Crash):
            text = f"{source.name}: the process that linted it {answer.reason}; please report it"
            slot.outcome = Failure(source.name, text)
        elif isinstance(answer, bytes):
            slot.outcome = result = unpacked(source, answer)
            if self.cache is not None:
                self.cache.keep(result, self.resolver.settings(source.name), answer)
        else:
            slot.outcome = answer


def guarded(name: str, work: Callable[[], ResultT], *, asked: bool) -> ResultT | NotChecked | Failure:
    """The result of ``work`` on one source, or why there is none.

    Raises:
        ClinlintError: when the fault is not the source's.
    """
    try:
        return work()
    except SourceError as error:
        if not asked and extension_of(name) == ".json" and not isinstance(error, WriteError):
            # Folders hold JSON of many kinds; that a file is no export is no failure unless it was asked for.
            return NotChecked(name, "this JSON holds no article")
        return Failure(name, str(error))
    except ClinlintError:
        raise
    except Exception as error:  # noqa: BLE001 - what a reader was not made for must not end the run for the others
        kind = type(error).__name__
        return Failure(name, f"{name}: internal error while reading: {kind}: {error}; please report it")


def start_worker(loaded: LoadedConfiguration, grammar: Callable[[], Grammar] | None) -> Work:
    """What a process of the pool does with tasks."""
    resolver = Resolver(loaded, installed_rules())
    opened = grammar() if grammar is not None else None

    def work(task: Task) -> bytes | NotChecked | Failure | ClinlintError:
        source = task.source
        try:
            settings = resolver.settings(source.name)
            return guarded(source.name, lambda: packed(lint(source, settings, opened)), asked=task.asked)
        except ClinlintError as error:
            return error

    return work
