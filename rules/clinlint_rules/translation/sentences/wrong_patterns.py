"""Word patterns that English does not have: articles, prepositions, quantities, comparison, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from clinlint.api import Token, may_be_verb
from clinlint_rules.translation.residue.letters import words as word_set
from clinlint_rules.translation.sentences.broken import Broken
from clinlint_rules.translation.sentences.nouns import is_plural, is_singular
from clinlint_rules.translation.sentences.settled_phrases import SETTLED

_MONTHS = word_set("january february march april may june july august september october november december")
_YEAR = re.compile(r"(?:1[5-9]|20)\d0\Z")
_UNCOUNTABLE = word_set(
    "research information equipment advice evidence knowledge progress furniture luggage feedback software hardware "
    "homework traffic jewellery machinery"
)
_FALSE_PLURALS = word_set(
    "informations equipments knowledges furnitures softwares hardwares luggages feedbacks homeworks machineries "
    "sceneries evidences advices"
)
_QUANTITIES = frozenset(("many", "several", "numerous", "few", "various", "two", "three", "four", "five", "six"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "these", "those", "its", "their", "our", "your", "my", "his"))
_OWNERS = frozenset(("its", "their", "our", "my"))
_BEFORE_OF = frozenset(("in", "with", "by", "to", "for", "from", "at", "on", "between", "during"))
_AFTER_OF = frozenset(("in", "by", "for", "with", "during", "after", "before", "on"))
_ADVERBIAL_COMPARATIVES = frozenset(
    ("more", "less", "lower", "upper", "outer", "inner", "latter", "elder", "further", "lesser")
)
# "took care of in hospital", "cancer of in situ type", "the ward of in which".
_OF_PHRASES = word_set("kind sort care advantage use charge hold")
_NOT_AFTER_TWO = word_set("which whom situ vitro vivo utero")
_TIMES = frozenset(("years", "months", "weeks", "days", "hours", "decades", "minutes"))
_COUNTS = _QUANTITIES | frozenset(("seven", "eight", "nine", "ten", "twenty", "thirty"))
_COUNTED_TIMES = frozenset(("day", "week", "month", "year", "hour", "minute", "patient", "case", "session", "time"))
_COUNTABLE = word_set(
    "problem condition procedure method operation disorder complication symptom factor process technique tool organ "
    "structure step reason option patient cause alternative issue challenge concept indicator marker"
)
_NO_ARTICLE_NEEDED = frozenset(
    ("only", "standard", "common", "good", "bad", "first", "second", "third", "no", "such", "due")
)


def _settled(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """A phrase that has one form in English: ``despite of``, ``on contrary``, ``one of most``."""
    for length in (4, 3, 2):
        better = SETTLED.get(tuple(words[at : at + length]))
        if better:
            if tokens[at + length - 1].text[0].isupper() and length == 2:
                return None
            said = " ".join(words[at : at + length])
            return Broken(at, at + length, f"English says “{better}”, not “{said}”.")
    return None


def _date(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``in March 18, 1965``, ``in 1920s``."""
    if at + 2 >= len(tokens):
        return None
    following, third = tokens[at + 1], tokens[at + 2]
    if _YEAR.match(following.text) and third.text == "s" and third.start == following.end:
        if tokens[at + 3 : at + 4] and tokens[at + 3].text in "-–":
            return None
        return Broken(at, at + 3, f"A decade takes the article: “{words[at]} the {following.text}s”.")
    if words[at] == "in" and words[at + 1] in _MONTHS and following.text[0].isupper():
        day = third.text.isdigit() and 1 <= int(third.text) <= 31
        after = tokens[at + 3].text if at + 3 < len(tokens) else "."
        if day and (after in {",", "."} or after.isdigit()):
            return Broken(at, at + 3, f"A day takes “on”: “on {following.text} {third.text}”.")
    return None


