"""What became of the places of a paragraph, told by the text between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clinlint.model.span import Span

_MOST_STATES = 2_000
_MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the original text: what stood there, and what may stand there now."""

    span: Span
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Path:
    """One way to read the text: how many places hold words of a person's own, and where each place is now."""

    own: int
    found: tuple[Span, ...]


def aligned(original: str, slots: Sequence[Slot], now: str) -> tuple[Span, ...] | None:
    """Where each slot's text is in ``now``; None when the text beside them is another, or it reads in two ways.

    The slots are in order and do not touch. Of all ways to read ``now`` it must be a single one that takes the
    fewest words to be a person's own.
    """
    between = _between(original, slots)
    if not now.startswith(between[0]):
        return None
    states: dict[int, list[_Path]] = {len(between[0]): [_Path(0, ())]}
    for number, slot in enumerate(slots):
        last = number == len(slots) - 1
        following: dict[int, list[_Path]] = {}
        for at, paths in states.items():
            for end, own in _ends(now, at, slot, between[number + 1], last=last):
                reached = following.setdefault(end + len(between[number + 1]), [])
                reached += [_Path(path.own + own, (*path.found, Span(at, end))) for path in paths]
        states = {at: _fewest(paths) for at, paths in following.items()}
        if len(states) > _MOST_STATES:
            return None
    paths = states.get(len(now), [])
    return paths[0].found if len(paths) == 1 else None


def _between(original: str, slots: Sequence[Slot]) -> list[str]:
    starts = [0, *(slot.span.end for slot in slots)]
    ends = [*(slot.span.start for slot in slots), len(original)]
    return [original[start:end] for start, end in zip(starts, ends, strict=True)]


def _ends(now: str, at: int, slot: Slot, behind: str, *, last: bool) -> Iterator[tuple[int, bool]]:
    """Where the slot's text may end, and whether it is then a person's own."""
    known = {at + len(option) for option in slot.options if now.startswith(option + behind, at)}
    yield from ((end, False) for end in known)
    if last:
        end = len(now) - len(behind)
        if end >= at and end not in known and now.endswith(behind):
            yield end, True
        return
    end = now.find(behind, at)
    for _ in range(_MOST_FOUND):
        if end < 0:
            return
        if end not in known:
            yield end, True
        end = now.find(behind, end + 1)


def _fewest(paths: list[_Path]) -> list[_Path]:
    """Those with the fewest places that are a person's own; two are enough to know that there are several."""
    least = min(path.own for path in paths)
    return list(dict.fromkeys(path for path in paths if path.own == least))[:2]
