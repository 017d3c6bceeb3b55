"""LanguageTool's part in linting a source: which blocks it gets, and diagnostics from what it says."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clinlint.analysis.context import Analysis
from clinlint.model.diagnostic import Diagnostic, InternalError, NotChecked
from clinlint.model.document import Block, Document
from clinlint.model.rule import Family
from clinlint.run.diagnose import diagnose, severity_of
from clinlint.run.settings import Settings

if TYPE_CHECKING:
    from clinlint.engines.languagetool.grammar import Grammar, GrammarResult, Pending

WHAT = "grammar"
"""What reports call it where it was not checked."""
AMERICAN = "en-US"


class Checking:
    """The documents of one source, on their way to LanguageTool and back.

    Args:
        grammar: LanguageTool; None where it is not wanted, and then nothing is found.
        settings: of the source.
        documents: the source's, each with the blocks that are checked; they are sent at once.

    Attributes:
        diagnostics: what was found in the documents that are finished.
        not_checked: what was not checked in these, and why.
        errors: what a policy did wrong.
        incomplete: True when LanguageTool is installed, or was named, and did not check everything.
    """

    def __init__(
        self, grammar: Grammar | None, settings: Settings, documents: Sequence[tuple[Document, Sequence[Block]]]
    ) -> None:
        self._grammar = grammar if settings.grammar.wanted else None
        self._settings = settings
        self._pending: deque[Pending] = deque()
        self.diagnostics: list[Diagnostic] = []
        self.not_checked: list[NotChecked] = []
        self.errors: list[InternalError] = []
        self.incomplete = False
        if self._grammar is not None:
            for document, blocks in documents:
                self._pending.append(self._begin(self._grammar, document, blocks))

    def _begin(self, grammar: Grammar, document: Document, blocks: Sequence[Block]) -> Pending:
        variant = self._settings.variant or grammar.knowledge.variant(document)
        language = variant if variant.lower().startswith("en-") else AMERICAN
        return grammar.begin([block for block in blocks if block.text.strip()], language, self._settings.words)

    def finish(self, analysis: Analysis, most: int) -> None:
        """Waits for LanguageTool to check the next document.

        Args:
            analysis: of that document.
            most: how many findings of one rule are reported.
        """
        if self._grammar is None:
            return
        pending = self._pending.popleft()
        try:
            self._take(pending.finish(), analysis, most, available=self._grammar.available)
        except Exception as error:  # noqa: BLE001 - a policy may fail in any way; the file goes on
            self.errors.append(InternalError(Family.GRAMMAR.value, f"{type(error).__name__}: {error}"))

    def _take(self, result: GrammarResult, analysis: Analysis, most: int, *, available: bool) -> None:
        name = analysis.document.source.name
        what = WHAT if result.gone else f"{WHAT} of {name}"
        self._note([NotChecked(what, why) for why in result.not_checked])
        self.incomplete = self.incomplete or (available and bool(result.not_checked))
        counts: Counter[str] = Counter()
        text = analysis.document.text
        for block, judged in result.judged:
            if any(sign in text for sign in judged.judgement.silenced_by):
                continue
            meta, finding = judged.judgement.meta, judged.finding_in(block)
            sure = finding.confidence if finding.confidence is not None else meta.confidence
            if not self._settings.grammar.reports(meta) or sure < self._settings.min_confidence:
                continue
            counts[meta.code] += 1
            if counts[meta.code] > most:
                self._note([NotChecked(name, f"only the first {most:,} findings of {meta.code} are reported")])
                continue
            wanted = self._settings.grammar.severity(meta)
            severity = severity_of(meta, finding, {meta.code: wanted} if wanted is not None else {})
            self.diagnostics.append(diagnose(meta, finding, analysis, severity))

    def _note(self, notes: Sequence[NotChecked]) -> None:
        self.not_checked.extend(note for note in notes if note not in self.not_checked)
