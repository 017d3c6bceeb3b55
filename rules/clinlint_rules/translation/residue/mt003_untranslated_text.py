"""MT003 untranslated-text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clinlint.api import Block, BlockKind, Confidence, Context, Finding, RuleMeta, Severity, rule
from clinlint_rules.translation.residue.foreign_words import INSTITUTIONS, NAMES, Membership, is_turkish, memberships
from clinlint_rules.translation.residue.letters import (
    WORD,
    has_english_shape,
    is_common_english,
    without_marks,
    words,
)
from clinlint_rules.translation.residue.scripts import ENDONYMS, PASSAGE, language_of

META = RuleMeta(
    code="MT003",
    name="untranslated-text",
    summary="words that are still in the source language",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Untranslated",
    its_type="untranslated",
    references=("https://themqm.org/error-types-2/typology/", "https://www.w3.org/TR/its20/#lqissue-typevalues"),
    supersedes=("MT002",),
)

_NONE = Membership()
_BREAK = re.compile(r"[.!?;|•\n]")
_REFERENCE = re.compile(r"\bdoi\b|\bet al\b|\bISBN\b|\bPMID\b|\b\d{4};\s?\d+|\bpp\. ?\d|\bvol\. ?\d", re.IGNORECASE)
_LANGUAGE = (
    r"(?:Turkish|Spanish|German|French|Italian|Russian|Arabic|Persian|Farsi|Chinese|Latin|Greek|Hebrew|Japanese)"
)
_GLOSSED = re.compile(
    rf"\b{_LANGUAGE}(?: (?:word|term|name|phrase|for|expression|slang)\b|[:,)]| is\b)|\b(?:in|from) {_LANGUAGE}\b"
)
_MONTHS = (
    r"Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|Januar|Februar|März|Juni|Juli|Oktober|Dezember"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = re.compile(rf"(?<![\d.])\d{{1,2}}\.? (?P<month>{_MONTHS})(?: (?:de )?(?:19|20)\d\d|(?=[\s,.]|$))")
_HEADED = words(
    "disease diseases treatment surgery symptoms pain cancer syndrome infection patients operation causes risk doctor"
)


class _Token(NamedTuple):
    start: int
    end: int
    raw: str
    lower: str
    known: Membership
    sentence: int

    @property
    def is_name(self) -> bool:
        return self.raw[0].isupper()


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Words, a heading or a sentence are still in the source language.

    ## Why it matters

    A reader of the English page cannot read them, and often they hold the very thing that was asked for.

    ## Examples

    ```bad
    ⟦Randevu almak için⟧ call our clinic.
    ---
    ⟦Bulaşıcı⟧ diseases spread by touch.
    ---
    The ⟦böbrek⟧ stone was 5 mm.
    ---
    ⟦Dolor de cabeza⟧: what to do
    ---
    Treatment ⟦der Schmerzen und Entzündung⟧ takes a week.
    ---
    See your doctor ⟦при болях⟧ at once.
    ---
    Last changed on 3 ⟦Haziran⟧ 2019.
    ```

    ```good
    Dr Gülşah Çağlar works at Şişli Etfal Hastanesi in İstanbul.
    ---
    Angina pectoris, status asthmaticus and café au lait spots are terms; in vitro, per os and a priori are Latin.
    ---
    The treatment is called "Kur und Bad" in German.
    ---
    The Deutsche Gesellschaft für Innere Medizin and the Universidad de la República agree.
    ---
    Hijama (الحجامة) and qi (气) are old ideas.
    ---
    Torsades de pointes, tic douloureux and maladie de Charcot keep their French names.
    ---
    A glass of rakı with şalgam is no medicine.
    ```

    ## Limits

    The word tables know Turkish, Spanish, German, French, Italian and transliterated Russian; other scripts are told by
    their letters. One foreign word alone is reported only when it is on a short list or has letters that no English
    loanword has. Names, institutions, references and passages whose language is named beside them are left alone.

    ## Fix

    None: the words must be translated.
    """
    text = block.text
    yield from _other_scripts(block, text)
    if _REFERENCE.search(text):
        return
    yield from _dates(block, text)
    yield from _latin_script(block, text)


def _finding(block: Block, start: int, end: int, language: str, confidence: Confidence | None = None) -> Finding:
    message = f"“{block.text[start:end][:60]}” is still in {language}; translate it or leave it out."
    return Finding(block.at(start, end), message, confidence=confidence, data={"language": language})


def _other_scripts(block: Block, text: str) -> Iterator[Finding]:
    if text.isascii():
        return
    named, english = bool(_GLOSSED.search(text)), bool(re.search("[A-Za-z]", text))
    for match in PASSAGE.finditer(text):
        passage = match.group().rstrip(" ,.،؛:;!?؟。、，·-–—()")
        letters = sum(letter.isalpha() for letter in passage)
        language = language_of(passage)
        if letters < 2 or (language == "Greek" and (letters < 4 or " " not in passage)) or passage.lower() in ENDONYMS:
            continue
        start, end = match.start(), match.start() + len(passage)
        mixed = text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()
        if mixed and language not in {"Chinese", "Japanese"}:
            continue  # a mixed word is MT002
        glossed = named or text[max(0, start - 3) : start].rstrip().endswith(("(", '"', "“", "‘", "«", "/", "'"))
        if glossed and english and letters <= 40:
            continue
        yield _finding(block, start, end, language)


