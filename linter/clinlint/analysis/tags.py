"""Part-of-speech tags from the word list that TextBlob carries, and a few rules of context.

A known word has its most frequent tag in Eric Brill's lexicon ("A simple rule-based part of speech tagger",
1992; Brown corpus and Penn Treebank), an unknown one the tag of its shape; then the rules below look at the
neighbours. Lexicon and shape rules are read from the installed TextBlob distribution (MIT). TextBlob itself
is not imported, because that would load NLTK, which takes longer than linting a page. Brill's own rules of
context were tried and left out: on health text they spoil more tags than they mend (``of`` as a noun).

Tags are those of the Penn Treebank (``NN``, ``VBZ``, ``MD`` …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*%?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:[-’'.][^\W_]+)*"
    r"|\.{2,}|[^\w\s]|_"
)
_CONTRACTION = re.compile(r"(?i)(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))\Z")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*%?\Z")
_PUNCTUATION = {".": ".", "!": ".", "?": ".", "…": ".", ",": ",", ":": ":", ";": ":", "-": ":", "–": ":", "—": ":"}
_CLITICS = {"n't": "RB", "'re": "VBP", "'ve": "VBP", "'ll": "MD", "'d": "MD", "'m": "VBP", "'s": "POS"}
_ADVERBS = frozenset(("RB", "RBR", "RBS"))
_DETERMINERS = frozenset(("DT", "PRP$", "POS"))
_DO = frozenset(("do", "does", "did"))
_HAVE = frozenset(("have", "has", "had", "having"))
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"))
_HAVE_OR_BE = _HAVE | _BE
_OBJECTS = frozenset(("it", "them", "him", "her", "me", "us"))
_LONGEST_WORD = 60


class Token(NamedTuple):
    """A word, number or mark with its tag.

    ``start`` and ``end`` are offsets into the text that was tagged; ``lower`` is the text in lower case with
    straight apostrophes.
    """

    text: str
    start: int
    end: int
    tag: str
    lower: str


@dataclass(frozen=True, slots=True)
class _Model:
    lexicon: dict[str, str]
    shape_rules: tuple[tuple[str, ...], ...]


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(";;;"):
            yield line


@cache
def _model() -> _Model:
    spec = find_spec("textblob")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("the TextBlob distribution, whose word list the tagger reads, is not installed")
    folder = Path(folders[0]) / "en"
    # Two words a line below the comments: read in one go, because this is paid at every start.
    words = (folder / "en-lexicon.txt").read_text(encoding="utf-8").rpartition(";;;")[2].split()
    lexicon = dict(zip(words[::2], words[1::2], strict=True))
    return _Model(
        lexicon,
        tuple(tuple(line.split()) for line in _lines(folder / "en-morphology.txt")),
    )


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of words, numbers and marks; contractions are cut (``do``, ``n't``)."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        may_be_cut = ("'" in word or "’" in word) and end - start <= _LONGEST_WORD
        cut = _CONTRACTION.match(word) if may_be_cut else None
        if cut:
            yield start, start + cut.start(2)
            start += cut.start(2)
        yield start, end


def tag(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence, tagged."""
    model = _model()
    bounds = list(tokens(text))
    words = [text[start:end].replace("’", "'") for start, end in bounds]
    small = [word.lower() for word in words]
    tags = [_first_tag(word, small[number], number == 0, model) for number, word in enumerate(words)]
    # Words that the lexicon does not know get their tag from their shape.
    unknown = [tag == "?" for tag in tags]
    for number, word in enumerate(words):
        if unknown[number]:
            tags[number] = _tag_by_shape(word, small[number - 1] if number else "", model)
    _apply_context(small, tags)
    return tuple(
        Token(text[start:end], start, end, tag, lower)
        for (start, end), tag, lower in zip(bounds, tags, small, strict=True)
    )


def _first_tag(word: str, small: str, first: bool, model: _Model) -> str:
    if word[0].isdecimal() and _NUMBER.match(word):
        return "CD"
    if small in _CLITICS:
        return _CLITICS[small]
    if not word[0].isalnum() and not any(c.isalnum() for c in word):
        return _PUNCTUATION.get(word[0], "SYM") if word[0] not in "()[]\"“”‘’'«»" else word[0]
    lower = model.lexicon.get(small)
    if word[0].isupper() and (first or word.isupper()):
        # A capital that opens a sentence or a shouted heading says nothing.
        return lower or model.lexicon.get(word) or "?"
    known = model.lexicon.get(word)
    if known and not (known.startswith("NNP") and word.islower()):
        return known
    return lower if lower and not word[0].isupper() else ("NNP" if word[0].isupper() else lower or "?")


