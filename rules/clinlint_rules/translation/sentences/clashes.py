"""Words that do not agree: each function looks at one token and says what clashes from there on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clinlint.api import Token, may_be_verb
from clinlint_rules.translation.sentences.nouns import is_plural, is_plural_in_title, is_singular

_PLURAL_OF = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR_OF = {plural: singular for singular, plural in _PLURAL_OF.items()}
# "The number of patients are": the head is singular whatever follows "of".
_SINGULAR_HEADS = frozenset(
    ("number", "size", "amount", "course", "duration", "risk", "rate", "level", "aim", "purpose", "cause", "formation")
    + ("length", "success", "presence", "absence", "quality", "frequency", "incidence", "prevalence", "shape", "age")
    + ("thickness", "treatment", "diagnosis", "goal", "development", "location", "function", "importance")
)
_PLURAL_DETERMINERS = frozenset(("these", "those"))
_SINGULAR_DETERMINERS = frozenset(("a", "an", "each", "every", "another", "this"))
_QUANTITIES = frozenset(("many", "several", "various", "different", "two", "three", "four", "five", "six", "numerous"))
_CLAUSE_OPENERS = frozenset((",", ";", "and", "but", "or", "because", "if", "when", "while", "since", "although", "so"))
_NOT_BARE = frozenset(
    ("found", "gone", "taken", "seen", "done", "given", "became", "made", "known", "begun", "risen", "chosen", "fallen")
)
_TIMES = frozenset(
    ("times", "days", "weeks", "months", "years", "hours", "minutes", "mg", "percent", "dollars", "miles")
)


TRIGGERS = (
    _PLURAL_DETERMINERS
    | _SINGULAR_DETERMINERS
    | frozenset(("the", "it", "he", "she", "what", "there", "one", "do", "does", "did"))
)
"""The words at which a clash can begin, beside the first of a sentence and modal verbs."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Tokens ``begin`` to ``end`` clash; writing ``instead`` for the last of them mends it, where that is certain."""

    begin: int
    end: int
    why: str
    instead: str | None = None


