"""ST003 uneven-list-endings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

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
from clinlint_rules.structure.endings import (
    CLOSERS,
    ends_in_abbreviation,
    ends_in_contact,
    ends_in_note,
    last_words,
    read_blocks,
    words,
)
from clinlint_rules.structure.pairs import lone_marks

META = RuleMeta(
    code="ST003",
    name="uneven-list-endings",
    summary="list item whose full stop differs from the other items'",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.gov.uk/guidance/style-guide/a-to-z#bullet-points-and-steps",
        "The Chicago Manual of Style, 17th ed., 6.130 (punctuation of vertical lists)",
    ),
    fix=FixAvailability.ALWAYS,
)

_JOINED = ("and", "or", "nor", "but", "then", "plus")
_FEWEST = 3
_SHORTEST_SENTENCE = 3


class _End(Enum):
    STOP = "full stop"
    BARE = "nothing"
    OTHER = "another mark"


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Among list items with a full stop stands one without, or the reverse.

    ## Why it matters

    Items of one list read as one series. The odd one looks as if its end was lost, and often it was.

    ## Examples

    ```bad
    - Keep the plaster dry.
    - Raise the arm on a ⟦pillow⟧
    - Move your fingers every hour.
    ⇒
    - Keep the plaster dry.
    - Raise the arm on a pillow.
    - Move your fingers every hour.
    ---
    1. Sit down and lean forward.
    2. Pinch the soft part of the nose (do not ⟦stop!)⟧
    3. Breathe through your mouth.
    4. Wait for ten minutes.
    ⇒
    1. Sit down and lean forward.
    2. Pinch the soft part of the nose (do not stop!).
    3. Breathe through your mouth.
    4. Wait for ten minutes.
    ---
    - fever
    - sore ⟦throat.⟧
    - runny nose
    - cough
    ⇒
    - fever
    - sore throat
    - runny nose
    - cough
    ```

    ```good
    - a rash
    - swollen lips
    - trouble with breathing.
    ---
    - Wash your hands.
    - Salt
    - Cover the wound. Change the dressing every day.
    - Pepper
    ---
    - nausea
    - headache. This usually passes within a day.
    - tiredness
    - sweating
    ---
    - Take one tablet in the morning.
    - Drink plenty of water.
    - Avoid:
    - Call us on 020 7946 0958
    ```

    ## Limits

    Only clear cases are reported: at least three items, all others alike, the odd one of the same make. In mixed lists,
    as carefully edited texts have them too, nothing is odd. A stop at the end of the last item alone ends the whole
    list and is left alone.

    ## Fix

    Adds or removes the full stop. Safe.
    """
    lists: dict[int, list[Block]] = {}
    for block in read_blocks(context):
        if block.kind is BlockKind.LIST_ITEM and block.list is not None and block.text.strip():
            lists.setdefault(block.list.list_id, []).append(block)
    for items in lists.values():
        if len(items) >= _FEWEST:
            yield from _odd_ones(items, context)


def _odd_ones(items: Sequence[Block], context: Context) -> Iterator[Finding]:
    ends = [_end_of(item, context) for item in items]
    stops, bare = ends.count(_End.STOP), ends.count(_End.BARE)
    if stops + bare < max(_FEWEST, len(items) - 1):
        return
    allowed = 1 if len(items) < 10 else 2
    if 1 <= bare <= allowed and stops >= 2:
        yield from _without_stop(items, ends, context)
    elif 1 <= stops <= allowed and bare >= 3:
        yield from _with_stop(items, ends, context)


def _without_stop(items: Sequence[Block], ends: Sequence[_End], context: Context) -> Iterator[Finding]:
    stopped = [item for item, end in zip(items, ends, strict=True) if end is _End.STOP]
    shortest = min(len(words(item.text)) for item in stopped)
    for item, end in zip(items, ends, strict=True):
        length = len(words(item.text))
        if end is not _End.BARE or length < _SHORTEST_SENTENCE or 2 * length < shortest:
            continue
        if not _could_be_a_sentence(item, stopped, context):
            continue
        stop = len(item.text.rstrip())
        fix = Fix("Add the full stop", (Edit(item.at(stop, stop), "."),), Applicability.SAFE)
        yield Finding(
            item.at(*last_words(item.text, 1)),
            "The other items of this list end with a full stop, this one does not.",
            (fix,),
        )


def _could_be_a_sentence(item: Block, stopped: Sequence[Block], context: Context) -> bool:
    """True when what the item ends with is made as the sentences of the other items are.

    Imperatives cannot be told from labels, so a label is one only among sentences that all have a finite verb.
    """
    sentences = context.sentences(item)
    if has_finite_verb(sentences[-1].text):
        return True
    return len(sentences) == 1 and any(
        len(context.sentences(other)) == 1 and not has_finite_verb(other.text) for other in stopped
    )


def _with_stop(items: Sequence[Block], ends: Sequence[_End], context: Context) -> Iterator[Finding]:
    bare = [item for item, end in zip(items, ends, strict=True) if end is _End.BARE]
    longest = max(len(words(item.text)) for item in bare)
    for item, end in zip(items[:-1], ends[:-1], strict=True):
        # A stop after several sentences, or after one sentence among labels, is no slip.
        if end is not _End.STOP or len(context.sentences(item)) > 1 or len(words(item.text)) > longest:
            continue
        if has_finite_verb(item.text) and 2 * sum(has_finite_verb(other.text) for other in bare) < len(bare):
            continue
        stop = len(item.text.rstrip())
        fix = Fix("Remove the full stop", (Edit(item.at(stop - 1, stop), ""),), Applicability.SAFE)
        yield Finding(
            item.at(*last_words(item.text, 1)),
            "The other items of this list end without a full stop, this one has one.",
            (fix,),
        )


def _end_of(item: Block, context: Context) -> _End:
    text = item.text.rstrip()
    following = context.next_block(item)
    has_sublist = (
        following is not None
        and following.kind is BlockKind.LIST_ITEM
        and following.list is not None
        and item.list is not None
        and following.list.depth > item.list.depth
    )
    if text.split()[-1].lower() in _JOINED or any(lone.opens for lone in lone_marks(text)):
        # It goes on, or its end was lost together with a bracket.
        return _End.OTHER
    if has_sublist or ends_in_abbreviation(text) or ends_in_contact(text) or ends_in_note(text):
        return _End.OTHER
    if text.endswith("."):
        return _End.OTHER if text.endswith("..") else _End.STOP
    inner = text.rstrip(CLOSERS)
    if inner.endswith("."):
        # "(See your doctor.)" is a sentence of its own.
        return _End.OTHER
    return _End.BARE if text[-1].isalnum() or text[-1] in CLOSERS + "%" else _End.OTHER
