"""ST005 repeated-heading."""

from __future__ import annotations

import re
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
    Span,
    rule,
)
from clinlint_rules.structure.clauses import FUNCTION_OPENERS
from clinlint_rules.structure.endings import is_marked, read_blocks, words

META = RuleMeta(
    code="ST005",
    name="repeated-heading",
    summary="heading said twice or more in a row",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Addition",
    its_type="duplication",
    references=(
        "https://www.w3.org/WAI/WCAG22/Techniques/html/H2 (the image and the text beside it say the same)",
        "https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels",
    ),
    fix=FixAvailability.ALWAYS,
)

_LABELS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ALT})
_LONGEST = 14
_MARKS = " \t\r\n\u00a0:.!?-–—|»…"
_SPACE = re.compile(r"\s+")
_NEXT_WORD = re.compile(r"\s+[\"“'‘(]?(?P<word>[^\W\d_][\w’'-]*)")


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A heading is said twice or more in a row: as image text, as heading, and at the head of the paragraph below it.

    ## Why it matters

    The repetition comes from page furniture that was pasted into the text (the image's description, the card's title,
    the excerpt). Search engines, screen readers and translators all take it as text.

    ## Examples

    ```bad
    ⟦Tummy Tuck

    Tummy Tuck⟧

    The surgeon removes loose skin from the belly.
    ---
    ⟦Chemical Peel

    Chemical Peel

    Chemical Peel⟧ A chemical peel removes the outer layer of the skin.
    ---
    ⟦Nose bleed

    Nose bleed⟧ The nose bleeds when a small vessel is torn.
    ⇒
    Nose bleed

    The nose bleeds when a small vessel is torn.
    ```

    ```good
    Kidney Stones

    Kidney stones are hard deposits that form in the urine.
    ---
    Diabetes

    Diabetes Ireland runs courses for people who have just been diagnosed.
    ---
    Treatment

    Rest helps most people.

    Treatment

    Surgery is the last resort.
    ---
    - Yes
    - No
    - No
    ```

    ```good html
    <h2>Cataract</h2><img src="eye.jpg" alt="Cataract"><p>Cataract makes the lens cloudy.</p>
    ---
    <h2>Cataract</h2><p>Cataract, in short, is a cloudy lens.</p>
    ```

    ## Limits

    Only repetitions in a row are seen. The page's title and its first heading may be the same, and so may an image's
    description and one heading beside it.

    ## Fix

    Where the paragraph only begins with the heading's words, they are removed from the paragraph; unsafe. Otherwise the
    first copy is kept and the others are taken out, as a suggestion: which one is the heading is for the editor to say.
    """
    run: list[Block] = []
    for block in read_blocks(context):
        if block.kind in {BlockKind.TITLE, BlockKind.META} or not block.text.strip():
            continue
        adjoins = bool(run) and _adjoin(run[-1], block, context)
        if adjoins and block.kind in _LABELS and _label(block.text) == _label(run[0].text):
            run.append(block)
            continue
        if run:
            yield from _said_again(run, block if adjoins else None)
        run = [block] if _may_be_repeated(block) else []
    if run:
        yield from _said_again(run, None)


def _label(text: str) -> str:
    return _SPACE.sub(" ", text).strip(_MARKS).casefold()


def _may_be_repeated(block: Block) -> bool:
    text = block.text.strip()
    if block.kind not in _LABELS or (block.kind is BlockKind.PARAGRAPH and is_marked(text) and not text.endswith("?")):
        return False
    label = _label(text) if len(text) < 200 else ""
    return 0 < len(words(label)) <= _LONGEST and sum(c.isalpha() for c in label) >= 3


def _adjoin(before: Block, block: Block, context: Context) -> bool:
    """True when nothing but empty blocks, titles and the like stands between two blocks."""
    between = context.document.blocks[before.index + 1 : block.index]
    return before.role is block.role and all(
        not b.text.strip() or b.kind in {BlockKind.TITLE, BlockKind.META} for b in between
    )


def _said_again(run: list[Block], following: Block | None) -> Iterator[Finding]:
    first, last = run[0], run[-1]
    shown = [block for block in run if block.kind is not BlockKind.ALT]
    prefix = _repeated_at_start(first, following, is_run=len(run) > 1) if following is not None else 0
    if len(shown) + bool(prefix) < 2:
        return
    if len(run) > 1 and not any(block.kind is BlockKind.HEADING for block in run) and _label(first.text).isdigit():
        return
    heading = first.text.strip()
    times = len(run) + bool(prefix)
    start = first.span.start + len(first.text) - len(first.text.lstrip())
    message = f"“{heading}” stands here {_times(times)} in a row: keep the heading and take the rest out."
    copies = [Edit(block.span, "") for block in run[1:] if block.kind is not BlockKind.ALT]
    if following is None or not prefix:
        fix = Fix("Keep the first and take the rest out", tuple(copies), Applicability.DISPLAY)
        yield Finding(Span(start, last.span.start + len(last.text.rstrip())), message, (fix,))
        return
    rest = len(following.text) - len(following.text[prefix:].lstrip())
    cut = Edit(following.at(0, rest), "")
    if copies:
        fix = Fix("Keep the first and take the rest out", (*copies, cut), Applicability.DISPLAY)
    else:
        fix = Fix("Take the heading out of the paragraph", (cut,), Applicability.UNSAFE)
    yield Finding(Span(start, following.span.start + prefix), message, (fix,))


def _times(count: int) -> str:
    return {2: "twice", 3: "three times"}.get(count, f"{count} times")


def _repeated_at_start(heading: Block, paragraph: Block, *, is_run: bool) -> int:
    """Where the heading's words end at the head of the paragraph that goes on with a sentence of its own; else 0."""
    if paragraph.kind is not BlockKind.PARAGRAPH:
        return 0
    expected = heading.text.strip().strip(_MARKS)
    pattern = r"\s+".join(re.escape(word) for word in expected.split())
    found = re.match(rf"\s*{pattern}", paragraph.text, re.IGNORECASE)
    following = _NEXT_WORD.match(paragraph.text, found.end()) if found else None
    if found is None or following is None or not following["word"][0].isupper():
        return 0
    # "Diabetes Ireland runs …" begins with the heading's word and repeats nothing.
    begins_sentence = following["word"].lower() in FUNCTION_OPENERS
    says_it_anew = following["word"].lower() in words(expected)
    return found.end() if is_run or begins_sentence or says_it_anew else 0
