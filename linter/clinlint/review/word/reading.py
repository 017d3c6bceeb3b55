"""Decisions from a Word file that came back: what was accepted, rejected and worded anew in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clinlint.errors import DecisionsError, SourceError
from clinlint.model.span import Span
from clinlint.office.docx.parts import parts_of
from clinlint.office.package import Package
from clinlint.review.decisions import Decision, Decisions, FileDecisions, Verdict
from clinlint.review.reading import MOMENT
from clinlint.review.word.aligning import Slot, aligned
from clinlint.review.word.facts import FindingFacts, PlaceFacts, WordFacts, facts_from_part
from clinlint.review.word.opening import facts_text, saved, stories
from clinlint.review.word.paragraphs import AUTHOR, Alternative, Paragraph, paragraphs_of

_MOST_NAMED = 5
_SHORT = 60


@dataclass(frozen=True, slots=True)
class WordReview:
    """What a Word file says; ``notes`` are sentences about what could not be read from it."""

    decisions: Decisions
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What stands at a place now; ``waits`` when clinlint's change still does."""

    text: str
    waits: bool


def is_word_review(data: bytes) -> bool:
    """True for a Word file that clinlint wrote, whoever saved it since."""
    try:
        return facts_text(Package(data, "")) is not None
    except (SourceError, DecisionsError):
        return False


def decisions_from_word(data: bytes, name: str) -> WordReview:
    """The decisions in a Word file.

    A change that still waits is undecided; so is a finding without one whose words are as they were.

    Raises:
        DecisionsError: when it is none of clinlint's, or damaged.
    """
    try:
        package = Package(data, name)
        text = facts_text(package)
        parts = parts_of(package, name) if text is not None else None
        if text is None or parts is None:
            raise DecisionsError(
                f"{name}: what clinlint wrote into the file is gone (the program that saved it dropped it), so the "
                "decisions in it cannot be read; review it in Word or LibreOffice"
            )
        facts = facts_from_part(text, name)
        paragraphs = paragraphs_of(*stories(package, parts))
        by, at = saved(package, parts)
    except SourceError as error:
        raise DecisionsError(str(error)) from error
    reviewer = "" if by == AUTHOR or (by, at) == facts.saved else by
    reading = _Reading(facts, paragraphs, name, reviewer, at if MOMENT.fullmatch(at) else "")
    files = tuple(FileDecisions(f.path, f.digest, tuple(reading.decided(f.findings))) for f in facts.files)
    notes = reading.notes()
    return WordReview(Decisions(files, reviewer, reading.at, facts.version), tuple(notes))


