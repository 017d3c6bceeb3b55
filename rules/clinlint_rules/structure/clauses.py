"""Tells sentences from labels by closed lists of words; no tagger needed.

The lists are the closed word classes of English (Quirk et al., A Comprehensive Grammar of the English
Language, 1985, chapter 2) and verb forms that health texts use often and that are rarely nouns.
"""

from __future__ import annotations

import re
from itertools import pairwise

from clinlint_rules.structure.endings import words

_MONTH = re.compile(r"\bMay(?=\s+\d)")


def word_set(text: str) -> frozenset[str]:
    """The words of a text that has white space between them."""
    return frozenset(text.split())


_AUXILIARIES = word_set(
    "am is are was were has have had do does did can could will would may might must shall should cannot "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't mustn't "
    "shouldn't "
    "it's that's there's you're they're we're i'm you'll you've they've we've he's she's i've"
)
_VERBS = word_set(
    "includes means helps occurs becomes makes takes begins depends contains requires provides allows reduces improves "
    "prevents leads happens lasts varies remains appears gives gets feels keeps tends suggests recommends involves "
    "develops "
    "affects goes comes uses consists carries protects lowers raises relieves treats spreads grows works follows "
    "go come need needs help get make take give keep "
    "include occur become depend contain require provide allow reduce improve prevent happen vary remain appear tend "
    "suggest recommend involve develop affect consist receive began became took found showed went came said felt gave "
    "led grew kept saw caused helped suffered received reported performed"
)
_SUBJECTS = word_set("i you we they it he she there who which these those")
_NO_VERB = word_set("and or but of in on at to for with from by as than a an the who which that not with if when")

_QUESTION_WORDS = word_set("what who whom whose how where which why when")

FUNCTION_OPENERS = word_set(
    "a an the this that these those it its they you your we our he she his her their there in on at for from with by "
    "to if when while after before because since although though however as also but and or so some most many several "
    "all any each every no not both what how why where who which during without under over about between today"
)


def has_finite_verb(text: str) -> bool:
    """True when a word of ``text`` is surely or very likely a finite verb."""
    found = [word.replace("’", "'") for word in words(_MONTH.sub(" ", text))]
    if any(word in _AUXILIARIES or word in _VERBS for word in found):
        return True
    return any(
        subject in _SUBJECTS and verb not in _NO_VERB and verb not in FUNCTION_OPENERS
        for subject, verb in pairwise(found)
    )


def is_title_case(text: str) -> bool:
    """True when most longer words begin with a capital, as in headings and names."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) > 0.6 * len(longer)


def asks(text: str) -> bool:
    """True when the text begins with a question word, as headings without their mark do."""
    return text.lstrip(' "“‘(')[:7].lower().split(" ")[0] in _QUESTION_WORDS
