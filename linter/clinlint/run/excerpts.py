"""The sentence around a finding, for people to read."""

from __future__ import annotations

from bisect import bisect_left

from clinlint.analysis.context import Analysis
from clinlint.fixing.apply import apply_edits
from clinlint.model.diagnostic import Excerpt
from clinlint.model.document import Sentence
from clinlint.model.fix import Edit, Fix
from clinlint.model.span import Span

LONGEST = 240
"""The most code points of text that an excerpt shows."""
_BREAKS = dict.fromkeys(map(ord, "\r\n\t\u2028\u2029\x0b\x0c\x85"), " ")


def excerpt(analysis: Analysis, span: Span, fix: Fix | None = None) -> Excerpt:
    """The sentences that ``span`` touches, shortened around it where they are long.

    ``fix`` is the proposed change, in the document's text.
    """
    document = analysis.document
    low, high = span.start, span.end
    for index in range(document.index_at(span.start), len(document.blocks)):
        block = document.blocks[index]
        if block.span.start > span.end:
            break
        sentences = analysis.sentences(block)
        for number in range(bisect_left(sentences, span.start, key=_end), len(sentences)):
            sentence = sentences[number]
            if sentence.span.start > span.end:
                break
            low, high = min(low, sentence.span.start), max(high, sentence.span.end)
    shown_end = min(span.end, span.start + LONGEST)
    whole = Span(low, high)
    low, high = _shortened(document.text, whole, Span(span.start, shown_end))
    text = document.text[low:high]
    return Excerpt(
        text=_on_one_line(text),
        marked=Span(span.start - low, shown_end - low),
        proposed=_proposed(text, low, fix),
        cut_before=low > whole.start,
        cut_after=high < whole.end,
    )


def markup_excerpt(markup: str) -> Excerpt:
    """A piece of markup, shortened at its end where it is long."""
    shown = _on_one_line(markup[:LONGEST])
    return Excerpt(shown, Span(0, len(shown)), cut_after=len(markup) > LONGEST)


def _end(sentence: Sentence) -> int:
    return sentence.span.end


def _shortened(text: str, whole: Span, kept: Span) -> tuple[int, int]:
    """As much of ``whole`` as fits, on both sides of ``kept`` alike where both are long; between words."""
    room = LONGEST - len(kept)
    before, after = kept.start - whole.start, whole.end - kept.end
    if before + after <= room:
        return whole.start, whole.end
    before_room = max(room // 2, room - after)
    low = max(whole.start, kept.start - before_room)
    high = min(whole.end, kept.end + room - min(before, before_room))
    if low > whole.start and (space := text.find(" ", low, kept.start)) >= 0:
        low = space + 1
    if high < whole.end and (space := text.rfind(" ", kept.end, high)) >= 0:
        high = space
    return low, high


def _on_one_line(text: str) -> str:
    # One character for one, so that the marked range stays right. No break can be printed, and to look is faster.
    return text if text.isprintable() else text.translate(_BREAKS)


def _proposed(text: str, low: int, fix: Fix | None) -> str | None:
    """``text``, which begins at ``low``, with those edits of ``fix`` that lie wholly in it."""
    if fix is None:
        return None
    shown = Span(low, low + len(text))
    edits = [Edit(edit.span.shifted(-low), edit.text) for edit in fix.edits if shown.contains(edit.span)]
    return _on_one_line(apply_edits(text, edits)) if edits else None
