"""Abbreviations that hardly anybody knows and that the text never explains.

LanguageTool's grammar (``CLINLINT_UNEXPLAINED_ABBREVIATION``) marks every run of capitals; what is left of them here is
what an editor should look at. Machine translation leaves the source's abbreviations as they are, or builds new ones.
"Explain abbreviations and acronyms the first time you use them": A to Z of NHS health writing.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from clinlint_rules.grammar.spelling.frequency import zipf

RULE_ID = "CLINLINT_UNEXPLAINED_ABBREVIATION"
_KNOWN = 2.4
"""From this Zipf frequency on an abbreviation is known: once in four million words, such as MRSA."""

_WHOLE = re.compile(r"[A-Z]{3,6}s?\Z")
_ROMAN = re.compile(r"[IVX]+[A-C]?\Z")
# What names things by abbreviations that nobody spells out: genes, scales, studies, institutions.
_NAMES_A_THING = re.compile(
    r"\b(?:genes?|proteins?|mutations?|variants?|alleles?|receptors?|mRNA|kinase|enzymes?|antigens?|antibod(?:y|ies)|"
    r"syndrome|score|index|scale|questionnaire|tests?|study|studies|trials?|group|consortium|database|criteria|"
    r"classification|system)\b"
)
_AROUND = 18
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s\Z")
_CAPITALS_BEFORE = re.compile(r"[A-Z]{2,}[\s,:]+\Z")
_CAPITALS_BEHIND = re.compile(r"[\s,:]+[A-Z]{2,}")
_JOINED_BEFORE = re.compile(r"[\w\-/.&@]\Z")
_JOINED_BEHIND = re.compile(r"[\w\-/&@]|\.\w")


def is_unexplained(text: str, start: int, end: int) -> bool:
    """Whether the abbreviation at ``text[start:end]`` is worth telling: first, unknown, unexplained."""
    found = text[start:end]
    short = found.removesuffix("s")
    if not _WHOLE.match(found) or _ROMAN.match(short) or text.isupper():
        return False
    before, behind = text[:start], text[end:]
    if _JOINED_BEFORE.search(before) or _JOINED_BEHIND.match(behind):
        return False
    if re.search(rf"(?<!\w){short}s?(?!\w)", before) or explains(text, short):
        return False
    if _ARTICLE_BEFORE.search(before) or _CAPITALS_BEFORE.search(before) or _CAPITALS_BEHIND.match(behind):
        return False
    if _NAMES_A_THING.search(text[max(0, start - _AROUND) : end + _AROUND]):
        return False
    return found.upper() not in _medical() and short not in _medical() and zipf(short.lower()) < _KNOWN


@cache
def _medical() -> frozenset[str]:
    text = (files(__package__) / "known_abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def explains(text: str, short: str) -> bool:
    """Whether ``text`` says what an abbreviation stands for: ``… (VLOK)``, ``VLOK (…)``, ``VLOK = …``, ``or VLOK``."""
    return bool(
        re.search(
            rf"[(\[“\"]\s*(?:or |the )?{short}(?!\w)|(?<!\w){short}s?['’\"”]?\s*[(=:,–]\s*(?:or |an? |the )?[a-z]|"
            rf"\b(?:or|called) {short}(?!\w)",
            text,
        )
    )


def signs_of_explanation(short: str) -> tuple[str, ...]:
    """What explains the abbreviation wherever it stands in the document."""
    return (f"({short})", f"({short}s)", f"{short} (", f"{short}: ", f"{short} = ", f"or {short})")
