"""RD008 hidden-actor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, Related, RuleMeta, Sentence, Severity, Span, Token, rule
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT, words

META = RuleMeta(
    code="RD008",
    name="hidden-actor",
    summary="an instruction in the passive that does not say who has to act",
    severity=Severity.INFO,
    mqm_type="Style/Unidiomatic style",
    its_type="style",
    references=(
        "https://digital.gov/guides/plain-language/writing/active-voice",
        "https://www.ahrq.gov/health-literacy/patient-education/pemat.html",
    ),
    kinds=RUNNING_TEXT,
    roles=BODY,
    once_a_block=True,
)

_MAYBE = re.compile(r"\b(?:should|must|shall|has to|have to|needs? to|ought to|is to|are to)\b", re.IGNORECASE)
_OBLIGES = frozenset({"should", "must", "shall"})
_LINKS = {"has": "to", "have": "to", "need": "to", "needs": "to", "ought": "to", "is": "to", "are": "to"}
# What somebody has to do with a thing, a person or a part of the body; states ("be interested") are none of these.
_DONE = words(
    "added applied asked avoided bandaged bathed boiled brought brushed called carried changed checked chewed",
    "cleaned cleansed closed consulted consumed contacted continued controlled cooked covered cut decreased",
    "discontinued discussed dissolved done dried drunk eaten elevated emptied examined exercised filled finished",
    "fixed followed given held increased informed inhaled injected inserted interrupted kept left lifted limited",
    "massaged measured mixed monitored moved notified observed opened performed placed planned positioned",
    "postponed preferred pressed prevented protected provided pulled pushed put raised read reduced refrigerated",
    "regulated removed repeated replaced reported rested reviewed rinsed rubbed seen sent shaken skipped sought",
    "squeezed started stopped stored stretched supported swallowed taken tested thrown told touched treated tried",
    "turned used washed watched worn wrapped",
)
_AGENTS = frozenset({"by", "through"})
_READERS = frozenset({"you"})
# "does not need to be", "may need to be"
_NOT_OBLIGING = frozenset({"not", "n't", "never", "may", "might", "to", "would"})
_ADVERBS = ("RB", "RBR", "RBS")
_WINDOW = 4
_FARTHEST = 40


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """An instruction says that something should be done, and not by whom.

    ## Why it matters

    "The dressing should be changed every day": by the reader, or by a nurse? In an instruction that is the first thing
    to know. Languages that drop the actor, Turkish for one, come out of a machine in this form. Guides for health
    texts ask for the active voice: "Change the dressing every day."

    ## Examples

    ```bad
    The dressing ⟦should be changed⟧ every day.
    ---
    Heavy food ⟦must not be eaten⟧ before the operation.
    ---
    - The leg ⟦has to be kept⟧ up for two days.
    ```

    ```good
    The dressing should be changed by a nurse.
    ---
    Change the dressing every day. The wound should be dry and must not be red.
    ---
    The stone was removed, and the wound is closed with two stitches. The pain can be treated.
    ---
    You should be examined by your doctor. People who are to be interested in sport must be reminded of it.
    ---
    It should be noted that both tests take an hour.
    ```

    ## Limits

    Only "should", "must" and the like before a closed list of things that are done: what is merely told in the passive
    is left alone. Whether the reader is meant, the rule does not know. Where `you` is what something is done to, the
    doctor is meant and nothing is said.

    ## Fix

    None: say who, or speak to the reader ("Change …").
    """
    if not _MAYBE.search(block.text):
        return
    found = [span for sentence in context.sentences(block) for span in _hidden(sentence, context)]
    if not found:
        return
    first, *others = found
    related = tuple(Related(span, "here too") for span in others)
    message = (
        f"“{_shown(first, context)}”: by whom? Say who has to act, or speak to the reader "
        "(“Change the dressing”, not “the dressing should be changed”)."
    )
    yield Finding(first, message, related=related)


def _shown(span: Span, context: Context) -> str:
    return " ".join(span.of(context.document.text).split())


def _hidden(sentence: Sentence, context: Context) -> Iterator[Span]:
    if not _MAYBE.search(sentence.text):
        return
    tokens = context.tagged(sentence)
    for number, token in enumerate(tokens):
        end = _passive(tokens, number) if _obliges(tokens, number) else None
        if end is None or _names_actor(tokens, end) or _is_done_to_reader(tokens, number):
            continue
        yield sentence.at(token.start, tokens[end].end)


def _obliges(tokens: tuple[Token, ...], number: int) -> bool:
    word = tokens[number].lower
    before = tokens[number - 1].lower if number else ""
    if before in _NOT_OBLIGING:
        return False
    following = tokens[number + 1].lower if number + 1 < len(tokens) else ""
    return word in _OBLIGES or _LINKS.get(word) == following


def _passive(tokens: tuple[Token, ...], number: int) -> int | None:
    """The number of the participle that ends "should (not) be (carefully) changed"; None for another form."""
    saw_be = False
    for at in range(number + 1, min(len(tokens), number + 1 + _WINDOW + saw_be)):
        token = tokens[at]
        if token.lower == "be" and not saw_be:
            saw_be = True
        elif saw_be and token.lower in _DONE:
            return at
        elif token.tag not in _ADVERBS and token.lower not in {"to", "not", "n't", "never", "always"}:
            return None
    return None


def _names_actor(tokens: tuple[Token, ...], participle: int) -> bool:
    behind = tokens[participle + 1 : participle + 1 + _FARTHEST]
    # "should be reported to a doctor" can only mean the reader.
    return any(token.lower in _AGENTS for token in behind) or (bool(behind) and behind[0].lower == "to")


def _is_done_to_reader(tokens: tuple[Token, ...], modal: int) -> bool:
    return modal > 0 and tokens[modal - 1].lower in _READERS
