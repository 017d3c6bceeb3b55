"""Inflected forms of English lemmas, by spelling rule and a table of irregular forms."""

from __future__ import annotations

from enum import StrEnum

from clinlint.packs.schema import Irregular

_VOWELS = "aeiou"


class Form(StrEnum):
    """What a form of a word is for."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    PLURAL = "plural"


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _doubles(word: str) -> bool:
    """True for one short syllable with a single final consonant: ``stop`` but not ``relax``."""
    if len(word) < 3 or word[-1] in f"{_VOWELS}wxyh" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in word) == 1


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ied"
    return f"{word}{word[-1] if _doubles(word) else ''}ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return f"{word[:-1]}ing"
    return f"{word}{word[-1] if _doubles(word) else ''}ing"


def plural(lemma: str, irregular: Irregular) -> str:
    """The plural of a noun or of a noun phrase, whose last word it changes."""
    head, space, last = lemma.rpartition(" ")
    return head + space + irregular.nouns.get(last, _with_s(last))


def verb_forms(lemma: str, irregular: Irregular) -> dict[Form, str]:
    """All forms of a verb; in a phrasal verb (``go away``) the first word changes."""
    verb, space, rest = lemma.partition(" ")
    s, past, participle, ing = irregular.verbs.get(
        verb, (_with_s(verb), _with_ed(verb), _with_ed(verb), _with_ing(verb))
    )
    forms = {Form.BASE: verb, Form.S: s, Form.PAST: past, Form.PARTICIPLE: participle, Form.ING: ing}
    return {form: word + space + rest for form, word in forms.items()}


def noun_forms(lemma: str, irregular: Irregular) -> dict[Form, str]:
    """Singular and plural."""
    return {Form.BASE: lemma, Form.PLURAL: plural(lemma, irregular)}


def forms_of(lemma: str, kind: str, irregular: Irregular) -> dict[Form, str]:
    """The forms of a lemma: ``noun``, ``verb``, ``none``, or ``any`` for noun and verb together."""
    if kind == "none":
        return {Form.BASE: lemma}
    if kind == "noun":
        return noun_forms(lemma, irregular)
    forms = verb_forms(lemma, irregular)
    return forms if kind == "verb" else {**forms, Form.PLURAL: plural(lemma, irregular)}


def inflected_like(lemma: str, model: str, model_lemmas: dict[str, str], irregular: Irregular) -> str:
    """``lemma`` in the form in which ``model`` stands.

    Args:
        lemma: what to inflect.
        model: the word of the text, such as ``cases``.
        model_lemmas: the lemmas that ``model`` may be a form of, and how each inflects.
        irregular: irregular forms.
    """
    wanted = model.lower()
    for other, kind in model_lemmas.items():
        for form, word in forms_of(other, kind, irregular).items():
            if word == wanted:
                return _in_form(lemma, form, irregular)
    return lemma


def _in_form(lemma: str, form: Form, irregular: Irregular) -> str:
    if form is Form.PLURAL:
        return plural(lemma, irregular)
    return verb_forms(lemma, irregular)[form]
