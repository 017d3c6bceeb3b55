"""MT002 source-language-letters."""

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
from clinlint_rules.translation.residue.letters import (
    TURKISH_ONLY,
    WORD,
    has_english_shape,
    is_common_english,
    without_marks,
    words,
)

META = RuleMeta(
    code="MT002",
    name="source-language-letters",
    summary="letter of another alphabet inside an English word",
    severity=Severity.ERROR,
    mqm_type="Linguistic conventions/Character encoding",
    its_type="characters",
    references=("https://www.unicode.org/reports/tr39/", "https://www.unicode.org/Public/UNIDATA/SpecialCasing.txt"),
    fix=FixAvailability.ALWAYS,
)

_CANDIDATE = re.compile(r"[^\x00-\x7f]|[A-Z]i[A-Z]")

# Letters that look like Latin ones (Unicode Technical Standard 39, confusables), each with its twin.
_CYRILLIC = dict(zip("аеосрхуіјѕһАВЕКМНОРСТХІЈЅ", "aeocpxyijshABEKMHOPCTXIJS", strict=True))
_GREEK = dict(zip("ονιυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oviuABEZHIKMNOPTYX", strict=True))
_TWINS = str.maketrans({**_CYRILLIC, **_GREEK})
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_IS_GREEK = re.compile(r"[\u0370-\u03ff]")
_IS_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

