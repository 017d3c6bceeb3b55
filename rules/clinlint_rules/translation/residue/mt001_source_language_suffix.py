"""MT001 source-language-suffix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clinlint.api import (
    Applicability,
    Block,
    Confidence,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    Span,
    rule,
)
from clinlint_rules.translation.residue.foreign_titles import ABBREVIATIONS, TITLES, Debris, compiled
from clinlint_rules.translation.residue.letters import words
from clinlint_rules.translation.residue.turkish_suffixes import AFTER_NUMBERS, ALONE, CERTAIN, MEANING, meaning

META = RuleMeta(
    code="MT001",
    name="source-language-suffix",
    summary="ending, title or abbreviation of the source language",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Untranslated",
    its_type="untranslated",
    references=("https://tdk.gov.tr/icerik/yazim-kurallari/kesme-isareti/",),
    fix=FixAvailability.SOMETIMES,
    supersedes=("MT002", "MT006"),
)

_QUOTE = "[’‘'´`]"


def _either(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(forms, key=lambda form: (-len(form), form))) + ")"


# behind an apostrophe: the clinic'nın, Ankara'da, 1990'lar, %20'si
_APOSTROPHE = re.compile(rf"(?<=[^\W_]){_QUOTE}(?P<suffix>{_either([*MEANING, *AFTER_NUMBERS])})(?![\w’‘'-])")
_HOST = re.compile(r"[^\W_]{1,40}$")
_APOSTROPHE_ALONE = re.compile(rf"(?<![\w’‘']){_QUOTE}(?P<suffix>{_either(CERTAIN)})(?![\w’‘'-])")
_ALONE = re.compile(rf"(?<![\w’‘'´`-]){_either(ALONE)}(?![\w’‘'-])")
# behind a unit or a bracket: 3 cm den, (x) dır, 10 mg dan
_AFTER_UNIT_FORMS = _either(words("den dan ten tan dir dır dur dür tir tır lik lık nin nın"))
_AFTER_BRACKET_FORMS = _either(words("den dan dir dır dur dür tir tır nin nın nun lar ler lik lık"))
_UNIT = r"(?:[cmkµ]?m|[mkµ]?g|mcg|[mc]?l|mL|kcal|mmHg|IU|°C|%|years?|days?|weeks?|hours?)"
_AFTER_UNIT = re.compile(
    rf"\d ?{_UNIT} (?P<suffix>{_AFTER_UNIT_FORMS})"
    r"(?= (?![A-Z])|[,.;:)]|$)"
)
_AFTER_BRACKET = re.compile(
    rf"[)”\"] (?P<suffix>{_AFTER_BRACKET_FORMS})"
    r"(?= [^A-Z]|[,.;:]|$)"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:i\.?e\.?,|is|are|called|named|known as) (?P<suffix>den|dan|nin|nun|dir|belirt)(?= [a-z])"
)
# "en" is Turkish for "most"; en route, en bloc and the like are English.
_MOST = re.compile(
    r"\b(?:is|are|was|were|called) (?P<suffix>en)"
    r"(?= (?!route|bloc|masse|suite|face|vogue|passant|garde|plein|pointe|coup|caul)[a-z]{3})"
)
_HYPHEN = re.compile(
    r"(?<![^\s(\"“”’])-"
    r"(?P<suffix>lar|ler|lık|lik|nın|nin|dan|den|mek|mak|ungen|ung|heit|keit|ción|ciones|miento)(?![\w-])"
)
_SPEAKS_OF_ENDINGS = re.compile(r"\b(?:suffix|ending|plural|grammar|endings|suffixes)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|(?<=\s))(?:the|a|an|this|that|these|our)\s{1,3}[‘’'“”\"]?\s?$", re.IGNORECASE)
# " 10% Rule ’is": what stands between the ending and a quotation mark on the wrong side of its space.
_QUOTED_AFTER = re.compile(
    r"\s{1,3}(?P<inner>[^\s’‘'“”\"]{1,30}(?: [^\s’‘'“”\"]{1,30}){0,7})"
    r"(?P<space> ?)(?P<mark>[’‘'“”\"])(?P<gap> ?)(?P<next>[^\W\d_]{1,20})"
)
_TITLES = compiled(TITLES)
_ABBREVIATIONS = compiled(ABBREVIATIONS)
_NUMBERED = frozenset(AFTER_NUMBERS)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """An ending, title or abbreviation of the source language was left in the English.

    ## Why it matters

    Turkish hangs its grammar on the end of words: `-ın` is "of", `-den` is "from", `-dır` is "is". When a machine
    cuts such an ending off at a quotation mark, a number or a unit, it remains as a word that no reader understands.
    Titles (`Op. Dr.`) and abbreviations (`z.B.`, `p. ej.`) stay behind in the same way.

    ## Examples

    ```bad
    ⟦The ın Two Finger Test ’is⟧ done on the back of the hand.
    ⇒
    The "Two Finger Test" is done on the back of the hand.
    ---
    Stones larger than 2 cm ⟦den⟧ need surgery.
    ⇒
    Stones larger than 2 cm need surgery.
    ---
    Ask for the clinic⟦'nın⟧ price list.
    ⇒
    Ask for the clinic’s price list.
    ---
    ⟦Op. Dr.⟧ Ayla Demirel sees patients on Monday.
    ---
    Citrus fruit ⟦z.B.⟧ lemons and limes is rich in vitamin C.
    ⇒
    Citrus fruit e.g. lemons and limes is rich in vitamin C.
    ---
    Since the 1990⟦'lar⟧ this operation is done through a small cut.
    ```

    ```good
    The patients' doctor doesn't say who'll come.
    ---
    Prof. Dr. Aslı Kaya and Dr. med. Jan den Hartog work in Xi'an and Sana'a.
    ---
    The suffix -lar makes a Turkish plural.
    ---
    He was seen post-op. Dr. Reed found no bleeding.
    ---
    The lesion was 3 cm deep, ten of them in one den.
    ---
    She takes vitamin B. Usually this helps.
    ```

    ## Limits

    Endings that are also words of English or of names (`in`, `de`, `den`) are reported behind a name, a number or a
    unit only. Prof. Dr. and Dr. med. are accepted titles.

    ## Fix

    The phrase without the debris, with quotation marks restored where the broken ones show their place: unsafe,
    since a word such as "of" or "from" may have to be put in. Titles are only suggested.
    """
    text = block.text
    taken = Span(0, 0)
    for finding in sorted(_findings(block, text), key=lambda f: (f.span.start, -len(f.span))):
        if finding.span.start < taken.end and taken.end:
            continue
        taken = finding.span
        yield finding


def _findings(block: Block, text: str) -> Iterator[Finding]:
    yield from _endings(block, text)
    yield from _debris(block, _TITLES, TITLES, Applicability.DISPLAY)
    yield from _debris(block, _ABBREVIATIONS, ABBREVIATIONS, Applicability.UNSAFE)


def _endings(block: Block, text: str) -> Iterator[Finding]:
    for match in _ALONE.finditer(text):
        if not _in_foreign_words(text, match.start(), match.end()):
            finding = _phrase(block, text, match.start(), match.end(), match.group())
            if finding is not None:
                yield finding
    for match in _APOSTROPHE_ALONE.finditer(text):
        yield _removed(block, text, match.start(), match.end(), match["suffix"])
    for match in _APOSTROPHE.finditer(text):
        yield from _behind_apostrophe(block, text, match)
    for pattern in (_AFTER_UNIT, _AFTER_BRACKET, _BEFORE_NOUN, _MOST):
        for match in pattern.finditer(text):
            yield _removed(block, text, *match.span("suffix"), match["suffix"])
    if not _SPEAKS_OF_ENDINGS.search(text):
        for match in _HYPHEN.finditer(text):
            yield _removed(block, text, *match.span(), match["suffix"])


def _in_foreign_words(text: str, start: int, end: int) -> bool:
    """True when a neighbour is a Turkish word too: then the passage is untranslated (MT003)."""
    around = text[max(0, start - 15) : start].split()[-1:] + text[end : end + 15].split()[:1]
    return any(re.search(r"[ığşİ]", word) for word in around)


def _phrase(block: Block, text: str, start: int, end: int, suffix: str) -> Finding | None:
    before = _BEFORE.search(text[max(0, start - 12) : start])
    if suffix == "ın" and not before and re.match(r"\s[a-z]{2,}", text[end : end + 4]):
        return None  # "ın the morning" is the word "in" with a Turkish letter (MT002)
    quoted = _QUOTED_AFTER.match(text, end)
    if quoted is None or not _is_misplaced(quoted, text):
        return _removed(block, text, start, end, suffix)
    first = start - len(before.group()) if before else start
    article = before.group().split()[0] + " " if before else ""
    span = block.at(first, quoted.end())
    proposal = f'{article}"{quoted["inner"]}" {quoted["next"]}'
    message = (
        f"“{suffix}” is a Turkish ending, {meaning(suffix)}, cut off from its word, and the quotation marks "
        "were lost with it."
    )
    return Finding(span, message, (Fix(f"Write {proposal}", (Edit(span, proposal),), Applicability.UNSAFE),))


def _is_misplaced(quoted: re.Match[str], text: str) -> bool:
    """True when the mark behind the phrase closes nothing where it stands."""
    mark = quoted["mark"]
    if quoted["space"] and not quoted["gap"]:
        return mark in "’”" or mark not in text[quoted.end() : quoted.end() + 60]
    return bool(quoted["gap"]) and not quoted["space"] and not quoted["inner"].endswith("s")


def _removed(block: Block, text: str, start: int, end: int, suffix: str) -> Finding:
    german = suffix in {"ung", "ungen", "heit", "keit"}
    spanish = suffix in {"ción", "ciones", "miento"}
    language = "German" if german else "Spanish" if spanish else "Turkish"
    sense = "" if german or spanish else f", {meaning(suffix)}"
    message = f"“{suffix}” is a {language} ending{sense}, that the translation left behind."
    first = start - 1 if start and text[start - 1] == " " else start
    last = end + 1 if first == start and text[end : end + 1] == " " else end
    fix = Fix(f"Remove “{suffix}”", (Edit(block.at(first, last), ""),), Applicability.UNSAFE)
    return Finding(block.at(start, end), message, (fix,), data={"source_word": suffix})


def _behind_apostrophe(block: Block, text: str, match: re.Match[str]) -> Iterator[Finding]:
    found = _HOST.search(text[max(0, match.start() - 40) : match.start()])
    host, suffix = found.group() if found else "", match["suffix"]
    number = host.isdigit()
    if suffix not in CERTAIN:
        if not (number or host[:1].isupper()) or (suffix in _NUMBERED and suffix not in MEANING and not number):
            return
        if number and (len(suffix) == 1 and suffix.isascii()):
            return
        if not number and (len(host) < 4 and not (host.isupper() and len(host) > 1)):
            return
    if number:
        edit, applicability = None, Applicability.DISPLAY
    else:
        edit, applicability = ("’s" if meaning(suffix).startswith("genitive") else ""), Applicability.UNSAFE
    span = block.at(match.start(), match.end())
    message = f"“{suffix}” is a Turkish ending, {meaning(suffix)}; say it with an English word or leave it out."
    title = "Write ’s" if edit else "Remove the ending"
    fix = Fix(title, (Edit(span, edit or ""),), applicability)
    yield Finding(span, message, (fix,), data={"source_word": suffix})


def _debris(
    block: Block, pattern: re.Pattern[str], entries: tuple[Debris, ...], applicability: Applicability
) -> Iterator[Finding]:
    for match in pattern.finditer(block.text):
        entry = entries[int((match.lastgroup or "d0")[1:])]
        span = block.at(*match.span())
        confidence = entry.confidence if entry.confidence is not Confidence.HIGH else None
        message = f"“{match.group()}” is {entry.language} ({entry.meaning}); English readers do not know it."
        fixes = (Fix(f"Write “{entry.english}”", (Edit(span, entry.english),), applicability),) if entry.english else ()
        yield Finding(span, message, fixes, confidence=confidence)
