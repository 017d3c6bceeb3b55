"""Which tokens may be finite verbs: generous, because a rule that misses a verb raises a false alarm."""

from __future__ import annotations

from collections.abc import Sequence

from clinlint.api import Token, may_be_verb

FINITE = ("VBZ", "VBP", "VBD", "MD")
# What a finite verb may stand behind: a subject, the end of one, or an adverb.
_BEFORE_VERB = ("NN", "PRP", "WDT", "WP", "EX", "CD", "DT", "RB", ")", "CC", ",")


def may_be_finite(tokens: Sequence[Token], at: int) -> bool:
    """True when the token is a finite verb or, from its form and place, could be one.

    ``heals`` in "the wound heals" is a plural noun to the lexicon, ``cause`` in "mutations cause" a noun, and
    ``stopped`` in "he stopped" may be tagged as a participle; all count.
    """
    token = tokens[at]
    if token.tag.startswith(FINITE):
        return True
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    word = token.lower
    if token.tag == "VB":
        return before.tag != "TO"
    # "NICE" and "AIDS" are names, whatever their letters mean in small type.
    is_name = before.text.isupper() and len(before.text) > 1
    if not (is_name or before.tag.startswith(_BEFORE_VERB)) or before.lower in {"a", "an", "the"}:
        return False
    if token.tag == "VBN":
        return not (at + 1 < len(tokens) and tokens[at + 1].lower == "by")
    if word.endswith("s") and token.tag.startswith("NN"):
        return may_be_verb(word[:-1]) or may_be_verb(word.removesuffix("es"))
    return token.tag in {"NN", "JJ", "IN", "NNP"} and may_be_verb(word)


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """True when any token may be a finite verb."""
    return any(may_be_finite(tokens, number) for number in range(len(tokens)))


def may_be_imperative(tokens: Sequence[Token]) -> bool:
    """True when the sentence may give an order: a plain verb opens it, or follows an adverb, a comma or a colon."""
    opening = True
    for token in tokens:
        word = token.lower
        if opening and (token.tag in {"VB", "VBP"} or (token.tag in {"NN", "JJ", "IN"} and may_be_verb(word))):
            return True
        opening = (
            token.text in ',:;–—-(“"'
            or word in {"please", "then", "not", "and", "or", "but"}
            or (opening and token.tag in {"RB", "UH"})
        )
    return False
