"""One diagnostic where two rules see the same thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from clinlint.model.diagnostic import Diagnostic
from clinlint.model.span import Span


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By position, then code: the order of every report."""
    return sorted(diagnostics, key=lambda d: (d.range.start, d.range.end, d.rule, d.message))


SAME_PLACE = 60
"""A finding that marks more code points than this is about a sentence, not about one place in it."""


def with_grammar(own: Iterable[Diagnostic], grammar: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Both, less what grammar says about places that clinlint's own rules have marked: those know the subject.

    A finding of our own that is less serious than what grammar says (a hint, perhaps not even shown) gives way to it.
    The codes of those that go are kept in ``also``.
    """
    kept = ordered(own)
    reach = list(accumulate((diagnostic.range.end for diagnostic in kept), max))
    starts = [diagnostic.range.start for diagnostic in kept]
    added: list[Diagnostic] = []
    weaker: set[int] = set()
    for diagnostic in grammar:
        at = bisect_right(starts, diagnostic.range.end) - 1
        marked: list[int] = []
        # Behind a place that nothing before it reaches, nothing can overlap.
        while at >= 0 and reach[at] >= diagnostic.range.start:
            if _same_place(kept[at], diagnostic):
                marked.append(at)
            at -= 1
        better = [n for n in marked if kept[n].severity.rank >= diagnostic.severity.rank]
        if better:
            kept[better[0]] = _also(kept[better[0]], diagnostic)
            continue
        for number in marked:
            diagnostic = _also(diagnostic, kept[number])
        weaker.update(marked)
        added.append(diagnostic)
    return ordered([*(d for number, d in enumerate(kept) if number not in weaker), *added])


def _also(kept: Diagnostic, gone: Diagnostic) -> Diagnostic:
    return replace(kept, also=tuple(sorted({*kept.also, gone.rule, *gone.also} - {kept.rule})))


def _same_place(own: Diagnostic, grammar: Diagnostic) -> bool:
    if own.range == grammar.range:
        return True
    return len(own.match) <= SAME_PLACE and own.range.overlaps(grammar.range)


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
                kept[number] = _also(other, candidate)
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
