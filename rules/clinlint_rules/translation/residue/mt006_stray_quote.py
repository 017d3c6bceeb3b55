"""MT006 stray-quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    rule,
)

META = RuleMeta(
    code="MT006",
    name="stray-quote",
    summary="quotation mark or apostrophe on the wrong side of a space",
    severity=Severity.ERROR,
    mqm_type="Linguistic conventions/Punctuation",
    its_type="typographical",
    references=("https://www.chicagomanualofstyle.org/", "https://cldr.unicode.org/translation/core-data/delimiters"),
    fix=FixAvailability.SOMETIMES,
)

_MARK = re.compile(r"[’‘“”\"'`´]")
_FUNCTION = (
    r"(?:is|are|was|were|and|or|of|to|in|for|has|have|had|can|should|that|which|with|may|will|must|as|does|do"
    r"|by|from|at|on|a)"
)
# " ’is": a closing mark that slid to the next word; not ’em, ’til, ’90s, which begin with an apostrophe.
_ELISIONS = re.compile(
    r"(?:em|tis|twas|twill|til|till|cause|cos|cuz|bout|round|n|neath|fraid|kay|un|uns|er|im|gainst|tween|ere|hood|flu|phone"
    r"|cello|bus|tude|scuse|nother|ole|specially|s|t|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
_SLID = re.compile(r"(?<![^\W_])(?P<before>[^\W\d_]{1,30}|\d{1,6}%?|[)%])\s(?P<mark>[’'])(?P<after>[a-z]{1,30})\b")
_WRONG_OPENING = re.compile(r"(?<![^\s(])”(?P<word>\w[\w-]{0,30})")
_WRONG_CLOSING = re.compile(r"(?P<word>[\w-]{0,30}\w)(?P<mark>[“‘])(?=[\s.,;:!?)]|$)")
_INSIDE_OPENING = re.compile(r"(?<![\w„])“[ \u00a0\u202f]{1,4}(?=\w)")
_INSIDE_CLOSING = re.compile(r"(?<=[^\W\d_])[.!?]?[ \u00a0\u202f]{1,4}”(?!\w)")
_FREE = re.compile(r"(?<=[^\W\d_]) [‘’] {1,3}(?=[^\W\d_])| ”(?=[(,.;:])")
_FAR = 400
_STRAIGHT = re.compile(r"\"")
_GLUED = re.compile(r"[^\W\d_]“(?=[^\W\d_])|[^\W\d_]{2}\"(?=[^\W\d_]{2})")
_SPEAKER = re.compile(
    r"[,.!?…] (?P<mark>[“‘])"
    r"(?=(?:he|she|they|I|we|it)? ?(?:said|says|added|adds|explained|stated|noted|warned|told|emphasi[sz]ed)\b)"
)
_CONTRACTION = re.compile(
    r"(?<=[A-Za-z])(?P<gap>\s(?P<mark>[’‘'`´])\s?|[’'`´]\s)(?P<tail>re|ve|ll|s|t|d|m)\b(?![’'‘.-])"
)
_NEGATED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|ca|wo|would|could|should|have|has|had|must|need|is)n$", re.IGNORECASE
)
_SUBJECT = re.compile(r"\b(?:I|you|he|she|it|we|they|that|there|what|who|let|here|where|how)$", re.IGNORECASE)
# "the authors'practice"; "5 'and 3' ends".
_POSSESSIVE = re.compile(r"(?<=[a-z]{3}s)(?P<mark>['’])(?=[a-z]{3,20}(?![\w'’]))")
_PRIME = re.compile(r"(?<=\b[35]) (?P<mark>['’′])(?=(?:and|or|to|non|un)\b)")
_BACKTICK = re.compile(r"(?<=[A-Za-z])[`´](?=(?:s|t|re|ve|ll|d|m)\b)")


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A quotation mark or apostrophe stands on the wrong side of a space, or faces the wrong way.

    ## Why it matters

    Machines translate the words inside quotation marks and put the marks back by guess. A mark that is glued to the
    next word hides where the quoted term ends.

    ## Examples

    ```bad
    It is called the golden ⟦hour ’and⟧ decides a lot.
    ---
    The ⟦”keyhole⟧ ⟦method“⟧ leaves a small scar.
    ⇒
    The “keyhole method” leaves a small scar.
    ---
    Pain starts ⟦suddenly‘⟧ at night.
    ---
    “Most people recover, ⟦“⟧he said.
    ---
    They⟦ ‘re⟧ seen within a week.
    ⇒
    They’re seen within a week.
    ---
    The patient⟦`⟧s skin heals.
    ⇒
    The patient’s skin heals.
    ---
    He felt a “⟦ ⟧tired heart”.
    ---
    The nurses⟦'⟧station is near; the 5⟦ '⟧and 3' ends were read.
    ⇒
    The nurses' station is near; the 5' and 3' ends were read.
    ```

    ```good
    The patients’ beds and James’ book stayed in the ’90s ward with ’em.
    ---
    The 5’ and 3’ ends of COVID-19’s genome were read.
    ---
    ‘Rest,’ she said, ‘is “the best” cure.’
    ---
    He is 6' 2" tall and used a 5"x7" card.
    ---
    Rock ’n’ roll isn’t over ’til it’s over; ’tis the flu.
    ---
    Adriaan van ’t Hoff wrote „Wasser“ in German.
    ---
    We call it the 'golden hour' and 'is' is a verb.
    ```

    ## Limits

    A double quotation mark that opens and never closes is ST001. Single marks at the end of a word may be apostrophes
    and are left alone.

    ## Fix

    A mark that faces the wrong way is turned, and the space in a contraction goes: safe. Where a mark must move or go,
    the fix is unsafe.
    """
    text = block.text
    if not _MARK.search(text):
        return
    taken: list[tuple[int, int]] = []
    for start, end, finding in sorted(_findings(block, text), key=lambda item: (item[0], -item[1])):
        if taken and start < taken[-1][1]:
            continue
        taken.append((start, end))
        yield finding