def _plural_subject(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``The stitches is``: a plural noun phrase that opens the sentence, and a singular verb."""
    if at or not tokens[0].text[0].isupper():
        return None
    place = 1 if tokens[0].tag in {"DT", "PRP$"} and tokens[0].lower not in _SINGULAR_DETERMINERS else 0
    while place + 1 < len(tokens) and tokens[place].tag in {"JJ", "JJR", "VBN"}:
        place += 1
    head = place
    while head + 1 < len(tokens) and tokens[head + 1].tag in {"NN", "NNS"} and tokens[head].tag == "NN":
        head += 1
    if head + 1 >= len(tokens) or tokens[place].text.endswith("ing"):
        return None
    if not is_plural(tokens[head]) or tokens[head].lower in _TIMES:
        return None
    verb = tokens[head + 1]
    if verb.tag != "VBZ" or not verb.text.isalpha() or (tokens[head].text[0].isupper() and head):
        return None
    plural = _PLURAL_OF.get(verb.text)
    why = (
        f"“{tokens[head].text}” is plural, so the verb is “{plural}”."
        if plural
        else (f"“{tokens[head].text}” is plural, and “{verb.text}” goes with a singular.")
    )
    return Clash(0, head + 2, why, plural)


def _singular_head(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``The number of cysts are``."""
    if words[at] != "the" or at + 3 >= len(words) or words[at + 1] not in _SINGULAR_HEADS or words[at + 2] != "of":
        return None
    if at and words[at - 1] not in _CLAUSE_OPENERS | {"that"}:
        return None
    place = at + 3
    while place < len(tokens) and tokens[place].tag in {"DT", "PRP$", "JJ", "NN", "NNS", "CD"}:
        place += 1
    if place >= len(tokens) or words[place] not in {"are", "were", "have"} or place == at + 3:
        return None
    singular = _SINGULAR_OF[words[place]]
    return Clash(at, place + 1, f"“{tokens[at + 1].text}” is singular, so the verb is “{singular}”.", singular)


def _pronoun(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``it do``."""
    if words[at] not in {"it", "he", "she"} or at + 1 >= len(words) or words[at + 1] not in {"do", "have", "are"}:
        return None
    if (at and words[at - 1] not in _CLAUSE_OPENERS | {"that", "which"}) or words[0] in _SINGULAR_OF | _PLURAL_OF:
        return None
    singular = _SINGULAR_OF[words[at + 1]]
    return Clash(at, at + 2, f"After “{words[at]}” the verb is “{singular}”.", singular)


def _what_is(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``What is bunions?``"""
    if words[at : at + 2] not in (["what", "is"], ["what", "'s"]):
        return None
    place = at + 2
    if words[place : place + 1] == ["the"]:
        place += 1
    while place + 1 < len(tokens) and tokens[place + 1].tag.startswith(("NN", "JJ")):
        place += 1
    if (
        place >= len(tokens)
        or not (is_plural(tokens[place]) or is_plural_in_title(tokens[place]))
        or tokens[place].lower in _TIMES
    ):
        return None
    after = tokens[place + 1].lower if place + 1 < len(tokens) else "?"
    if after not in {"?", "of", "and", "for", "in"}:
        return None
    why = f"“{tokens[place].text}” is plural: ask “What are …?”, or name it in the singular."
    return Clash(at, place + 1, why)


def _there_is(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``There is many symptoms``."""
    if words[at] != "there" or words[at + 1 : at + 2] not in (["is"], ["was"]) or at + 3 >= len(words):
        return None
    if words[at + 2] not in _QUANTITIES:
        return None
    place = at + 3 + (tokens[at + 3].tag == "JJ" and at + 4 < len(tokens))
    if not is_plural(tokens[place]) or tokens[place].lower in _TIMES:
        return None
    return Clash(at, place + 1, f"“{tokens[place].text}” is plural: “there {_PLURAL_OF[words[at + 1]]} …”.")


def _determiner(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``these wound``, ``a special instruments``."""
    word = tokens[at].lower
    if (
        word not in _PLURAL_DETERMINERS | _SINGULAR_DETERMINERS
        or tokens[at].tag != "DT"
        or (tokens[at].text == "A" and at)
    ):
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "JJ" and tokens[place].lower not in {"few", "many", "great"}:
        place += 1
    if place >= len(tokens) or place > at + 3:
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and (
        after.tag.startswith(("NN", "POS", "CD", "JJ", "VBG", "VBN", "VB")) or after.text in "-–—/'’&"
    ):
        return None
    noun = tokens[place]
    if word in _PLURAL_DETERMINERS and is_singular(noun) and not (after is not None and after.tag in {"DT", "PRP$"}):
        return Clash(at, place + 1, f"“{word}” needs a plural, and “{noun.text}” is singular.")
    verb_like = word == "this" and place == at + 1
    if word in _SINGULAR_DETERMINERS and not verb_like and is_plural(noun) and noun.lower not in _TIMES:
        return Clash(at, place + 1, f"“{word}” needs a singular, and “{noun.text}” is plural.")
    return None


def _one_of(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``one of the most frequent complication``."""
    if words[at : at + 3] != ["one", "of", "the"] or at + 4 >= len(words):
        return None
    place = at + 3
    if words[place] != "most" and tokens[place].tag != "JJS":
        return None
    place += 1
    while place < len(tokens) and tokens[place].tag in {"JJ", "RB", "RBS", "VBN"}:
        place += 1
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if place >= len(tokens) or not is_singular(tokens[place]):
        return None
    if after is not None and (after.tag.startswith(("NN", "JJ", "CD", "VB", "CC")) or after.text in "-–—/,"):
        return None
    return Clash(at, place + 1, f"“one of the” needs a plural, and “{tokens[place].text}” is singular.")


def _after_modal(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``can causes``, ``will found``, ``does not causes``."""
    helper = tokens[at].tag == "MD" or words[at] in {"do", "does", "did"}
    if not helper or tokens[at].text[0].isupper():
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "RB" and place < at + 3:
        place += 1
    if place >= len(tokens) or (tokens[at].tag != "MD" and place == at + 1):
        return None
    verb = tokens[place]
    # The lexicon takes "causes" and "results" for nouns.
    third_person = verb.tag in {"VBZ", "NNS"} and verb.text.endswith("s") and may_be_verb(verb.lower.removesuffix("s"))
    if not third_person and not (tokens[at].tag == "MD" and verb.lower in _NOT_BARE):
        return None
    return Clash(at, place + 1, f"After “{tokens[at].text}” the verb stands in its plain form, not “{verb.text}”.")


LOOKS: tuple[Callable[[Sequence[Token], Sequence[str], int], Clash | None], ...] = (
    _plural_subject,
    _singular_head,
    _pronoun,
    _what_is,
    _there_is,
    _one_of,
    _determiner,
    _after_modal,
)
