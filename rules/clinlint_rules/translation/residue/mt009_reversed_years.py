"""MT009 reversed-years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, RuleMeta, Severity, rule

META = RuleMeta(
    code="MT009",
    name="reversed-years",
    summary="range of years or ages that runs backwards",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Mistranslation",
    its_type="numbers",
    references=("https://themqm.org/error-types-2/typology/", "https://www.bipm.org/en/publications/si-brochure"),
)

_DATE = r"(?:(?:[A-Z][a-z]{2,8}|\d{1,2})(?:[ .,/]| \d{1,2},) ?){0,2}"
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"\b(?:between|from) {_DATE}(?P<first>{_YEAR}) (?:and|to|until|through) {_DATE}(?P<second>{_YEAR})"
    r"(?!\d| people| patients)"
)
_AGES = re.compile(
    r"\b(?:aged?|ages) (?:between |from )?(?P<first>\d{1,3})(?:[-–]| to | and )(?P<second>\d{1,3})"
    r"(?= years?\b|[,.;)]|$)"
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A range runs from the later year to the earlier one, or from the higher age to the lower.

    Languages that put the range in another order, or the year before the month, come out back to front.

    ## Why it matters

    One of the numbers is wrong or both have changed places, and the reader cannot tell which.

    ## Examples

    ```bad
    The studies were published ⟦between August 1, 2019 and 2000⟧.
    ---
    Patients ⟦aged 65 to 18⟧ years took part.
    ---
    Cases rose ⟦from March 2021 to 2012⟧ in both countries.
    ```

    ```good
    The studies were published between August 1, 2000 and 2019, and from 2019 to 2019.
    ---
    The dose was lowered from 40 to 20 mg, and weight fell from 80 to 65 kg.
    ---
    Patients aged 18 to 65 years took part between 9 and 5 o'clock, ages 3-5.
    ---
    Numbers fell from 2010 in 2019 to 1990 people.
    ```

    ## Limits

    A value that falls "from 40 to 20" is left alone; only years and ages are judged (doses and other measures: MD007).

    ## Fix

    None: the source text has the numbers.
    """
    text = block.text
    for pattern in (_YEARS, _AGES):
        for match in pattern.finditer(text):
            if int(match["first"]) > int(match["second"]):
                message = f"The range runs backwards, from {match['first']} to {match['second']}; compare the source."
                yield Finding(block.at(*match.span()), message)
