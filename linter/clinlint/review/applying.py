"""From decisions to the corrected file, which is in memory: nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clinlint.documents import read_documents
from clinlint.fixing.changes import make_changes
from clinlint.fixing.own_words import in_own_words
from clinlint.fixing.plan import Change
from clinlint.model.diagnostic import Diagnostic, Excerpt, Severity
from clinlint.model.document import Document
from clinlint.model.finding import Confidence
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.review.decisions import Decision, Verdict
from clinlint.review.places import Places

NO_CHANGE = "the text reads so already"
NO_PLACE = "the marked place holds no text of the file"
WAITS = "another decision changes the same words; check the corrected file again and decide there"


@dataclass(frozen=True, slots=True)
class NotMade:
    """A decision that was not carried out; ``why`` is a clause such as "its edits overlap"."""

    decision: Decision
    why: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of the decisions on one file; nothing has been written.

    Attributes:
        before, after: the file; the same object twice when nothing was made.
        made: what ``after`` holds.
        not_made: what it does not, and why: overlaps, and what the guard held back.
        refused: decisions that do not fit the file. Its decisions are damaged then, and nothing at all is made.
        rejected: findings that are left as they are.
        edits: what was changed, in offsets of ``before``.
    """

    before: Source
    after: Source
    made: tuple[Decision, ...] = ()
    not_made: tuple[NotMade, ...] = ()
    refused: tuple[NotMade, ...] = ()
    rejected: tuple[Decision, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def changed(self) -> bool:
        """True when the bytes differ."""
        return self.before.data != self.after.data


def apply_decisions(
    source: Source, decisions: Iterable[Decision], documents: Sequence[Document] | None = None
) -> Applied:
    """``source`` with what was accepted and what was worded anew; the order of ``decisions`` does not matter.

    The caller has compared the digest (``review.matching``): offsets are those of this very text.

    Args:
        source: the file as it was reviewed.
        decisions: on findings of this file, at most one a finding.
        documents: what was read from it; None to read it now.

    Raises:
        SourceError: when no article can be read from the file.
    """
    decided = sorted(decisions, key=lambda decision: (decision.ranges[0], decision.finding))
    rejected = tuple(decision for decision in decided if not decision.changes)
    wanted = [decision for decision in decided if decision.changes]
    if not wanted:
        return Applied(source, source, rejected=rejected)
    documents = read_documents(source) if documents is None else documents
    refused = misfits(source, wanted, documents)
    if refused:
        return Applied(source, source, refused=refused, rejected=rejected)
    changes: list[tuple[Change, Decision]] = []
    not_made: list[NotMade] = []
    for decision in wanted:
        change = change_for(decision, source, documents)
        if change is not None:
            changes.append((change, decision))
        else:
            not_made.append(NotMade(decision, NO_CHANGE if decision.text == decision.match else NO_PLACE))
    outcome = make_changes(source, documents, [change for change, _ in changes], by_person=True)
    by_change = {id(change): decision for change, decision in changes}
    not_made += [NotMade(by_change[id(held.change)], held.why) for held in outcome.held_back]
    not_made += [NotMade(by_change[id(change)], WAITS) for change in outcome.waiting]
    return Applied(
        source,
        outcome.after,
        made=tuple(by_change[id(change)] for change in outcome.made),
        not_made=tuple(sorted(not_made, key=lambda held: (held.decision.ranges[0], held.decision.finding))),
        rejected=rejected,
        edits=tuple(edit for change in outcome.made for edit in change.fix.edits),
    )


def misfits(source: Source, decisions: Iterable[Decision], documents: Iterable[Document]) -> tuple[NotMade, ...]:
    """The decisions that clinlint cannot have asked for in this file: theirs was damaged, or is another one."""
    places = Places(source, documents)
    found = ((decision, places.outside(decision.ranges) or places.problem(decision.edits)) for decision in decisions)
    return tuple(NotMade(decision, why) for decision, why in found if why is not None)


def change_for(decision: Decision, source: Source, documents: Iterable[Document]) -> Change | None:
    """What a decision changes in the source; None when it changes nothing, or its words are not in the source."""
    finding = _finding(decision, source)
    if decision.verdict is Verdict.ACCEPT:
        return Change(finding, Fix("As accepted", decision.edits, Applicability.DISPLAY))
    return in_own_words(documents, finding, decision.text) if decision.verdict is Verdict.EDIT else None


def _finding(decision: Decision, source: Source) -> Diagnostic:
    """As much of the finding as a change needs to know."""
    whole = Span(decision.ranges[0].start, max(part.end for part in decision.ranges))
    return Diagnostic(
        rule=decision.rule,
        name="",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        range=whole,
        ranges=decision.ranges,
        position=source.position(whole.start),
        end_position=source.position(whole.end),
        message="",
        match=decision.match,
        excerpt=Excerpt(decision.match, Span(0, len(decision.match))),
        fingerprint=decision.fingerprint,
    )
