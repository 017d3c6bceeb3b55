"""Clauses in the order or with the gaps of the source language: verbs before their subjects, articles left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clinlint.api import Token
from clinlint_rules.translation.residue.letters import words as word_set
from clinlint_rules.translation.sentences.broken import Broken
from clinlint_rules.translation.sentences.nouns import is_plural
from clinlint_rules.translation.sentences.wrong_forms import ONLY_VERBS

_REPORTED = word_set(
    "included observed analyzed analysed performed found evaluated studied detected used identified noted revealed "
    "examined registered established obtained selected applied measured compared considered shown recorded enrolled"
)
_SHORT = word_set(
    "strong high low small big large long short old young hard easy fast slow weak cheap deep wide tall thick thin "
    "dark soft great warm cold bright heavy late early quick safe"
)
_OF_WHAT = word_set(
    "result consequence symptom cause sign type form kind example complication member source disease disorder "
    "method variant"
)
_ALL_OF = word_set("all most many")
_PERSON = word_set("patient person doctor woman man child baby surgeon physician mother")
_OPENING = frozenset(("is", "are", "was", "were", "can", "must", "should", "may"))
_NAME_OF_PLURAL = word_set("times kinds sorts years days thousands hundreds dozens millions us")


def _inverted(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``In this study were included 50 patients``: the verb stands before its subject."""
    if at or tokens[-1].text == "?":
        return None
    place = 1
    while place < len(tokens) and tokens[place].tag in {"DT", "JJ", "NN", "NNS", "CD", "PRP$"}:
        place += 1
    if place < 2 or place + 2 >= len(tokens) or words[place] not in {"was", "were", "is", "are"}:
        return None
    if words[place + 1] not in _REPORTED or tokens[place + 2].tag not in {"CD", "DT", "JJ", "NN", "NNS", "RB"}:
        return None
    return Broken(0, place + 2, "The verb stands before its subject: name the subject first, or begin with “there”.")


