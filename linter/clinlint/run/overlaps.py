"""One diagnostic where two rules see the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clinlint.model.diagnostic import Diagnostic
from clinlint.model.span import Span


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
    return ordered(kept for cluster in _clusters(diagnostics, supersedes) for kept in _folded(cluster, supersedes))


def _clusters(
    diagnostics: Iterable[Diagnostic], supersedes: Mapping[str, tuple[str, ...]]
) -> Iterator[list[Diagnostic]]:
    """Groups that can say the same: of the same range, or overlapping where a rule supersedes others.

    No diagnostic of one group can fold one of another, so that thousands of findings in one file cost
    no more than each of them alone.
    """
    linked = {code for better, worse in supersedes.items() if worse for code in (better, *worse)}
    by_range: dict[Span, list[Diagnostic]] = {}
    for diagnostic in ordered(diagnostics):
        by_range.setdefault(diagnostic.range, []).append(diagnostic)
    cluster: list[Diagnostic] = []
    end = 0
    for span, group in by_range.items():
        if not any(diagnostic.rule in linked for diagnostic in group):
            yield group
        elif cluster and span.start < end:
            cluster += group
            end = max(end, span.end)
        else:
            if cluster:
                yield cluster
            cluster, end = [*group], span.end
    if cluster:
        yield cluster


def _folded(cluster: Iterable[Diagnostic], supersedes: Mapping[str, tuple[str, ...]]) -> list[Diagnostic]:
    kept: list[Diagnostic] = []
    for candidate in sorted(cluster, key=_better):
        for number, other in enumerate(kept):
            if _same(other, candidate, supersedes):
                also = tuple(sorted({*other.also, candidate.rule, *candidate.also} - {other.rule}))
                kept[number] = replace(other, also=also)
                break
        else:
            kept = [k for k in kept if not _supersedes(candidate, k, supersedes)]
            kept.append(candidate)
    return kept


def _same(kept: Diagnostic, candidate: Diagnostic, supersedes: Mapping[str, tuple[str, ...]]) -> bool:
    if kept.in_markup and candidate.in_markup and kept.rule != candidate.rule:
        # Different facts of the page have one place: its title stands for an author and for a date that are missing.
        return False
    return kept.range == candidate.range or _supersedes(kept, candidate, supersedes)


def _supersedes(better: Diagnostic, worse: Diagnostic, supersedes: Mapping[str, tuple[str, ...]]) -> bool:
    return worse.rule in supersedes.get(better.rule, ()) and better.range.overlaps(worse.range)
