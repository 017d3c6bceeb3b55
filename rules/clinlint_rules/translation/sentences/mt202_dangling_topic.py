"""MT202 dangling-topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clinlint.api import BlockKind, Context, Finding, RuleMeta, Sentence, Severity, Token, rule
from clinlint_rules.translation.sentences.verbs import FINITE

META = RuleMeta(
    code="MT202",
    name="dangling-topic",
    summary="a subject that its sentence drops or takes up again",
    severity=Severity.ERROR,
    mqm_type="Linguistic conventions/Grammar",
    its_type="grammar",
    references=("R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 17.78",),
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}),
)

_LONGEST_TOPIC = 5
_LONGEST_ASIDE = 24
_RESUMING = frozenset(("it", "they", "there"))
_ASIDE_OPENERS = frozenset(
    ("especially", "particularly", "if", "when", "which", "who", "as", "in", "unless", "because", "although", "while")
    + ("after", "before", "due", "depending", "generally", "usually", "mostly", "at", "with", "for", "like", "since")
)
# A time, a place or a turn of phrase may open a sentence and be done with.
_ADVERBIAL = frozenset(
    ("today", "tomorrow", "yesterday", "nowadays", "day", "days", "week", "weeks", "month", "months", "year", "years")
    + (
        "time",
        "times",
        "night",
        "morning",
        "evening",
        "moment",
        "result",
        "example",
        "addition",
        "fact",
        "case",
        "step",
    )
    + (
        "conclusion",
        "summary",
        "way",
        "rule",
        "note",
        "question",
        "answer",
        "hour",
        "hours",
        "minutes",
        "age",
        "course",
    )
    + ("percent", "kind", "sort", "thing", "things", "hand", "first", "second", "third", "ladies", "doctor", "friends")
)


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """A noun opens the sentence as if it were its subject, and then another clause begins without it.

    Turkish names the topic first and may put a whole clause between it and its verb. Word by word, the topic
    hangs in the air: "Cataracts, especially when you drive at night, there are lenses …".

    ## Why it matters

    The reader cannot tell what the sentence says of its first word: who has it, causes it or takes it.

    ## Examples

    ```bad
    ⟦Cataracts, especially when you drive at night, there are⟧ lenses that filter the light.
    ---
    ⟦Gout, if it is not treated, it damages⟧ the joints.
    ---
    ⟦Asthma, mostly affecting children and is⟧ a disease of the airways.
    ---
    ⟦Laser treatment; may⟧ be repeated after a month.
    ```

    ```good
    Gout, if it is not treated, damages the joints.
    ---
    Every year, when the flu season begins, there are many cases.
    ---
    In adults, especially when they smoke, it heals slowly.
    ---
    Cataracts are common; they may be removed. Nausea, vomiting and fever may occur.
    ---
    Doctors, nurses and other staff, who work in shifts, are at risk, and they need rest.
    ---
    Once the swelling is gone, which takes a week, it no longer hurts.
    ```

    ## Limits

    Only short subjects at the very beginning of a sentence are judged.

    ## Fix

    None: the sentence has to be put together anew.
    """
    tokens = context.tagged(sentence)
    if len(tokens) < 6 or not tokens[0].text[0].isupper() or tokens[-1].text == "?":
        return
    topic = _topic(tokens)
    if not topic:
        return
    mark = tokens[topic].text
    end = _after_semicolon(tokens, topic) if mark == ";" else _taken_up_again(tokens, topic) if mark == "," else None
    if end is not None:
        name = sentence.text[tokens[0].start : tokens[topic - 1].end]
        message = (
            f"“{name}” stands there as the subject, but the sentence goes on without it. "
            "The source named its topic first; in English the subject needs its own verb."
        )
        yield Finding(sentence.at(0, tokens[end].end), message)


def _topic(tokens: Sequence[Token]) -> int:
    """How many tokens the noun phrase at the beginning has, when a comma or semicolon follows it; else 0."""
    for number, token in enumerate(tokens[: _LONGEST_TOPIC + 1]):
        if token.text in {",", ";"}:
            noun = tokens[number - 1]
            plain = number and noun.tag.startswith("NN") and noun.lower not in _ADVERBIAL
            return number if plain else 0
        if not token.tag.startswith(("DT", "NN", "JJ", "PRP$", "VBG")) or token.lower in {
            "this",
            "that",
            "every",
            "each",
        }:
            return 0
        if token.tag == "VBG" and number == 0:
            return 0
    return 0


def _taken_up_again(tokens: Sequence[Token], topic: int) -> int | None:
    """The verb after ``TOPIC, especially …, there``; the verb after ``TOPIC, mostly affecting … and``."""
    if topic + 1 >= len(tokens):
        return None
    opener = tokens[topic + 1]
    if opener.lower not in _ASIDE_OPENERS and opener.tag != "VBG":
        return None
    limit = min(len(tokens) - 1, topic + _LONGEST_ASIDE)
    verbs = 0
    for number in range(topic + 2, limit):
        token, following = tokens[number], tokens[number + 1]
        if token.text == "," and following.lower in _RESUMING and number + 2 < len(tokens):
            verb = tokens[number + 2]
            return number + 2 if verb.tag.startswith(FINITE) or verb.tag in {"NNS", "NN"} else None
        if token.text in {",", ";", ":"}:
            return None
        participle = opener.tag == "VBG" or tokens[topic + 2].tag == "VBG"
        if participle and not verbs and token.lower == "and" and following.lower in {"is", "are", "was", "were"}:
            return number + 1
        verbs += token.tag.startswith(FINITE)
    return None


def _after_semicolon(tokens: Sequence[Token], topic: int) -> int | None:
    """The verb after ``TOPIC;``."""
    following = tokens[topic + 1] if topic + 1 < len(tokens) else None
    if following is None or not following.tag.startswith(FINITE):
        return None
    return topic + 1
