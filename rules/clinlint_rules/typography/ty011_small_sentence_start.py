"""TY011 small-sentence-start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
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
from clinlint_rules.typography.prose import ABBREVIATIONS, OPENERS, in_technical, word_after, word_before, words

META = RuleMeta(
    code="TY011",
    name="small-sentence-start",
    summary="sentence that begins with a small letter",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Capitalization",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://en.wikipedia.org/wiki/Letter_case#Sentence_case",
    ),
    fix=FixAvailability.SOMETIMES,
)

_START = re.compile(
    r"(?<=[^\W\d_]{2})(?P<mark>[.!?])(?P<gap>[ \u00a0]{1,3})(?=[a-z]{2})|(?<=[)\d%])\.[ \u00a0]{1,3}(?=[a-z]{2})"
)
# Names that begin with a small letter, by their first letters; any word with a capital or digit inside is one too.
_SMALL_NAMES = words(
    "von van de der den di da del la le el al bin ibn ten ter dos",
)
_AFTER_ABBREVIATION = OPENERS - {
    "as",
    "and",
    "or",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "is",
    "are",
    "to",
    "of",
}
_MANNERS_OF_SPEECH = words(
    "said says asked asks added adds replied wrote writes explained explains thought thinks wondered wonders warned",
    "warns told tells",
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A sentence begins with a small letter, or a full stop stands inside one.

    ## Why it matters

    Either the capital is missing or the full stop is wrong: a machine cut the sentence in two, or joined pieces of a
    list.

    ## Examples

    ```bad
    The wall of the belly is weak. ⟦for⟧ example, after an operation.
    ⇒
    The wall of the belly is weak. For example, after an operation.
    ---
    It troubles them every day. ⟦they⟧ come late to see us.
    ---
    Does it hurt? ⟦many⟧ people say it does.
    ---
    Patients rest for a week. ⟦swelling⟧ goes down after that.
    ```

    ```good
    Use soap, water, etc. and dry it. It takes approx. two days, vs. three days, Fig. two shows.
    ---
    The sample was taken. mRNA was read, pH was low. iPhone users call. eGFR fell.
    ---
    “Does it hurt?” she asked. Why me? the patient wonders. Yahoo! is one name.
    ---
    The genus Streptococcus spp. is large. S. aureus and E. coli are common.
    ---
    Ask us... or wait. The p.m. dose, the U.S. agency, J. Biol. chem.
    ---
    Pain was treated by Dr. van den Berg. von Willebrand disease is rare.
    ```

    ## Limits

    After abbreviations and numbers only a word that often opens a clause is reported. Words with capitals or digits
    inside (`mRNA`) and name particles (`van`) may begin a sentence.

    ## Fix

    A capital is offered. Unsafe, because the full stop may be the slip.
    """
    text = block.text
    for match in _START.finditer(text):
        word = word_after(text, match.end())
        if not _is_slip(text, match, word):
            continue
        span = block.at(match.end(), match.end() + len(word))
        fix = Fix("Begin with a capital", (Edit(span, word[0].upper() + word[1:]),), Applicability.UNSAFE)
        message = f"“{word}” begins a sentence with a small letter, or the mark before it is not meant."
        yield Finding(span, message, (fix,), confidence=None if match["mark"] else Confidence.MEDIUM)


def _is_slip(text: str, match: re.Match[str], word: str) -> bool:
    if (
        not word.islower()
        or word in _SMALL_NAMES
        or text[match.end() + len(word) : match.end() + len(word) + 1].isdigit()
    ):
        return False
    before = word_before(text, match.start())
    if match["mark"] == "." and (before.lower() in ABBREVIATIONS or (before[:1].isupper() and len(before) < 6)):
        return word in _AFTER_ABBREVIATION and before.lower() in ("etc", "cm", "mm", "kg", "mg", "ml")
    if match["mark"] in ("!", "?"):
        # "Does it hurt? the patient wonders."
        said = _MANNERS_OF_SPEECH.intersection(
            text[match.end() : match.end() + 60].rstrip(".").replace(".", " ").split()
        )
        if before[:1].isupper() or word not in OPENERS or said:
            return False
    if match["mark"] is None and word not in _AFTER_ABBREVIATION:
        return False
    if text[match.start() - len(before) - 1 : match.start() - len(before)] == ".":
        return False
    return not in_technical(text, match.start() - 1, match.start() + 1)
