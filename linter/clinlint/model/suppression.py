"""What an author says to clinlint in a comment: which findings are meant to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinlint.model.document import Document
from clinlint.model.span import Span


class Action(StrEnum):
    """What a comment does; the values are what authors write."""

    BLOCK = "ignore"
    START = "ignore-start"
    END = "ignore-end"
    FILE = "ignore-file"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment such as ``<!-- clinlint: ignore[MT101] until=2027-01-31 a product's name -->``.

    Attributes:
        span: the comment, in the source.
        action: None when the comment cannot be understood.
        selectors: codes, families or names of rules, as they are written.
        reason: why, in the author's words.
        until: the last day on which it holds.
        problem: what cannot be understood, as a sentence.
        areas: what it covers, as ranges of the source.
    """

    span: Span
    action: Action | None
    selectors: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    problem: str = ""
    areas: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SuppressionUse:
    """A comment and what came of it.

    Attributes:
        unknown: selectors that name no rule.
        unjustified: selectors that mean rules which are only silenced with a reason, where there is none.
        unused: selectors that silenced nothing although all that they name was run.
        expired: True when its last day has gone, so that it silences nothing.
    """

    suppression: Suppression
    unknown: tuple[str, ...] = ()
    unjustified: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    expired: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Suppressions:
    """All such comments of one source, for rules that look after them.

    Attributes:
        document: the source's text as it is, with a block for every comment: findings are ranges of it.
        uses: in order of position.
    """

    document: Document
    uses: tuple[SuppressionUse, ...]
