"""RD007 unexpanded-acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import BlockKind, Context, Document, Finding, Related, RuleMeta, Severity, Span, rule
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT, is_english, words

META = RuleMeta(
    code="RD007",
    name="unexpanded-acronym",
    summary="an abbreviation of capitals that the article never writes out",
    severity=Severity.INFO,
    mqm_type="Terminology/Unclear",
    its_type="terminology",
    references=(
        "https://service-manual.nhs.uk/content/formatting-and-punctuation",
        "https://digital.gov/guides/plain-language/words/abbreviations",
    ),
    once_a_block=True,
)

_ACRONYM = re.compile(r"(?<![\w.&/+-])[A-Z]{2,5}s?(?![\w&+]|[-/.][A-Za-z0-9])")
_LETTERS = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z]+")
_GENE = re.compile(r",? (?:and \w+ )?(?:genes?|proteins?|mutations?|receptors?)\b")
_ROMAN = re.compile(r"[IVXL]+[ABCD]?")
# "Smith RT, Brown K" in a list of sources
_INITIALS_BEFORE = re.compile(r"[A-Z][a-z]+,? $")
_INITIALS_BEHIND = re.compile(r"[,.:;](?:\s|$)")
_NAMES_IT = re.compile(r"(?:\(|\[|, or |\bor |, |[–—:] ?|\bcalled |\bas |“)(?:an? |the )?$")
_EXPLAINS_IT = re.compile(
    r"(?:\)|”)?,? ?(?:\(|\[|[–—:]|or\b|stands? for\b|means?\b|is short for\b|short for\b|is an?\b|is the\b)"
)
_PREFACE = 4
"""Words such as "stands for the" that may come before the meaning."""
_LONGER = 3
_MOST_PLACES = 5
_AROUND = 120
_SHOUTED = 0.6
# Everybody knows these, or nobody knows what they stand for; names of bodies, of places, of time and of money.
_KNOWN = words(
    "AA AC AD AIDS AM BBC BC BCE BCG CD CDC CE CEO CET CHF CNN CT CV DC DIY DNA DR DVD EC ECG EEC EKG EMA EPA EST",
    "ET EU EUR FAO FAQ FDA GB GBP GMT GP GPS HEPA HIV HQ ID IQ ISO IT IVF JAMA LED MA MBA MD MMR MP MRI MSC NASA",
    "NATO NB NE NHS NICE NIH NW NYC OECD OK OTC PA PC PCR PDF PHD PIN PM PO POW PR PS RN RNA SE SMS SOS SPF SW TB",
    "TH TL TRY TV UAE UFO UK UN UNICEF URL US USA USB USD UTC UV UVA UVB VIP WC WHO WWW XL XS XX XXL XY ZIP",
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """An abbreviation of capitals stands in the text, and the article never says what it stands for.

    ## Why it matters

    Writers know what `ACL` or `PRP` means; many readers do not, and a machine carries over abbreviations of the
    source language as they are. Write it out where it comes first, with the abbreviation in brackets behind it.

    ## Examples

    ```bad
    The ⟦ACL⟧ keeps the knee stable. An ACL that is torn does not heal.
    ---
    We offer ⟦PRP⟧ for hair loss.
    ---
    Heart disease

    A ⟦TTE⟧ shows the valves. If it shows too little, we do a TEE (transesophageal echocardiogram).
    ```

    ```good
    The anterior cruciate ligament (ACL) keeps the knee stable. An ACL that is torn does not heal.
    ---
    The ACL (anterior cruciate ligament) keeps the knee stable.
    ---
    DNA, HIV and the NHS need no words. Open Mon to Fri, 8 AM to 4 PM. Type II diabetes. Vitamin B12 and BRCA1.
    ---
    IMPORTANT: CALL US AT ONCE IF IT BLEEDS.
    ---
    COPD stands for chronic obstructive pulmonary disease.
    ---
    Chronic obstructive pulmonary disease, or COPD, makes it hard to breathe.
    ---
    The gastrointestinal (GI) tract hurts; see Smith RT, Brown KL. Gut pain. A cancer of stage IIIB is treated.
    ```

    ## Limits

    Abbreviations that everybody knows, Roman numerals, genes, grades and names with digits are left alone, and so is
    text in capitals. Words with the right initials next to the abbreviation count as its meaning.

    ## Fix

    None: what it stands for is for a person to say.
    """
    places: dict[str, list[Span]] = {}
    expanded: set[str] = set()
    for block in context.blocks(*RUNNING_TEXT, BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION, roles=BODY):
        if not is_english(block, document):
            continue
        for acronym, match in _acronyms(block.text):
            if _is_expanded(acronym, block.text, match.start(), match.end()):
                expanded.add(acronym)
            elif block.kind in RUNNING_TEXT:
                places.setdefault(acronym, []).append(block.at(*match.span()))
    for acronym, (first, *others) in places.items():
        if acronym in expanded:
            continue
        related = tuple(Related(span, "here too") for span in others[:_MOST_PLACES])
        message = (
            f"The article never says what “{acronym}” stands for. Write it out here, with “({acronym})” behind it."
        )
        yield Finding(first, message, related=related)


def _acronyms(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The abbreviations of a text that readers may not know, without a plural's "s"."""
    if not _ACRONYM.search(text) or _is_shouted(text):
        return
    for match in _ACRONYM.finditer(text):
        acronym = match.group().removesuffix("s")
        if acronym in _KNOWN or _ROMAN.fullmatch(acronym) or _GENE.match(text, match.end()):
            continue
        if len(acronym) >= _LONGER or not _is_initials(text, match.start(), match.end()):
            yield acronym, match


def _is_shouted(text: str) -> bool:
    letters = _LETTERS.findall(text)
    return len(letters) > 5 and sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


def _is_initials(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _AROUND) : start]
    return bool(_INITIALS_BEFORE.search(before) and _INITIALS_BEHIND.match(text, end))


def _is_expanded(acronym: str, text: str, start: int, end: int) -> bool:
    """Whether words beside the abbreviation, set off as its meaning or its name, begin with its letters in order."""
    width = 2 * len(acronym) + 1
    before = text[max(0, start - _AROUND) : start]
    if _NAMES_IT.search(before):
        run = _WORD.findall(before)[-width:]
        if any(_spells(run[number:], acronym) for number in range(len(run))):
            return True
        # One word in two: "gastrointestinal (GI)".
        if before.endswith("(") and run and _spells(["x", run[-1]], acronym, first=1, initials=1):
            return True
    if not _EXPLAINS_IT.match(text, end):
        return False
    run = _WORD.findall(text[end : end + _AROUND])[: width + _PREFACE]
    return any(
        _spells(run[number : number + length], acronym)
        for number in range(min(_PREFACE, len(run)))
        for length in range(2, width + 1)
    )


def _spells(run: list[str], acronym: str, *, first: int = 0, initials: int = 2) -> bool:
    """Whether the words hold the letters in order, the word ``first`` the first one, at least half of them as initials.

    ``initials`` is the fewest that count; for one word alone the first letter is enough.
    """
    if len(run) < 2 or run[first][0].upper() != acronym[0]:
        return False
    # The most initials by number of letters found so far; -1 where so many cannot be found.
    most = [0, *[-1] * len(acronym)]
    for word in run[first:]:
        for place, letter in enumerate(word):
            for found in range(len(acronym), 0, -1):
                if letter.upper() == acronym[found - 1] and most[found - 1] >= 0:
                    most[found] = max(most[found], most[found - 1] + (place == 0))
    return most[-1] >= initials and (initials == 1 or most[-1] * 2 >= len(acronym))
