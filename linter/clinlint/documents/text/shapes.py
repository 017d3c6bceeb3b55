"""What the shape of a line says: whether it may be a heading, whether it goes on in the next line."""

from __future__ import annotations

import re

from clinlint.documents.text.lines import Line

_LONGEST_HEADING = 90
_MOST_WORDS = 14
_MOST_WORDS_WITHOUT_QUESTION = 9
_SENTENCE_WORDS = 6
_CLOSERS = "\"'”’»)]"
_VERB = re.compile(r"(?i)\b(?:is|are|was|were|has|have|had|can|may|might|should|must|will|would|do|does|did|cannot)\b")
_QUESTION_WORD = re.compile(r"(?i)(?:what|who|whom|whose|which|when|where|why|how|if)\b")
_WORD = re.compile(r"\S+")

_SHORTEST_WRAPPED = 30
_SHORTEST_FULL = 40
_WIDEST = 130
_SLACK = 6


def looks_like_heading(text: str) -> bool:
    """True for a short line that begins like a heading and does not end like a sentence.

    A line of six words and more with an auxiliary verb is a sentence whose stop is missing, unless it begins
    with a question word ("How cramps are treated") or is all in capitals.
    """
    if not text or len(text) > _LONGEST_HEADING or not any(c.isalpha() for c in text):
        return False
    words = text.split()
    if len(words) > _MOST_WORDS or not _begins_like_heading(words[0]):
        return False
    if text.rstrip(_CLOSERS).endswith("?"):
        return True
    if not (text[-1].isalnum() or text[-1] in _CLOSERS) or text.rstrip(_CLOSERS)[-1:] in {".", "!", "…"}:
        return False
    if text.isupper():
        return True
    if len(words) > _MOST_WORDS_WITHOUT_QUESTION:
        return False
    sentence = len(words) >= _SENTENCE_WORDS and _VERB.search(text) and not _QUESTION_WORD.match(text)
    return not sentence


def _begins_like_heading(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    # "pH", "mRNA" and "iPhone" begin in lower case and are written so everywhere.
    return not letters or not letters[0].islower() or any(c.isupper() for c in letters[1:])


def ends_sentence(text: str) -> bool:
    """True when the text closes with a mark that ends a sentence or leads to something (``:``)."""
    return text.rstrip(_CLOSERS)[-1:] in {".", "!", "?", "…", ":", ";"}


def goes_on(line: Line, following: Line) -> bool:
    """True when a line breaks off in mid-sentence and the next begins with a small letter."""
    return (
        _SHORTEST_WRAPPED <= len(line.text) <= _WIDEST
        and not ends_sentence(line.text)
        and (following.text[:1].islower())
    )


def is_full(line: Line, following: Line, width: int) -> bool:
    """True when the first word of the next line had no room on this one, ``width`` columns wide."""
    word = _WORD.match(following.text)
    room = len(line.text) + 1 + (len(word.group()) if word else 0)
    return _SHORTEST_FULL <= len(line.text) <= _WIDEST and room > width - _SLACK
