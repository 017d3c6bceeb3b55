"""TY006 doubled-word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    known_tag,
    rule,
)
from clinlint_rules.typography.prose import OPENERS, words

META = RuleMeta(
    code="TY006",
    name="doubled-word",
    summary="the same word or words twice in a row",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Addition",
    its_type="duplication",
    references=("https://en.wikipedia.org/wiki/Reduplication#English", "https://en.wikipedia.org/wiki/Tautonym"),
    fix=FixAvailability.ALWAYS,
    supersedes=("MT203",),
)

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_PHRASE = 4
# What English says twice, by grammar ("what it is is"), for emphasis or by name.
_TWICE = words(
    "had that is was do does did her who so very really far many much long more no yes yeah never bye ha he hee",
    "ho la now there well boo blah knock tut hush chop bling night beri cha aye can dum kuru ylang chi mahi yo",
    "tuk bora pago pom tom tsetse goody hip hot big extra super too quite out in on up over down through off by",
)
_LINKS = words(
    "a an and by after in into of on or over for to the upon vs versus with from as at",
)
_FUNCTION = (
    OPENERS
    | _LINKS
    | words(
        "be been am has was were had would could should",
    )
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A word, or a phrase of up to four words, stands twice in a row.

    ## Why it matters

    The reader stumbles, and one of the two may stand for a word that was lost.

    ## Examples

    ```bad
    Rest is ⟦the the⟧ best cure.
    ⇒
    Rest is the best cure.
    ---
    ⟦Bruises Bruises⟧, which fade slowly, are common.
    ---
    Drink ⟦carrot juice carrot juice⟧ every day.
    ⇒
    Drink carrot juice every day.
    ---
    See a ⟦specialist specialist⟧ and ⟦take take⟧ notes.
    ```

    ```good
    She had had a fever, and that that was harmless we knew; what it is is a virus.
    ---
    Gorilla gorilla and Bufo bufo live in New York, New York; Duran Duran sang.
    ---
    He danced the cha cha very very slowly, again and again and again, day after day after day.
    ---
    The pain, pain that would not go; 5 5 5; vitamin B B; no no.
    ---
    We gave her her medicine and logged in in the morning.
    ```

    ## Limits

    Words that English doubles by grammar (`had had`) or habit (`bye bye`) are left alone, and so are names: two
    words with capitals are reported only when the lexicon knows the word.

    ## Fix

    One of the two goes. Unsafe, because it may stand for another word.
    """
    text = block.text
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    lowered = [word.lower() for word, _, _ in words]
    starts = {
        number
        for length in range(1, _LONGEST_PHRASE + 1)
        for number, (one, other) in enumerate(zip(lowered, lowered[length:], strict=False))
        if one == other
    }
    number = 0
    while number < len(words):
        length, times = _repeated(text, words, lowered, number) if number in starts else (0, 0)
        if not length:
            number += 1
            continue
        last = number + length * times - 1
        span = block.at(words[number][1], words[last][2])
        first = block.at(words[number][1], words[number + length - 1][2])
        phrase = first.shifted(-block.span.start).of(text)
        fix = Fix(
            "Say it once", (Edit(block.at(first.end - block.span.start, words[last][2]), ""),), Applicability.UNSAFE
        )
        yield Finding(span, f"“{phrase}” stands {'twice' if times == 2 else f'{times} times'} in a row.", (fix,))
        number = last + 1


_Words = list[tuple[str, int, int]]


def _repeated(text: str, words: _Words, lowered: list[str], number: int) -> tuple[int, int]:
    """The length of the phrase that is repeated from ``number`` on, and how often it stands there."""
    for length in range(1, _LONGEST_PHRASE + 1):
        if not _is_twice(text, words, lowered, number, length) or not _is_slip(words, lowered, number, length):
            continue
        times = 2
        while _is_twice(text, words, lowered, number + length * (times - 1), length):
            times += 1
        return length, times
    return 0, 0


def _is_twice(text: str, words: _Words, lowered: list[str], number: int, length: int) -> bool:
    end = number + 2 * length
    return (
        end <= len(words)
        and lowered[number : number + length] == lowered[number + length : end]
        and _is_run(text, words, number, 2 * length)
    )


def _is_run(text: str, words: _Words, number: int, length: int) -> bool:
    """True when only white space stands between the words."""
    return all(text[words[at][2] : words[at + 1][1]].isspace() for at in range(number, number + length - 1))


def _is_slip(words: _Words, lowered: list[str], number: int, length: int) -> bool:
    first, second = words[number][0], words[number + length][0]
    if length > 1:
        phrase = lowered[number : number + length]
        capitals = all(words[at][0][0].isupper() for at in range(number, number + length))
        return (
            not set(phrase) & (_LINKS | _TWICE)
            and all(word.isalpha() for word in phrase)
            and any(len(word) > 3 for word in phrase)
            and (not capitals or all(map(known_tag, phrase)))
        )
    word = lowered[number]
    if not word.isalpha() or word in _TWICE or (len(word) < 2 and word != "a") or "-" in word:
        return False
    if word in _FUNCTION:
        # "Vitamin A a day", "IT it": a capital inside the sentence is another word.
        return second == word and first in (word, word.capitalize()) and first != "A"
    if first != second:
        return False
    if first.islower():
        return len(word) > 2
    return first == word.capitalize() and bool(_known(word))


def _known(word: str) -> str:
    return known_tag(word) or (known_tag(word[:-1]) if word.endswith("s") else "")
