"""What rules on a whole article share: how long it is, whether it gives instructions, and who is named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, BlockKind, Context, Role, Sentence

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CELL)
_BODY = frozenset({Role.BODY})
_IMPERATIVE = re.compile(
    r"^(?:Take|Use|Apply|Drink|Avoid|Do|Don['’]t|Keep|Rest|Wash|Put|Start|Stop|Massage|Stretch|Eat|Try|Give|Inject|Raise"
    r"|Elevate|Place|Hold|Repeat|Wear|Gargle|Inhale|Rinse|Rub|Press|Bend|Lie|Sit|Walk|Follow|Add|Increase|Reduce|Limit"
    r"|Lower|Never)\b(?! (?:our|this (?:page|site|form|link|tool)|the (?:links?|form|search)))"
    r"|\byou (?:should|must|need to|have to|can take|can use)\b",
)


def prose(context: Context) -> Iterator[Block]:
    """The article's own running text, block by block."""
    return context.blocks(*_PROSE, roles=_BODY)


def length(context: Context) -> int:
    """Words of the article's own text, roughly."""
    return sum(block.text.count(" ") + 1 for block in prose(context))


def instructions(context: Context) -> tuple[Sentence, ...]:
    """Sentences that tell the reader what to do, found once for all rules."""
    return context.once(_instructions)


def _instructions(context: Context) -> tuple[Sentence, ...]:
    return tuple(_told(context))


def _told(context: Context) -> Iterator[Sentence]:
    for block in prose(context):
        for sentence in context.sentences(block):
            if _IMPERATIVE.search(sentence.text):
                yield sentence


def heading_of(context: Context) -> Block | None:
    """The article's title: its first heading, its title, or else its first text."""
    blocks = [block for block in context.blocks(roles=_BODY) if block.text.strip()]
    for kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.PARAGRAPH):
        for block in blocks:
            if block.kind is kind:
                return block
    return blocks[0] if blocks else None
