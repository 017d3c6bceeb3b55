"""What several reviewers said about one file, made one; what they disagree on is never settled by chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from clinlint.fixing.apply import apply_edits
from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.review.applying import change_for
from clinlint.review.decisions import Decision, Verdict


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two decisions of two reviewers that cannot both be carried out."""

    one: Decision
    other: Decision

    @property
    def same_finding(self) -> bool:
        """False when they are about different findings whose words overlap."""
        return self.one.finding == self.other.finding


@dataclass(frozen=True, slots=True)
class Merged:
    """The decisions that are left, at most one a finding, and what must be settled first."""

    decisions: tuple[Decision, ...]
    conflicts: tuple[Conflict, ...] = ()


def merged(
    decisions: Iterable[Decision], source: Source, documents: Sequence[Document], prefer: str | None = None
) -> Merged:
    """All reviewers' decisions on one file as one list.

    Args:
        decisions: of all reviewers.
        source: the file that they are about.
        documents: what was read from it.
        prefer: the reviewer whose word counts where two disagree; case does not matter.
    """
    preferred = prefer.casefold() if prefer is not None else None
    by_finding: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_finding.setdefault(decision.finding, []).append(decision)
    kept: dict[str, Decision] = {}
    conflicts: list[Conflict] = []
    for finding, said_of_it in by_finding.items():
        # However many disagree, and in whatever order: where the preferred reviewer decided, only that counts.
        counting = [one for one in said_of_it if one.reviewer.casefold() == preferred] or said_of_it
        kept[finding] = counting[0]
        conflicts += [Conflict(counting[0], other) for other in counting[1:] if not counting[0].agrees_with(other)]
    left = dict(kept)
    for one, other in _overlapping(kept.values(), source, documents):
        winner = _winner(one, other, preferred)
        if winner is None:
            conflicts.append(Conflict(one, other))
        else:
            left.pop((other if winner is one else one).finding, None)
    return Merged(tuple(left.values()), tuple(conflicts))


def said(decision: Decision) -> str:
    """A decision in a few words."""
    if decision.verdict is Verdict.REJECT:
        return f"reject ({decision.reason})" if decision.reason else "reject"
    if decision.verdict is Verdict.EDIT:
        return f"edit: “{decision.text}”"
    wording = _wording(decision)
    if wording is None:
        return "accept: " + ", ".join(f"“{edit.text}”" for edit in decision.edits)
    return f"accept: “{wording}”" if wording else "accept: nothing in its place"


def _wording(decision: Decision) -> str | None:
    """What the marked words become, from the decision alone: the file may have changed, or not be there.

    None where it does not say: markup or escapes in the marked words, or changes beside them.
    """
    place = decision.ranges[0]
    edits = sorted(decision.edits, key=lambda edit: edit.span)
    if len(decision.ranges) > 1 or len(place) != len(decision.match):
        return None
    if not all(place.contains(edit.span) for edit in edits):
        return None
    if any(later.span.start < edit.span.end for edit, later in pairwise(edits)):
        return None
    return apply_edits(decision.match, [Edit(edit.span.shifted(-place.start), edit.text) for edit in edits])


def _winner(one: Decision, other: Decision, preferred: str | None) -> Decision | None:
    if preferred is None or one.reviewer.casefold() == other.reviewer.casefold():
        return None
    return next((decision for decision in (one, other) if decision.reviewer.casefold() == preferred), None)


def _overlapping(
    decisions: Iterable[Decision], source: Source, documents: Sequence[Document]
) -> list[tuple[Decision, Decision]]:
    """Pairs of decisions by two reviewers that change the same characters."""
    places: list[tuple[Span, Decision]] = []
    for decision in decisions:
        change = change_for(decision, source, documents) if decision.changes else None
        if change is not None:
            places += [(edit.span, decision) for edit in change.fix.edits]
    places.sort(key=lambda place: (place[0], place[1].finding))
    pairs: dict[tuple[str, str], tuple[Decision, Decision]] = {}
    open_places: list[tuple[Span, Decision]] = []
    for span, decision in places:
        open_places = [place for place in open_places if place[0].end > span.start or place[0] == span]
        open_places.append((span, decision))
        for (_, one), (last, other) in combinations(open_places, 2):
            if last is span and one.finding != other.finding and one.reviewer.casefold() != other.reviewer.casefold():
                pairs[one.finding, other.finding] = (one, other)
    return list(pairs.values())