def _dates(block: Block, text: str) -> Iterator[Finding]:
    for match in _DATE.finditer(text):
        if match["month"] not in {"mars", "mai", "Juni", "Juli"} or re.search(r"\d{4}$", match.group()):
            month = block.at(*match.span("month"))
            yield Finding(month, f"“{match['month']}” is the month's name in another language; write it in English.")


def _latin_script(block: Block, text: str) -> Iterator[Finding]:
    tokens = _tokens(text)
    if not any(t.known.strong or is_turkish(t.raw, t.lower) for t in tokens):
        return
    glossed = bool(_GLOSSED.search(text))
    taken = bytearray(len(tokens))
    for language in NAMES:
        for first, last in _runs(tokens, language):
            run = tokens[first : last + 1]
            start, end = run[0].start, run[-1].end
            if any(taken[first : last + 1]) or _is_excused(tokens, first, last, glossed):
                continue
            taken[first : last + 1] = b"\x01" * len(run)
            yield _finding(block, start, end, NAMES[language])
    if glossed or any(token.lower in INSTITUTIONS for token in tokens):
        return
    for number, token in enumerate(tokens):
        found = None if taken[number] else _single(block, tokens, number)
        if found is not None:
            yield _finding(block, token.start, token.end, *found)


def _tokens(text: str) -> list[_Token]:
    known = memberships()
    tokens: list[_Token] = []
    sentence = 0
    end = 0
    for match in WORD.finditer(text):
        if _BREAK.search(text, end, match.start()):
            sentence += 1
        end = match.end()
        raw = match.group()
        lower = raw.replace("İ", "i").lower() if "İ" in raw else raw.lower()
        tokens.append(_Token(match.start(), end, raw, lower, known.get(lower, _NONE), sentence))
    return tokens


def _runs(tokens: list[_Token], language: str) -> Iterator[tuple[int, int]]:
    """First and last token of every run that holds at least two strong words of the language."""
    at = 0
    while at < len(tokens):
        if not _is_evidence(tokens[at], language):
            at += 1
            continue
        last, look, strong, gap = at, at + 1, [at], 0
        while look < len(tokens) and tokens[look].sentence == tokens[at].sentence:
            token = tokens[look]
            if _is_evidence(token, language):
                strong.append(look)
                last, gap = look, 0
            elif language in token.known.link:
                gap = min(gap, 1)
            elif gap < 2 and not is_common_english(token.lower) and not _english_looking(token):
                gap += 1
            else:
                break
            look += 1
        small = any(not tokens[n].is_name or _begins(tokens, n) for n in strong)
        if len({tokens[n].lower for n in strong}) >= 2 and (small or (language == "tr" and len(strong) >= 2)):
            yield _widened(tokens, at, last, language)
        at = last + 1


def _is_evidence(token: _Token, language: str) -> bool:
    if language in token.known.strong:
        return not (token.is_name and len(token.lower) < 4) or token.lower in {"ve", "bu"}
    return language == "tr" and not token.is_name and is_turkish(token.raw, token.lower)


def _english_looking(token: _Token) -> bool:
    return token.raw.isascii() and has_english_shape(token.lower)


def _begins(tokens: list[_Token], number: int) -> bool:
    return number == 0 or tokens[number - 1].sentence != tokens[number].sentence


def _widened(tokens: list[_Token], first: int, last: int, language: str) -> tuple[int, int]:
    """The run with the words of the same language on both sides that are no evidence by themselves."""

    def belongs(token: _Token) -> bool:
        if language in token.known.link:
            return not is_common_english(token.lower)
        return not token.raw.isascii() and not is_common_english(without_marks(token.lower))

    sentence = tokens[first].sentence
    while first and tokens[first - 1].sentence == sentence and belongs(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == sentence and belongs(tokens[last + 1]):
        last += 1
    # Where nothing of the sentence is English, the whole sentence is foreign.
    begin, end, room = first, last, last - first
    while room and begin and _is_foreign_rest(tokens[begin - 1], sentence):
        begin, room = begin - 1, room - 1
    while room and end + 1 < len(tokens) and _is_foreign_rest(tokens[end + 1], sentence):
        end, room = end + 1, room - 1
    if _begins(tokens, begin) and (end + 1 == len(tokens) or tokens[end + 1].sentence != sentence):
        return begin, end
    return first, last


def _is_foreign_rest(token: _Token, sentence: int) -> bool:
    return token.sentence == sentence and not is_common_english(token.lower) and not _english_looking(token)


def _is_excused(tokens: list[_Token], first: int, last: int, glossed: bool) -> bool:
    """True for the name of an institution, and for a short passage that the sentence says is foreign."""
    around = tokens[max(0, first - 3) : last + 4]
    if last - first < 8 and any(t.lower in INSTITUTIONS for t in around):
        return True
    return last - first < 6 and glossed


def _single(block: Block, tokens: list[_Token], number: int) -> tuple[str, Confidence | None] | None:
    """The language of a word that is foreign by itself, and how sure that is."""
    token = tokens[number]
    alone = sorted(token.known.alone)
    turkish = is_turkish(token.raw, token.lower)
    if not alone and not turkish:
        return None
    language = NAMES[alone[0]] if alone else NAMES["tr"]
    if not token.is_name or "de" in token.known.alone:  # German writes its nouns with a capital
        return language, None
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    heading = block.kind in {BlockKind.HEADING, BlockKind.TITLE} or len(tokens) <= 3
    if alone and (heading or (_begins(tokens, number) and (following is None or not following.is_name))):
        return language, None
    if _begins(tokens, number) and following is not None and following.raw in _HEADED:
        return language, Confidence.MEDIUM
    return None
