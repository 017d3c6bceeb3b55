"""One finding in a paragraph for rules that ask for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from clinlint.model.diagnostic import Diagnostic


def one_a_block(found: Iterable[tuple[int, Diagnostic]], sparing: Collection[str]) -> Iterator[Diagnostic]:
    """The diagnostics, with one at most in each block from all the rules in ``sparing`` together.

    The gravest stays, among equals that of the lowest code, then the first; its ``also`` names the rules of the others.

    Args:
        found: diagnostics with the number of the block that they begin in.
        sparing: codes of rules.
    """
    by_block: dict[int, list[Diagnostic]] = {}
    for block, diagnostic in found:
        if diagnostic.rule in sparing:
            by_block.setdefault(block, []).append(diagnostic)
        else:
            yield diagnostic
    for group in by_block.values():
        first, *others = sorted(group, key=_order)
        also = {*first.also, *(other.rule for other in others)} - {first.rule}
        yield replace(first, also=tuple(sorted(also)))


def _order(diagnostic: Diagnostic) -> tuple[int, str, int]:
    return (-diagnostic.severity.rank, diagnostic.rule, diagnostic.range.start)
