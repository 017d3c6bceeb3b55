"""ST002 unclosed-list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clinlint.api import Block, BlockKind, Confidence, Context, Document, Finding, Role, RuleMeta, Severity, rule
from clinlint_rules.structure.clauses import FUNCTION_OPENERS, has_finite_verb
from clinlint_rules.structure.endings import is_marked, last_words, words

META = RuleMeta(
    code="ST002",
    name="unclosed-list",
    summary="list that never ends, or its introduction without a list",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    references=(
        "https://www.gov.uk/guidance/style-guide/a-to-z#bullet-points-and-steps",
        "https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element",
    ),
)

_DANGLING = re.compile(
    r"(?:,|;|,?\s(?:and|or|and/or|as well as|such as|including)|,\s?(?:others?|another|other))[\s,;:]*\Z", re.IGNORECASE
)
_OTHERS = re.compile(r",\s?(?:others|other|another)\.?\s*\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:()]")
_JOINED_BY_AND = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_RUN_IN = re.compile(r"(?<=[a-z\d)%])\s+(?=(?P<opener>[A-Z][a-z’']*)\s)")
_INTRODUCES = re.compile(
    r"\b(?:following|include|includes|including|such as|are|is|if|by|to|as follows|these|consists? of|cause[sd]? by|"
    r"have|has|with|you|can|may|should)\s*:\s*\Z",
    re.IGNORECASE,
)
_SHOWN_OTHERWISE = re.compile(
    r"\b(?:watch|video|below|image|picture|figure|photo|table|map|form|link|links|call|phone|contact|address|read|see|"
    r"visit|listen|download|share)\b",
    re.IGNORECASE,
)
_FAULTS = {
    "item-outside-list": "This list item stands outside any list: the source has <li> without <ul> or <ol> around it.",
    "unclosed-list": "This list is never closed in the source: what follows it becomes part of the list.",
}
_INTRODUCED = frozenset(
    {BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.CODE, BlockKind.CAPTION, BlockKind.ALT}
)
_UNREAD = frozenset({BlockKind.TITLE, BlockKind.META})
_LONGEST_ITEM = 8
_TAIL = 160
"""How many characters at an item's end are read."""


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A list never ends: its last item hangs in the air, runs into the text below, or is missing altogether.

    ## Why it matters

    Something was lost: the last item, the end of the sentence, or the list itself. A reader who looks for side
    effects or warning signs does not know that more were meant.

    ## Examples

    ```bad
    Call us if you have

    - a fever
    - a stiff neck ⟦and⟧
    ---
    The tablets may cause:

    - dry mouth
    - blurred vision⟦,⟧

    Side effects fade after some days.
    ---
    Risk factors

    - older age
    - smoking
    - salt, alcohol⟦, others⟧
    ---
    Who is at risk?

    - smokers
    - people over 60
    - office ⟦workers These people⟧ should see their doctor once a year, even when they feel well.
    ---
    Before the operation you will talk to the anaesthetist.

    ⟦The most common risks are:⟧
    ```

    ```bad html
    <p>A sprained ankle needs:</p><li>⟦rest⟧</li><li>ice</li><p>Most sprains heal within six weeks.</p>
    ```

    ```good
    If you have

    - fever,
    - cough, or
    - a rash,

    call your doctor.
    ---
    The causes are:

    - injury
    - infection
    - others
    ---
    The surgeon treats

    - hernias, gallstones and others
    - people sent by St Thomas Hospital in London, where the unit opened in 1987.
    ---
    You should drink:
    ```

    ## Limits

    Whether items are missing from a list that ends well cannot be seen. An introduction is reported only where the
    article or its section ends right after it: the list may have been set as paragraphs or headings. At the end of
    plain text, which may be an excerpt, it counts as information only.

    ## Fix

    None: only the author knows what was lost.
    """
    # Page furniture may stand anywhere, in the middle of a list too.
    blocks = [block for block in document.blocks if block.role is not Role.CHROME and block.kind not in _UNREAD]
    yield from _markup_faults(blocks)
    for last, items, following in _lists(blocks):
        yield from _dangling(last, following)
        yield from _running_in(last, items)
    yield from _missing(blocks, document)


def _is_read(block: Block) -> bool:
    return block.role is Role.BODY


def _markup_faults(blocks: Sequence[Block]) -> Iterator[Finding]:
    previous = ""
    for block in blocks:
        fault = block.attrs.get("markup", "") if _is_read(block) else ""
        if fault in _FAULTS and fault != previous:
            yield Finding(block.span, _FAULTS[fault])
        previous = fault


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block], Block | None]]:
    """Every outer list's last item, its items, and the block behind it."""
    items: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.LIST_ITEM or block.list is None or not _is_read(block):
            items = []
            continue
        items.append(block)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is None or following.kind is not BlockKind.LIST_ITEM:
            yield block, [item for item in items if item.list and item.list.list_id == block.list.list_id], following


