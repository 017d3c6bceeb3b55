"""TY002 missing-space-after-mark."""

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
from clinlint_rules.typography.prose import ABBREVIATIONS, OPENERS, in_technical, word_after, word_before, words

META = RuleMeta(
    code="TY002",
    name="missing-space-after-mark",
    summary="no space after a punctuation mark or around a bracket",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/",
        "https://iupac.qmul.ac.uk/BlueBook/P1.html",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style#Spacing",
    ),
    fix=FixAvailability.ALWAYS,
)

# No place that the patterns below find is without one of these, and most blocks have none.
_GLUED = re.compile(r"\w[.!?,;:)\]”\"]{1,4}\w|[a-zA-Z]\(")
_STOP = re.compile(r"(?<=[a-zA-Z)\]])[.!?](?=[^\W\d_]{2})|(?<=[a-z])(?:\.”|[!?]”|”\.)(?=[A-Z][a-z])")
_COUNT = re.compile(
    r"(?<=[a-z]{3})\.(?=\d{1,4} (?:in|out|of|to|patients?|people|persons?|women|men|children|percent|%)\b)"
)
_COMMA = re.compile(r"(?<=[a-zA-Z][a-zA-Z)\]”])[,;](?=[^\W\d_]{2})")
_COLON = re.compile(r"(?<=[a-z]{3}):(?=[A-Z][a-z])")
_OPENING = re.compile(r"(?<=[a-zA-Z]{2})\((?=(?P<inside>[^\W\d_][^()\n]{1,80})\)(?P<behind>\w?))")
_CLOSING = re.compile(r"(?<=[^\W\d_]{2})\)(?=[a-z]{2})")
_NUMBERED = re.compile(r"\A(?P<number>\d{1,2}[.)])(?=[A-Z]?[a-z]{3})")
_QUOTED = re.compile(r"(?<=[a-z])(?P<mark>[.!?]\"|\"\.)(?=[A-Z][a-z])")

