"""MT004 mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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

META = RuleMeta(
    code="MT004",
    name="mojibake",
    summary="characters damaged by a wrong encoding",
    severity=Severity.ERROR,
    mqm_type="Linguistic conventions/Character encoding",
    its_type="characters",
    languages=("*",),
    references=("https://ftfy.readthedocs.io/", "https://www.w3.org/International/questions/qa-what-is-encoding"),
    fix=FixAvailability.SOMETIMES,
    kinds=frozenset(BlockKind),
    supersedes=("MT002", "MT003", "MT005", "MT006"),
)

# What the bytes 80 to BF look like in the one-byte code pages of Windows, DOS and Macintosh.
_LONGEST = 120
_TRAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d"
    "\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u011e\u011f\u0130\u0131\u015e\u015f"
)
_CANDIDATE = re.compile(
    rf"[\u00c2-\u00df][{_TRAIL}]"  # two bytes read as Latin-1 or Windows-125x: Ã© Ä± Â°
    rf"|\u00e2[{_TRAIL}]|\u00ef[\u00bb\u00bc\u00bf\u00ac]|\u00f0\u0178"  # three and four bytes: â€™ ï»¿ ðŸ˜
    r"|[\u251c\u252c][\u00a0-\u00ff\u2500-\u259f]|\u0393[\u00c7\u00eb\u00e5\u00f6]"  # DOS: ┬á ├® ΓÇÖ
    r"|\u0e42\u20ac|\u0432\u0402|[\u0420\u0421][\u00a0-\u00bf\u0401-\u040f\u0450-\u045f\u201a-\u2122]"  # Thai, Cyrillic
    r"|\u201a\u00c4[\u00a0-\u2122]|\u221a[\u00a9\u00b1\u00ba\u00fc\u2202\u00a7\u2022]"  # Macintosh: ‚Äô √©
    r"|(?<![^\s.,;:!?)\d])\u00c2(?=\s|$)"  # Â that stood before a no-break space
    r"|\u00a2[\u00f1-\u00fc]|\u00a6[\u00c1-\u00d8\u00e1-\u00f8]|"
    r"(?<=[\d ])\u00a1[\u00c0\u00dd\u00dc\u00e6](?=[ \d]|$)"  # Chinese: ¢ò ¦Á
    r"|\ufffd|[\u0080-\u009f]"
)
_PIECE = re.compile(r"[^\x00-\x20\u2028\u2029]{1,120}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_CERTAINLY_DAMAGED = re.compile(r"\ufffd|[\u0080-\u009f]|\u00e2\u20ac|[\u251c\u252c][\u00a0-\u00ff]|\u0e42\u20ac")
_CHINESE = re.compile(r"\u00a2[\u00f1-\u00fc]|\u00a6[\u00c1-\u00f8]|\u00a1[\u00c0\u00dd\u00dc\u00e6]")
_CODE_PAGES = ("sloppy-windows-1252", "sloppy-windows-1254", "cp437", "cp874", "sloppy-windows-1251", "mac-roman")
# "5 Å²" and the letter „Ä“ in German quotes are no damage.
_INNOCENT = re.compile(r"\d[ \u00a0]?\u00c5[²³\u2013\u2014]|[„“”‘’«]\u00c4[“”’»]")
_PLAUSIBLE = re.compile(
    r"[\u00a0-\u024f\u0370-\u03ff\u0400-\u04ff\u2010-\u2044\u20ac\u2122\u2190-\u22ff\ufb01\ufb02\U0001f300-\U0001faff]+"
)

# A page in Turkish (Windows-1254) that was read as Western (Windows-1252): ý þ ð for ı ş ğ.
_TURKISH_AS_WESTERN = re.compile(r"[ýþðÝÞÐ]")
_WORD = re.compile(r"[^\W\d_]{2,60}")
_ICELANDIC = frozenset("áéíóúæÁÉÍÓÚÆ")
_TO_TURKISH = str.maketrans("ýþðÝÞÐ", "ışğİŞĞ")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Characters are damaged: the text was written in one encoding and read in another.

    ## Why it matters

    A reader sees `donâ€™t` or `SaÄŸlÄ±k` and stops trusting the page; a screen reader spells the rubbish out, and a
    damaged `≥` or `µ` in front of a dose is dangerous.

    ## Examples

    ```bad
    Your body doesn⟦â€™⟧t need it.
    ⇒
    Your body doesn’t need it.
    ---
    A temperature of 38⟦Â°⟧C is a fever.
    ⇒
    A temperature of 38°C is a fever.
    ---
    The word sa⟦ÄŸlÄ±⟧k means health.
    ⇒
    The word sağlık means health.
    ---
    It is called bel f⟦ýtýðý⟧ in Turkish.
    ---
    The nurse said: ⟦�⟧Rest now.
    ```

    ```good
    Ångström measured light; 5 Å² is an area.
    ---
    São Paulo, Québec, Ménière, Łódź and Đà Nẵng keep their letters.
    ---
    The letter „Ä“ is called Umlaut.
    ---
    Guðrún Þórðardóttir works in Reykjavík.
    ---
    Take ≥ 5 µg – “never” more than 10 ± 2 µg…
    ```

    ## Limits

    Damage that left only plain letters or question marks (`doesn?t`) is not seen. A replacement character (`�`) tells
    that something is lost, not what.

    ## Fix

    The characters are decoded again with ftfy, or with the one code page that explains them: safe. A single letter that
    stands alone between two words is removed: unsafe. Turkish letters
    that Western pages show as ý þ ð are unsafe to change, and a replacement character has no fix.
    """
    text = block.text
    if text.isascii():
        return
    if _CANDIDATE.search(text):
        yield from _damaged_runs(block, text)
    if _TURKISH_AS_WESTERN.search(text):
        yield from _turkish_as_western(block, text)


