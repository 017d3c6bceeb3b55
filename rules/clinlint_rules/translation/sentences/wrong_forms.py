"""Verbs in a form that cannot stand where they stand: each function looks at one word and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clinlint.api import Token, known_tag, may_be_verb
from clinlint_rules.translation.residue.letters import words as word_set
from clinlint_rules.translation.sentences.broken import Broken

# Verbs that are never nouns or adjectives, so that their plain form cannot stand behind a preposition or "is".
ONLY_VERBS = word_set(
    "reduce prevent avoid improve provide ensure determine remove achieve protect obtain perform identify eliminate "
    "diagnose maintain become decide choose receive explain allow consist belong occur happen exist contain include "
    "appear arise relieve alleviate strengthen weaken apply examine understand give take make see go eat learn know "
    "bring keep speak begin develop enable undergo"
)
"""Plain forms that are never nouns or adjectives."""
_PREPOSITIONS = frozenset(("for", "by", "of", "without", "in", "from", "with", "after", "before", "during"))
_BE = frozenset(("is", "are", "was", "were", "been", "being", "be"))
_NEVER_PASSIVE = frozenset(
    (
        "occurred",
        "happened",
        "consisted",
        "existed",
        "belonged",
        "emerged",
        "arisen",
        "appeared",
        "died",
        "resulted",
        "underwent",
        "undergone",
    )
)
_PAST = {
    "became": "become", "began": "begun", "went": "gone", "took": "taken", "wrote": "written", "came": "come",
    "chose": "chosen", "fell": "fallen", "rose": "risen", "gave": "given", "saw": "seen", "grew": "grown",
    "knew": "known", "drew": "drawn", "broke": "broken", "spoke": "spoken", "drank": "drunk", "ate": "eaten",
}  # fmt: skip
_PAST_ONLY = frozenset(_PAST) | frozenset(("found", "felt", "made", "got", "had", "lost", "left", "kept", "brought"))
_HAVE = frozenset(("has", "have", "had", "having"))
_NO_BARE_TO = {
    "allows": "allows us to", "enables": "enables us to", "permits": "permits", "enable": "enable you to",
    "recommends": "recommends", "suggests": "suggests", "avoid": "avoid", "avoids": "avoids", "avoiding": "avoiding",
    "prevents": "prevents", "consider": "consider", "suggest": "suggest",
}  # fmt: skip
_MUST = frozenset(("must", "should", "could", "can", "may", "might", "would"))
_PERSONS = frozenset(("you", "him", "them", "us", "me", "people", "patients", "her", "it"))


def _after(tokens: Sequence[Token], at: int) -> int:
    """The next token that is no adverb and no ``not``."""
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "RB":
        place += 1
    return place


def _bare_after_preposition(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``for reduce the pain``, ``by remove``."""
    if at + 2 >= len(words) or words[at + 1] not in ONLY_VERBS or not tokens[at + 1].text.islower():
        return None
    if tokens[at + 2].text in "-–—/,":
        return None
    why = f"After “{words[at]}” a verb takes -ing, or “to” stands before it; not “{words[at]} {words[at + 1]}”."
    return Broken(at, at + 2, why)


def _bare_after_be(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``is consist of``, ``are belong to``, ``is occurred``."""
    place = _after(tokens, at)
    if place >= len(tokens):
        return None
    verb = words[place]
    if verb in ONLY_VERBS and place == at + 1 and tokens[place].text.islower():
        if words[at - 1 : at] == ["do"] or "what" in words[:at] or "all" in words[:at]:
            return None
        return Broken(at, place + 1, f"“{words[at]} {verb}”: two verbs in their plain form cannot stand together.")
    if verb in _NEVER_PASSIVE and not (verb == "appeared" and words[place + 1 : place + 2] == ["to"]):
        return Broken(at, place + 1, f"“{verb}” takes no form of “be”: things occur, they are not occurred.")
    return None


def _past_after_have(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``has became``."""
    place = _after(tokens, at)
    if place >= len(words) or words[place] not in _PAST:
        return None
    better = _PAST[words[place]]
    return Broken(at, place + 1, f"After “{words[at]}” it is “{better}”, not “{words[place]}”.", better)


def _bare_to(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``allows to reduce``, ``avoid to eat``."""
    if words[at + 1 : at + 2] != ["to"] or at + 2 >= len(tokens) or tokens[at + 2].tag != "VB":
        return None
    if words[at].startswith(("suggest", "consider")) and at and tokens[at - 1].tag in {"NN", "NNS", "PRP"}:
        return None
    why = f"“{words[at]} to {words[at + 2]}” does not go in English: say whom, or use the -ing form."
    return Broken(at, at + 3, why)


def _modal(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``should to rest``, ``can caused``, ``may leading``."""
    # "The can opened last": a noun.
    if at == 0 or tokens[at].tag != "MD" or tokens[at - 1].tag in {"DT", "JJ", "PRP$"}:
        return None
    place = _after(tokens, at)
    if place >= len(tokens):
        return None
    word, token = words[place], tokens[place]
    if (
        word == "to"
        and place + 1 < len(tokens)
        and tokens[place + 1].tag == "VB"
        and place == at + 1
        and words[at] != "can"
    ):
        return Broken(at, place + 2, f"After “{words[at]}” the verb stands without “to”.")
    ed_form = word.endswith("ed") and token.tag in {"VBD", "VBN"} and not may_be_verb(word)
    if (ed_form or (token.tag == "VBG" and not may_be_verb(word))) and token.text.islower():
        return Broken(at, place + 1, f"“{words[at]} {word}”: a word is missing (“be”?), or the form is wrong.")
    return None


def _did(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``did not caused``."""
    if at + 2 >= len(words) or words[at + 1] not in {"not", "n't"}:
        return None
    word = words[at + 2]
    regular = word.endswith("ed") and not may_be_verb(word) and tokens[at + 2].tag in {"VBD", "VBN"}
    if not regular and not (words[at] in {"did", "does"} and word in _PAST_ONLY):
        return None
    return Broken(at, at + 3, f"After “{words[at]} not” the verb stands in its plain form, not “{word}”.")


def _makes_to(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``makes you to feel``."""
    if at + 3 >= len(words) or words[at + 1] not in _PERSONS or words[at + 2] != "to" or tokens[at + 3].tag != "VB":
        return None
    if words[at + 1] == "it" or known_tag(words[at + 3]) not in {"VB", "VBP"}:
        return None
    return Broken(at, at + 4, f"“{words[at]} {words[at + 1]} {words[at + 3]}”: no “to” after “{words[at]}”.")


def _who(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``patients who suffering``."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].tag != "VBG" or not tokens[at - 1].tag.startswith("NN"):
        return None
    return Broken(at, at + 2, f"“who {words[at + 1]}” has no finite verb: “who are {words[at + 1]}”, or without “who”.")


FORMS: Mapping[str, tuple[Callable[[Sequence[Token], Sequence[str], int], Broken | None], ...]] = {
    **dict.fromkeys(_PREPOSITIONS, (_bare_after_preposition,)),
    **dict.fromkeys(_BE, (_bare_after_be,)),
    **dict.fromkeys(_HAVE, (_past_after_have,)),
    **dict.fromkeys(_NO_BARE_TO, (_bare_to,)),
    **dict.fromkeys(_MUST, (_modal,)),
    "will": (_modal,),
    "did": (_did,),
    "does": (_did,),
    "do": (_did,),
    "make": (_makes_to,),
    "makes": (_makes_to,),
    "who": (_who,),
}
"""By the word at which they begin."""
