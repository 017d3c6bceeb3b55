"""TY016 semicolon-for-colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

META = RuleMeta(
    code="TY016",
    name="semicolon-for-colon",
    summary="semicolon where a list or explanation begins",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://en.wikipedia.org/wiki/Colon_(punctuation)#Usage_in_English",
    ),
    fix=FixAvailability.ALWAYS,
    supersedes=("TY001",),
)

# Words that lead to what follows, so that no semicolon can stand behind them.
_LEADING = re.compile(
    r"\b(?P<lead>such as|as follows|(?:the )?following|including|includes?|for example|for instance|namely"
    r"|(?:as|listed|given|shown) below)(?P<mark> ?;)(?=\s|\Z)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(?P<mark> ?;)\s*\Z")
_COMPLETE = ("such as", "including", "include", "includes")
_LEADING_WORDS = ("is", "are", "was", "were", "be", "by", "below", "following", "follows", "of", "that", "with", "as")
_LABEL = 9
_MESSAGE = "A semicolon does not lead to a list or an explanation; a colon does."


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A semicolon stands where a list or an explanation begins, or ends a heading.

    ## Why it matters

    Turkish lists begin with a semicolon. In English a semicolon separates and a colon leads on; a reader of `These
    are;` takes the sentence for broken off.

    ## Examples

    ```bad
    The tests are as follows⟦;⟧ a blood count, an X-ray and a scan.
    ⇒
    The tests are as follows: a blood count, an X-ray and a scan.
    ---
    Triggers such as⟦;⟧ smoke and cold air are avoided.
    ⇒
    Triggers such as smoke and cold air are avoided.
    ---
    The signs are⟦;⟧

    - thirst
    - dry lips
    ---
    Surgery of the Eyelid⟦;⟧

    It takes an hour under local anaesthesia. The stitches come out after a week.
    ```

    ```good
    He knows what he is; she knows where she was; and they know who they are.
    ---
    - a fever;
    - a cough;
    - and pain.
    ---
    Write it as shown; see below; do not change the list that follows.
    ---
    (a) the patient is of age;

    (b) the parents agree;
    ---
    Which of the two is it? That is all there is; nothing more.
    ```

    ## Limits

    Inside a sentence only `such as`, `as follows`, `including`, `namely` and the like are looked at; others only at
    the end of a block, and there only in labels or where the last word leads on. List items may end with a semicolon,
    and so may paragraphs beside others that do.

    ## Fix

    A colon, or nothing behind `such as` and `including`: safe.
    """
    text = block.text
    if ";" not in text:
        return
    seen: set[int] = set()
    for match in _LEADING.finditer(text):
        lead = match["lead"].lower()
        # "As shown below; do not …" and "the following; …" may be sentences of their own.
        if lead.endswith(("below", "following")) and text[match.end() :].strip():
            continue
        seen.add(match.start("mark"))
        yield _finding(block, match, lead)
    final = _AT_END.search(text[-80:])
    if final is None or block.kind is BlockKind.LIST_ITEM or block.kind is BlockKind.CELL:
        return
    at = max(0, len(text) - 80) + final.start("mark")
    if at in seen or not _leads(text[:at]) or _is_one_of_many(block, context):
        return
    span = block.at(at, at + len(final["mark"]))
    yield Finding(span, _MESSAGE, (Fix("Write a colon", (Edit(span, ":"),), Applicability.SAFE),))


def _finding(block: Block, match: re.Match[str], lead: str) -> Finding:
    span = block.at(*match.span("mark"))
    if lead in _COMPLETE and match.end() < len(block.text):
        fix = Fix("Remove the semicolon", (Edit(span, ""),), Applicability.SAFE)
    elif lead in ("for example", "for instance", "namely"):
        fix = Fix("Write a comma", (Edit(span, ","),), Applicability.SAFE)
    else:
        fix = Fix("Write a colon", (Edit(span, ":"),), Applicability.SAFE)
    return Finding(span, _MESSAGE, (fix,))


def _leads(text: str) -> bool:
    """True for a text whose last word leads on, and for one so short that it is a heading or label."""
    found = text.split()
    return bool(found) and (found[-1].lower() in _LEADING_WORDS or (text[0].isupper() and len(found) <= _LABEL))


def _is_one_of_many(block: Block, context: Context) -> bool:
    """True when a paragraph beside this one ends with a semicolon too: items of a list in plain lines."""
    neighbours = (context.previous_block(block), context.next_block(block))
    return any(other is not None and other.text.rstrip().endswith(";") for other in neighbours)
