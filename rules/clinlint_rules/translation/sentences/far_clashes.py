"""Subject and verb that do not agree although other words stand between them, or a pronoun stands for the subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clinlint.api import Token
from clinlint_rules.translation.residue.letters import words as word_set
from clinlint_rules.translation.sentences.clashes import Clash
from clinlint_rules.translation.sentences.nouns import is_plural, is_singular

_SINGULAR_OF = {"are": "is", "were": "was", "have": "has", "do": "does"}
_PLURAL_OF = {singular: plural for plural, singular in _SINGULAR_OF.items()}
# Heads that take a plural verb, or a verb in either number.
_COLLECTIVE = word_set(
    "number majority minority variety group range series lot percentage proportion percent half rest total set pair "
    "couple handful population plenty type kind sort class team family staff array host combination list subset cohort "
    "spectrum mixture bulk part portion fraction third quarter sample average minimum maximum bit score panel body"
)
_INSIDE = frozenset(("DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "CD", "PRP$", "VBN", "VBG", "RB"))
_OPENERS = frozenset((";", ":", "that", "because", "if", "when", "although", "since", "while", "whether", "but"))
_PERSONS = word_set("patients people women men children adults individuals persons doctors babies smokers girls boys")
_PERSON = word_set("patient person woman man child adult individual doctor baby smoker girl boy")
_LONGEST = 14
_THEY = frozenset(("they", "we", "you"))
_NOT_BEFORE_THEY = frozenset(("of", "with", "for", "between", "to", "are", "do", "were", "have", "and", "what", "if"))


def _across(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``The analysis of the blood samples were``: a singular head, phrases with ``of``, a plural verb."""
    if not _begins_clause(tokens, at):
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "JJ":
        place += 1
    if place + 3 >= len(tokens) or words[place] in _COLLECTIVE:
        return None
    if not is_singular(tokens[place]) and not words[place].endswith(("ysis", "osis")):
        return None
    if words[place + 1] != "of" or words[place].endswith("ing"):
        return None
    head, place = place, place + 2
    while place < min(len(tokens), at + _LONGEST):
        tag, word = tokens[place].tag, words[place]
        if word in {"are", "were"}:
            break
        around = tokens[place - 1], tokens[min(place + 1, len(tokens) - 1)]
        joined = word == "and" and all(map(is_plural, around))
        if tag not in _INSIDE and word != "of" and not joined:
            return None
        place += 1
    else:
        return None
    if place >= len(tokens) or not is_plural(tokens[place - 1]):
        return None
    singular = _SINGULAR_OF[words[place]]
    why = f"The subject is “{tokens[head].text}”, which is singular: “{singular}”, not “{words[place]}”."
    return Clash(at, place + 1, why, singular)


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """True at the beginning of the sentence, behind a conjunction, and for ``the`` behind a comma."""
    if at == 0 or tokens[at - 1].lower in _OPENERS:
        return True
    return tokens[at - 1].text == "," and tokens[at].lower == "the"


def _who(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``patients who has``, ``a patient who have``."""
    if at < 1 or at + 1 >= len(words):
        return None
    verb, person = words[at + 1], words[at - 1]
    before = words[max(0, at - 6) : at - 1]
    if "and" in before or "or" in before or "one" in before or "of" in before[-3:]:
        return None
    if person in _PERSONS and verb in _PLURAL_OF:
        return Clash(at - 1, at + 2, f"“{person}” is plural: “who {_PLURAL_OF[verb]}”.", _PLURAL_OF[verb])
    if person in _PERSON and verb in _SINGULAR_OF and words[at - 2 : at - 1] != ["the"]:
        return Clash(at - 1, at + 2, f"“{person}” is singular: “who {_SINGULAR_OF[verb]}”.", _SINGULAR_OF[verb])
    return None


def _they(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``they is``."""
    if at + 1 >= len(words) or words[at + 1] not in _PLURAL_OF or (at and words[at - 1] in _NOT_BEFORE_THEY):
        return None
    plural = _PLURAL_OF[words[at + 1]]
    return Clash(at, at + 2, f"After “{words[at]}” the verb is “{plural}”.", plural)


def _there_are(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``there are a risk``."""
    if words[at + 1 : at + 2] not in (["are"], ["were"]) or at + 4 >= len(words) or words[at + 2] not in {"a", "an"}:
        return None
    place = at + 3
    while place < len(tokens) and tokens[place].tag == "JJ":
        place += 1
    if place + 1 >= len(tokens) or not is_singular(tokens[place]) or words[place] in _COLLECTIVE:
        return None
    following = tokens[place + 1]
    if following.tag not in {".", "IN", "TO", "WDT"} and following.text != ",":
        return None
    singular = _SINGULAR_OF[words[at + 1]]
    return Clash(at, place + 1, f"“{tokens[place].text}” is singular: “there {singular} {words[at + 2]} …”.")


def _demonstrative(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``these is``, ``this are``."""
    if at + 1 >= len(words) or (at and words[at - 1] not in _OPENERS and tokens[at - 1].text != ","):
        return None
    verb = words[at + 1]
    right = _PLURAL_OF.get(verb) if words[at] in {"these", "those"} else _SINGULAR_OF.get(verb)
    if right is None or (words[at] == "this" and verb in {"do", "were"}):
        return None
    return Clash(at, at + 2, f"“{words[at]}” goes with “{right}”.", right)


def _opening(tokens: Sequence[Token], words: Sequence[str], at: int) -> Clash | None:
    """``The patients was``, ``The patient were``: a subject of two to four words that opens the sentence."""
    if at or len(tokens) < 4:
        return None
    place = 1
    while place < 4 and tokens[place].tag == "JJ":
        place += 1
    if place + 1 >= len(tokens) or tokens[place].lower in _COLLECTIVE or tokens[place].text[0].isupper():
        return None
    verb = words[place + 1]
    if is_plural(tokens[place]) and verb == "was" and words[0] in {"the", "these", "those", "our"}:
        return Clash(0, place + 2, f"“{tokens[place].text}” is plural, so the verb is “were”.", "were")
    if is_singular(tokens[place]) and verb in {"were", "are"} and words[0] in {"the", "this", "a", "each"}:
        singular = _SINGULAR_OF[verb]
        return Clash(0, place + 2, f"“{tokens[place].text}” is singular, so the verb is “{singular}”.", singular)
    return None


_Look = Callable[[Sequence[Token], Sequence[str], int], Clash | None]

FAR: Mapping[str, tuple[_Look, ...]] = {
    "the": (_across, _opening),
    "a": (_across, _opening),
    "our": (_opening,),
    "each": (_opening,),
    "who": (_who,),
    **dict.fromkeys(_THEY, (_they,)),
    "there": (_there_are,),
    "these": (_demonstrative, _opening),
    "those": (_demonstrative, _opening),
    "this": (_demonstrative, _opening),
}
"""By the word at which they begin."""
