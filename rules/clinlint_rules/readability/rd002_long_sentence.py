"""RD002 long-sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Audience, Block, Context, Finding, Related, RuleMeta, Severity, rule
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT, length, limit


@dataclass(frozen=True)
class Options:
    """How long a sentence may be."""

    words: int = field(
        default=0,
        metadata={"help": "the most words of a sentence; 0 for 30 (patients), 35 (general), 45 (professional)"},
    )


META = RuleMeta(
    code="RD002",
    name="long-sentence",
    summary="a sentence that is too long for its readers",
    severity=Severity.INFO,
    mqm_type="Style/Unidiomatic style",
    its_type="style",
    references=(
        "https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/",
        "https://service-manual.nhs.uk/content/how-we-write",
    ),
    kinds=RUNNING_TEXT,
    roles=BODY,
    options=Options,
    once_a_block=True,
)

_WORDS = {Audience.PATIENT: 30, Audience.GENERAL: 35, Audience.PROFESSIONAL: 45}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A sentence is longer than readers can hold in mind.

    ## Why it matters

    Of a sentence of 14 words readers understand more than nine tenths, of one of 43 less than a tenth. Public services
    keep to 25 words; this rule speaks from 31 on (for patients), where a sentence nearly always holds two.

    ## Examples

    ```bad
    ⟦If you take tablets that thin your blood, tell us before the operation, because you may have to stop them for
    some days, and we have to know when you took the last one, so that we can plan when you come in.⟧
    ---
    Rest. ⟦The wound should be kept dry for two days and then washed with water and soap once a day and dried with a
    clean towel and covered again with a dressing that you can buy in any pharmacy near you.⟧
    ---
    - Walk every day.
    - ⟦Wear the stockings from the morning until you go to bed for the first two weeks after the treatment and after
      that only on days on which you stand or sit for a long time without a break.⟧
    ```

    ```good
    Take 2.5 mg in the morning, as Dr. Smith told you, and 1.25 mg at 9 p.m. on days with a headache. Wait for an hour
    before you eat. Do not drink milk with it.
    ---
    We look after children with asthma, eczema, hay fever, and food allergies, and after adults with heart disease,
    diabetes, high blood pressure, gout, and pain in the back.
    ---
    The following may bring on a cramp:
    - standing for a long time on a hard floor without a break
    - heavy exercise in hot weather without enough to drink
    - some tablets for high blood pressure and for the heart
    ---
    Call (212) 555 0199, 555 0198, 555 0197, 555 0196, 555 0195, 555 0194, 555 0193, 555 0192, 555 0191, 555 0190.
    ```

    ## Limits

    A list within a sentence counts like other words. Items of a list are sentences of their own.

    ## Fix

    None: where to cut is for a person to say. The finding names the first long sentence of a paragraph and the others.
    """
    most = limit(context.options(Options).words, context.audience, _WORDS)
    long = [(sentence, count) for sentence in context.sentences(block) if (count := length(sentence, context)) > most]
    if not long:
        return
    sentence, count = long[0]
    related = tuple(Related(other.span, f"{words} words") for other, words in long[1:])
    message = f"{count} words in one sentence; at most {most} are easy to follow. Make two sentences of it."
    yield Finding(sentence.span, message, related=related)