def _uncountable(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``a research``, ``many information``, ``few previous research``."""
    if tokens[at].text[0].isupper() and words[at] == "a" and at:
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "JJ" and place < at + 3:
        place += 1
    if place >= len(tokens) or words[place] not in _UNCOUNTABLE:
        return None
    if place > at + 1 and words[at] in {"a", "an"}:
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and (after.tag.startswith(("NN", "JJ", "VBG", "VBN", "CC", "POS")) or after.text in "-–/'’,"):
        return None
    if words[at] == "few" and words[at - 1 : at] == ["a"] and place == at + 1:
        return Broken(at - 1, place + 1, f"“{words[place]}” is not counted in English: “a little {words[place]}”.")
    instead = {"many": "much", "few": "little", "a": "some", "an": "some"}.get(words[at], "pieces of")
    why = f"“{words[place]}” is not counted in English: “{instead} {words[place]}”, not “{words[at]} {words[place]}”."
    return Broken(at, place + 1, why)


def _false_plural(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``informations``."""
    if at and words[at] == "advices" and tokens[at - 1].tag in {"NN", "NNP", "PRP"}:
        return None
    return Broken(at, at + 1, f"“{words[at].removesuffix('s')}” has no plural in English.")


def _determiners(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``the its``, ``a the``, ``their the``."""
    if at + 1 >= len(words) or words[at + 1] not in _DETERMINERS or words[at] == words[at + 1]:
        return None
    if not tokens[at + 1].text.islower() or (tokens[at].text == "A" and at) or tokens[at].text == "ITS":
        return None
    if words[at + 1] in {"a", "an", "my"} and words[at] in {"the", "a"} and at + 2 < len(words):
        after = tokens[at + 2]
        if not after.tag.startswith(("NN", "JJ")):
            return None
    return Broken(at, at + 2, f"“{words[at]} {words[at + 1]}”: one of the two is too much.")


def _prepositions(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``in of the clinic``, ``the treatment of in children``."""
    if at + 2 >= len(words) or at == 0:
        return None
    pair = words[at], words[at + 1]
    if pair[1] == "of" and pair[0] in _BEFORE_OF:
        if pair == ("in", "of") and words[at + 2] == "itself":
            return None
        return Broken(at, at + 2, f"“{pair[0]} of”: one of the two prepositions is too much, or a word is missing.")
    if pair[0] != "of" or pair[1] not in _AFTER_OF or not tokens[at - 1].tag.startswith("NN"):
        return None
    if words[at - 1] in _OF_PHRASES or words[at + 2] in _NOT_AFTER_TWO:
        return None
    return Broken(at, at + 2, f"“of {pair[1]}”: one of the two prepositions is too much, or a word is missing.")


def _comparative(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``more higher``, ``most commonest``."""
    if at + 1 >= len(tokens):
        return None
    wanted = "JJR" if words[at] == "more" else "JJS"
    word = words[at + 1]
    if tokens[at + 1].tag != wanted or word in _ADVERBIAL_COMPARATIVES or not word.endswith(("er", "est", "worse")):
        return None
    if words[at - 1 : at] in (["no"], ["or"], ["even"]) or (word in {"better", "best"} and words[at] == "most"):
        return None
    return Broken(at, at + 2, f"“{word}” is compared already: leave out “{words[at]}”.")


def _since(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``since two years``."""
    if at + 2 >= len(words) or words[at + 2] not in _TIMES:
        return None
    if words[at + 1] not in _COUNTS and not words[at + 1].isdigit():
        return None
    if words[at + 3 : at + 4] and words[at + 3] in {
        "ago",
        "before",
        "after",
        "earlier",
        "have",
        "has",
        "passed",
        "are",
        "of",
    }:
        return None
    return Broken(at, at + 3, f"A length of time takes “for”: “for {words[at + 1]} {words[at + 2]}”.")


def _count(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``many patient``, ``three week.``: a number or quantity, and a singular."""
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "JJ" and place < at + 3:
        place += 1
    if place >= len(tokens) or not is_singular(tokens[place]) or words[place] in _UNCOUNTABLE or words[at] == "few":
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and (after.tag not in {".", "IN", "MD", "VBZ", "VBD", "VBP"} or after.text in "-–?"):
        return None
    if words[at] in {"many", "various"} and (place > at + 1 or words[place] == "more"):
        return None
    if words[at] not in {"many", "several", "numerous"} and words[place] not in _COUNTED_TIMES:
        return None
    if after is not None and may_be_verb(words[place]):
        return None
    if after is not None and after.tag == "IN" and words[at] not in {"many", "several", "numerous"}:
        return None
    return Broken(at, place + 1, f"“{words[at]}” needs a plural, and “{tokens[place].text}” is singular.")


def _the_most(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``the most of the patients``."""
    if words[at + 1 : at + 3] != ["most", "of"] or at + 3 >= len(words):
        return None
    if any(word.startswith(("mak", "mad", "get", "got", "gain", "benefit")) for word in words[max(0, at - 4) : at]):
        return None
    if words[at + 3] not in {"the", "these", "those", "our", "them"} and not is_plural(tokens[at + 3]):
        return None
    return Broken(at, at + 3, "English says “most of”, without “the”.")


def _no_article(tokens: Sequence[Token], words: Sequence[str], at: int) -> Broken | None:
    """``is important problem``: a thing that can be counted, without an article."""
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "RB" and words[place] not in {"not", "only"}:
        place += 1
    first = place
    while place < len(tokens) and tokens[place].tag in {"JJ", "JJS"} and words[place] not in _NO_ARTICLE_NEEDED:
        place += 1
    if place == first or place >= len(tokens) or words[place] not in _COUNTABLE or tokens[first].tag == "JJS":
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or not (after.tag in {".", "IN", "WDT", "TO"} or after.text in {",", ";"}):
        return None
    if "?" in words or (at and tokens[at - 1].tag not in {"NN", "NNS", "NNP", "VBG", "PRP", "DT", "EX", "WDT", ")"}):
        return None
    said = " ".join(words[at : place + 1])
    return Broken(at, place + 1, f"“{said}” lacks an article: “{words[at]} a …” or “{words[at]} the …”.")


_Look = Callable[[Sequence[Token], Sequence[str], int], Broken | None]


def _by_word() -> dict[str, list[_Look]]:
    table: dict[str, list[_Look]] = {}

    def at_words(look: _Look, *triggers: str) -> None:
        for word in triggers:
            table.setdefault(word, []).append(look)

    at_words(_settled, *{phrase[0] for phrase in SETTLED})
    at_words(_date, "in", "since", "during", "until", "by", "of")
    at_words(_uncountable, "a", "an", "many", "few", "several", "two", "three", "numerous")
    at_words(_false_plural, *_FALSE_PLURALS)
    at_words(_determiners, "a", "an", "the", *_OWNERS)
    at_words(_prepositions, "of", *_BEFORE_OF)
    at_words(_comparative, "more", "most")
    at_words(_since, "since")
    at_words(_count, *_QUANTITIES)
    at_words(_the_most, "the")
    at_words(_no_article, "is", "was")
    return table


PATTERNS: Mapping[str, Sequence[_Look]] = _by_word()
"""By the word at which they begin."""
