"""What came of fixing a file."""

from __future__ import annotations

from dataclasses import dataclass

from clinlint.fixing.plan import Change
from clinlint.model.source import Source


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A change that was not made; ``why`` is a clause such as "the number “5” would change"."""

    change: Change
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file with changes made.

    Attributes:
        after: the file as it should be; the very same object as before when nothing was made.
        made: the changes in it.
        held_back: those that are not, and why.
        waiting: those that could not be made together with one that was.
    """

    after: Source
    made: tuple[Change, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    waiting: tuple[Change, ...] = ()
