"""MT010 foreign-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
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
    code="MT010",
    name="foreign-punctuation",
    summary="punctuation mark of another language in English text",
    severity=Severity.WARNING,
    mqm_type="Locale conventions/Locale-specific punctuation",
    its_type="locale-violation",
    references=(
        "https://cldr.unicode.org/translation/core-data/delimiters",
        "https://www.w3.org/TR/clreq/#h-punctuation_marks",
    ),
    fix=FixAvailability.SOMETIMES,
)

_WIDE = {"，": ", ", "。": ". ", "；": "; ", "：": ": ", "（": " (", "）": ") ", "！": "! ", "？": "? ", "、": ", "}
_CANDIDATE = re.compile("[，。；：（）！？、¿¡«„ºª]|\\d (?:st|nd|rd|th)\\b")
# A mark of East Asian typesetting beside Latin letters or digits.
_WIDE_MARK = re.compile(r"(?P<before> ?)(?P<mark>[，。；：（）！？、])(?P<after> ?)")
_INVERTED = re.compile(r"(?<!\w)(?P<mark>[¿¡])(?=[A-Za-z])")
_ANGLED = re.compile(r"(?P<open>«[ \u00a0\u202f]?)(?P<inner>[A-Za-z][^«»]{0,200}?)(?P<close>[ \u00a0\u202f]?»)")
_LOW = re.compile(r"(?P<open>„)(?P<inner>[A-Za-z][^„“”\"]{0,200}?)(?P<close>[“”\"])")
_ORDINAL = re.compile(r"\b(?P<n>\d{1,3})[ºª](?! ?[CF]\b)(?=\s[a-z])|\b(?P<number>[Nn]º)(?= ?\d)")
_PARTED = re.compile(r"(?<![\d.,])(?P<n>\d{1,3})(?P<gap> )(?P<ending>st|nd|rd|th)\b(?![.’'])")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|were|in|to|with|for|a|by|that|his|her|this|it|on|you|be|have|has|not|as|or|from)\b"
)
_RIGHT = {"1": "st", "2": "nd", "3": "rd"}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A mark stands in English text that only another language writes.

    Chinese and Japanese have marks as wide as their letters, Spanish opens questions with ¿, French, Russian and
    Turkish quote with « », German with „ “, and Romance languages write ordinals as 1º.

    ## Why it matters

    The marks show at a glance that the page was translated and not edited; wide ones also upset line breaks.

    ## Examples

    ```bad
    The patients⟦，⟧ who were treated⟦，⟧ recovered well.
    ⇒
    The patients, who were treated, recovered well.
    ---
    The surgeon calls this ⟦«golden hour»⟧ and waits for the doctor.
    ⇒
    The surgeon calls this “golden hour” and waits for the doctor.
    ---
    We are often asked: ⟦¿⟧can I drive after the operation?
    ---
    It begins on the 5⟦ ⟧th day, in the ⟦1º⟧ month.
    ```

    ```good
    The book «Kanser ve Beslenme» by Dr. Yılmaz; 中文，很好。
    ---
    It was 38 ºC outside, and the angle was 30º.
    ---
    He said “no”, she said ‘yes’, and on the 5th day they left; see page 4, the 3rd line.
    ---
    Jean wrote « Voilà ! » under it. « Back to the list
    ```

    ## Limits

    A quotation in « » or „ “ is reported when its words are English, or the sentence around a single word or two is.
    Marks beside letters of another script are left alone.

    ## Fix

    The English mark: safe for wide marks and ordinals, for a person to accept for quotation marks.
    """
    text = block.text
    if not _CANDIDATE.search(text) or not _ENGLISH.search(text):
        return
    for match in _WIDE_MARK.finditer(text):
        if _beside_latin(text, *match.span("mark")):
            yield _wide(block, text, match)
    for match in _INVERTED.finditer(text):
        span = block.at(*match.span("mark"))
        fix = Fix("Remove the mark", (Edit(span, ""),), Applicability.SAFE)
        message = f"“{match['mark']}” opens a question or exclamation in Spanish; English has no such mark."
        yield Finding(span, message, (fix,))
    for pattern in (_ANGLED, _LOW):
        for match in pattern.finditer(text):
            if _is_english(match["inner"]):
                edits = (Edit(block.at(*match.span("open")), "“"), Edit(block.at(*match.span("close")), "”"))
                fix = Fix("Write “ and ”", edits, Applicability.UNSAFE)
                message = "These quotation marks are those of another language; English has “ and ”."
                yield Finding(block.at(*match.span()), message, (fix,))
    yield from _ordinals(block, text)


def _ordinals(block: Block, text: str) -> Iterator[Finding]:
    for match in _ORDINAL.finditer(text):
        span = block.at(*match.span())
        number = match["n"]
        instead = f"{number}{_RIGHT.get(number, 'th')}" if number else "No."
        fix = Fix(f"Write “{instead}”", (Edit(span, instead),), Applicability.UNSAFE)
        message = f"“{match.group()}” is a Spanish, Portuguese or Italian ordinal; write “{instead}”."
        yield Finding(span, message, (fix,))
    for match in _PARTED.finditer(text):
        span = block.at(*match.span("gap"))
        fix = Fix("Remove the space", (Edit(span, ""),), Applicability.SAFE)
        yield Finding(span, f"“{match['n']}{match['ending']}” is one word.", (fix,))


def _wide(block: Block, text: str, match: re.Match[str]) -> Finding:
    span = block.at(*match.span("mark"))
    english = _WIDE[match["mark"]]
    if match["after"] or text[match.end("mark") :][:1] in ("", ")", ".", ",", "\n"):
        english = english.rstrip()
    if match["before"] or match.start("mark") == 0:
        english = english.lstrip()
    fix = Fix(f"Write “{english.strip()}”", (Edit(span, english),), Applicability.SAFE)
    return Finding(span, f"“{match['mark']}” is a mark of Chinese or Japanese; write “{english.strip()}”.", (fix,))


def _beside_latin(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    latin = [c for c in (before, after) if c.isalnum() or c in "%)"]
    return bool(latin) and all(c.isascii() for c in latin)


def _is_english(inner: str) -> bool:
    """True for a quotation of plain letters that holds an English function word, or one or two small words."""
    if not inner.isascii():
        return False
    return bool(_ENGLISH.search(inner)) or (inner.islower() and inner.count(" ") < 3)
