"""The formulas by textstat itself, fed with our sentences and our syllables.

textstat cuts sentences at every full stop ("2.5 mg" is two), leaves out sentences of one or two words, takes headings
and list items as they run on, and guesses the syllables of words that its dictionary lacks. So it is given text in
which all that is settled: our sentences with nothing but words in them, and our syllables for words that its
dictionary does not know. Its import loads NLTK, which takes longer than linting a page: only reports of figures ask
for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clinlint.analysis.readability.nltk_dictionary import dictionary_folder
from clinlint.analysis.readability.passages import MeasuredSentence
from clinlint.analysis.readability.words import easy_base

if TYPE_CHECKING:
    from types import ModuleType

_LANGUAGE = "en_US"


@dataclass(frozen=True, slots=True)
class Scores:
    """What textstat's formulas say about a passage: school grades (US), but for ``flesch_ease`` and ``lix``.

    Attributes:
        flesch_ease: from 100 (very easy) downwards.
        smog: None for fewer sentences than the formula was made for.
        lix: from 20 (very easy) to 60 and more (very hard).
    """

    flesch_kincaid: float
    flesch_ease: float
    smog: float | None
    dale_chall: float
    gunning_fog: float
    coleman_liau: float
    automated: float
    lix: float


def scores(sentences: Sequence[MeasuredSentence], smog_sentences: int, folder: Path) -> Scores | None:
    """Textstat's figures for a passage; None for no text.

    Args:
        sentences: the passage.
        smog_sentences: how many sentences SMOG needs.
        folder: where the dictionary in NLTK's form is kept; it is written on first use.

    Raises:
        ReadabilityError: when the dictionary can be written nowhere.
    """
    if not sentences:
        return None
    textstat = _textstat(folder)
    _teach(textstat, sentences)
    text = _fed([word.text for word in sentence.words] for sentence in sentences)
    plain = _fed([easy_base(word.text) for word in sentence.words] for sentence in sentences)
    metrics = textstat.backend.metrics
    return Scores(
        flesch_kincaid=metrics.flesch_kincaid_grade(text, _LANGUAGE),
        flesch_ease=metrics.flesch_reading_ease(text, _LANGUAGE),
        smog=metrics.smog_index(text, _LANGUAGE) if len(sentences) >= smog_sentences else None,
        # Dale and Chall count regular forms of easy words as easy; textstat looks words up as they stand.
        dale_chall=metrics.dale_chall_readability_score(plain, _LANGUAGE),
        gunning_fog=metrics.gunning_fog(text, _LANGUAGE),
        coleman_liau=metrics.coleman_liau_index(text),
        automated=metrics.automated_readability_index(text),
        lix=metrics.lix(text),
    )


def _fed(sentences: Iterable[Iterable[str]]) -> str:
    """Text that textstat can only cut where we have cut it."""
    return " ".join(" ".join(words) + "." for words in sentences)


@cache
def _textstat(folder: Path) -> ModuleType:
    """textstat, with its dictionary in place: it never gets to ask the network for it."""
    import nltk

    nltk.data.path.insert(0, str(dictionary_folder(folder)))

    # The name of the package's own object shadows its module.
    return import_module("textstat")


def _teach(textstat: ModuleType, sentences: Iterable[MeasuredSentence]) -> None:
    """Tells textstat's dictionary the words that it lacks; only the number of vowels matters to it."""
    known: dict[str, Any] = textstat.backend.utils.get_cmudict(_LANGUAGE)
    for sentence in sentences:
        for word in sentence.words:
            phones = known.get(word.text)
            if phones is None or sum(phone[-1].isdigit() for phone in phones[0]) != word.syllables:
                known[word.text] = [["AH0"] * word.syllables]
