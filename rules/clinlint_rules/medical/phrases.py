"""Phrases that a rule looks for: patterns behind cheap words, and when such a phrase is denied, asked or quoted.

A pattern is tried only in sentences that hold one of its words, so that a table of fifty costs an article next to
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clinlint.api import Block, Confidence, Context, Finding, Sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing not to write.

    Attributes:
        words: of which the sentence must hold one, in lower case.
        pattern: tried without regard to case.
        message: what is wrong and what to write; ``{said}`` stands for the words as they are.
        unless: a pattern that, anywhere in the sentence, makes the phrase harmless.
        denied: True when a denial, a question or a warning around it makes it harmless.
    """

    words: tuple[str, ...]
    pattern: str
    message: str
    confidence: Confidence = Confidence.HIGH
    unless: str = ""
    denied: bool = True


@cache
def _table() -> tuple[tuple[str, Phrase], ...]:
    """All phrases with the code of their rule."""
    import tomllib

    table = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = table["parts"]

    def filled(pattern: str) -> str:
        for name, part in parts.items():
            pattern = pattern.replace(f"<{name}>", part)
        return pattern

    return tuple(
        (
            entry["rule"],
            Phrase(
                tuple(entry["words"]),
                filled(entry["pattern"]),
                entry["message"],
                Confidence[entry.get("confidence", "high").upper()],
                filled(entry.get("unless", "")),
                entry.get("denied", True),
            ),
        )
        for entry in table["phrase"]
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DENIAL = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|cannot|without|rarely|seldom|hardly|neither|nor|few|unlikely|untrue|avoid\w*"
    r"|\w+n['’]t|beware|wary|careful|cautious|sceptical|skeptical|claim\w*|promis\w*|myths?|false\w*|mislead\w*|wrong\w*"
    r"|misconceptions?|believe\w*|belief|thought|think|rumou?rs?|suspicious|advert\w*|whether|if|instead of|rather than"
    r"|less|far from|quacks?|scams?|pretend\w*|suppos\w+|so-called|unproven)\b[^;:!?]{0,90}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;—]|\b(?:but|yet|however)\b", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"^[^;!?]{0,60}?\b(?:(?:is|are|was|were) (?:a |just a |only a )?(?:myth|not\b|false|untrue|wrong|misleading"
    r"|unlikely|impossible|never|no\b|unproven|rare)|(?:do|does|did|has|have|can|could|should)(?: not|n['’]t)|cannot"
    r"|should be questioned)",
    re.IGNORECASE,
)


def is_denied(text: str, start: int, end: int) -> bool:
    """True when the words around ``text[start:end]`` say the opposite, ask, or warn of it."""
    if "?" in text[-4:]:
        return True
    before = _CLAUSE.split(text[max(0, start - 110) : start])[-1]
    if _DENIAL.search(before):
        return True
    return bool(_DENIED_AFTER.match(text[end : end + 80]))


def _live(context: Context) -> Mapping[str, list[Phrase]]:
    """The phrases of all rules of whose words the article holds one."""
    lower = context.document.text.lower()
    found: dict[str, list[Phrase]] = {}
    for code, phrase in _table():
        if any(word in lower for word in phrase.words):
            found.setdefault(code, []).append(phrase)
    return found


def phrase_findings(block: Block, context: Context, code: str) -> Iterator[Finding]:
    """What the table of a rule says about a block: at each place the phrase that begins first."""
    live = context.once(_live).get(code)
    if not live:
        return
    lower = block.text.lower()
    if not any(word in lower for phrase in live for word in phrase.words):
        return
    for sentence in context.sentences(block):
        end = 0
        for match, phrase in sorted(_in_sentence(sentence, live), key=lambda item: (item[0].start(), -item[0].end())):
            if match.start() < end:
                continue
            end = match.end()
            said = " ".join(match.group().split())
            yield Finding(
                sentence.at(match.start(), match.end()),
                phrase.message.format(said=said),
                confidence=phrase.confidence if phrase.confidence is not Confidence.HIGH else None,
            )


def _in_sentence(sentence: Sentence, live: Sequence[Phrase]) -> Iterator[tuple[re.Match[str], Phrase]]:
    text = sentence.text
    lower = text.lower()
    for phrase in live:
        if not any(word in lower for word in phrase.words):
            continue
        harmless: bool | None = None
        for match in _compiled(phrase.pattern).finditer(text):
            if harmless is None:
                harmless = bool(phrase.unless and _compiled(phrase.unless).search(text))
            if harmless:
                break
            if not (phrase.denied and is_denied(text, match.start(), match.end())):
                yield match, phrase
