"""One diagnostic where two rules see the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clinlint.model.diagnostic import Diagnostic


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By position, then code: the order of every report."""
    return sorted(diagnostics, key=lambda d: (d.range.start, d.range.end, d.rule, d.message))


def _better(diagnostic: Diagnostic) -> tuple[int, int, bool, str]:
    return (-diagnostic.severity.rank, -diagnostic.confidence, not diagnostic.fixes, diagnostic.rule)


def folded(diagnostics: Iterable[Diagnostic], supersedes: Mapping[str, tuple[str, ...]]) -> list[Diagnostic]:
    """The diagnostics less those that say what a better one says already.

    Two say the same when they mark the same characters, or when they overlap and the rule of one
    names the other's code in ``supersedes``. The code of the one that goes is kept in ``also``.
    """
    kept: list[Diagnostic] = []
    for candidate in sorted(ordered(diagnostics), key=_better):
        for number, other in enumerate(kept):
            if _same(other, candidate, supersedes):
                also = tuple(sorted({*other.also, candidate.rule, *candidate.also} - {other.rule}))
                kept[number] = replace(other, also=also)
                break
        else:
            kept = [k for k in kept if not _supersedes(candidate, k, supersedes)]
            kept.append(candidate)
    return ordered(kept)


def _same(kept: Diagnostic, candidate: Diagnostic, supersedes: Mapping[str, tuple[str, ...]]) -> bool:
    return kept.range == candidate.range or _supersedes(kept, candidate, supersedes)


def _supersedes(better: Diagnostic, worse: Diagnostic, supersedes: Mapping[str, tuple[str, ...]]) -> bool:
    return worse.rule in supersedes.get(better.rule, ()) and better.range.overlaps(worse.range)
