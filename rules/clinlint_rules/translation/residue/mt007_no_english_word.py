"""MT007 no-english-word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clinlint.api import (
    PROSE,
    Applicability,
    Block,
    Confidence,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)
from clinlint_rules.translation.residue.lexicon import is_known
from clinlint_rules.translation.residue.medical_forms import opens_medical
from clinlint_rules.translation.residue.respelling import nearest

META = RuleMeta(
    code="MT007",
    name="no-english-word",
    summary="word in small letters that no English word list knows",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Untranslated",
    its_type="untranslated",
    references=(
        "http://wordlist.aspell.net/",
        "WHO, The use of stems in the selection of International Nonproprietary Names (2018)",
    ),
    fix=FixAvailability.SOMETIMES,
)

# A word in small letters that is no part of an address, a name, a compound or a formula.
_WORD = re.compile(r"(?<![\w’'.\-‐‑/@#&+_=\\°])[a-z]{4,30}(?![\w’'\-‐‑/@&+_=\\(]|\.\w)")
_COMPOUND = re.compile(r"(?<![\w’'.\-‐‑/@#&+_=\\°])[a-z]{2,20}(?:-[a-z]{2,20}){1,3}(?![\w’'\-‐‑/@&+_=\\(]|\.\w)")
_PART = re.compile(r"[a-z]{5,}")
_LATIN = re.compile(r"(?:us|um|ae|ii|ense|ensis)\Z")
_SPECIES = re.compile(r"(?:is|os|a|ans|ens|es|i|ix|ex|on|or|ax)\Z")
_BEFORE = re.compile(r"([^\W\d_]+\.?)[ \u00a0]+\Z")
_INTRODUCED = re.compile(
    r"(?:called|named|termed|known as|word|term|ad|in|de|per|et|von|van|la|el|al)[ \u00a0]+[a-z]*[ \u00a0]?\Z"
)
_OPENING = "“‘\"'(«[„*_`"
_TERM = 3
_MOST = 25


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A word in small letters is no English word: it was taken over from the source, half translated, or misspelt.

    A translation engine that does not know a word copies it, or builds one from pieces: Turkish *verem*
    (tuberculosis) stays as it is, *jiroskop* becomes "jyroscope", Spanish *oralización* becomes "oralization".

    ## Why it matters

    The reader meets a word that no dictionary explains, and in a list of diseases or drugs one item is lost.

    ## Examples

    ```bad
    The vaccine protects against ⟦verem⟧ and measles.
    ---
    The tablets are taken with ⟦ayran⟧ or water after ⟦kahvalty⟧.
    ---
    The ⟦sweling⟧ goes down within a week.
    ---
    The nurse is ⟦voiceing⟧ her doubts about a non-⟦osklerotic⟧ lesion.
    ```

    ```good
    Sphincteroplasty, molindone, fibrolaryngoscopy and hyperprolinemia are medical words.
    ---
    It is caused by Malassezia pachydermatis, C. trachomatis or E. histolytica; eat ad libitum.
    ---
    In Turkey this soup is called tarhana, and the drink “salep” is served hot (boza in autumn).
    ---
    Paediatric and pediatric, catheterise and catheterize: both spellings are right.
    ---
    Write to anfrage@klinik.example, see www.klinik.example/termin, and use the app miKlinik or e-nabiz.
    ---
    The smartphone app, the webinar and the podcast are unvalidated retellings of non-reimbursable care.
    ```

    ## Limits

    Only words of four or more plain small letters are judged, since names are capitals. Words in quotation marks or
    brackets, Latin names of species, and words built of Greek and Latin forms are left alone. A word that the article
    uses three times or more may be a term of its trade: it is reported as information. Each word is reported once.

    ## Fix

    The common word that is one letter away, where there is one; a person decides.
    """
    counts: Counter[str] = Counter()
    places: dict[str, tuple[Block, int, int]] = {}
    for block in context.blocks(*PROSE, roles=META.roles):
        if block.attrs.get("lang", "en")[:2] != "en":
            continue
        text = block.text
        for word, start, end in _words(text):
            if is_known(word) or context.accepts(word):
                continue
            counts[word] += 1
            if word not in places and not _is_excused(text, start, end, word):
                places[word] = (block, start, end)
    for word, (block, start, end) in list(places.items())[:_MOST]:
        yield _finding(block, start, end, word, counts[word])


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words in small letters, and those of a compound (``non-osclerotic``) that are no prefix."""
    for match in _WORD.finditer(text):
        yield match.group(), *match.span()
    for compound in _COMPOUND.finditer(text) if "-" in text else ():
        for part in _PART.finditer(text, *compound.span()):
            if not opens_medical(part.group()):
                yield part.group(), *part.span()


def _finding(block: Block, start: int, end: int, word: str, count: int) -> Finding:
    span = block.at(start, end)
    better = nearest(word)
    fixes = (Fix(f"Write “{better}”", (Edit(span, better),), Applicability.UNSAFE),) if better else ()
    meant = f" “{better}” may be meant." if better else ""
    message = (
        f"“{word}” is no English word: it may be left from the source, built of its pieces, or misspelt.{meant}"
        if any(vowel in word for vowel in "aeiouy")
        else f"“{word}” is no word: if it is an abbreviation, write it in capitals and say what it stands for."
    )
    return Finding(span, message, fixes, confidence=Confidence.MEDIUM if better or count >= _TERM else None)


def _is_excused(text: str, start: int, end: int, word: str) -> bool:
    """True for Latin, and for a word that the sentence itself presents as a foreign one."""
    lead = text[max(0, start - 40) : start]
    if (lead and lead[-1] in _OPENING) or text[end : end + 1] in '”’»"*_`' or _INTRODUCED.search(lead):
        return True
    if _LATIN.search(word):
        return True
    before = _BEFORE.search(lead)
    if before is None or not _SPECIES.search(word):
        return False
    neighbour = before[1]
    return neighbour[0].isupper() or (neighbour.islower() and not is_known(neighbour))
