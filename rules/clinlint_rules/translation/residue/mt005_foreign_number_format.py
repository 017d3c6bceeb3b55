"""MT005 foreign-number-format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    BlockKind,
    Confidence,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.translation.residue.number_formats import CANDIDATE, formats

META = RuleMeta(
    code="MT005",
    name="foreign-number-format",
    summary="number written as another language writes it",
    severity=Severity.ERROR,
    mqm_type="Locale conventions/Number format",
    its_type="locale-violation",
    references=(
        "https://cldr.unicode.org/translation/number-currency-formats/number-symbols",
        "https://www.ismp.org/recommendations/error-prone-abbreviations-list",
    ),
    fix=FixAvailability.SOMETIMES,
    supersedes=("MT002",),
)

_PHONE = re.compile(r"(?:tel|phone|fax|call|gsm|whatsapp|\+)[^a-z]{0,20}$", re.IGNORECASE)
# "grades 1,2", "refs 3,4", "genes 1,2": a list without spaces.
_LISTED = re.compile(
    r"\b(?:days|weeks|months|years|grades?|types?|stages?|phases?|figures?|figs?\.?|tables?|refs?\.?|references?|genes?|numbers?"
    r"|nos\.?|chapters?|sections?|pages?|pp\.?|items?|questions?|steps?|groups?|classes|levels?|chromosomes?|teeth|exons?|lines?"
    r"|doses?|scores?|grades|vertebrae|L|C|T|S|coordinates?|points?|version|position) $",
    re.IGNORECASE,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A number is written as another language writes it.

    ## Why it matters

    `1,5 mg` is one and a half milligrams in Turkish, German or Spanish; an English reader may see a list, or fifteen.
    `3.500` people are three and a half. A dose that can be read in two ways is dangerous.

    ## Examples

    ```bad
    Take ⟦2,5⟧ mg in the morning.
    ---
    The difference was clear (p < ⟦0,01⟧).
    ---
    It is seen in ⟦%15⟧ of adults.
    ---
    About ⟦2.500⟧ grafts are taken.
    ---
    The stitches stay for ⟦7~10⟧ days.
    ---
    Visit us at ⟦9.30⟧ o'clock.
    ---
    Healing takes ⟦31/2⟧ months.
    ---
    Bathe from the ⟦3-4.⟧ day on.
    ---
    Babies of weeks ⟦22 ≦ 28⟧ were seen.
    ```

    ```good
    Take 1,500 mg of calcium and drink 2,000 ml of water a day.
    ---
    Genes 1,2 and 3 are described in references [3,4] and in figures 2,3.
    ---
    The ratio was 1:2,5:1 on day 3,28,56 of 12,000 days.
    ---
    On 04.07.2023 version 3.500 went to 50% of users; it weighs 0.125 mg.
    ---
    Rest on day 5. Days later the pain goes.
    ---
    Take 1/2 tablet; add 21/2 as a fraction, and wait ~10 days at 10.35 am.
    ```

    ## Limits

    Numbers without a unit, a sign or a counted noun are left alone, since a comma may part a list. `3.500 mg` may be
    right and is left alone; `5.000 mg` is reported, without a proposal.

    ## Fix

    The number in English form, as a suggestion only: a person must look at the source before a number is changed.
    """
    text = block.text
    if not CANDIDATE.search(text):
        return
    end = 0
    for start, stop, finding in sorted(_findings(block, text), key=lambda item: (item[0], -item[1])):
        if start >= end:
            end = stop
            yield finding


def _findings(block: Block, text: str) -> Iterator[tuple[int, int, Finding]]:
    for form in formats():
        for match in form.pattern.finditer(text):
            group = "mark" if "mark" in form.pattern.groupindex else 0
            start, end = match.span(group)
            if _is_innocent(block, text, start, match.group(group), form.confidence):
                continue
            repaired = form.repair(match)
            message = form.message.format(mark=match.group(group), repaired=f"“{repaired}”")
            span = block.at(start, end)
            fixes = (Fix(f"Write {repaired}", (Edit(span, repaired),), Applicability.DISPLAY),) if repaired else ()
            confidence = form.confidence if form.confidence is not META.confidence else None
            yield start, end, Finding(span, message, fixes, confidence=confidence)


def _is_innocent(block: Block, text: str, start: int, mark: str, confidence: Confidence) -> bool:
    before = text[max(0, start - 24) : start]
    if "." in mark and mark.count(".") > 1 and _PHONE.search(before):
        return True
    if "," in mark and confidence is Confidence.MEDIUM:
        first, _, second = mark.partition(",")
        if second.isdigit() and first.isdigit() and int(second) == int(first) + 1:
            return True  # "2,3 weeks" may be a list
        return bool(_LISTED.search(before))
    return mark.endswith(".") and start == 0 and block.kind is not BlockKind.PARAGRAPH
