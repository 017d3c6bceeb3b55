"""MT203 echo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clinlint.api import (
    Applicability,
    Confidence,
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
from clinlint_rules.translation.sentences.echoes import around_a_sign, phrase_pair
from clinlint_rules.translation.sentences.stems import stem

META = RuleMeta(
    code="MT203",
    name="echo",
    summary="the same word or phrase twice where one is meant",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Grammar",
    its_type="duplication",
    references=("https://themqm.org/error-types-2/typology/",),
    fix=FixAvailability.SOMETIMES,
)

_CONTENT = ("NN", "JJ", "VB", "RB")
_JOINERS = frozenset(("and", "or"))
# Said twice on purpose: "years and years", "more and more", "again and again".
_REDUPLICATED = frozenset(
    ("years", "days", "hours", "weeks", "months", "miles", "times", "time", "thousands", "hundreds", "millions")
    + ("more", "less", "again", "over", "round", "around", "better", "worse", "bigger", "smaller", "further", "deeper")
    + (
        "lots",
        "very",
        "much",
        "many",
        "generations",
        "layers",
        "pages",
        "step",
        "night",
        "week",
        "year",
        "side",
        "face",
    )
    + ("hand", "through", "down")
)
_AFTER_ECHO = frozenset(("in", "during", "on", "at", "with", "such"))
_NARROWING = frozenset(("NN", "NNP", "JJ", "CD", "VBN", "VBG"))
_RELATIVES = frozenset(("that", "which"))
_NAMES = frozenset(("known", "called", "named", "termed"))
_BEFORE_NAMING = frozenset((",", "also", "is", "are", "popularly", "medically", "commonly", "which", "or"))
_BEFORE_NAME = frozenset(("as", "the", "a", "an", "“", '"', "‘"))
_LONGEST_PHRASE = 6
_BETWEEN_PHRASES = frozenset((",", ";", "and", "or", "-", "–", "/"))
_LONGEST_SERIES = 24


def _is_content(token: Token) -> bool:
    return token.tag.startswith(_CONTENT) and len(token.text) > 3 and token.lower not in _REDUPLICATED


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """The same word or phrase stands twice where one is meant.

    Two words of the source language often have one translation: Turkish *kontrol edip bakmak* comes out as
    "checked to check", *germe ve esneme* as "stretching and stretching".

    ## Why it matters

    The reader looks for a difference that is not there, or takes the page for careless. Often a second
    symptom or step has been lost, and only the source text can tell which.

    ## Examples

    ```bad
    The swelling causes ⟦tension and tension⟧ in the calf.
    ---
    The pressure is ⟦measured to measure⟧ whether the valve closes.
    ---
    Ask about ⟦prescription creams that can be prescribed⟧.
    ---
    ⟦Migraine, also known as migraine⟧, often begins in youth.
    ---
    The crown is ⟦permanent (permanent)⟧ and made of ceramic.
    ---
    It is used ⟦at home and at home⟧, in adults aged 40 ⟦years ≥ years⟧ with ⟦infections/infections⟧.
    ---
    Rest is needed for ⟦the first few days, the first few days⟧ after the operation.
    ```

    ```good
    The pain gets worse and worse over hours and hours.
    ---
    Ask about type 1 diabetes and type 2 diabetes, and about diabetes care.
    ---
    The knee was examined to rule out a tear.
    ---
    Heart and blood vessel disease (cardiovascular disease) is common.
    ---
    It differs from person to person, in women and in women with diabetes, and/or time after time, step by step.
    ---
    He had had the cough for days and days.
    ---
    Aspirin (acetylsalicylic acid), also known as ASA, thins the blood.
    ```

    ## Limits

    Figures of speech that repeat on purpose are known by a list. A word repeated farther away is not reported.

    ## Fix

    For "X and X" and "X (X)" the second is dropped; a person decides, because something else may have been
    meant.
    """
    tokens = context.tagged(sentence)
    words = [token.lower for token in tokens]
    # Most sentences say nothing twice and need no closer look.
    again = {word for word, count in Counter(words).items() if count > 1 and word[0].isalnum()}
    looks = [_to_do_it_again] if "to" in words else []
    looks += [_relative] if not _RELATIVES.isdisjoint(words) else []
    taken = -1
    for number in range(len(tokens)):
        if number <= taken:
            continue
        for look in (*looks, *(_REPEATING if words[number] in again else ())):
            found = look(tokens, words, number)
            if found is None:
                continue
            end, keep = found
            taken = end - 1
            span = sentence.at(tokens[number].start, tokens[end - 1].end)
            fixes: tuple[Fix, ...] = ()
            if keep is not None:
                kept_end = sentence.at(tokens[keep - 1].end, tokens[keep - 1].end).start
                edit = Edit(type(span)(kept_end, span.end), "")
                fixes = (Fix("Say it once", (edit,), Applicability.DISPLAY),)
            said = sentence.text[tokens[number].start : tokens[end - 1].end]
            message = (
                f"“{said}” says the same twice; two words of the source may have become one. "
                "Say it once, or say what was meant."
            )
            yield Finding(span, message, fixes, confidence=Confidence.HIGH)
            break


def _joined(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``X and X``: the same content word on both sides, and nothing that the second belongs to behind it."""
    if at + 2 >= len(tokens) or not _is_content(tokens[at]) or tokens[at + 1].lower not in _JOINERS:
        return None
    if tokens[at + 2].lower != tokens[at].lower:
        return None
    after = tokens[at + 3] if at + 3 < len(tokens) else None
    before = tokens[at - 1] if at else None
    # "heart and heart disease", "pain or pain that spreads", "loss or loss of appetite" are good English.
    alone = after is None or after.tag in {".", ",", ":", ")", "MD", "VBZ", "VBP"} or after.lower in _AFTER_ECHO
    if not alone and tokens[at].tag != "JJ":
        return None
    # So is "back pain or pain in the leg": only the first is narrowed.
    ends = after is None or after.text in ".;"
    if before is not None and (before.text in "-–—/" or (before.tag in _NARROWING and not ends)):
        return None
    return at + 3, at + 1


