"""MT201 sentence-fragment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clinlint.api import BlockKind, Confidence, Context, Finding, RuleMeta, Sentence, Severity, Token, rule
from clinlint_rules.translation.sentences.verbs import has_finite_verb, may_be_imperative

META = RuleMeta(
    code="MT201",
    name="sentence-fragment",
    summary="a sentence without a verb or without a subject",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Grammar",
    its_type="grammar",
    references=("R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 11.38-11.54",),
    kinds=frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE}),
)

_FEWEST_WORDS = 4
_NEIGHBOURS = 4
# Short answers and turns of phrase that good writers set as sentences.
_ALLOWED_OPENERS = frozenset(
    ("not", "so", "from", "like", "unlike", "hence", "never", "always", "even", "rather", "see")
)
_BARE_PREPOSITIONS = frozenset(
    ("in", "during", "after", "before", "with", "for", "at", "on", "from", "by", "within", "throughout", "without")
)
_PLACE_OPENERS = frozenset(("only", "no", "neither", "nor", "little", "never", "not", "such", "which", "whom", "what"))


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """A sentence in running text has no verb, or its verb has no subject.

    Turkish leaves out the subject, and its word for "drink" (*için*) is also its word for "for"; a
    translation then has no verb, or one that nobody does.

    ## Why it matters

    The missing word is often the instruction itself: what to take, do or avoid.

    ## Examples

    ```bad
    Keep the wound dry. ⟦For two litres of fluid every day, half of them in the morning.⟧ Rest well.
    ---
    The rash fades within a week. ⟦Requires creams with cortisone.⟧ It does not leave scars.
    ---
    The stitches come out soon. ⟦During the first night can⟧ use an ice pack. Then the swelling goes down.
    ```

    ```good
    Drink two litres of fluid every day, half of them in the morning. Rest well.
    ---
    Is it dangerous? Not at all. Usually a harmless cyst.
    ---
    In which case can it be harmful? In no case should you stop the tablets. Only after a test can you be sure.
    ---
    The wound heals in ten days. Most patients report little pain.
    ---
    Take one tablet in the morning. If you forget it, no extra dose.
    ---
    The advice is not new. In 2015, NICE updated its guideline on the drug.
    ```

    ## Limits

    Headings, list items, captions, cells, questions, instructions and short answers are left alone, and so is
    every sentence with a word that could be a finite verb.

    ## Fix

    None: only the source text tells the missing word.
    """
    if not sentence.text.endswith(".") or not sentence.text[0].isupper() or not _in_prose(sentence, context):
        return
    tokens = context.tagged(sentence)
    words = [token for token in tokens if token.text[0].isalnum()]
    if len(words) < _FEWEST_WORDS or any(token.text in '“”"«»' for token in tokens):
        return
    dropped = _dropped_subject(tokens)
    if dropped:
        span = sentence.at(0, tokens[dropped].end)
        message = (
            f"“{tokens[dropped].text}” has no subject: say who or what. The source language can leave the subject out."
        )
        yield Finding(span, message)
    elif words[0].tag == "VBZ" and words[0].lower not in {"is", "does", "has", "'s"} and not _is_question(tokens):
        message = f"The sentence begins with “{words[0].text}” and has no subject: say who or what."
        yield Finding(sentence.span, message)
    elif not has_finite_verb(tokens) and not may_be_imperative(tokens) and _reads_as_sentence(words):
        yield Finding(
            sentence.span,
            "This sentence has no verb. A word was lost in translation, often the instruction itself.",
            confidence=Confidence.HIGH,
        )


def _in_prose(sentence: Sentence, context: Context) -> bool:
    """True when other sentences of the paragraph are whole ones, so that this one is meant as a sentence too."""
    sentences = context.sentences(sentence.block)
    near = sentences[max(0, sentence.index - _NEIGHBOURS) : sentence.index + _NEIGHBOURS + 1]
    others = [other for other in near if other.index != sentence.index]
    return any(other.text.endswith((".", "!", "?")) and has_finite_verb(context.tagged(other)) for other in others)


def _is_question(tokens: Sequence[Token]) -> bool:
    return tokens[-1].text == "?"


def _reads_as_sentence(words: Sequence[Token]) -> bool:
    """True for ``For two litres …`` and ``Also for …``; a bare noun phrase may be a label or an item of a flat list."""
    first, second = words[0], words[1]
    if first.lower in _ALLOWED_OPENERS:
        return False
    return first.tag == "IN" or (first.tag == "RB" and second.tag == "IN")


def _dropped_subject(tokens: Sequence[Token]) -> int | None:
    """The modal verb in ``During the night can use …``: a phrase with a preposition, then a modal, no subject."""
    if tokens[0].lower not in _BARE_PREPOSITIONS or _is_question(tokens):
        return None
    for number, token in enumerate(tokens[1:-1], 1):
        if token.lower in _PLACE_OPENERS:
            return None
        if token.tag == "MD":
            # "In the clinic can be found …" turns the order round on purpose.
            follows = tokens[number + 1]
            return number if follows.tag == "VB" and follows.lower != "be" and number > 1 else None
        if not token.tag.startswith(("DT", "JJ", "NN", "CD", "PRP$")) and token.lower not in {"of", "and"}:
            return None
    return None