_Item = tuple[int, int, Finding]


def _findings(block: Block, text: str) -> Iterator[_Item]:
    yield from _slid(block, text)
    yield from _turned(block, text)
    yield from _contractions(block, text)
    yield from _spaced_straight(block, text)
    for pattern, message in (
        (_INSIDE_OPENING, "A space stands behind the opening quotation mark."),
        (_INSIDE_CLOSING, "A space stands before the closing quotation mark."),
    ):
        for match in pattern.finditer(text):
            spaces = re.search(r"[ \u00a0\u202f]+", match.group())
            if spaces is None or (
                pattern is _INSIDE_CLOSING and text.find("“", max(0, match.start() - _FAR), match.start()) < 0
            ):
                continue
            start, end = match.start() + spaces.start(), match.start() + spaces.end()
            yield _item(block, start, end, message, "Remove the space", "", Applicability.SAFE)
    for match in _FREE.finditer(text):
        message = "The quotation mark stands alone between two spaces; put it beside the word that it quotes."
        yield _item(block, *match.span(), message, "Remove the mark", " ", Applicability.UNSAFE)
    for match in _GLUED.finditer(text):
        start = match.end() - 1
        message = "The quotation mark is glued to the words on both sides; a space is missing."
        yield _item(
            block, start, match.end(), message, "Put a space before it", " " + text[start], Applicability.UNSAFE
        )


def _spaced_straight(block: Block, text: str) -> Iterator[_Item]:
    """Straight marks come in pairs: the first of a pair has no space behind it, the second none before."""
    marks = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(marks) % 2 or any(text[at - 1 : at].isdigit() for at in marks):
        return
    for first, second in zip(marks[::2], marks[1::2], strict=True):
        if text[first + 1 : first + 2] == " " and text[second - 1] == " " and first + 3 < second < first + 80:
            message = "Spaces stand inside the quotation marks."
            quoted = text[first : second + 1]
            proposal = f'"{quoted[1:-1].strip()}"'
            yield _item(block, first, second + 1, message, "Remove the spaces", proposal, Applicability.SAFE)