def _no_subject(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``Is recommended to rest.``, ``Were included 50 patients.``, ``Can be used the laser.``"""
    if at or not tokens[0].text[0].isupper() or tokens[-1].text != "." or len(tokens) < 6:
        return None
    verb = 2 if words[1] in {"be", "been", "also", "not"} else 1
    if words[0] in {"can", "must", "should", "may"} and words[1] != "be":
        return None
    if tokens[verb].tag != "VBN" or words[verb + 1] in {"by", "in", "as", "and", ","}:
        return None
    return Broken(0, verb + 1, "The sentence begins with its verb and has no subject: say who or what.")


def _short_adjective(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``more strong at night``."""
    if at + 2 >= len(tokens) or words[at + 1] not in _SHORT or words[at - 1 : at] in (["no"], ["any"], ["much"]):
        return None
    after = tokens[at + 2]
    if not (after.text in {".", ",", ";"} or words[at + 2] in {"than", "in", "at", "during", "when", "after", "and"}):
        return None
    if words[at + 2] == "and" and (at + 4 >= len(tokens) or tokens[at + 4].tag.startswith(("NN", "JJ"))):
        return None
    ending = "more" if words[at] == "more" else "most"
    form = "-er" if ending == "more" else "-est"
    return Broken(at, at + 2, f"“{words[at + 1]}” is compared with {form}, not with “{ending}”.")


def _is_result(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``is result of``, ``is common symptom of``."""
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "JJ" and place < at + 3:
        place += 1
    if words[place : place + 1] == [] or words[place] not in _OF_WHAT or words[place + 1 : place + 2] != ["of"]:
        return None
    if "?" in words or words[at - 1 : at] == ["there"] or (at and tokens[at - 1].tag in {"WP", "WRB"}):
        return None
    if place > at + 1 and tokens[place].tag != "NN":
        return None
    said = " ".join(words[at : place + 1])
    return Broken(at, place + 1, f"“{said} of” lacks an article: “{words[at]} a …” or “{words[at]} the …”.")


def _all_of(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``most of patients``."""
    if words[at + 1 : at + 2] != ["of"] or at + 2 >= len(tokens) or not is_plural(tokens[at + 2]):
        return None
    if words[at + 2] in _NAME_OF_PLURAL or not tokens[at + 2].text.islower() or words[at - 1 : at] == ["in"]:
        return None
    return Broken(at, at + 3, f"“{words[at]} of” needs “the”, or “{words[at]} {words[at + 2]}” without “of”.")


def _that_to(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``that the patient to rest``."""
    place = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].tag in {"DT", "PRP$"})
    if words[place : place + 1] == [] or words[place] not in _PERSON or words[place + 1 : place + 2] != ["to"]:
        return None
    if place + 2 >= len(tokens) or tokens[place + 2].tag != "VB" or words[place + 2] == "be":
        return None
    return Broken(at, place + 3, f"After “that” stands a finite verb: “that the {words[place]} {words[place + 2]}s”.")


def _to_noun(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``contributes to reduce``, ``due to have``, ``leads to improve``."""
    if words[at + 1 : at + 2] != ["to"] or words[at + 2 : at + 3] == [] or words[at + 2] not in ONLY_VERBS:
        return None
    if words[at] == "due" and (at == 0 or words[at - 1] in {"is", "are", "was", "were", "be", "not"}):
        return None
    return Broken(at, at + 3, f"“{words[at]} to” is followed by a noun or -ing form, not by “{words[at + 2]}”.")


def _years_old(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``with more than 60 years old``, ``has 45 years old``."""
    place = at + 1
    if words[place : place + 2] in (["more", "than"], ["less", "than"]):
        place += 2
    if words[place + 1 : place + 3] != ["years", "old"] or tokens[place].tag != "CD":
        return None
    return Broken(at, place + 3, f"People are {words[place]} years old; they do not have them, nor are they with them.")


def _et_al(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``in et al.``: the abbreviation of "and others" without a name."""
    if at == 0 or words[at + 1 : at + 2] != ["al"] or tokens[at - 1].tag not in {"IN", "DT", "TO", "CC"}:
        return None
    return Broken(
        at - 1, at + 2, "“et al.” follows the name of an author; here a word such as “among others” is meant."
    )


def _bare_third_person(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``This allow us``: a plain verb behind a singular pronoun that opens the clause."""
    if at and (tokens[at - 1].text not in {",", ";"} and words[at - 1] not in {"and", "but", "because"}):
        return None
    if words[at + 1 : at + 2] == [] or words[at + 1] not in ONLY_VERBS or words[at + 1] in {"give", "begin"}:
        return None
    if at and words[0] in {"if", "that", "let", "does", "did", "do", "can", "may", "make", "help"}:
        return None
    return Broken(at, at + 2, f"After “{words[at]}” the verb takes -s: “{words[at + 1]}s”.")


_Look = Callable[[Sequence[Token], Sequence[str], int], Broken | None]

CLAUSES: Mapping[str, tuple[_Look, ...]] = {
    "in": (_inverted,),
    "during": (_inverted,),
    "among": (_inverted,),
    **dict.fromkeys(_OPENING, (_no_subject,)),
    "is": (_no_subject, _is_result),
    "was": (_no_subject, _is_result),
    "more": (_short_adjective,),
    "most": (_all_of, _short_adjective),
    **dict.fromkeys(_ALL_OF - {"most"}, (_all_of,)),
    "that": (_that_to,),
    **dict.fromkeys(("contribute", "contributes", "contributed", "contributing", "due", "leads", "led"), (_to_noun,)),
    **dict.fromkeys(("with", "has", "have", "had"), (_years_old,)),
    "et": (_et_al,),
    **dict.fromkeys(("it", "he", "she", "this"), (_bare_third_person,)),
}
"""By the word at which they begin."""