# English spells these with their marks, or may.
_LOANWORDS = words(
    "naïve naïvely naïveté façade café cafés rôle rôles résumé résumés cliché clichés décor début élite régime "
    "régimes crème entrée fiancé fiancée née protégé sauté purée purées soufflé première exposé détente matinée déjà "
    "coöperate coöperation coöperative reëxamine preëminent zoölogy aërobic anaërobic séance pâté melée mêlée touché "
    "risqué blasé consommé attaché communiqué émigré über uber jalapeño piñata señor señora açaí"
)
_ENGLISH_ENOUGH = 5
_BEGINS_ENGLISH = (
    *("individ", "inter", "intra", "infect", "inflam", "infus", "inject", "injur", "implant", "import", "improv"),
    *("incis", "includ", "increas", "irrit", "irreg", "illn", "ischem", "immed", "insuff", "involv"),
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A letter of the source language, or a look-alike of another script, stands inside an English word.

    ## Why it matters

    Turkish has a dotted and a dotless i. When a Turkish keyboard, font or upper-casing touches English, `If` becomes
    `İf` and `aesthetic` becomes `aesthetıc`. Cyrillic `о` looks like Latin `o` but no search engine, screen reader or
    spelling checker takes it for one.

    ## Examples

    ```bad
    ⟦İf⟧ the wound opens, call your clinic.
    ⇒
    If the wound opens, call your clinic.
    ---
    Our ⟦aesthetıc⟧ team plans every ⟦operatıon⟧ with you.
    ⇒
    Our aesthetic team plans every operation with you.
    ---
    ⟦EYELİD⟧ SURGERY
    ⇒
    EYELID SURGERY
    ---
    The ⟦dоctor⟧ listens to the lungs.
    ⇒
    The doctor listens to the lungs.
    ---
    ⟦CHRONiC⟧ COUGH AND ASTHMA
    ```

    ```good
    Professor Işık moved from İzmir to Beşiktaş.
    ---
    Ménière disease, Sjögren syndrome and Guillain-Barré syndrome are named after people.
    ---
    TNF‑α, β-lactam and α-blocker are written with Greek letters, as is 5 µg.
    ---
    A naïve reading of the café menu helps nobody.
    ---
    RNAi and siRNA switch genes off; LiDAR does not.
    ---
    <p>See <span lang="tr">acil servis</span> signs.</p>
    ```

    ## Limits

    Only words that are common English without the mark, or that end like English words, are reported. A misspelt
    word with a foreign letter may be missed. A suffix such as `ın` that stands alone is MT001, a foreign word MT003.

    ## Fix

    The letter is exchanged for its Latin twin: safe when the result is a common English word, else unsafe.
    """
    text = block.text
    if not _CANDIDATE.search(text):
        return
    for match in WORD.finditer(text):
        word = match.group()
        if word.isascii() and not _is_small_i_in_capitals(word):
            continue
        found = _repaired(word, text, match.start(), match.end())
        if found is None:
            continue
        repaired, message = found
        span = block.at(*match.span())
        certain = is_common_english(repaired) and len(repaired) > 1
        applicability = Applicability.SAFE if certain else Applicability.UNSAFE
        fix = Fix(f"Write “{repaired}”", (Edit(span, repaired),), applicability)
        yield Finding(span, message, (fix,) if repaired != word else ())


def _repaired(word: str, text: str, start: int, end: int) -> tuple[str, str] | None:
    """The word as English spells it and what is odd about it; None when it may be right."""
    cyrillic, greek = _IS_CYRILLIC.search(word), _IS_GREEK.search(word)
    if cyrillic or greek:
        return _without_twins(word, text, start, end, bool(cyrillic))
    if word.isascii():
        return word.upper(), "A small i stands among capitals: Turkish upper-casing makes İ of i, and the dot was lost."
    turkish = bool(TURKISH_ONLY.intersection(word)) or "i\u0307" in word.lower()
    plain = without_marks(word)
    if turkish and _is_english_with_turkish_letter(word, plain, text, start, end):
        plain = plain.upper() if _is_capitals(word) else plain
        letters = ", ".join(dict.fromkeys(c for c in word if c in TURKISH_ONLY)) or "i̇"
        return plain, f"The Turkish letter {letters} stands in an English word; English writes “{plain}”."
    if not turkish and _is_english_with_accent(word, plain, text, start):
        letters = ", ".join(dict.fromkeys(c for c in word if not c.isascii()))
        return plain, f"English does not write {letters} here; the word is “{plain}”."
    return None


def _is_english_with_turkish_letter(word: str, plain: str, text: str, start: int, end: int) -> bool:
    if len(plain) == 1 or _has_foreign_neighbour(text, start, end):
        return False
    if word == "ın":
        # "the ın 10% rule" is a suffix that lost its word (MT001); "ın the morning" is the English word.
        return bool(re.match(r"\s[a-z]{2,}", text[end : end + 4])) and not re.search(
            r"(?:\b(?:the|a|an|this|these|our|your)|[\"“”‘’'])\s*$", text[max(0, start - 8) : start], re.IGNORECASE
        )
    if len(plain) < 4 and TURKISH_ONLY.intersection(word) & frozenset("ğĞşŞ"):
        return False  # "iş", "aş", "ağ" are Turkish words
    if any(not letter.isascii() and letter not in "ıİ\u0307" for letter in word) and not is_common_english(plain):
        return False  # with ş or ç beside the ı the word is Turkish
    return has_english_shape(plain) or (word[0] == "İ" and plain.lower().startswith(_BEGINS_ENGLISH))


def _has_foreign_neighbour(text: str, start: int, end: int) -> bool:
    """True when a word beside is foreign too, as in the name of an institution."""
    before = WORD.findall(text[max(0, start - 30) : start].rpartition(".")[2])[-1:]
    after = WORD.findall(text[end : end + 30].partition(".")[0])[:1]
    return any(not word.isascii() and not has_english_shape(without_marks(word)) for word in before + after)


def _is_english_with_accent(word: str, plain: str, text: str, start: int) -> bool:
    if len(plain) < _ENGLISH_ENOUGH or word.lower() in _LOANWORDS or word[0].isupper():
        return False
    if "-" in text[max(0, start - 1) : start]:
        return False
    return sum(not c.isascii() for c in word) <= 2 and is_common_english(plain)


def _without_twins(word: str, text: str, start: int, end: int, cyrillic: bool) -> tuple[str, str] | None:
    plain = word.translate(_TWINS)
    mixed = bool(_IS_LATIN.search(word))
    if cyrillic:
        lone_unit = word == "С" and bool(re.search(r"\d\s?[°º]\s?$", text[max(0, start - 4) : start]))
        lone_word = word in ("а", "А", "І") and bool(re.match(r" [a-z]", text[end : end + 2]))
        if not (lone_unit or lone_word or (mixed and len(word) > 1)):
            return None
        return plain if plain.isascii() else word, _mixed("Cyrillic")
    if mixed and len(word) >= _ENGLISH_ENOUGH and plain.isascii() and has_english_shape(plain):
        return plain, _mixed("Greek")
    return None


def _mixed(script: str) -> str:
    return f"A {script} letter that looks like a Latin one stands in the word; search and screen readers fail on it."


def _is_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > len(word) / 2 and len(word) > 1 and word[1:].upper() == word[1:]


def _is_small_i_in_capitals(word: str) -> bool:
    if len(word) < 4 or "i" not in word[1:-1] or not word.replace("i", "").isupper():
        return False
    if word[0] == "i" or word[-1] == "i":
        return False
    return has_english_shape(word) or (len(word) >= 12 and word.count("i") > 1)
