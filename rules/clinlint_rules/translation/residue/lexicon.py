"""Whether a word is English: in a word list, derived from a listed word, or built of medical forms.

``lexicon.txt`` holds the lower-case words of SCOWL (size 80, American and British; its notice is in
``lexicon.LICENSE.txt``) and of Wikidata's labels of diseases, body parts, drugs and examinations (CC0) that the
tagger's own lexicon lacks and that no ending or prefix below makes of another word;
``lexicon_extra.txt`` holds younger ones. The list is searched as it stands,
because unpacking it would take longer than linting a page. ``benchmarks/quality/word_list.py`` makes it anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from clinlint.api import known_tag
from clinlint_rules.translation.residue.letters import words
from clinlint_rules.translation.residue.medical_forms import is_medical, opens_medical

# An ending, and what stands in its place in the word that it was added to.
_ENDINGS = (
    ("s", ("",)),
    ("es", ("", "is")),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ly", ("", "le")),
    ("ally", ("al", "", "ic")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ness", ("",)),
    ("ism", ("ist",)),
    ("able", ("", "e")),
    ("like", ("",)),
    ("ability", ("able",)),
    ("isation", ("ization",)),
    ("isations", ("izations",)),
    ("ise", ("ize",)),
    ("ised", ("ized",)),
    ("ising", ("izing",)),
)
# English prefixes; those of medical English stand in ``medical_forms.txt``.
_BEFORE = words("non over under out mid self cyber nano counter mini north south east west grand step fore after")
_DOUBLING = frozenset(("ed", "ing", "er", "ers", "able"))
_SHORTEST_BASE = 4
_DEEPEST = 2


@cache
def is_known(word: str) -> bool:
    """True for a word in lower case that is listed, derived or medical."""
    return is_derived(word, lambda base: is_listed(base) or is_medical(base))


@cache
def is_listed(word: str) -> bool:
    """True when the word itself stands in the tagger's lexicon or in ``lexicon.txt``."""
    return bool(known_tag(word) or known_tag(word.capitalize())) or word in _extra() or _is_in_list(word)


def is_derived(word: str, listed: Callable[[str], bool], depth: int = 0) -> bool:
    """True when ``listed(word)``, or when the word has a listed one behind its prefixes or before its ending.

    An ending drops a silent ``e``: ``voicing`` comes of ``voice``, and ``voiceing`` of nothing.
    """
    if listed(word):
        return True
    if depth == _DEEPEST:
        return False
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_BASE - 1:
            continue
        bases = [stem + piece for piece in instead if _joins(stem, piece, ending)]
        if ending in _DOUBLING and stem[-1] == stem[-2]:
            bases.append(stem[:-1])
        if any(is_derived(base, listed, depth + 1) for base in bases):
            return True
    return any(
        (word[:at] in _BEFORE or opens_medical(word[:at])) and is_derived(word[at:], listed, depth + 1)
        for at in range(2, len(word) - _SHORTEST_BASE + 1)
    )


def _joins(stem: str, piece: str, ending: str) -> bool:
    """False for ``voice`` + ``ing``, where the ``e`` should have gone; ``seeing`` and ``dyeing`` keep theirs."""
    return bool(piece) or ending not in _DOUBLING or not stem.endswith("e") or stem.endswith(("ee", "oe", "ye"))


@cache
def _extra() -> frozenset[str]:
    lines = files(__package__).joinpath("lexicon_extra.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _list() -> bytes:
    return files(__package__).joinpath("lexicon.txt").read_bytes()


def _is_in_list(word: str) -> bool:
    """Binary search among the sorted lines."""
    wanted = word.encode()
    text = _list()
    low, high = text.find(b"\n#end\n") + 6, len(text)
    while low < high:
        middle = (low + high) // 2
        start = text.rfind(b"\n", 0, middle) + 1
        end = text.find(b"\n", start)
        line = text[start:end]
        if line == wanted:
            return True
        if line < wanted:
            low = end + 1
        else:
            high = start
    return False
