"""Grammar for documents: what is remembered is told at once, the rest is asked while other rules run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clinlint.engines.languagetool.backend import Backend, Gone
from clinlint.engines.languagetool.batches import batches_of, pieces_of
from clinlint.engines.languagetool.cache import key_of
from clinlint.engines.languagetool.judged import Judged, as_bytes, from_bytes
from clinlint.engines.languagetool.knowledge import GrammarKnowledge
from clinlint.engines.languagetool.match import LanguageToolMatch
from clinlint.engines.languagetool.policy import Policy
from clinlint.errors import ConfigurationError
from clinlint.model.document import Block
from clinlint.storage.store import Store

if TYPE_CHECKING:
    from concurrent.futures import Future

    from clinlint.engines.languagetool.asking import Asker, Outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """A text on its way.

    Attributes:
        number: the text's, in the batches that its pieces are in.
    """

    number: int
    futures: tuple[Future[Outcome], ...]

    def answer(self) -> tuple[LanguageToolMatch, ...] | str:
        """The matches, or why the text could not be checked.

        Raises:
            Gone: when the run goes on without LanguageTool.
        """
        from clinlint.engines.languagetool.asking import Outcome

        whole = Outcome()
        for future in self.futures:
            whole = whole.joined(future.result())
        return whole.unanswered.get(self.number) or whole.found.get(self.number, ())


@dataclass(frozen=True, slots=True)
class GrammarResult:
    """What grammar has to say about one document.

    Attributes:
        judged: pairs of block and judged match, in the order of the blocks.
        not_checked: reasons why some of it, or all, was not checked.
        gone: True when LanguageTool itself was missing.
    """

    judged: tuple[tuple[Block, Judged], ...] = ()
    not_checked: tuple[str, ...] = ()
    gone: bool = False


class Grammar:
    """LanguageTool for one run.

    Args:
        backend: whom to ask; a sentence where there is nobody.
        knowledge: what a package knows of LanguageTool's rules.
        store: what is kept between runs.
    """

    def __init__(self, backend: Backend | str, knowledge: GrammarKnowledge, store: Store | None) -> None:
        self.knowledge = knowledge
        self._backend = backend
        self._store = store
        self._asker: Asker | None = None
        self._policies: dict[frozenset[str], Policy] = {}
        self._flying: dict[bytes, Asked] = {}

    @property
    def available(self) -> bool:
        """False when nobody can be asked."""
        return not isinstance(self._backend, str)

    def begin(self, blocks: Iterable[Block], language: str, words: frozenset[str]) -> Pending:
        """Sends what is not remembered; what else a run has to do can be done in the meantime.

        Args:
            blocks: what to check.
            language: with its variant, such as ``en-GB``.
            words: the user's own.
        """
        blocks = tuple(blocks)
        if isinstance(self._backend, str):
            return Pending(self, None, gone=self._backend)
        policy = self._policy(words)
        try:
            version = self._backend.version()
        except Gone as gone:
            return Pending(self, policy, gone=str(gone))
        keyed = [
            (block, key_of(version, language, policy.name_and_version, block.kind, block.role, block.text))
            for block in blocks
        ]
        known = self._kept(key for _, key in keyed)
        missing = {key: block.text for block, key in keyed if key not in known and key not in self._flying}
        self._send(self._backend, missing, language)
        flying = {key: self._flying[key] for _, key in keyed if key not in known}
        return Pending(self, policy, tuple(keyed), known, flying)

    def describe(self, words: frozenset[str]) -> str | None:
        """What results depend on beside the text; None when that cannot be known now."""
        if isinstance(self._backend, str):
            return self._backend
        try:
            return f"{self._backend.version()}, {self._policy(words).name_and_version}"
        except Gone:
            return None

    def rest(self) -> None:
        """Ends the threads until there is something to ask again: a process with threads is not forked safely."""
        if self._asker is not None:
            self._asker.close()
            self._asker = None

    def close(self) -> None:
        """Ends the threads and closes the store."""
        self.rest()
        if self._store is not None:
            self._store.close()

    def _policy(self, words: frozenset[str]) -> Policy:
        if words not in self._policies:
            try:
                self._policies[words] = self.knowledge.policy(words)
            except ModuleNotFoundError as error:
                raise ConfigurationError(
                    f"grammar needs the package {error.name!r}, which is not installed; install "
                    "clinlint[languagetool], or go without grammar (--languagetool off)"
                ) from None
        return self._policies[words]

    def _kept(self, keys: Iterable[bytes]) -> dict[bytes, tuple[Judged, ...]]:
        found: dict[bytes, tuple[Judged, ...]] = {}
        for key, data in (self._store.get(keys) if self._store is not None else {}).items():
            try:
                found[key] = from_bytes(data)
            except ValueError:  # it is found out anew
                continue
        return found

    def remember(self, results: dict[bytes, tuple[Judged, ...]]) -> None:
        """Keeps results for other runs; what is in the store need not be kept here."""
        if self._store is not None:
            self._store.put({key: as_bytes(judged) for key, judged in results.items()})
        for key in results:
            self._flying.pop(key, None)

    def _send(self, backend: Backend, missing: dict[bytes, str], language: str) -> None:
        if not missing:
            return
        if self._asker is None:
            from clinlint.engines.languagetool.asking import Asker

            self._asker = Asker(backend)
        keys = list(missing)
        asked: dict[int, list[Future[Outcome]]] = {}
        # A single page is asked in two parts, so that both of the server's threads have something to do.
        size = min(backend.batch, max(600, sum(map(len, missing.values())) // backend.workers + 1))
        for batch in batches_of(pieces_of(missing.values()), size):
            future = self._asker.ask(batch, language)
            for piece in batch.pieces:
                asked.setdefault(piece.number, []).append(future)
        for number, futures in asked.items():
            self._flying[keys[number]] = Asked(number, tuple(futures))


@dataclass(frozen=True, slots=True)
class Pending:
    """Grammar that is being checked.

    Attributes:
        keyed: the blocks with the keys of their results.
        known: results that were remembered.
        flying: texts that are on their way, by key.
        gone: why nothing is checked, where that is known already.
    """

    grammar: Grammar
    policy: Policy | None
    keyed: tuple[tuple[Block, bytes], ...] = ()
    known: Mapping[bytes, tuple[Judged, ...]] = field(default_factory=dict)
    flying: Mapping[bytes, Asked] = field(default_factory=dict)
    gone: str | None = None

    def finish(self) -> GrammarResult:
        """Waits for what is on its way."""
        if self.policy is None or self.gone is not None:
            return GrammarResult(not_checked=(self.gone or "",), gone=True)
        fresh: dict[bytes, tuple[Judged, ...]] = {}
        why: list[str] = []
        gone: str | None = None
        judged: list[tuple[Block, Judged]] = []
        for block, key in self.keyed:
            found = self.known.get(key) or fresh.get(key)
            if found is None and key in self.flying and gone is None:
                try:
                    answer = self.flying[key].answer()
                except Gone as error:
                    gone = str(error)
                    continue
                if isinstance(answer, str):
                    why.append(answer)
                    continue
                found = fresh[key] = tuple(_judged(self.policy, block, answer))
            judged.extend((block, one) for one in found or ())
        self.grammar.remember(fresh)
        if gone is not None:
            why.append(gone)
        return GrammarResult(tuple(judged), tuple(dict.fromkeys(why)), gone is not None)


def _judged(policy: Policy, block: Block, matches: Iterable[LanguageToolMatch]) -> Iterator[Judged]:
    for match in matches:
        judgement = policy.judge(block, match)
        if judgement is not None:
            yield Judged(match.start, match.end, judgement)
