"""RD012 mixed-numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, Span, rule
from clinlint_rules.readability.consistency import drift, english_text

META = RuleMeta(
    code="RD012",
    name="mixed-numbers",
    summary="small numbers as words here and as digits there",
    severity=Severity.INFO,
    mqm_type="Style/Inconsistent style",
    its_type="inconsistency",
    references=(
        "https://service-manual.nhs.uk/content/numbers-measurements-dates-time",
        "https://digital.gov/guides/plain-language/",
    ),
    once_a_block=True,
)

_COUNTED = (
    "seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|doses?|tablets?|pills?|capsules?|glasses|cups|meals"
    "|visits|sessions|injections|people|patients|women|men|children|types|kinds|stages|steps|reasons"
)
_WORDS = "two|three|four|five|six|seven|eight|nine"
_NUMBER = re.compile(
    # Not in ranges, ratios, measures and shares ("three out of four people", "one in five women").
    r"(?<![\w.,/:–—+°%$€£-])(?<!out of )(?<!\d in )(?<!\bone in )(?<! or )(?<! to )"
    rf"(?:(?P<digits>[2-9])|(?P<words>{_WORDS}))(?: (?:to|or|and) (?:[2-9]|{_WORDS}))?"
    rf" (?:\w+ )?(?:{_COUNTED})\b",
    re.IGNORECASE,
)
_FEWEST_USUAL = 2


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Small numbers of things and of time stand as words in one place and as digits in another.

    ## Why it matters

    Mixed forms slow readers down, who look for a meaning in the difference. Digits are faster to find; the NHS writes
    all numbers in digits. Either form is right when it is kept.

    ## Examples

    ```bad
    Rest for 3 days. Take it for 2 weeks. Come back in ⟦four weeks⟧.
    ---
    Take it four times a day for two weeks, and rest for ⟦3 days⟧.
    ---
    There are 3 stages. Most people need 2 sessions and 5 days at home. It takes ⟦six months⟧ to heal.
    ```

    ```good
    Rest for 3 days. Take it for 2 weeks.
    ---
    There are two types. Take 5 mg twice a day for 12 weeks, at 8 a.m.
    ---
    One or two people in 100 have it, or three out of four patients. Take 2.5 mg for 3 days, and rest for 3 weeks.
    ---
    Two days after the test, call us. Rest for 3 days, and for 3 weeks do not run.
    ```

    ## Limits

    Only 2 to 9 before a word for time, doses or people is read. A number that begins a sentence has to be a word and
    does not count; nor do measures, ages, times of the day and ranges in digits.

    ## Fix

    None: which form the house keeps is for a person to say.
    """
    forms: dict[str, list[Span]] = {}
    for block in english_text(document, context):
        starts = {sentence.span.start for sentence in context.sentences(block)}
        for match in _NUMBER.finditer(block.text):
            span = block.at(*match.span())
            if span.start not in starts:
                forms.setdefault("digits" if match["digits"] else "words", []).append(span)
    counts = sorted(map(len, forms.values()))
    if len(counts) == 2 and counts[1] >= _FEWEST_USUAL and counts[0] < counts[1]:
        yield drift(forms, "This small number stands in {rare}, {count} others in {usual}: keep one form.")