def _tag_by_shape(word: str, before: str, model: _Model) -> str:
    if "-" in word and word.rsplit("-", 1)[-1] and len(word) <= _LONGEST_WORD:
        head = model.lexicon.get(word.rsplit("-", 1)[-1].lower())
        if head:
            return "JJ" if head in {"VBN", "VBG", "VBD", "JJ"} else head
    found = "NNP" if word[0].isupper() else "NNS" if word.endswith("s") and not word.endswith("ss") else "NN"
    for rule in model.shape_rules:
        if found == rule[0] and rule[2].startswith("f"):
            piece, command, result = rule[1], rule[2][1:], rule[-2]
        elif not rule[1].startswith("f"):
            piece, command, result = rule[0], rule[1], rule[-2]
        else:
            continue
        if _has_shape(word, piece, command, before, model):
            found = result
    return found


def _has_shape(word: str, piece: str, command: str, before: str, model: _Model) -> bool:
    match command:
        case "char":
            return piece in word
        case "haspref":
            return word.startswith(piece)
        case "hassuf":
            return word.endswith(piece)
        case "addpref":
            return piece + word in model.lexicon
        case "addsuf":
            return word + piece in model.lexicon
        case "deletepref":
            return word.startswith(piece) and word[len(piece) :] in model.lexicon
        case "deletesuf":
            return word.endswith(piece) and word[: -len(piece)] in model.lexicon
        case "goodright":
            return before == piece
    return False


def _apply_context(words: Sequence[str], tags: list[str]) -> None:
    """Settles tags by what stands around the words, which are in small letters."""
    for number, current in enumerate(tags):
        lower = words[number]
        # The nearest tag before that is not an adverb: "can also cause", "has never been seen".
        back = number - 1
        while back >= 0 and tags[back] in _ADVERBS:
            back -= 1
        before, word_before = (tags[back], words[back]) if back >= 0 else ("", "")
        after = tags[number + 1] if number + 1 < len(tags) else ""
        if (before in {"MD", "TO"} and current in {"NN", "VBP", "VBD", "JJ"} and may_be_verb(lower)) or (
            word_before in _DO and current in {"NN", "VBP"} and may_be_verb(lower)
        ):
            tags[number] = "VB"
        elif before in _DETERMINERS and current in {"VB", "VBP"} and back == number - 1:
            tags[number] = "NN"
        elif (before == "PRP" and current in {"VB", "NN"} and may_be_verb(lower) and word_before not in _OBJECTS) or (
            before in {"NNS", "WDT"} and current == "VB"
        ):
            tags[number] = "VBP"
        elif word_before in _HAVE_OR_BE and current == "VBD":
            tags[number] = "VBN"
        elif current == "VBN" and before in {"PRP", "WDT", "WP"} and word_before not in _HAVE:
            tags[number] = "VBD"
        elif current == "POS" and (before in {"PRP", "WP", "EX"} or after in {"DT", "RB", "VBN", "VBG"}):
            tags[number] = "VBZ"
        elif lower == "that" and current == "IN" and after in {"VBZ", "VBP", "VBD", "MD"}:
            tags[number] = "WDT"


def known_tag(word: str) -> str:
    """The most frequent tag of a word as written, or nothing when the lexicon does not know it."""
    return _model().lexicon.get(word, "")


@cache
def may_be_verb(word: str) -> bool:
    """True when a lower-case word can be the plain form of a verb: the lexicon knows its ``-ing`` form, or itself."""
    lexicon = _model().lexicon
    if lexicon.get(word, "") in {"VB", "VBP"}:
        return True
    if len(word) < 3:
        return False
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    # "drinking" is a noun to the lexicon, and "drink" can be a verb all the same.
    forms = (f"{stem}ing", f"{word}{word[-1:]}ing")
    return any(lexicon.get(form) in {"VBG", "VBN", "NN", "JJ"} for form in forms)
