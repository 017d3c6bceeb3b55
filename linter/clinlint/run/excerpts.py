"""The sentence around a finding, for people to read."""

from __future__ import annotations

from bisect import bisect_right

from clinlint.analysis.context import Analysis
from clinlint.model.diagnostic import Excerpt
from clinlint.model.span import Span

LONGEST = 240
"""The most code points of text that an excerpt shows."""


def excerpt(analysis: Analysis, span: Span) -> Excerpt:
    """The sentences that ``span`` touches, shortened around it where they are long."""
    document = analysis.document
    low, high = span.start, span.end
    starts = [block.span.start for block in document.blocks]
    first = max(0, bisect_right(starts, span.start) - 1)
    for block in document.blocks[first:]:
        if block.span.start > span.end:
            break
        for sentence in analysis.sentences(block):
            if sentence.span.start <= span.end and span.start <= sentence.span.end:
                low, high = min(low, sentence.span.start), max(high, sentence.span.end)
    shown_end = min(span.end, span.start + LONGEST)
    room = (LONGEST - (shown_end - span.start)) // 2
    low, high = max(low, span.start - room), max(shown_end, min(high, shown_end + room))
    text = document.text[low:high]
    # One character for one, so that the marked range stays right.
    shown = "".join(" " if c in "\r\n\t\u2028\u2029\x0b\x0c\x85" else c for c in text)
    return Excerpt(shown, Span(span.start - low, shown_end - low))
