"""TY017 semicolon-splits-clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Sentence,
    Severity,
    known_tag,
    may_be_verb,
    rule,
)
from clinlint_rules.typography.prose import words

META = RuleMeta(
    code="TY017",
    name="semicolon-splits-clause",
    summary="semicolon between a subject and its verb, or after an opening word",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://en.wikipedia.org/wiki/Semicolon#English",
    ),
    fix=FixAvailability.SOMETIMES,
)

_CONNECTIVES = words(
    "accordingly afterwards also besides briefly consequently finally first firstly fortunately furthermore generally",
    "hence here however indeed instead lastly likewise meanwhile moreover namely nevertheless next nonetheless",
    "normally now often otherwise rarely second secondly shortly similarly sometimes specifically still then therefore",
    "third thirdly thus today typically unfortunately usually",
)
_OPENING = re.compile(
    r"\A(?:(?P<word>[A-Z][a-z]{2,14})"
    r"|In (?:addition|fact|general|other words|short|particular|summary|this case|conclusion)"
    r"|For (?:example|instance|this reason)|As a result|On the other hand|At the same time|After that|To sum up|That is"
    r")(?P<mark>;)(?= \S)"
)
_AUXILIARIES = words(
    "is are was were may can could should will would must has have had does did might shall cannot",
)
_VERBS = _AUXILIARIES | words(
    "provides occurs causes means includes consists refers begins starts depends affects develops"
)
_BEFORE_VERB = re.compile(rf"(?<=[\w)”])(?P<mark>;) (?P<verb>{'|'.join(sorted(_VERBS))}) (?P<next>[\w-]{{1,30}})")
_TOPIC = re.compile(
    r"\A(?=[A-Z])"
    r"(?P<topic>(?:(?:The|A|An|Our|This|Your) )?[\w-]{2,24}(?: [\w-]{1,24}){0,3})(?P<mark>;)"
    r" (?P<again>[Ii]t is|[Tt]hey are|[Tt]his is|[Ii]t (?:occurs|may|can))\b"
)
_SUBJECTS = words(
    "it they you he she we i this that these those there the a an not my your his her our their any anyone everything",
    "everyone some all both one what who",
)
_MESSAGE = "A semicolon stands between the two halves of one clause."


@rule(META)
def check(sentence: Sentence, context: Context) -> Iterator[Finding]:
    """A semicolon stands between a subject and its verb, or behind the word or phrase that opens the sentence.

    ## Why it matters

    Turkish sets a semicolon behind a long subject, and behind `however`. In English it cuts the sentence in two halves,
    and neither has a meaning.

    ## Examples

    ```bad
    Our clinic⟦;⟧ provides care day and night.
    ⇒
    Our clinic provides care day and night.
    ---
    However⟦;⟧ the bone heals slowly.
    ⇒
    However, the bone heals slowly.
    ---
    Grafts from the scalp⟦;⟧ may be taken in one session.
    ⇒
    Grafts from the scalp may be taken in one session.
    ---
    The kidney⟦;⟧ it is an organ of the belly.
    ```

    ```good
    It heals slowly; however, it heals.
    ---
    Do not worry; it is harmless. Relax; it is over. Stop smoking; it is bad for you.
    ---
    May cause drowsiness; may cause dizziness; can be taken with food.
    ---
    One is young; is she not? The other is old; has he seen a doctor?
    ---
    The first test is free; the second; a third: none.
    ---
    It hurts; is red; is warm; is swollen.
    ```

    ## Limits

    A verb directly behind the semicolon is reported only when no subject follows it (a question) and the sentence
    has one semicolon. A topic that is taken up by `it` is reported when it has at most four words and none can be a
    verb.

    ## Fix

    Behind an opening word a comma: safe. Before a verb the semicolon goes: safe. A topic must be rewritten by a person.
    """
    text = sentence.text
    if ";" not in text:
        return
    opening = _OPENING.match(text)
    if opening and (not opening["word"] or opening["word"].lower() in _CONNECTIVES):
        span = sentence.at(*opening.span("mark"))
        fix = Fix("Write a comma", (Edit(span, ","),), Applicability.SAFE)
        yield Finding(span, "A comma stands behind the word or phrase that opens a sentence.", (fix,))
        return
    if text.count(";") > 1:
        return
    topic = _TOPIC.match(text)
    if topic and not _has_verb(topic["topic"]):
        span = sentence.at(*topic.span("mark"))
        yield Finding(span, f"{_MESSAGE} Leave out “{topic['again']}”, or say it in two sentences.")
        return
    verb = _BEFORE_VERB.search(text)
    if verb is None or verb["next"].lower() in _SUBJECTS or text.endswith("?"):
        return
    if not _has_verb(text[: verb.start()], 5):
        span = sentence.at(*verb.span("mark"))
        yield Finding(span, _MESSAGE, (Fix("Remove the semicolon", (Edit(span, ""),), Applicability.SAFE),))


def _has_verb(text: str, most: int = 9) -> bool:
    """True when one of the words before the semicolon can be a verb, or there are too many to say."""
    found = text.replace(";", " ").split()
    if len(found) > most:
        return True
    for number, word in enumerate(found):
        tag = known_tag(word.lower())
        if tag in ("VBD", "VBZ", "VBP", "MD", "VB") or word.lower() in _AUXILIARIES:
            return True
        # "Relax;" is an order; behind an article or adjective the same word is a noun.
        if number == 0 and word.lower() not in _SUBJECTS and may_be_verb(word.lower()):
            return True
    return False
