"""MT207 question-order."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Finding, RuleMeta, Sentence, Severity, rule

META = RuleMeta(
    code="MT207",
    name="question-order",
    summary="a question in the order of a statement",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Grammar",
    its_type="grammar",
    references=("R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 11.4-11.23",),
)

_QUESTION_WORDS = frozenset(("why", "how", "when", "where"))
_HELPERS = frozenset(
    ("is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "should", "will", "would", "may", "might")
    + (
        "must",
        "shall",
        "has",
        "have",
        "had",
        "'s",
        "'re",
        "'d",
        "'ll",
        "ca",
        "wo",
        "not",
        "to",
        "about",
        "come",
        "else",
    )
)
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_OPENS_SUBJECT = ("DT", "PRP", "NN", "JJ", "VBG", "VBN")


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """A question has its words in the order of a statement: the helper verb stands behind the subject.

    Turkish and Russian make a question without moving the verb; *Böbrek taşı neden oluşur?* comes out as
    "Why kidney stones occur?".

    ## Why it matters

    Such questions are the headings of a clinic page: they are what a reader and a search engine see first.

    ## Examples

    ```bad
    ⟦Why cataracts occur?⟧
    ---
    ⟦How the implant is placed?⟧
    ---
    ⟦When it is necessary to operate?⟧
    ```

    ```good
    How it works
    ---
    How many sessions are needed? How long does it take?
    ---
    Why choose a day clinic? Why not wait?
    ---
    When you feel dizzy, do you sit down?
    ---
    How is the implant placed? What causes cataracts?
    ---
    How to prepare? Where else?
    ---
    How well does it work? Why me?
    ```

    ## Limits

    Only questions that begin with why, how, when or where; "What it is?" is left alone, because it may be a
    clause of another sentence.

    ## Fix

    None: the question has to be asked anew.
    """
    tokens = context.tagged(sentence)
    if len(tokens) < 4 or tokens[-1].text != "?" or tokens[0].lower not in _QUESTION_WORDS:
        return
    second = tokens[1]
    if second.lower in _HELPERS or not second.tag.startswith(_OPENS_SUBJECT):
        return
    # "How many patients", "how long", "how often", "how well": the question word has a word of its own.
    if tokens[0].lower == "how" and second.tag.startswith(("JJ", "RB")):
        return
    if any(token.text in {",", ";", ":"} for token in tokens) or tokens[-2].tag in {"IN", "WRB"}:
        return
    # A helper in front of a subject further on: "When in doubt, should I ...", "How much water should I drink?"
    for number, token in enumerate(tokens[2:-1], 2):
        if not token.tag.startswith(_FINITE):
            continue
        after = tokens[number + 1]
        if after.tag in {"PRP", "DT", "PRP$"} and token.lower in _HELPERS:
            return
        message = (
            "A question puts the helper verb before the subject "
            f"(“{tokens[0].text} does …?”, “{tokens[0].text} is …?”); this one has the order of a statement."
        )
        yield Finding(sentence.span, message)
        return
