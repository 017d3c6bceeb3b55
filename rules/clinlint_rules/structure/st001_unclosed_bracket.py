"""ST001 unclosed-bracket."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    BlockKind,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.structure.clauses import has_finite_verb
from clinlint_rules.structure.endings import CLOSERS, END_MARKS, is_cut_openly, is_cutting, read_blocks, words
from clinlint_rules.structure.pairs import CLOSER_OF, Lone, lone_marks

META = RuleMeta(
    code="ST001",
    name="unclosed-bracket",
    summary="bracket or quotation mark that opens and never closes",
    severity=Severity.ERROR,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "The Chicago Manual of Style, 17th ed., 6.95-6.104 (brackets) and 13.30 (quotations of several paragraphs)",
        "https://www.gov.uk/guidance/style-guide/a-to-z#brackets",
    ),
    fix=FixAvailability.SOMETIMES,
    supersedes=("ST002", "ST003", "ST004"),
)

_SHORT = frozenset({BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.HEADING, BlockKind.CAPTION})
_UNREAD = frozenset({BlockKind.CODE, BlockKind.META})
_NAMES = {"(": "bracket", "[": "square bracket", "{": "curly bracket"}
_REACH = 12
"""How many blocks a quotation or an aside may run over."""
_MOST_WORDS_IN_BRACKETS = 12
_MOST_WORDS_MARKED = 25
_FIRST_WORDS = re.compile(r"(?:\s*\S+){0,6}")
# A closing quote that stands at the wrong word is MT006's.
_CLOSED_WRONGLY = re.compile(r"[“\"«„][^“”\"«»„]{1,80}?\s[’'”](?=\w)")
_MOST_WAITING = 8
_LONGEST = 240
_LONGEST_NUMBER = 8


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A bracket or a double quotation mark opens and never closes, or a bracket closes that never opened.

    ## Why it matters

    The reader cannot tell where the aside ends. In a translated list it is often a sign that words were lost as well.

    ## Examples

    ```bad
    - Blood thinners ⟦(warfarin, apixaban, dabigatran⟧
    ⇒
    - Blood thinners (warfarin, apixaban, dabigatran)
    ---
    Some people need a scan ⟦(MRI or CT⟧. The scan is painless.
    ⇒
    Some people need a scan (MRI or CT). The scan is painless.
    ---
    Doctors call this ⟦“frozen shoulder⟧.
    ---
    Rest for ⟦weeks)⟧ and keep the leg raised.
    ```

    ```good
    Choose one: a) tablets, b) an injection or c) surgery. You will feel fine :)
    ---
    She is 5'10" tall and the probe is 2" wide; the dose lies in [0, 1) mg.
    ---
    “My knee hurt for years.

    “Then I had surgery.”
    ---
    A strand is read from the 5' end to the 3' end (see the drawing).
    ---
    The treatment helps most people (about 8 in 10…
    ```

    ## Limits

    Single quotes are not read: they are apostrophes, minutes and feet as well. A bracket that closes up to twelve
    blocks later is taken as meant. Text that breaks off with an ellipsis is left alone.

    ## Fix

    At the end of a list item, heading, caption or table cell with a short aside the missing mark goes before the
    final stop: safe. Elsewhere the place is a guess, at the end of the sentence: unsafe. A bracket that never opened
    has no fix, nor has one in front of more than 25 words, nor a quotation mark that opens twice.
    """
    waiting: deque[tuple[Block, Lone]] = deque()
    if is_cutting(context):
        return
    blocks = [block for block in read_blocks(context) if block.kind not in _UNREAD]
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        next_mark = following.text.lstrip()[:1] if following is not None else None
        is_cut = is_cut_openly(block.text)
        opened: list[tuple[Block, Lone]] = []
        for lone in lone_marks(block.text):
            if lone.opens:
                if is_cut or _goes_on(lone, block, next_mark, alone=len(blocks) == 1):
                    continue
                opened.append((block, lone))
            elif not _closes_earlier(waiting, block, lone) and not lone.item:
                yield _never_opened(block, lone)
        waiting.extend(opened)
        # What is too far back to be closed any more is reported; the rest waits.
        while waiting and (block.index - waiting[0][0].index > _REACH or len(waiting) > _MOST_WAITING):
            yield _never_closed(*waiting.popleft(), context)
    for block, lone in waiting:
        yield _never_closed(block, lone, context)