_ROMAN = re.compile(r"[IVXivx]+\Z")
_ENDINGS = words(
    "s es e ed er ers al ic an en ing ies ly men ren ous ness less ful able ment r n d y ity ation ations ives",
    "ive",
)
# Names of compounds and functions write their brackets without a space.
_BRACKETED_NAMES = words(
    "poly bis tris tetrakis cyclo copoly benzo log ln exp sin cos tan max min sqrt var url translate mean rgba",
    "calc",
)
_NAMESPACES = words(
    "category file image special template help portal talk user wikipedia",
)
_SEXES = words(
    "male female men women man woman boys girls",
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """Two words are joined by a punctuation mark or a bracket.

    ## Why it matters

    `pain.The` is one word to a browser, a search engine and a screen reader: it is not broken at the line's end, not
    found, and read aloud as a name.

    ## Examples

    ```bad
    The laser closes the ⟦vessel.The⟧ leg is bandaged.
    ⇒
    The laser closes the vessel. The leg is bandaged.
    ---
    The skin is ⟦red,swollen⟧ and warm.
    ⇒
    The skin is red, swollen and warm.
    ---
    A ⟦blister(bulla)⟧ may form.
    ⇒
    A blister (bulla) may form.
    ---
    If it does not ⟦stop,call⟧ us; a bruise (small ⟦bleed)is⟧ harmless.
    ---
    It is ⟦common.1⟧ in 20 people has it.
    ---
    ⟦6.Patients⟧ who wear lenses take them out.
    ```

    ```good
    Read www.example.org/Pain.The, write to help@example.org or open report.final.pdf.
    ---
    J.K. Rowling, Ph.D., lives in the U.S.A. and took 2,4-dichlorophenol, i.e. 3,000 mg at pH7.4, e.g. at 10:30.
    ---
    The patient(s) may be (re)admitted; poly(ethylene glycol) and tris(hydroxymethyl)aminomethane are used with
    copper(II). ---
    BRCA1,BRCA2 and HLA-A,B were read in version 2.1.3; p<0.05; see refs.[1,2] and 1–3.
    ---
    The male:female ratio was 2:1, and/or 1:1, on Booking.com, nhs.uk, example.clinic and clinic.example.
    ---
    The child(ren) said “No.” and log(dose) was plotted in SPSS.
    ```

    ## Limits

    Two words joined by a stop are left alone where they could be a host name or file name. Initials, and lists of
    symbols in capitals or with digits, are never reported.

    ## Fix

    A space is put in: safe, but for straight quotation marks, whose side cannot be known from the mark, and for two
    words in small letters around a stop, which may be a host name or file name after all.
    """
    text = block.text
    if not _GLUED.search(text):
        return
    for at, left, right in sorted(_places(text)):
        if in_technical(text, left, right):
            continue
        span = block.at(left, right)
        doubtful = '"' in text[left:right] or _may_be_a_name(text[left:at], text[at:right])
        yield Finding(
            span,
            f"A space is missing in “{span.shifted(-block.span.start).of(text)}”.",
            (
                Fix(
                    "Put the space in",
                    (Edit(block.at(at, at), " "),),
                    Applicability.UNSAFE if doubtful else Applicability.SAFE,
                ),
            ),
        )


def _may_be_a_name(before: str, after: str) -> bool:
    """True for ``clinic.berlin``: an unusual host name looks like two words that a stop joins."""
    return before.endswith(".") and before.islower() and after.islower()


def _places(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a space is missing, and the bounds of the two words."""
    for pattern, is_slip in (
        (_STOP, _is_sentence_end),
        (_COUNT, _is_plain_word),
        (_COMMA, _is_list_of_words),
        (_COLON, _is_label),
        (_QUOTED, _always),
        (_NUMBERED, _always),
        (_CLOSING, _is_clause_after_bracket),
    ):
        for match in pattern.finditer(text):
            before, after = word_before(text, match.start()), word_after(text, match.end())
            if is_slip(text, match, before, after):
                digits = 0
                while not after and text[match.end() + digits].isdigit():
                    digits += 1
                yield match.end(), match.start() - len(before), match.end() + len(after) + digits
    for match in _OPENING.finditer(text):
        before = word_before(text, match.start())
        if _is_gloss(before, match["inside"], match["behind"]):
            inside = word_after(text, match.end())
            end = match.end() + len(inside)
            yield match.start(), match.start() - len(before), end + (text[end] == ")")


def _always(text: str, match: re.Match[str], before: str, after: str) -> bool:
    return True


def _is_plain_word(text: str, match: re.Match[str], before: str, after: str) -> bool:
    return before.lower() not in ABBREVIATIONS


def _is_sentence_end(text: str, match: re.Match[str], before: str, after: str) -> bool:
    bracket = text[match.start() - 1] in ")]"
    if (len(before) < 2 and not bracket) or len(after) < 2:
        return False
    if after[0].isupper():
        if not after[1].islower():
            return False
        # "Node.Js" and "Yahoo!Answers" are names unless the text goes on like a sentence.
        names = before[:1].isupper()
        going_on = text[match.end() + len(after) : match.end() + len(after) + 2]
        return not names or after.lower() in OPENERS or (going_on[:1] == " " and going_on[1:].islower())
    if match.group() != ".":
        return after in OPENERS and before.islower()
    if len(before) < 3 or not before.islower() or text[match.end() + len(after) : match.end() + len(after) + 1] == ".":
        return False
    preceding = text[match.start() - len(before) - 1 : match.start() - len(before)]
    if preceding in (".", "/", "_", "-"):
        return False
    if after in OPENERS:
        return len(after) > 2
    return len(before) > 3 and len(after) > 3 and after.isascii()


def _is_list_of_words(text: str, match: re.Match[str], before: str, after: str) -> bool:
    if len(after) < 2 or text[match.start() - len(before) - 1 : match.start() - len(before)] == "&":
        return False
    if not before:
        return after.islower() and text[match.start() - 1] in ")”]"
    return not (before.isupper() and after.isupper())


def _is_label(text: str, match: re.Match[str], before: str, after: str) -> bool:
    ratio = before.lower() in _SEXES and after.lower() in _SEXES
    return not ratio and before.lower() not in _NAMESPACES


def _is_clause_after_bracket(text: str, match: re.Match[str], before: str, after: str) -> bool:
    return after in OPENERS and len(after) > 1 and len(before) > 1 and not before.isupper()


def _is_gloss(before: str, inside: str, behind: str) -> bool:
    """True for ``blister(bulla)``; not for ``patient(s)``, ``copper(II)`` or the name of a compound."""
    if behind or len(before) < 2 or before.lower() in _BRACKETED_NAMES or before.lower().endswith(("yl", "oxy")):
        return False
    if before.isupper() and " " not in inside:
        return False
    if inside.lower() in _ENDINGS or _ROMAN.match(inside):
        return False
    if inside.isupper():
        return 2 <= len(inside) <= 6
    return inside[:3].isalpha() and len(inside) > 3 and not any(c in inside for c in "/=+^_")
