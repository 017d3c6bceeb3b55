"""MD006 direction-against-numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Block, Context, Finding, Quantity, RuleMeta, Sentence, Severity, rule

META = RuleMeta(
    code="MD006",
    name="direction-against-numbers",
    summary="“increased from 30 to 5”: the word and the numbers say the opposite",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Mistranslation",
    its_type="mistranslation",
    critical=True,
    references=(
        "https://www.cdc.gov/ccindex/ (CDC Clear Communication Index, items 15 to 17: numbers)",
        "https://themqm.org (MQM: mistranslation)",
        "https://www.ncbi.nlm.nih.gov/books/NBK519065/ (StatPearls, Medication errors)",
    ),
)

_CHANGE = re.compile(
    r"\b(?:(?P<up>increas(?:e[sd]?|ing)|r(?:ises?|ose|isen|ising)|rais(?:e[sd]?|ing)|gr(?:ows?|ew|own)|climb(?:s|ed)?|gain(?:s|ed)?"
    r"|doubl(?:es?|ed)|go(?:es)? up|went up|up)"
    r"|(?P<down>decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|reduction|dropp?(?:s|ed|ing)?|f(?:alls?|ell|allen|alling)"
    r"|lower(?:s|ed|ing)?"
    r"|declin(?:e[sd]?|ing)|shr(?:ank|inks?|unk)|halv(?:es?|ed)|diminish(?:es|ed)?|go(?:es)? down|went down|down|cut"
    r"|lessen(?:s|ed)?))"
    r"(?P<between>(?:\W+[^\W\d_]+){0,6}?)\W+from\s+(?:about |around |approximately |an average of |a mean of )?$",
    re.IGNORECASE,
)
_OTHER_FROM = re.compile(
    r"\b(?:in|among|aged|age|between|people|those|patients|who|children|women|men|adults|risk of|after|not|never|no"
    r"|instead|should|when|you|if|while|where|and|than|without|neither|cannot|range)\b|n['’]t\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s+(?:(?:a year|per year|a day|per day|at baseline|before|units?|points?) )?to\s+"
    r"(?:about |around |approximately |below |under |above |over |only |just |nearly )?$",
    re.IGNORECASE,
)


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A value is said to rise, and the numbers fall, or the reverse.

    ## Why it matters

    "The risk increased from 30 to 5 %": either the word or the numbers are wrong, and with them the advice. Verbs of
    change are easily turned round in translation, and so are the two numbers.

    ## Examples

    ```bad
    With the new stent, the risk of a clot ⟦increased from 30% to 5%⟧.
    ---
    Mean pain scores ⟦fell from 3 to 8⟧ after the injection.
    ---
    The stay in hospital was ⟦reduced from 2 days to 10 days⟧.
    ---
    The dose was ⟦raised from 1 g to 500 mg⟧.
    ```

    ```good
    With the new stent, the risk of a clot fell from 30% to 5%.
    ---
    Hearing decreases in people from 60 to 80 years.
    ---
    Deaths fell from 1990 to 2015, and increased from 5 to 30 in one year.
    ---
    The dose was raised from 500 mg to 1 g.
    ---
    The rate did not increase from 30% to 5%, but to 35%.
    ```

    ## Limits

    Only “from A to B” right behind the verb and up to six words counts, with both numbers in one unit.

    ## Fix

    None: the source has to be read.
    """
    lower = block.text.lower()
    if "from" not in lower or not any(map(str.isdigit, lower)):
        return
    for sentence in context.sentences(block):
        if "from" not in sentence.text.lower():
            continue
        yield from _changes(sentence, context.quantities(sentence))


def _changes(sentence: Sentence, quantities: tuple[Quantity, ...]) -> Iterator[Finding]:
    text = sentence.text
    for number, first in enumerate(quantities):
        match = _CHANGE.search(text[max(0, first.start - 120) : first.start])
        if match is None or _OTHER_FROM.search(match["between"]) or _denied(text, first.start - len(match.group())):
            continue
        pair = _values(text, first, quantities[number + 1] if number + 1 < len(quantities) else None)
        if pair is None:
            continue
        before, after, end = pair
        rises = match["up"] is not None
        if before == after or (after > before) == rises or _are_years(before, after):
            continue
        start = first.start - len(match.group())
        said = text[start:end]
        direction = "rises" if rises else "falls"
        yield Finding(
            sentence.at(start, end),
            f"“{said}”: the words say that it {direction}, the numbers say the opposite.",
        )


def _values(text: str, first: Quantity, second: Quantity | None) -> tuple[float, float, int] | None:
    """Both values in one unit and where the second ends; None when there are not two, or they cannot be compared."""
    if first.link == "to":
        return first.values[0], first.values[1], first.end
    if first.link or second is None or second.link or not _TO.fullmatch(text[first.end : second.start]):
        return None
    if first.symbol == second.symbol or not first.symbol or not second.symbol:
        return first.value, second.value, second.end
    if first.in_base is None or second.in_base is None or first.dimension is not second.dimension:
        return None
    return first.in_base[0], second.in_base[0], second.end


def _are_years(before: float, after: float) -> bool:
    return all(1900 <= value <= 2100 for value in (before, after))


def _denied(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start].lower()
    return bool(
        re.search(r"\b(?:not|never|no|without|rather than|instead of)\s+(?:\w+\s+)?$|n['’]t\s+(?:\w+\s+)?$", before)
    )