class _Reading:
    """Reads one file.

    Args:
        facts: what it remembers.
        now: its paragraphs.
        name, reviewer, at: of the file, for messages and decisions.
    """

    def __init__(self, facts: WordFacts, now: Sequence[Paragraph], name: str, reviewer: str, at: str) -> None:
        self._facts = facts
        self._now = now
        self._name = name
        self._reviewer = reviewer
        self.at = at
        self._marked = {mark: number for number, paragraph in enumerate(now) for mark in paragraph.bookmarks}
        self._changed: list[str] = []
        self._unread: list[str] = []
        self._outcomes = self._read()

    def notes(self) -> Iterator[str]:
        """What could not be read."""
        if self._unread:
            places = _named(self._unread)
            yield f"{self._name}: what was decided on {places} cannot be told; decide again in another form"
        if self._changed:
            yield (
                f"{self._name}: text that belongs to no finding was changed ({_named(self._changed)}); "
                "that is not taken over: change it in the article"
            )

    def decided(self, findings: Sequence[FindingFacts]) -> Iterator[Decision]:
        """The decisions on findings; those that are undecided, or cannot be told, are left out."""
        for finding in findings:
            outcomes = [self._outcomes.get(place.bookmark) for place in finding.places]
            known = [outcome for outcome in outcomes if outcome is not None]
            if len(known) < len(outcomes):
                self._unread.append(f"{finding.rule} “{_short(finding.match)}”")
                continue
            decision = self._decision(finding, known)
            if decision is not None:
                yield decision

    def _decision(self, finding: FindingFacts, outcomes: Sequence[_Outcome]) -> Decision | None:
        pairs = list(zip(finding.places, outcomes, strict=True))
        as_it_was = all(outcome.text == place.original for place, outcome in pairs)
        as_proposed = bool(finding.edits) and all(outcome.text == place.proposal for place, outcome in pairs)
        if as_proposed:
            waits = any(outcome.waits for outcome in outcomes)
            return None if waits else self._made(finding, Verdict.ACCEPT)
        if as_it_was:
            return self._made(finding, Verdict.REJECT) if finding.edits else None
        if len(pairs) > 1:
            self._unread.append(f"{finding.rule} “{_short(finding.match)}”, which was changed in part,")
            return None
        place, outcome = pairs[0]
        if "\ufffd" in outcome.text and place.text != place.original:
            self._unread.append(f"{finding.rule} “{_short(finding.match)}”, which holds control characters,")
            return None
        return self._made(finding, Verdict.EDIT, place, outcome.text)

    def _made(
        self, finding: FindingFacts, verdict: Verdict, place: PlaceFacts | None = None, text: str = ""
    ) -> Decision:
        return Decision(
            finding=finding.finding,
            rule=finding.rule,
            fingerprint=finding.fingerprint,
            match=finding.match if place is None else place.text,
            ranges=finding.ranges if place is None else place.ranges,
            verdict=verdict,
            edits=finding.edits if verdict is Verdict.ACCEPT else (),
            text=text,
            reviewer=self._reviewer,
            at=self.at,
        )

    def _read(self) -> Mapping[str, _Outcome]:
        """What stands at each bookmark's place."""
        places: dict[int, list[tuple[PlaceFacts, bool]]] = defaultdict(list)
        for finding in (finding for file in self._facts.files for finding in file.findings):
            for place in finding.places:
                home = self._facts.homes.get(place.bookmark, -1)
                if 0 <= home < len(self._facts.paragraphs):
                    places[home].append((place, bool(finding.edits)))
        same_count = len(self._now) == len(self._facts.paragraphs)
        outcomes: dict[str, _Outcome] = {}
        for home, original in enumerate(self._facts.paragraphs):
            held = sorted(places.get(home, ()), key=lambda pair: pair[0].start)
            candidates = self._candidates(home, [place for place, _ in held], same_count)
            others = self._facts.others.get(home, ())
            joined = home in self._facts.joined
            readings = (
                _outcomes(original, held, others, paragraph)
                for paragraph in candidates
                if joined or not paragraph.joined
            )
            found = next((outcomes for outcomes in readings if outcomes is not None), None)
            if found is not None:
                outcomes.update(found)
            elif held or same_count:
                self._changed.append(f"“{_short(original)}”")
        return outcomes

    def _candidates(self, home: int, places: Sequence[PlaceFacts], same_count: bool) -> list[Paragraph]:
        """The paragraphs that may be the one with this number, the likeliest first."""
        numbers = [home] if same_count else []
        numbers += [self._marked[place.bookmark] for place in places if place.bookmark in self._marked]
        return [self._now[number] for number in dict.fromkeys(numbers)]


def _outcomes(
    original: str, held: Sequence[tuple[PlaceFacts, bool]], others: Sequence[Alternative], now: Paragraph
) -> Mapping[str, _Outcome] | None:
    """What stands at each place of a paragraph; None when this is not the paragraph, or its other text was changed."""
    slots = [(_slot(each.span, each.span.of(original), each.undone), "") for each in others]
    for place, tracked in held:
        span = Span(place.start, place.start + len(place.original))
        options = (place.original, place.proposal) if tracked else (place.original,)
        slots.append((_slot(span, *options), place.bookmark))
    if not slots:
        return {} if now.text == original else None
    slots.sort(key=lambda pair: pair[0].span)
    found = aligned(original, [slot for slot, _ in slots], now.text)
    if found is None:
        return None
    return {
        bookmark: _Outcome(
            span.of(now.text),
            any(waiting.start <= span.end and span.start <= waiting.end for waiting in now.proposed),
        )
        for (_, bookmark), span in zip(slots, found, strict=True)
        if bookmark
    }


def _slot(span: Span, *options: str) -> Slot:
    return Slot(span, tuple(dict.fromkeys(options)))


def _named(things: Sequence[str]) -> str:
    more = f" and {len(things) - _MOST_NAMED:,} more" if len(things) > _MOST_NAMED else ""
    return ", ".join(things[:_MOST_NAMED]) + more


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
