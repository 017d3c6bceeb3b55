"""MT102 calque."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, FixAvailability, RuleMeta, Severity, rule

META = RuleMeta(
    code="MT102",
    name="calque",
    summary="a phrase taken over word for word from the source language",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    references=("https://themqm.org/error-types-2/typology/",),
    supersedes=("MT204",),
    fix=FixAvailability.SOMETIMES,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A phrase of the source language stands in English word for word.

    ## Why it matters

    Each word is right and the phrase is not English: a "waist hernia" is a herniated disc, a "tube baby" a child
    conceived by IVF. Readers do not find such pages, and do not trust them.

    ## Examples

    ```bad
    A ⟦waist hernia⟧ presses on the nerve.
    ⇒
    A herniated disc in the lower back presses on the nerve.
    ---
    Untreated diabetes ⟦makes⟧ damage to the eyes.
    ⇒
    Untreated diabetes causes damage to the eyes.
    ---
    ⟦High weight⟧ is a risk factor.
    ```

    ```good
    An inguinal hernia is a lump in the groin.
    ---
    High weight loss goals are hard to keep.
    ---
    The machine makes damage easy to see.
    ```

    ## Limits

    Each entry of a pack knows one phrase, or one pattern with classes of words; what no entry knows is not seen.

    ## Fix

    The English phrase, in the number and tense of the sentence. A person must agree.
    """
    yield from context.pack_findings(META.code, block)
