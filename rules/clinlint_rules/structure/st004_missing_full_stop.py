"""ST004 missing-full-stop."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    Role,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.structure.clauses import asks, has_finite_verb, is_title_case
from clinlint_rules.structure.endings import CLOSERS, ends_in_contact, is_marked, last_words, read_blocks, words

META = RuleMeta(
    code="ST004",
    name="missing-full-stop",
    summary="body paragraph that ends without a mark",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=("The Chicago Manual of Style, 17th ed., 6.12 (the full stop at the end of a sentence)",),
    fix=FixAvailability.ALWAYS,
)

# Steps that are numbered in running text end as items do.
_STEP = re.compile(r"(?:\A|\s)\d{1,2}[.)]\s")
_CAPTION = re.compile(r"(?:image|photo|picture|figure|fig|table|source|credit|by|author|editor)\b", re.IGNORECASE)
_FEWEST_MARKED = 2
_SHORTEST_PARAGRAPH = 14
_SHORTEST_SENTENCE = 4
_LED_TO = frozenset({BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.CODE})


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A body paragraph is made of sentences and ends without any mark.

    ## Why it matters

    The end of the sentence may have been lost together with its full stop, and a reader (or a screen reader) runs on
    into the next heading.

    ## Examples

    ```bad
    The operation takes an hour. You can go home on the same day and walk with ⟦crutches⟧
    ⇒
    The operation takes an hour. You can go home on the same day and walk with crutches.
    ---
    Snoring is common. It is harmless for most people.

    If you stop breathing at night or feel tired all day, a doctor should examine your nose and ⟦throat⟧

    A sleep study is done at home. You wear a small device.
    ---
    Warts go away by themselves. They can take up to two years (or even ⟦longer)⟧
    ```

    ```good
    The operation takes an hour. You should bring

    - your tablets
    - your insurance card
    ---
    Dr. Ayla Demir is a cardiologist who has worked in Izmir and in London since the year 2004
    ---
    The ward is open every day. Visitors are welcome.

    Why You Should Never Ignore a Lump That Has Been Growing for Several Weeks and Months

    Most lumps are harmless.
    ---
    The results were published last year. You can read them at www.example.org
    ```

    ## Limits

    A paragraph of one sentence is reported only where others of the article end with a mark, and not below fourteen
    words: it may be a heading. Bylines, addresses and introductions of lists are left alone. Text cut in mid-sentence
    is ST006.

    ## Fix

    Adds a full stop; unsafe, because words may be missing too.
    """
    blocks = list(read_blocks(context))
    paragraphs = [b for b in blocks if b.kind is BlockKind.PARAGRAPH and b.role is Role.BODY and b.text.strip()]
    marked = sum(is_marked(paragraph.text) for paragraph in paragraphs)
    has_habit = marked >= _FEWEST_MARKED and 2 * marked > len(paragraphs)
    for paragraph in paragraphs:
        if _lacks_stop(paragraph, context, has_habit=has_habit):
            end = len(paragraph.text.rstrip())
            fix = Fix("Add a full stop", (Edit(paragraph.at(end, end), "."),), Applicability.UNSAFE)
            yield Finding(
                paragraph.at(*last_words(paragraph.text, 1)),
                "This paragraph ends without a full stop. Check that nothing of its last sentence is missing.",
                (fix,),
            )


def _lacks_stop(paragraph: Block, context: Context, *, has_habit: bool) -> bool:
    text = paragraph.text.rstrip()
    if is_marked(text) or not (text[-1].isalnum() or text[-1] in CLOSERS + "%") or not text.rstrip(CLOSERS):
        return False
    if text.rstrip(CLOSERS)[-1] in ":;,–—-" or ends_in_contact(text) or _goes_on(context.next_block(paragraph)):
        return False
    if len(_STEP.findall(text)) > 1:
        return False
    sentences = context.sentences(paragraph)
    last = sentences[-1].text
    if not has_finite_verb(last) or is_title_case(last) or "..." in last or "…" in last:
        return False
    if len(sentences) > 1:
        return len(words(last)) >= _SHORTEST_SENTENCE and _is_prose([s.text for s in sentences[:-1]])
    if not has_habit or len(words(last)) < _SHORTEST_PARAGRAPH or asks(last) or _CAPTION.match(last):
        return False
    return not any(_is_item_alike(near) for near in (context.previous_block(paragraph), context.next_block(paragraph)))


def _is_prose(sentences: Sequence[str]) -> bool:
    return any(is_marked(sentence) and len(words(sentence)) >= _SHORTEST_SENTENCE for sentence in sentences)


def _is_item_alike(near: Block | None) -> bool:
    """True for a neighbour without a mark: both may be items of a list that is set as paragraphs."""
    if near is None or near.kind is not BlockKind.PARAGRAPH or near.role is not Role.BODY:
        return False
    return near.text.strip() != "" and not is_marked(near.text)


def _goes_on(following: Block | None) -> bool:
    """True when the block behind is a list, or the rest of the sentence."""
    if following is None:
        return False
    return following.kind in _LED_TO or following.text.lstrip()[:1].islower()
