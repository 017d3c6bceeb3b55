"""From a row that somebody filled in to a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clinlint.errors import DecisionsError
from clinlint.review.decisions import Decision, Decisions, FileDecisions, Verdict
from clinlint.review.tables.columns import DECISION, DELETE, PROPOSAL
from clinlint.review.tables.facts import Facts

_WORDS = {
    Verdict.ACCEPT: "accept accepted yes y ok ja annehmen angenommen evet kabul",
    Verdict.EDIT: "edit edited change ändern geändert düzenle değiştir",
    Verdict.REJECT: "reject rejected no n nein ablehnen abgelehnt hayır hayir ret reddet",
}
WORDS = {word.casefold(): verdict for verdict, words in _WORDS.items() for word in words.split()}
"""What may stand in the column for the decision, in English, German and Turkish; case does not matter."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it came back.

    Attributes:
        where: the row in a person's words, such as ``suggestions.xlsx: row 7``.
        facts: what clinlint wrote about it.
        decision, proposal, comment: the cells that people fill in.
    """

    where: str
    facts: Facts
    decision: str = ""
    proposal: str = ""
    comment: str = ""

    def problem(self, what: str) -> DecisionsError:
        """The error that says what is wrong with this row."""
        return DecisionsError(f"{self.where} ({self.facts.finding}): {what}")


Same = Callable[[str, str], bool]
"""Whether a cell still says what was written into it."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says: decisions, and sentences about rows that were passed over."""

    decisions: Decisions
    notes: tuple[str, ...] = ()


def same(cell: str, written: str) -> bool:
    """True when a cell says what was written into it; spreadsheets may change line ends and outer white space."""
    return _normal(cell) == _normal(written)


def table_of(rows: Iterable[Row], reviewer: str, is_same: Same = same) -> Table:
    """The decisions of all rows, by file; an empty decision is none.

    Raises:
        DecisionsError: when a row cannot be understood, or two rows of one finding say different things.
    """
    found: dict[tuple[str, str], dict[str, Decision]] = {}
    notes: list[str] = []
    for row in rows:
        decision = _decision(row, reviewer, is_same, notes)
        if decision is None:
            continue
        file = found.setdefault((row.facts.path, row.facts.digest), {})
        before = file.setdefault(decision.finding, decision)
        if not before.agrees_with(decision):
            raise row.problem("an earlier row says something else about the same finding")
    files = (FileDecisions(path, digest, tuple(said.values())) for (path, digest), said in found.items())
    return Table(Decisions(tuple(files), reviewer=reviewer), tuple(notes))


def _decision(row: Row, reviewer: str, is_same: Same, notes: list[str]) -> Decision | None:
    facts = row.facts
    word = row.decision.strip()
    changed = not is_same(row.proposal, facts.proposal)
    if not word:
        if changed:
            notes.append(f"{row.where} ({facts.finding}): the proposal was changed, but nothing decided; left out")
        return None
    verdict = WORDS.get(word.casefold())
    if verdict is None:
        raise row.problem(f"{DECISION}: “{word[:40]}” is none of accept, edit, reject; leave it empty to decide later")
    comment = _normal(row.comment)
    if verdict is Verdict.REJECT:
        return _made(facts, verdict, reviewer, reason=comment)
    if changed:
        return _made(facts, Verdict.EDIT, reviewer, text=_own_words(row), comment=comment)
    if facts.edits:
        return _made(facts, Verdict.ACCEPT, reviewer, edits=facts.edits, comment=comment)
    raise row.problem(f"there is no proposal to {verdict.value}; write your wording into {PROPOSAL}, or reject")


def _own_words(row: Row) -> str:
    if not row.facts.whole:
        raise row.problem(f"{PROPOSAL} was too long for a cell and is cut; accept or reject it, or edit it in the page")
    text = row.proposal.replace("\r\n", "\n").replace("\r", "\n")
    match = row.facts.match
    # White space at the end of a cell is nobody's intention, unless it was part of what is replaced.
    text = text if match != match.strip() else text.strip()
    if not text:
        raise row.problem(f"{PROPOSAL} is empty; write your wording, or {DELETE} to take the marked words out")
    return "" if text.strip().casefold() == DELETE else text


def _made(facts: Facts, verdict: Verdict, reviewer: str, **more: object) -> Decision:
    return Decision(
        facts.finding,
        facts.rule,
        facts.fingerprint,
        facts.match,
        facts.ranges,
        verdict,
        reviewer=reviewer,
        **more,  # type: ignore[arg-type]
    )


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
