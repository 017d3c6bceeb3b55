"""Which language an article was translated from, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLanguage:
    """What is known about the language that one document was translated from.

    Attributes:
        code: two letters, or None when nothing points to one language.
        given: True when the user named it, False for a guess.
        established: True when it was given, or when two independent pieces of evidence agree on it.
        evidence: what the guess rests on, for people to read, in order of weight.
    """

    code: str | None = None
    given: bool = False
    established: bool = False
    evidence: tuple[str, ...] = ()
