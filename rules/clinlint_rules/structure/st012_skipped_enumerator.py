"""ST012 skipped-enumerator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule

META = RuleMeta(
    code="ST012",
    name="skipped-enumerator",
    summary="enumeration in a sentence that leaves out a number or letter",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    references=("https://www.chicagomanualofstyle.org/book/ed17/part2/ch06/psec129.html",),
)

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MARK = re.compile(r"(?<![\w)\]])\((?P<mark>[ivx]{1,4}|[IVX]{1,4}|[a-h]|[1-9])\)(?= ?[^\W\d_])")
_POINTS = re.compile(r"\b(?:see|in|to|of|under|section|figure|fig\.|table|item|point|step|from|with) \Z", re.IGNORECASE)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """An enumeration counts (i), (iii) or (1), (3): an item between them is gone.

    ## Why it matters

    An engine that loses its place in a long enumeration drops an item, and nobody can tell from the page which
    symptom or step it was.

    ## Examples

    ```bad
    The signs are (i) swelling; ⟦(iii)⟧ warmth; (iv) pain.
    ---
    Do this: (1) rest, (2) cool, ⟦(4)⟧ raise the leg.
    ---
    It has (a) a name, (b) a cause, and ⟦(d)⟧ a cure.
    ```

    ```good
    The signs are (i) swelling; (ii) warmth; (iii) pain.
    ---
    Iron (III) oxide and nerve (IV) were seen; see (1) above and (3) below.
    ---
    First (1) rest, (2) cool; then (1) sleep, (2) eat. Vitamin (a) and factor (v) are in group (c).
    ---
    The sum is 2(1)3(4) for f(a) and g(d).
    ```

    ## Limits

    The enumeration has to begin with its first number or letter and to count on in one paragraph.

    ## Fix

    None: only the source text has the item.
    """
    text = block.text
    if text.count("(") < 2:
        return
    marks = [match for match in _MARK.finditer(text) if not _POINTS.search(text[: match.start()][-12:])]
    for kind in (_ROMAN, tuple("abcdefgh"), tuple("123456789")):
        ours = [(match, kind.index(match["mark"].lower())) for match in marks if match["mark"].lower() in kind]
        yield from _gaps(block, ours)


def _gaps(block: Block, marks: Sequence[tuple[re.Match[str], int]]) -> Iterator[Finding]:
    if not marks or marks[0][1] != 0:
        return
    for (before, first), (match, second) in pairwise(marks):
        if second - first == 2:
            missing = f"{before.group()} is followed by {match.group()}"
            yield Finding(block.at(*match.span()), f"{missing}: an item between them was lost.")
        elif second - first > 2 and second:
            return
