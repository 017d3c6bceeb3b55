"""ST006 truncated-text."""

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
from clinlint_rules.structure.clauses import asks, has_finite_verb, is_title_case, word_set
from clinlint_rules.structure.endings import is_cutting, last_words, words

META = RuleMeta(
    code="ST006",
    name="truncated-text",
    summary="text cut in mid-sentence",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    references=(
        "Quirk et al., A Comprehensive Grammar of the English Language, 1985, ch. 2 and 9 (words that open a phrase)",
        "https://developer.wordpress.org/reference/functions/wp_trim_words/",
    ),
    fix=FixAvailability.SOMETIMES,
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.CAPTION}),
    supersedes=("ST004",),
)

# Words that open a phrase and so cannot end a sentence.
_DETERMINERS = word_set("a an the my your our their its every")
_JOINERS = word_set("and or but nor because although unless whether whereas whose which that if than")
_PREPOSITIONS = word_set(
    "of from with into between among for at by during via per upon towards toward against despite including "
    "regarding like such both either neither very"
)
_DEGREES = word_set("more most less least very so quite rather highly extremely")
_POINTING = word_set("like after before do does did than by of at for in with on to over from about and is was")

# Labels of a page's sections that an excerpt picks up when the markup between them is dropped.
_LABEL = re.compile(
    r"[.!?][\"'”’)\]]*\s+(?P<label>"
    r"(?:Overview|Introduction|Summary|Background|Definition|Description|Symptoms?|Signs|Signs and Symptoms|Causes?|"
    r"Diagnosis|Treatments?|Treatment Options|Prevention|Prognosis|Outlook|Complications|Risks?|Risk Factors|Recovery|"
    r"Procedures?|Techniques?|Preparation|Results|Candidates|Benefits|Advantages|Disadvantages|Indications|"
    r"Contraindications|Side Effects|Types|Stages|Conclusion|References|Sources|Contents|Table of Contents|"
    r"Key Points|Key Facts|FAQs?|Frequently Asked Questions)\s?:?)\s*\Z"
)
_SHORTEST = 6
_LONG = 8
_FOLLOWED_BY_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.QUOTE, BlockKind.CODE})


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Text is cut in mid-sentence without an ellipsis, or a heading that came after it sticks to its end.

    ## Why it matters

    Excerpts that a site cuts by the number of words leave readers with half a statement, and in a translated article
    the rest is often missing for good.

    ## Examples

    ```bad
    Glaucoma damages the optic nerve slowly. People often notice nothing until the ⟦pressure inside the⟧
    ---
    A hair transplant takes a day. It moves follicles from the back of the head to bald areas and gives ⟦the patient a⟧
    ---
    Shock waves break the stone into sand that leaves the body by itself. ⟦Overview⟧
    ⇒
    Shock waves break the stone into sand that leaves the body by itself.
    ---
    The wound should be cleaned with water, dried, covered ⟦and then with⟧

    Ask for help when it bleeds.
    ```

    ```good
    There is nothing in this leaflet that you need to be afraid of.
    ---
    Call your doctor at once when the

    - pain gets worse
    - leg turns blue
    ---
    The nurse shows you how to breathe, relax and do things like that
    ---
    What is the vaccine made from and who is it for
    ---
    Some surgeons prefer the open technique, others … The choice depends on the
    patient's age and on the size of the hernia. Both have good results.
    ```

    ## Limits

    Only an end in a word that must be followed by another (articles, conjunctions, most prepositions) is seen. A cut
    behind a noun or verb looks like a missing full stop (ST004). Short lines may be headings and are left alone.

    ## Fix

    A stray section label is removed: unsafe, as it may be the next section's heading. Lost words have no fix.
    """
    text = block.text.rstrip()
    if is_cutting(context):
        return
    if block.kind is not BlockKind.LIST_ITEM:
        label = _LABEL.search(text, max(0, len(text) - 60))
        if label and len(words(text)) >= _SHORTEST:
            yield _stray_label(block, label)
            return
    if not text or not text[-1].isalpha() or _goes_on(block, context.next_block(block)):
        return
    if len(words(text[-200:])) < _SHORTEST or not _is_prose(block, context) or not _hangs(text, block):
        return
    yield Finding(
        block.at(*last_words(text, 3)),
        f"The text breaks off after “{text.split()[-1]}”: the rest of the sentence is missing. "
        "Complete it, or show with an ellipsis (…) that it goes on elsewhere.",
    )


def _stray_label(block: Block, label: re.Match[str]) -> Finding:
    start, end = label.span("label")
    gap = block.text[:start].rstrip()
    fix = Fix(f"Remove “{label['label']}”", (Edit(block.at(len(gap), end), ""),), Applicability.UNSAFE)
    return Finding(
        block.at(start, end),
        f"“{label['label']}” sticks to the end of this text: it looks like the heading of a section that was cut off.",
        (fix,),
    )


def _is_prose(block: Block, context: Context) -> bool:
    """True when the text is no heading or question without its mark."""
    sentences = context.sentences(block)
    last = sentences[-1].text
    if is_title_case(last):
        return False
    if len(sentences) > 1:
        return True
    return not asks(last) and (has_finite_verb(last) or len(words(last)) >= _LONG)


def _hangs(text: str, block: Block) -> bool:
    *_, before, last = ["", *words(text[-80:])]
    # "vitamin A" ends as it should.
    if not text[-80:].split()[-1].islower():
        return False
    if block.kind is BlockKind.LIST_ITEM and last in _JOINERS:
        return False
    if last == "that":
        return before not in _POINTING
    if last in _DEGREES:
        return before in _DETERMINERS
    if last == "like":
        return False
    return last in _DETERMINERS or last in _JOINERS or last in _PREPOSITIONS


def _goes_on(block: Block, following: Block | None) -> bool:
    """True when a list, or the rest of the sentence, stands behind the block."""
    if following is None or following.role is not block.role:
        return False
    outer = block.list is None or following.list is None or following.list.depth > block.list.depth
    return (following.kind in _FOLLOWED_BY_ITEMS and outer) or following.text.lstrip()[:1].islower()
