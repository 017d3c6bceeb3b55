"""MT206 agreement."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Sentence,
    Severity,
    rule,
)
from clinlint_rules.translation.sentences.clashes import LOOKS, TRIGGERS
from clinlint_rules.translation.sentences.far_clashes import FAR

META = RuleMeta(
    code="MT206",
    name="agreement",
    summary="a verb or determiner that does not agree with its noun",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Grammar",
    its_type="grammar",
    references=(
        "R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 10.34-10.50",
        "https://themqm.org/error-types-2/typology/",
    ),
    fix=FixAvailability.SOMETIMES,
)


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """A verb or determiner does not agree with its noun in number, or a verb has the wrong form after a helper verb.

    Turkish marks the plural once, Chinese not at all, and neither has articles; word-by-word translation
    leaves "these hernia" and "varicose veins is".

    ## Why it matters

    The reader stumbles, and with two nouns in the sentence cannot tell which of them is meant.

    ## Examples

    ```bad
    ⟦The stitches is⟧ removed after ten days.
    ⇒
    The stitches are removed after ten days.
    ---
    ⟦The number of cysts are⟧ counted by ultrasound.
    ⇒
    The number of cysts is counted by ultrasound.
    ---
    The drops sting, but ⟦it do⟧ not harm the eye.
    ---
    ⟦What is bunions⟧?
    ---
    The gel ⟦can causes⟧ redness.
    ---
    The lens is placed with ⟦a special instruments⟧.
    ---
    The nurse looks after ⟦these wound⟧ for two weeks.
    ---
    It is ⟦one of the most frequent complication⟧.
    ---
    ⟦The analysis of the blood samples were⟧ repeated.
    ---
    ⟦The nurses was⟧ there all night. ⟦The wound were⟧ clean.
    ---
    ⟦Patients who has⟧ asthma need a plan. ⟦They is⟧ seen weekly, and ⟦there are a risk⟧ of relapse.
    ```

    ```good
    Diabetes is a common disease, and so is measles.
    ---
    A number of patients are treated at home.
    ---
    Eating vegetables is healthy, and six weeks is enough.
    ---
    Does it have side effects? It can cost more and may set in later.
    ---
    These blood tests are done in a sports clinic; this helps doctors see the cause.
    ---
    One of the most common cancer symptoms is tiredness.
    ---
    What is shingles? What is genetics?
    ---
    The majority of the patients are women, and the use of gloves and masks are two rules. A range of drugs were tried.
    ---
    He is one of the few people who has it. The mother and the child who have it are seen. What they do is right.
    ---
    There are a number of risks. Of those, these have a name. The level of care and the costs were high.
    ---
    The elderly are at risk. Those living alone need help.
    ```

    ## Limits

    Only subjects directly before their verb, or with nothing but phrases with “of” between, are judged;
    collective nouns, measures and names are left alone.

    ## Fix

    Offered where one word mends it; a person decides, because the noun may be the wrong one.
    """
    tokens = context.tagged(sentence)
    words = [token.lower for token in tokens]
    taken = -1
    for number in range(len(tokens)):
        if number <= taken:
            continue
        near = LOOKS if number == 0 or words[number] in TRIGGERS or tokens[number].tag == "MD" else ()
        for look in (*near, *FAR.get(words[number], ())):
            clash = look(tokens, words, number)
            if clash is None:
                continue
            taken = clash.end - 1
            span = sentence.at(tokens[clash.begin].start, tokens[clash.end - 1].end)
            fixes: tuple[Fix, ...] = ()
            if clash.instead is not None:
                last = tokens[clash.end - 1]
                edit = Edit(sentence.at(last.start, last.end), clash.instead)
                fixes = (Fix(f"Write “{clash.instead}”", (edit,), Applicability.UNSAFE),)
            yield Finding(span, clash.why, fixes)
            break
