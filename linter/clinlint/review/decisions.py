"""What reviewers said about findings; ``docs/decisions.schema.json`` describes the file that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clinlint.model.fix import Edit
from clinlint.model.span import Span

FORMAT_VERSION = 1
"""Grows when a key goes or changes its meaning; new keys alone do not change it."""


class Verdict(StrEnum):
    """``accept`` makes the proposed fix, ``edit`` the reviewer's own wording, ``reject`` leaves the text as it is."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reviewer said about one finding.

    Attributes:
        finding: the finding's name within its file, such as ``MT101-120-124`` (``review.identity``).
        rule, fingerprint: of the finding.
        match: the marked words as the reader sees them.
        ranges: the marked words in ``Source.text`` (code points), without markup between them.
        verdict: the decision; the key ``decision`` of the file.
        edits: what an accepted fix changes, in offsets and the syntax of the source; empty otherwise.
        text: the reviewer's own wording for the marked words, plain; empty unless the verdict is ``edit``.
        reason: why the finding is wrong, where it was rejected.
        comment: anything else that the reviewer wanted to say.
        reviewer: who decided; empty where nobody said so.
        at: when, as ISO 8601 with a time zone; empty where it is not known.
    """

    finding: str
    rule: str
    fingerprint: str
    match: str
    ranges: tuple[Span, ...]
    verdict: Verdict
    edits: tuple[Edit, ...] = ()
    text: str = ""
    reason: str = ""
    comment: str = ""
    reviewer: str = ""
    at: str = ""

    @property
    def changes(self) -> bool:
        """True when the decision asks for another text."""
        return self.verdict is not Verdict.REJECT

    def agrees_with(self, other: Decision) -> bool:
        """True when both ask for the same, whatever their reasons."""
        return (self.verdict, self.edits, self.text) == (other.verdict, other.edits, other.text)


@dataclass(frozen=True, slots=True)
class FileDecisions:
    """The decisions on one state of one file.

    Attributes:
        path: the file's name, as the report showed it; for messages.
        digest: of the bytes that were reviewed (``review.identity.digest``).
    """

    path: str
    digest: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What one reviewer hands back.

    Attributes:
        reviewer: the name that holds for decisions without one.
        exported: when, as ISO 8601 with a time zone; empty where it is not known.
        tool_version: of the clinlint that the report came from.
    """

    files: tuple[FileDecisions, ...] = ()
    reviewer: str = ""
    exported: str = ""
    tool_version: str = ""
