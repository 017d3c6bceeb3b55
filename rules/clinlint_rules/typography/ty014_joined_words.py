"""TY014 joined-words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    known_tag,
    rule,
)
from clinlint_rules.typography.prose import OPENERS, in_technical

META = RuleMeta(
    code="TY014",
    name="joined-words",
    summary="two words written as one",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Spelling",
    its_type="misspelling",
    references=(
        "https://en.wikipedia.org/wiki/Camel_case",
        "https://aclanthology.org/H92-1022/",
    ),
    fix=FixAvailability.ALWAYS,
)

_WORD = re.compile(r"(?<![\w.@/#-])[^\W_]{4,40}(?![\w@/])")
_CAPITAL_INSIDE = re.compile(r"(?P<head>[A-Z]?[a-z]{1,30})(?P<tail>[A-Z][a-z]{1,12})\Z")
_YEAR_AND_WORD = re.compile(r"(?:19|20)\d{2}(?P<tail>by|in|and|the|was|at|on|from|to)\Z")
# Function words and what they are joined with by a lost space; none of the joined forms is a word.
_PAIRS = (
    ("is are was were do does did have has had should would could must will", "not"),
    ("can will should would could must not to", "be"),
    ("of in to on for from with by at and is are that into or", "the"),
    ("of in to on for from with by at and is", "this"),
    ("such", "as"),
    ("as", "well"),
    ("due", "to"),
    ("that it there which", "is"),
    ("there", "are"),
    ("has have", "been"),
    ("in", "order"),
)
_JOINED = {head + tail: len(head) for heads, tail in _PAIRS for head in heads.split()}
# Function words that stick to a neighbour which the lexicon knows. Left out are those that make real words: "in"
# (protein), "or" (tumor), "is" (vaginalis), "a" (acellular), "for" (foramen).
_STUCK_BEHIND = (
    "and",
    "also",
    "which",
    "with",
    "from",
    "that",
    "when",
    "such",
    "may",
    "can",
    "the",
    "has",
    "will",
    "tend",
    "but",
) + ("was", "this", "while", "than", "then", "have", "because")
_STUCK_BEFORE = (
    "of",
    "the",
    "and",
    "with",
    "from",
    "to",
    "be",
    "are",
    "by",
    "this",
    "very",
    "only",
    "some",
    "most",
    "more",
    "also",
) + ("during", "while", "which", "has", "have", "will", "may", "been", "not", "once")
_SHORTEST_NEIGHBOUR = 4
_CONTENT = frozenset(("NN", "NNS", "JJ", "VB", "VBP", "VBN", "VBG"))
_VERBAL = frozenset(("VBN", "JJ"))
_BRANDS = ("pub", "med", "you", "face", "linked", "drop", "pay", "word", "air", "we", "plug", "check", "log", "sign")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Two words are written as one.

    ## Why it matters

    The space between them was lost with a tag, a line end or a deleted mark. A screen reader reads one odd word, and a
    search does not find either.

    ## Examples

    ```bad
    The nerve is ⟦painfulThe⟧ skin is red.
    ⇒
    The nerve is painful The skin is red.
    ---
    ⟦IsThere⟧ a cure? It ⟦isnot⟧ known.
    ⇒
    Is There a cure? It is not known.
    ---
    The ⟦bladderalso⟧ swells after a glass ⟦ofalcohol⟧.
    ⇒
    The bladder also swells after a glass of alcohol.
    ---
    Written in ⟦2019by⟧ our team.
    ```

    ```good
    PubMed, MedlinePlus, YouTube, LinkedIn, iPhone and HealthThere.com are names, and so are McDonald and LaTeX.
    ---
    HbA1c, eGFR, mRNA, miRNA, kDa, pH, CureSearch, GeneReviews and NovoSeven are too.
    ---
    The husband and the thousands in Auckland cannot withstand the island; errand, brigand, gland.
    ---
    Ofloxacin, tofacitinib, theophylline, andrology, tocopherol, isotopes and beclomethasone are medicines or near them.
    ---
    A herewith, therefrom, beside, tonight, today, together, island, therapists, offspring and bedsores.
    ```

    ## Limits

    A capital inside a word is reported only where a common function word begins with it. Words in small letters are cut
    only where a function word is left and the lexicon knows the other part but not the whole.

    ## Fix

    A space is put in. Unsafe, because a mark may be missing too.
    """
    text = block.text
    for match in _WORD.finditer(text):
        cut = _cut(match.group())
        if not cut or in_technical(text, *match.span()):
            continue
        span = block.at(*match.span())
        at = match.start() + cut
        fix = Fix("Put a space in", (Edit(block.at(at, at), " "),), Applicability.UNSAFE)
        word = match.group()
        yield Finding(span, f"“{word[:cut]}” and “{word[cut:]}” are written as one word.", (fix,))


def _cut(word: str) -> int:
    """Where the word falls into two; 0 where it does not."""
    year = _YEAR_AND_WORD.match(word)
    if year:
        return year.start("tail")
    if word.isdigit() or not word.isascii():
        return 0
    if word[1:].islower():
        cut = _cut_small(word.lower())
        # A capital may begin a name, such as Zealand; "Oncethe" and "Mostlyseen" are none.
        return cut if word[0].islower() or word[:cut].lower() in OPENERS or word[:cut].endswith("ly") else 0
    inside = _CAPITAL_INSIDE.match(word)
    if inside is None:
        return 0
    head, tail = inside["head"].lower(), inside["tail"].lower()
    if tail not in OPENERS or len(tail) < 2 or len(head) < 2 or head in _BRANDS:
        return 0
    # "FitIt" may be a name; a word in small letters, or two function words, are none.
    plain_head = inside["head"].islower() and len(head) > 3
    known = bool(known_tag(head)) and tail not in (
        "in",
        "on",
        "up",
        "me",
        "you",
        "we",
        "my",
        "it",
        "one",
        "now",
        "every",
    )
    return inside.start("tail") if plain_head or head in OPENERS or known or len(head) > 9 else 0


def _cut_small(word: str) -> int:
    if word in _JOINED:
        return _JOINED[word]
    if len(word) < _SHORTEST_NEIGHBOUR + 2 or known_tag(word) or known_tag(word.removesuffix("s")):
        return 0
    for tail in _STUCK_BEHIND:
        head = word.removesuffix(tail)
        # "Zealand", "brigand": the conjunction needs a longer neighbour.
        if head != word and len(head) >= _SHORTEST_NEIGHBOUR + (tail == "and") and known_tag(head) in _CONTENT:
            return len(head)
    for head in _STUCK_BEFORE:
        tail = word.removeprefix(head)
        # "Thebans", "thecoma": the article needs a longer neighbour.
        if tail != word and len(tail) >= _SHORTEST_NEIGHBOUR + (head == "the") and known_tag(tail) in _CONTENT:
            return len(head)
    at = word.find("ly", 3) + 2
    if (
        at > 2
        and len(word) - at >= _SHORTEST_NEIGHBOUR
        and known_tag(word[:at]) == "RB"
        and known_tag(word[at:]) in _VERBAL
    ):
        return at
    return 0
