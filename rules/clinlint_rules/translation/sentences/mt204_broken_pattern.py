"""MT204 broken-pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Sentence,
    Severity,
    Token,
    rule,
)
from clinlint_rules.translation.sentences.wrong_articles import ARTICLES
from clinlint_rules.translation.sentences.wrong_clauses import CLAUSES
from clinlint_rules.translation.sentences.wrong_forms import FORMS
from clinlint_rules.translation.sentences.wrong_patterns import PATTERNS

META = RuleMeta(
    code="MT204",
    name="broken-pattern",
    summary="verb form, preposition, article or quantity that English does not join so",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Grammar",
    its_type="grammar",
    references=(
        "R. Quirk et al., A Comprehensive Grammar of the English Language (1985), chapters 3, 5, 9 and 16",
        "M. Swan and B. Smith, Learner English (2001)",
    ),
    fix=FixAvailability.SOMETIMES,
)

_TABLES = (ARTICLES, CLAUSES, FORMS, PATTERNS)
_LOOKS = {
    word: tuple(chain.from_iterable(table.get(word, ()) for table in _TABLES)) for word in frozenset().union(*_TABLES)
}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Words stand together that English never joins so: a verb in the wrong form, a preposition too many, no article.

    Every language has its own small words. Turkish and Russian have no articles, Spanish says "depend of", Chinese
    counts research; a translation keeps the pattern of its source.

    ## Why it matters

    Such sentences can mostly be understood, but they tell the reader that nobody read the page before it went out.

    ## Examples

    ```bad
    Ice is used ⟦for reduce⟧ the swelling, and the clinic was opened ⟦in March 18⟧, 1965.
    ---
    The joint ⟦is consist⟧ of two bones. The infection ⟦is occurred⟧ after surgery.
    ---
    The laser ⟦allows to remove⟧ small stones, and you ⟦should to rest⟧ afterwards.
    ---
    The tooth ⟦has became⟧ loose, and the gel ⟦can used⟧ twice a day.
    ---
    ⟦Despite of⟧ treatment, pain is ⟦more higher⟧ at night ⟦since two years⟧.
    ---
    ⟦A research⟧ of 2019 gave ⟦informations⟧ on this drug. It was found ⟦in 1920s⟧.
    ---
    It is ⟦one of most⟧ frequent causes. ⟦The most of⟧ the patients go home, and ⟦their the⟧ families help.
    ---
    ⟦It was observed an⟧ increase in ⟦the own⟧ blood of ⟦a old⟧ patient in ⟦an hospital⟧.
    ---
    ⟦In this study were included⟧ 50 women. The pain is ⟦more strong⟧ at night, and ⟦most of patients⟧ did well.
    ---
    ⟦Is recommended⟧ to rest for a week. The scar ⟦is result⟧ of the burn. He ⟦did not found⟧ it.
    ---
    Patients ⟦who suffering⟧ from asthma need it. Snoring ⟦is important problem⟧ in men.
    ```

    ```good
    Ice is used for reducing swelling, by a research team, in March 1965, since the 1920s.
    ---
    The infection, which has occurred twice, consists of two phases and happened to appear late.
    ---
    It allows surgeons to remove stones; allow to cool; those who, being ill, rest; people who sing.
    ---
    Should you need to rest, the can opened last is used first. It can affect and, as might be feared, harmed nobody.
    ---
    Make the most of the day. Once more, higher doses are no more effective. Lower and more upper limb injuries.
    ---
    Since two years have passed, a research study and an evidence-based review were done, with few side effects.
    ---
    One of many. In and of itself it is standard procedure; dealt with by nurses, cared for in the ward, what it is of.
    ---
    It was found that an hour in a European unit, a one-off test, a used bed and their own doctor are usual.
    ---
    A heart attack, an MRI, a U-turn, an honest answer, a ewe; it was noted the same day.
    ---
    In this study, fifty women were included. Is it known? Are treated wounds dry? There is cause for concern.
    ---
    More small meals, more old people, no more strong coffee; most of the patients; all of us; it is part of life.
    ---
    He did not find it; what it allows is due to change, and it led to less pain.
    ---
    Many a patient, two week-long courses, three day clinics, a few more.
    ```

    ## Limits

    Each pattern is reported only where no reading of it is English; rarer and doubtful ones are left out.

    ## Fix

    Offered where one word mends it; elsewhere the message says what English does.
    """
    for sentence in context.sentences(block):
        yield from _in_sentence(sentence, context.tagged(sentence))
    yield from context.pack_findings(META.code, block)


def _in_sentence(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Finding]:
    words = [token.lower for token in tokens]
    taken = -1
    for number, word in enumerate(words):
        if number <= taken:
            continue
        for look in _LOOKS.get(word, ()):
            broken = look(tokens, words, number)
            if broken is None:
                continue
            taken = broken.end - 1
            fixes: tuple[Fix, ...] = ()
            if broken.instead is not None:
                last = tokens[broken.end - 1]
                edit = Edit(sentence.at(last.start, last.end), broken.instead)
                fixes = (Fix(f"Write “{broken.instead}”", (edit,), Applicability.UNSAFE),)
            yield Finding(sentence.at(tokens[broken.begin].start, tokens[broken.end - 1].end), broken.why, fixes)
            break
