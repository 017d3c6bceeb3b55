"""Articles that do not fit the word behind them, and clauses that put "it" where their subject belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from clinlint.api import Token
from clinlint_rules.translation.residue.letters import words as word_set
from clinlint_rules.translation.sentences.broken import Broken

# By sound, as far as the letters tell it: "a university", "a one-way valve", "a European", but "an umbrella".
_VOWEL = re.compile(r"(?:[aio]|e(?!u|w))(?!ne\b|nce\b)[a-z]+\Z|u(?:n(?!i|a\b)|l|m|p|g|t(?:ter|most))[a-z]*\Z")
_CONSONANT = re.compile(r"(?:[bcdfgjklmnpqrstvwyz][a-z]{2,}|eu[a-z]+|uni(?!n|m)[a-z]+|us(?:e|ed|eful|ual|er)|one)\Z")
_SPOKEN_H = word_set(
    "hospital high higher healthy heart human head hand hormone hip hair health hernia hard history huge"
)
_STATED = word_set(
    "verified observed performed conducted detected evidenced identified obtained described evaluated demonstrated "
    "noted applied carried established presented proposed realized realised visualized visualised"
)
_DETERMINERS = frozenset(("a", "an", "the"))
_TIMES = word_set("day days week month year time years weeks months moment same first last next past other")


def _before_vowel(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``a apartment``."""
    if at + 1 >= len(tokens) or (at and tokens[at].text != "a") or not tokens[at + 1].text.islower():
        return None
    if not _VOWEL.match(words[at + 1]) or (at and tokens[at - 1].text in "-–/.'’"):
        return None
    return Broken(at, at + 2, f"“an”, not “a”, stands before the sound of “{words[at + 1]}”.")


def _before_consonant(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``an hospital``."""
    if at + 1 >= len(tokens) or not tokens[at + 1].text.islower() or tokens[at].text == "AN":
        return None
    word = words[at + 1]
    if word not in _SPOKEN_H and not _CONSONANT.match(word):
        return None
    return Broken(at, at + 2, f"“a”, not “an”, stands before the sound of “{word}”.")


def _own(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``the own observation``."""
    if words[at + 1 : at + 2] != ["own"] or at + 2 >= len(tokens) or not tokens[at + 2].tag.startswith(("NN", "JJ")):
        return None
    return Broken(at, at + 2, f"“own” needs an owner: “their own …”, “our own …”, not “{words[at]} own”.")


def _it_was(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``it was observed an increase``: the subject stands behind the verb, as in Spanish."""
    place = at + 1
    while place < len(words) and words[place] in {"has", "had", "been", "is", "was", "were", "also", "then", "not"}:
        place += 1
    if place == at + 1 or place + 2 >= len(words) or words[place] not in _STATED:
        return None
    last = place + 1 + (words[place] == "carried" and words[place + 1] == "out")
    if words[last : last + 1] == [] or words[last] not in _DETERMINERS or words[last + 1 : last + 2] == []:
        return None
    if words[last + 1] in _TIMES:
        return None
    return Broken(at, last + 1, "The subject stands behind its verb, as in Spanish: put it in the place of “it”.")


_Look = Callable[[Sequence[Token], Sequence[str], int], Broken | None]

ARTICLES: Mapping[str, tuple[_Look, ...]] = {
    "a": (_own, _before_vowel),
    "an": (_own, _before_consonant),
    "the": (_own,),
    "it": (_it_was,),
}
"""By the word at which they begin."""
