"""RD010 reading-time."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, ReadingLevel, RuleMeta, Severity, grade, rule
from clinlint_rules.readability.shared import BODY, figures

META = RuleMeta(
    code="RD010",
    name="reading-time",
    summary="how long an article takes to read, and its level, as a note at its beginning",
    severity=Severity.INFO,
    mqm_type="Audience appropriateness/End-user suitability",
    its_type="style",
    references=("https://doi.org/10.1016/j.jml.2019.104047", "https://medlineplus.gov/about/using/readability/"),
    enabled=False,
)

_FEWEST_WORDS = 25


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Says how long the article takes to read, and at which grade: no fault, but a figure to plan with.

    ## Why it matters

    The closing lines of a report give both for a run. Where results go to another program, one note an article is
    handier. The rule is off until it is selected by its code or name.

    ## Examples

    ```bad
    ⟦After the operation⟧

    You will wake up in a quiet room. A nurse sits next to you and looks at your pulse and the wound. You may feel
    sick or cold; tell the nurse, and you will get something for it.
    ---
    ⟦Gout is a kind of arthritis. It comes when there is too much uric acid in the blood. The acid forms small, sharp
    crystals in and around a joint. A joint with gout is hot, red and swollen.⟧
    ---
    ⟦Heart failure⟧

    - Your heart is weak and does not pump as much blood as your body needs.
    - Your legs swell, above all in the evening, and you are short of breath when you climb stairs.
    ```

    ```good
    Wash your hands.
    ---
    Opening hours

    Monday to Friday, 8 to 16. Saturday, 9 to 12.
    ---
    Tel. 0212 555 01 99, 0212 555 01 98, 0212 555 01 97, 0212 555 01 96, 0212 555 01 95, 0212 555 01 94
    ```

    ## Limits

    Reading time is at 238 words a minute, the mean of adults who read non-fiction silently; people who are ill or new
    to English take longer. Fewer than 25 words have no figures.

    ## Fix

    None: nothing is wrong.
    """
    counts = context.reading.article.counts
    if counts.words < _FEWEST_WORDS:
        return
    level = ReadingLevel(grade(counts), counts.words, counts.sentences, context.audience)
    minutes = f"about {level.minutes:.0f} minutes" if level.minutes >= 1.5 else "about a minute"
    first = next(block for block in context.blocks(roles=BODY) if block.text.strip())
    message = f"{counts.words:,} words, {minutes} to read, grade {level.grade:.1f} ({figures(counts)})."
    data = {"minutes": f"{level.minutes:.1f}", "grade": f"{level.grade:.1f}", "words": str(counts.words)}
    yield Finding(first.span, message, data=data)