def _slid(block: Block, text: str) -> Iterator[_Item]:
    last_straight = _last(r"(?<=\S)'(?!\w)", text)
    last_curly = _last(r"(?<=\S)’(?!\w)", text)
    for match in _SLID.finditer(text):
        if _ELISIONS.match(text, match.start("after")) or match["before"].isdigit():
            continue
        certain = re.fullmatch(_FUNCTION, match["after"]) is not None
        partner = (last_curly if match["mark"] == "’" else last_straight) >= match.end()
        if partner or not (certain or match["mark"] == "’"):
            continue
        start, end = match.span()
        far = max(0, start - _FAR)
        opened = text.rfind("‘", far, start) > text.rfind("’", far, start)
        doubled = text.rfind("“", far, start) > text.rfind("”", far, start)
        mark = "’" if opened else "”" if doubled else ""
        proposal = f"{match['before']}{mark} {match['after']}"
        message = f"The quotation mark is glued to “{match['after']}”; it belongs behind the quoted words or nowhere."
        item = _item(block, start, end, message, f"Write {proposal}", proposal, Applicability.UNSAFE)
        yield item if certain else _less_sure(item)


def _turned(block: Block, text: str) -> Iterator[_Item]:
    german = "„" in text
    for match in _WRONG_OPENING.finditer(text):
        message = "A closing quotation mark opens the quotation; English writes “ here."
        yield _item(block, *match.span(), message, "Turn the mark", "“" + match["word"], Applicability.SAFE)
    for match in _WRONG_CLOSING.finditer(text):
        if german or (match["mark"] == "‘" and "‚" in text):
            continue
        closing = "”" if match["mark"] == "“" else "’"
        message = f"An opening quotation mark closes the quotation; English writes {closing} here."
        turned = match["word"] + closing
        yield _item(block, *match.span(), message, "Turn the mark", turned, Applicability.SAFE)
    for match in _SPEAKER.finditer(text):
        closing = "”" if match["mark"] == "“" else "’"
        start, end = match.span("mark")
        message = "The quotation ends before the speaker is named: the mark belongs before the space, and closes."
        edit = (Edit(block.at(start - 1, end), closing + " "),)
        finding = Finding(block.at(start, end), message, (Fix("Close the quotation", edit, Applicability.UNSAFE),))
        yield start, end, finding


def _contractions(block: Block, text: str) -> Iterator[_Item]:
    message = "An apostrophe joins the two parts without a space."
    for match in _CONTRACTION.finditer(text):
        before, tail = text[max(0, match.start() - 20) : match.start()], match["tail"]
        leads = bool(match["mark"])  # the space stands before the apostrophe
        if tail == "t" and not _NEGATED.search(before):
            continue
        if tail in {"s", "d", "m"} and not (leads and match["mark"] != "'") and not _SUBJECT.search(before):
            continue
        if tail in {"re", "ve", "ll"} and not _SUBJECT.search(before):
            continue
        start, end = match.start(), match.end()
        yield _item(block, start, end, message, "Remove the space", "’" + tail, Applicability.SAFE)
    for match in _POSSESSIVE.finditer(text):
        glued = "The apostrophe of a plural ends its word; a space is missing behind it."
        yield _item(block, *match.span(), glued, "Put a space behind it", match["mark"] + " ", Applicability.UNSAFE)
    for match in _PRIME.finditer(text):
        glued = "The prime belongs to its number, and the space behind it."
        yield _item(block, *match.span(), glued, "Move the space", match["mark"] + " ", Applicability.UNSAFE)
    for match in _BACKTICK.finditer(text):
        yield _item(block, *match.span(), "This mark is an accent, no apostrophe.", "Write ’", "’", Applicability.SAFE)


def _last(pattern: str, text: str) -> int:
    """The place of the last mark that may close a quotation, or -1."""
    return max((match.start() for match in re.finditer(pattern, text)), default=-1)


def _item(
    block: Block, start: int, end: int, message: str, title: str, replacement: str, applicability: Applicability
) -> _Item:
    span = block.at(start, end)
    return start, end, Finding(span, message, (Fix(title, (Edit(span, replacement),), applicability),))


def _less_sure(item: _Item) -> _Item:
    start, end, finding = item
    return start, end, Finding(finding.span, finding.message, finding.fixes, confidence=Confidence.MEDIUM)
