"""Proposed changes and how far they may be trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from clinlint.model.span import Span


class Applicability(IntEnum):
    """How far a fix may be trusted; larger is safer.

    ``SAFE`` is for typography and markup alone and is applied by ``--fix``. ``UNSAFE`` may change
    the wording and needs ``--unsafe-fixes``. ``DISPLAY`` is a suggestion that a person accepts:
    everything that touches a number, a unit, a drug name, a negation or a frequency.
    """

    DISPLAY = 1
    UNSAFE = 2
    SAFE = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces ``span`` by ``text``.

    In a finding, spans are ranges of the document's text and ``text`` is plain; in a diagnostic
    they are ranges of the source and ``text`` is in the source's own syntax.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, with a title in the imperative ("Close the bracket").

    Attributes:
        plain: in a diagnostic, the same edits as ranges of the document's text with plain text, for reports that show
            the article and not its source; empty in a finding, and where the edits are a person's.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
    plain: tuple[Edit, ...] = field(default=(), compare=False)