def _repeated_phrase(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """Three or more words, then at most a comma or a joiner, then the same words again."""
    if not words[at][0].isalnum():
        return None
    for second in range(at + 3, min(at + _LONGEST_PHRASE + 2, len(words))):
        if words[second] != words[at]:
            continue
        gap = words[second - 1] in _BETWEEN_PHRASES
        length = second - at - gap
        phrase = words[at : at + length]
        last = second + length
        if length < 3 or words[second:last] != phrase or not all(word[0].isalnum() for word in phrase):
            continue
        if len(set(phrase)) == 1 or not any(map(_is_content, tokens[at : at + length])):
            continue
        narrowed = gap and last < len(tokens) and tokens[last].tag.startswith(("NN", "CD", "POS", "JJ", "WP"))
        if not narrowed:
            return last, at + length
    return None


def _series(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``legs, arms, legs``: an item of a series of short items that comes again."""
    if at and tokens[at - 1].text not in ",:(" and tokens[at - 1].tag not in {"IN", "DT", "VBZ", "VBP", "VB"}:
        return None
    items: list[tuple[tuple[str, ...], int]] = []
    begin = at
    for number in range(at, min(len(tokens), at + _LONGEST_SERIES)):
        token = tokens[number]
        if token.text == "," or token.lower in _JOINERS:
            if begin < number:
                items.append((tuple(words[begin:number]), number))
            begin = number + 1
        elif not token.tag.startswith(("NN", "JJ", "VBG")) or number - begin >= 3:
            break
    for item, end in items[1:]:
        if len(items) > 2 and item == items[0][0] and _is_content(tokens[at]):
            return end, None
    return None


def _glossed(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``X (X)`` and ``X, also known as X``."""
    for length in (3, 2, 1):
        phrase = words[at : at + length]
        end = at + length
        if len(phrase) < length or not _is_content(tokens[end - 1]) or len(" ".join(phrase)) < 5:
            continue
        if words[end : end + 1] == ["("] and words[end + 1 : end + 1 + length + 1] == [*phrase, ")"]:
            return end + length + 2, end
        second = _after_naming(words, end)
        if second and words[second : second + length] == phrase:
            last = second + length
            if last < len(tokens) and tokens[last].tag.startswith(("NN", "CD")):
                continue
            return last, None
    return None


def _after_naming(words: Sequence[str], at: int) -> int | None:
    """Where the name begins in ``, also known as NAME`` and the like; None when there is none."""
    begin = at
    while words[at : at + 1] and words[at] in _BEFORE_NAMING and at < begin + _LONGEST_PHRASE:
        at += 1
    if not {",", "also"} & set(words[begin:at]) or not (words[at : at + 1] and words[at] in _NAMES):
        return None
    at += 1
    while words[at : at + 1] and words[at] in _BEFORE_NAME and at < begin + 2 * _LONGEST_PHRASE:
        at += 1
    return at


def _to_do_it_again(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``checked to check``: a participle and the infinitive of the same verb."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "to" or tokens[at].tag not in {"VBN", "VBD"}:
        return None
    same = stem(tokens[at].text) == stem(tokens[at + 2].text) and tokens[at].lower != tokens[at + 2].lower
    return (at + 3, None) if same else None


def _relative(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``prescription creams that can be prescribed``: a noun's modifier comes again as the verb of its clause."""
    if at + 5 >= len(tokens) or not tokens[at].tag.startswith("NN") or not tokens[at + 1].tag.startswith("NN"):
        return None
    if words[at + 2] not in _RELATIVES or words[at + 3] not in {"can", "may", "are", "is", "should", "must"}:
        return None
    verb = at + 5 if words[at + 4] == "be" else at + 4
    if verb < len(tokens) and tokens[verb].tag in {"VBN", "VBD"} and _same_root(words[at], words[verb]):
        return verb + 1, None
    return None


def _same_root(one: str, other: str) -> bool:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return shared >= 5 and shared >= len(min(one, other, key=len)) - 4


_REPEATING = (_joined, _repeated_phrase, _series, _glossed, phrase_pair, around_a_sign)
