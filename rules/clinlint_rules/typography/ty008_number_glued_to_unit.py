"""TY008 number-glued-to-unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from clinlint.api import (
    PROSE,
    Applicability,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Related,
    Role,
    RuleMeta,
    Severity,
    Span,
    rule,
)

META = RuleMeta(
    code="TY008",
    name="number-glued-to-unit",
    summary="quantities written with and without a space in one document",
    severity=Severity.INFO,
    mqm_type="Style/Unit style",
    its_type="inconsistency",
    references=(
        "https://www.bipm.org/en/publications/si-brochure",
        "https://service-manual.nhs.uk/content/numbers-measurements-dates-time",
    ),
    fix=FixAvailability.SOMETIMES,
)

_UNITS = "mg|mcg|µg|μg|ug|g|kg|ml|mL|l|L|dl|dL|cl|cm|mm|mmHg|mmol|mIU|IU|kcal|kJ|mSv|Gy|Hz|kHz"
_QUANTITY = re.compile(
    rf"(?<![\w.,/–-])\d{{1,6}}(?:[.,]\d{{1,6}})?(?P<gap>[ \u00a0\u202f]?)(?P<unit>{_UNITS})(?![\w-])"
)
_MOST_RELATED = 20


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The same unit stands with a space behind some numbers and without one behind others.

    ## Why it matters

    The SI brochure sets a space between number and unit; the NHS writes `500mg`. Either is right when the whole page
    keeps to it. A page that mixes them was put together from several sources, and its doses deserve a second look.

    ## Examples

    ```bad
    Take 5 mg at first. Later ⟦10mg⟧ is given. The highest dose is 20 mg.
    ---
    Drink 200ml, then 100ml, then ⟦50 ml⟧.
    ---
    A stone of 4 mm passes; one of ⟦6mm⟧ may not; one of 10 mm does not.
    ```

    ```good
    Take 500mg, then 250mg.
    ---
    Take 500 mg, then 250 mg, in a 10-mg tablet.
    ---
    Take 500mg in 20 ml of water.
    ---
    The 5G network, a 3D picture, 2L3K and 18g are other things; so is 18 g once.
    ```

    ## Limits

    One unit at a time is compared; where both ways are equally frequent, nothing is reported.

    ## Fix

    The way that the page uses more often is offered; never applied by itself, because it stands at a dose.
    """
    found: defaultdict[str, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    gaps: dict[Span, Span] = {}
    for block in document.blocks:
        if block.role is not Role.BODY or block.kind not in PROSE:
            continue
        for match in _QUANTITY.finditer(block.text):
            span = block.at(*match.span())
            gaps[span] = block.at(*match.span("gap"))
            found[match["unit"]][bool(match["gap"])].append(span)
    for unit, (glued, spaced) in found.items():
        if len(glued) == len(spaced):
            continue
        fewer, more = sorted((glued, spaced), key=len)
        for span in fewer:
            text = " " if fewer is glued else ""
            fix = Fix("Write it as on the rest of the page", (Edit(gaps[span], text),), Applicability.DISPLAY)
            related = tuple(Related(other, "written the other way") for other in more[:_MOST_RELATED])
            way = "with a space" if fewer is glued else "without a space"
            yield Finding(span, f"The rest of the page writes “{unit}” {way} ({len(more)} times).", (fix,), related)