def _is_debris(text: str, start: int, end: int, repaired: str) -> bool:
    """True for a single letter of another language between two English words: what is left of a word."""
    alone = text[max(0, start - 1) : start] == " " and text[end : end + 1] == " "
    return alone and len(repaired) == 1 and repaired.isalpha() and not repaired.isascii()


def _damaged_runs(block: Block, text: str) -> Iterator[Finding]:
    done = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() < done or _INNOCENT.search(text, max(0, match.start() - 3), match.end() + 1):
            continue
        start, end = _run(text, match.start(), match.end(), done)
        done = end
        damaged = text[start:end]
        span = block.at(start, end)
        repaired = _decoded(damaged)
        if repaired is not None and _is_debris(text, start, end, repaired):
            edit = Edit(block.at(start - 1, end), "")
            message = f"“{damaged}” is a “{repaired}” read in the wrong encoding that belongs to no word."
            yield Finding(span, message, (Fix("Remove it", (edit,), Applicability.UNSAFE),))
        elif repaired is not None:
            fix = Fix(
                f"Write “{repaired.strip()}”" if repaired.strip() else "Remove it",
                (Edit(span, repaired),),
                Applicability.SAFE,
            )
            yield Finding(span, f"“{damaged}” is “{repaired}” read in the wrong encoding.", (fix,))
        elif _CERTAINLY_DAMAGED.search(damaged):
            yield Finding(span, "Characters were lost when the text was read in the wrong encoding; look them up.")


def _run(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """The damaged run around a candidate: from the first to the last damaged character of its word."""
    while start > floor and not text[start - 1].isascii() and end - start < _LONGEST:
        start -= 1
    piece = _PIECE.match(text, start)
    limit = max(end, piece.end() if piece else end)
    while end < limit and not text[end].isascii():
        end += 1
    while True:
        further = _CANDIDATE.search(text, end, limit)
        if further is None or not text[end : further.start()].isalpha():
            return start, end
        end = further.end()
        while end < limit and not text[end].isascii():
            end += 1


@lru_cache(maxsize=1024)
def _decoded(damaged: str) -> str | None:
    """The characters as they were written; None when no code page explains the damage."""
    import ftfy

    if damaged == "\u00c2":
        return ""
    text = damaged
    for _ in range(4):
        repaired = ftfy.fix_encoding(text)
        if repaired == text:
            repaired = _NOT_ASCII.sub(lambda run: _by_code_page(run.group()), text)
        if repaired == text:
            break
        text = repaired
    text = text.replace("\ufeff", "")
    if text == damaged or _CANDIDATE.search(text):
        return None
    return text


def _by_code_page(run: str) -> str:
    if _CHINESE.fullmatch(run):
        return run.encode("latin-1").decode("gb2312", errors="replace")
    for page in _CODE_PAGES:
        try:
            repaired = run.encode(page).decode("utf-8")
        except (UnicodeError, LookupError):
            continue
        if _PLAUSIBLE.fullmatch(repaired):
            return repaired
    if run.startswith("\u0e42\u20ac"):  # a Thai page shows â as โ, and the rest as Western pages do
        western = _by_code_page("\u00e2" + run[1:])
        return western if _PLAUSIBLE.fullmatch(western) and len(western) < len(run) else run
    return run


def _turkish_as_western(block: Block, text: str) -> Iterator[Finding]:
    for match in _WORD.finditer(text):
        word = match.group()
        odd = {letter.lower() for letter in word} & set("ýþð")
        if not odd or "ý" not in odd or _ICELANDIC.intersection(word):
            continue
        if len(odd) < 2 and word.lower().count("ý") < 2:
            continue
        positions = [n for n, letter in enumerate(word) if letter in "ýþðÝÞÐ"]
        span = block.at(match.start() + positions[0], match.start() + positions[-1] + 1)
        repaired = word[positions[0] : positions[-1] + 1].translate(_TO_TURKISH)
        message = f"“{word}” is Turkish “{word.translate(_TO_TURKISH)}” read in the Western encoding; translate it."
        yield Finding(span, message, (Fix("Restore the letters", (Edit(span, repaired),), Applicability.UNSAFE),))