def _goes_on(lone: Lone, block: Block, next_mark: str | None, *, alone: bool) -> bool:
    """True when a quotation is closed elsewhere.

    At the wrong word, or in a later paragraph: the next one opens it anew, or the text is an excerpt of one.
    """
    if lone.mark in _NAMES:
        return False
    if _CLOSED_WRONGLY.match(block.text, lone.at):
        return True
    if next_mark is None:
        return alone and lone.at < 40 and not block.text[: lone.at].strip()
    return next_mark == lone.mark


def _closes_earlier(waiting: deque[tuple[Block, Lone]], block: Block, lone: Lone) -> bool:
    if lone.item and lone.at <= _LONGEST_NUMBER:
        return False
    for place in range(len(waiting) - 1, -1, -1):
        earlier, opener = waiting[place]
        if CLOSER_OF[opener.mark] != lone.mark:
            continue
        # An item's aside may go on in a line of its own below it, but not in another item.
        is_next_line = block.index == earlier.index + 1 and block.kind not in {BlockKind.LIST_ITEM, BlockKind.CELL}
        if earlier.kind not in _SHORT or is_next_line:
            del waiting[place]
            return True
    return False


def _never_opened(block: Block, lone: Lone) -> Finding:
    start = lone.at
    while start and not block.text[start - 1].isspace() and lone.at - start < 40:
        start -= 1
    return Finding(block.at(start, lone.at + 1), f"This “{lone.mark}” closes a bracket that was never opened.")


def _never_closed(block: Block, lone: Lone, context: Context) -> Finding:
    text = block.text
    end, is_last = _end_of_sentence(block, lone, context)
    while end > lone.at + 1 and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    if lone.mark in _NAMES and text[end - 1] in "?!" and text[end - 2].isspace():
        end = len(text[: end - 1].rstrip())
    held = text[lone.at + 1 : end]
    is_long = len(words(held)) > _MOST_WORDS_MARKED
    if is_long:
        end = lone.at + 1 + _FIRST_WORDS.match(held).end()  # type: ignore[union-attr]
    closer = CLOSER_OF[lone.mark]
    certain = (
        block.kind in _SHORT
        and is_last
        and 0 < len(words(held)) <= _MOST_WORDS_IN_BRACKETS
        and not has_finite_verb(held)
        and not any(mark in held for mark in END_MARKS + CLOSERS)
    )
    what = _NAMES.get(lone.mark)
    fix = Fix(
        f"Close the {what or 'quotation'}",
        (Edit(block.at(end, end), closer),),
        Applicability.SAFE if certain else Applicability.UNSAFE,
    )
    if what:
        message = f"This {what} opens and never closes. Close it with “{closer}”, and check that no words are missing."
    else:
        message = (
            f"This quotation mark opens and has no partner. Close the quotation with {closer} or take the mark out."
        )
    # Where the same mark opens twice, either may be the one that should close.
    is_double = what is None and lone.mark in held
    return Finding(block.at(lone.at, end), message, (fix,) if held.strip() and not (is_long or is_double) else ())


def _end_of_sentence(block: Block, lone: Lone, context: Context) -> tuple[int, bool]:
    """Where the sentence that holds the mark ends, in the block, and whether it is the last one."""
    sentences = context.sentences(block)
    number = bisect_right(sentences, block.span.start + lone.at, key=lambda sentence: sentence.span.start) - 1
    end = sentences[number].span.end - block.span.start
    return min(end, lone.at + _LONGEST), number == len(sentences) - 1