def _dangling(last: Block, following: Block | None) -> Iterator[Finding]:
    if following is not None and _continues(following.text):
        return
    text = last.text.rstrip()
    tail_start = max(0, len(text) - _TAIL)
    tail = text[tail_start:]
    others = _OTHERS.search(tail)
    if others:
        series = _CLAUSE.split(tail[: others.start()])[-1]
        if "," in series and not _JOINED_BY_AND.search(series):
            yield Finding(
                last.at(tail_start + others.start(), len(text.rstrip("."))),
                "The enumeration breaks off: say which others, or write “and others”.",
            )
        return
    found = _DANGLING.search(tail)
    if found and text[: tail_start + found.start()].strip():
        hanging = tail[found.start() :].lstrip()
        yield Finding(
            last.at(len(text) - len(hanging), len(text)),
            f"The last item ends with “{hanging}”: an item is missing, or this is one word too many.",
        )


def _continues(text: str) -> bool:
    """True when the block behind a list goes on with the list's own sentence."""
    stripped = text.lstrip("–—-… ")
    return bool(stripped) and stripped[0].islower()


def _running_in(last: Block, items: Sequence[Block]) -> Iterator[Finding]:
    others = [item.text for item in items if item is not last]
    if len(others) < 2 or any(is_marked(text) or len(words(text)) > _LONGEST_ITEM for text in others):
        return
    if not is_marked(last.text):
        return
    for match in _RUN_IN.finditer(last.text, 0, 200):
        item, prose = last.text[: match.start()], last.text[match.end("opener") :]
        if len(words(item)) > _LONGEST_ITEM or is_marked(item):
            return
        if _ends_like_item(item) and _begins_like_prose(match["opener"], prose):
            first = last_words(item, 1)[0]
            second = re.match(r"\s+\S+", prose)
            end = match.end("opener") + (second.end() if second else 0)
            yield Finding(
                last.at(first, end),
                "Here the last item ends and the text goes on in it: close the list before this sentence.",
                confidence=Confidence.MEDIUM,
            )
            return


def _ends_like_item(item: str) -> bool:
    last = item.split()[-1] if item.strip() else ""
    # Behind a name or a title ("Dr Most") and behind a preposition the capital begins no sentence.
    return not last[:1].isupper() and last.lower() not in FUNCTION_OPENERS | {"of", "than", "via"}


def _begins_like_prose(opener: str, prose: str) -> bool:
    if opener.lower() not in FUNCTION_OPENERS or prose.lstrip()[:1].isupper():
        return False
    return len(words(prose)) >= _LONGEST_ITEM and has_finite_verb(prose)


def _missing(blocks: Sequence[Block], document: Document) -> Iterator[Finding]:
    level = 0
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            level = block.level
        if block.kind is not BlockKind.PARAGRAPH or not _is_read(block) or len(blocks) == 1:
            continue
        text = block.text.rstrip()
        if not text.endswith(":") or not _INTRODUCES.search(text[-40:]):
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and not _begins_something_else(following, level, document):
            continue
        start = max(text.rfind(". ", 0, -1) + 2, 0) if ". " in text else 0
        sentence = text[start:]
        if len(words(sentence)) < 3 or _SHOWN_OTHERWISE.search(sentence):
            continue
        # Plain text is often pasted in part, without the list.
        is_part = following is None and document.source.media_type == "text/plain"
        yield Finding(
            block.at(start, len(text)),
            "The colon promises a list, but nothing follows: a list is missing here.",
            confidence=Confidence.LOW if is_part else None,
        )


def _begins_something_else(following: Block, level: int, document: Document) -> bool:
    """True when no list can stand behind an introduction, because the section ends."""
    if following.kind in _INTRODUCED:
        return False
    # In plain text all headings have one level, and the items may look like headings.
    is_flat = document.source.media_type == "text/plain"
    return following.kind is BlockKind.HEADING and not is_flat and 0 < following.level <= level
