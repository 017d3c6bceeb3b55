"""MT105 bare-latin-abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import (
    Applicability,
    Block,
    BlockKind,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)


@dataclass(frozen=True)
class Options:
    """What the fix writes."""

    write: str = field(default="latin", metadata={"help": "what the fix writes: 'latin' (i.e.) or 'plain' (that is)"})


META = RuleMeta(
    code="MT105",
    name="bare-latin-abbreviation",
    summary="a Latin abbreviation without its full stops in running text",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=("https://www.chicagomanualofstyle.org/",),
    fix=FixAvailability.ALWAYS,
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.CAPTION}),
    options=Options,
)

_FORMS = {"ie": ("i.e.", "that is"), "eg": ("e.g.", "for example")}
# After a comma, bracket or dash, and before a word of the same sentence: "ie" elsewhere is a name or a code.
_BARE = re.compile(r"(?:(?<=[,;(–—-] )|(?<=[(–—]))(?P<word>ie|eg)\b(?=,? [a-z0-9])")
_STOPPED = re.compile(r"\b(?:i\.e|e\.g)\.", re.IGNORECASE)
_MANY = 3


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The abbreviations `ie` and `eg` stand without their full stops.

    ## Why it matters

    Machines put `ie` for words such as Turkish *yani* and `eg` for *örneğin*. Screen readers read them as words, and
    readers with little English stumble; plain-language guides ask for "that is" and "for example".

    ## Examples

    ```bad
    Do something new, ⟦ie⟧ either swim or cycle.
    ⇒
    Do something new, i.e. either swim or cycle.
    ---
    Some drugs (⟦eg⟧ statins) cause cramps.
    ---
    Rest for a week, ⟦ie⟧, until the swelling has gone.
    ```

    ```good
    Do something new, i.e. swim or cycle.
    ---
    Upload the file in IE or Edge.
    ---
    EG is short for ethylene glycol.
    ```

    ## Limits

    A document that leaves the stops out throughout (three times or more) follows a house style and is left alone.

    ## Fix

    The stops, or the English words with `write = "plain"`. Always safe.
    """
    matches = list(_BARE.finditer(block.text))
    if not matches:
        return
    text = context.document.text
    if sum(1 for _ in _BARE.finditer(text)) >= _MANY and not _STOPPED.search(text):
        return
    plain = context.options(Options).write == "plain"
    for match in matches:
        span = block.at(*match.span("word"))
        written = _FORMS[match["word"]][plain]
        fix = Fix(f"Write “{written}”", (Edit(span, written),), Applicability.SAFE)
        latin, words = _FORMS[match["word"]]
        message = f"“{match['word']}” lacks its full stops: write “{latin}” or “{words}”."
        yield Finding(span, message, (fix,))
