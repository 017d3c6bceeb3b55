"""MT101 wrong-sense."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, FixAvailability, RuleMeta, Severity, rule

META = RuleMeta(
    code="MT101",
    name="wrong-sense",
    summary="a word of the source language has two in English, and the wrong one was picked",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    references=("https://themqm.org/error-types-2/typology/",),
    fix=FixAvailability.SOMETIMES,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """One word of the source language means two things in English, and the machine picked the wrong one.

    ## Why it matters

    The sentence reads smoothly and says something else: Turkish *kas* is a muscle, *kasa* a case, and "massage the
    case" leaves the reader without the advice. Nobody but a person who knows the source language can guess it.

    ## Examples

    ```bad
    Rub the cramped ⟦case⟧ with your hand.
    ⇒
    Rub the cramped muscle with your hand.
    ---
    Avoid ⟦compulsive⟧ exercise in the evening.
    ---
    She spent a night in ⟦dense care⟧.
    ```

    ```good
    In case of cramp, rub the muscle.
    ---
    Compulsive exercise is a sign of an eating disorder.
    ---
    The report describes a case of measles in a cramped ward.
    ```

    ## Limits

    Each entry of a pack knows one word of one source language, with what must stand around it; a word that no entry
    knows is not seen. Packs of another source language than the established one stay silent.

    ## Fix

    The word that the source meant, in the number and tense of the sentence. It changes the meaning, so a person must
    agree; where several readings are possible, they are offered side by side.
    """
    yield from context.pack_findings(META.code, block)
