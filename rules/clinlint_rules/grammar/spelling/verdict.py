"""Judges one word that LanguageTool's speller does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clinlint.api import known_tag
from clinlint_rules.grammar.spelling.british import american_spellings
from clinlint_rules.grammar.spelling.frequency import zipf
from clinlint_rules.grammar.spelling.medicines import is_medicine
from clinlint_rules.grammar.spelling.slips import slip
from clinlint_rules.translation.residue.lexicon import is_known, is_listed
from clinlint_rules.translation.residue.medical_forms import is_medical

KNOWN = 1.0
"""A word of at least this Zipf frequency exists: about one in 100 million words."""

_USUAL = 2.0
_COMMON = 3.0
_MORE = 1.5
_FAR_MORE = 2.0
_SHORTEST_SLIP = 6
_SHORTEST_NON_WORD = 5
_SHORTEST_PART = 3
_SHORTEST_IN_CAPITAL = 7
_MOST_PARTS = 3
_CODE = re.compile(r"\d|[A-Z].*[A-Z]|[a-z][A-Z]|[^A-Za-z'’-]")
# Endings of enzymes, salts and other substances, and of Latin names of species and parts of the body.
_SUBSTANCE = re.compile(
    r"(?:ase|ases|ine|ines|ide|ides|ate|ates|yl|ene|enes|ane|ol|ols|one|ones|in|ins|an|ans|ium|ose|oside|osides)\Z"
)
_LATIN = re.compile(r"(?:us|um|ae|is|ii|os|as|ens|ensis|formis|oides|ica|icus|icum|alis|aris|i|a)\Z")
_NAME_TAGS = frozenset(("NNP", "NNPS", "FW"))


class Kind(StrEnum):
    """Why a word is reported."""

    SLIP = "slip"
    JOINED = "joined"
    NON_WORD = "non-word"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that is worth telling.

    Attributes:
        meant: the words that may have been meant, the likeliest first; may be empty.
    """

    kind: Kind
    meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands, as far as it matters for its spelling.

    Attributes:
        names_likely: False where a capital says nothing: at the start of a sentence, in a title.
        after_genus: whether a word with a capital, or a capital and a full stop, stands before it, as in the names
            of species: Fasciola gigantica, M. pachydermatis.
    """

    names_likely: bool
    after_genus: bool = False


def judge_word(word: str, suggestions: Sequence[str], place: Place, own_words: frozenset[str]) -> Verdict | None:
    """Why the word is reported, or None when it stays silent."""
    bare = re.sub(r"['’]s\Z|['’]\Z", "", word)
    if bare.lower() in own_words or word.lower() in own_words:
        return None
    if "-" in bare:
        return _judge_compound(bare, suggestions, place, own_words)
    if _CODE.search(bare) or bare.isupper():
        return None
    small = bare.lower()
    if bare[0].isupper() and (place.names_likely or len(small) < _SHORTEST_IN_CAPITAL):
        return _judge_name(small, suggestions)
    if place.after_genus and _LATIN.search(small):
        return None
    typo = _slip(small, [word for word in suggestions if word.islower() or not bare.islower()])
    if typo:
        return Verdict(Kind.SLIP, typo)
    if _exists(small) or bare[0].isupper() or len(small) < _SHORTEST_NON_WORD:
        return None
    joined = _joined(small, suggestions)
    if joined:
        return Verdict(Kind.JOINED, joined)
    return Verdict(Kind.NON_WORD, _near(small, suggestions))


def _judge_compound(word: str, suggestions: Sequence[str], place: Place, own_words: frozenset[str]) -> Verdict | None:
    """A compound is as good as its parts; the suggestion must leave all other parts alone."""
    parts = word.split("-")
    if len(parts) > _MOST_PARTS or any(len(part) > 1 and part.isupper() for part in parts):
        return None  # an address, or how a word is said (splee-NECK-tuh-mee)
    for number, part in enumerate(parts):
        if len(part) < _SHORTEST_NON_WORD:
            continue
        same = [
            other[number]
            for other in (suggestion.split("-") for suggestion in suggestions)
            if len(other) == len(parts)
            and other[:number] == parts[:number]
            and other[number + 1 :] == parts[number + 1 :]
        ]
        verdict = judge_word(part, same, place, own_words)
        if verdict:
            wholes = ("-".join((*parts[:number], meant, *parts[number + 1 :])) for meant in verdict.meant)
            return Verdict(verdict.kind, tuple(wholes))
    return None


def _judge_name(small: str, suggestions: Sequence[str]) -> Verdict | None:
    """A capital inside a sentence mostly begins a name; only a slip of a common word speaks against it."""
    if len(small) < _SHORTEST_IN_CAPITAL or zipf(small) >= KNOWN or is_known(small) or is_medicine(small):
        return None
    typo = tuple(word for word in _slip(small, suggestions) if known_tag(word.lower()) not in (None, "", *_NAME_TAGS))
    return Verdict(Kind.SLIP, tuple(word.capitalize() for word in typo)) if typo else None


def _slip(small: str, suggestions: Sequence[str]) -> tuple[str, ...]:
    """The suggestions that are far more frequent and one slip away."""
    if len(small) < _SHORTEST_SLIP or any(map(_is_frequent, american_spellings(small))):
        return ()
    return tuple(word for word in suggestions if word.isalpha() and _is_slip_of(small, word.lower()))


def _is_slip_of(small: str, meant: str) -> bool:
    kind, own, frequency = slip(small, meant), zipf(small), zipf(meant)
    if (own < KNOWN and is_listed(small)) or (is_medical(small) and not is_medical(meant)):
        return False  # acidemia is not academia
    # A rare word may differ from a common one by a letter (externa, planus, lauryl); a slip keeps the ending.
    if own >= KNOWN and small[-2:] != meant[-2:]:
        return False
    if kind in ("swapped", "doubled", "vowel"):
        return frequency >= max(_USUAL, own + _MORE)
    if kind not in ("missing", "extra") or (own < KNOWN and is_known(small)):
        return False
    return frequency >= max(_COMMON, own + _FAR_MORE)


def _is_frequent(word: str) -> bool:
    return zipf(word) >= KNOWN


def _exists(small: str) -> bool:
    if zipf(small) >= KNOWN or any(map(_is_frequent, american_spellings(small))):
        return True
    return is_known(small) or is_medicine(small) or bool(_SUBSTANCE.search(small))


def _joined(small: str, suggestions: Sequence[str]) -> tuple[str, ...]:
    """Suggestions of two words that are both common, such as ``methods family``."""
    found = []
    for suggestion in suggestions:
        parts = suggestion.lower().split(" ")
        if len(parts) == 2 and all(len(part) >= _SHORTEST_PART and zipf(part) >= _COMMON for part in parts):
            found.append(suggestion)
    return tuple(found[:2])


def _near(small: str, suggestions: Sequence[str]) -> tuple[str, ...]:
    """Suggestions that exist and are one slip away, the most frequent first."""
    near = [word for word in suggestions if slip(small, word.lower()) and zipf(word.lower()) >= KNOWN]
    return tuple(sorted(near, key=lambda word: -zipf(word.lower()))[:3])
