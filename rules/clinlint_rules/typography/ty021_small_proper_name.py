"""TY021 small-proper-name."""

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
from clinlint_rules.typography.prose import in_technical, words

META = RuleMeta(
    code="TY021",
    name="small-proper-name",
    summary="month, country, language or abbreviation in small letters",
    severity=Severity.WARNING,
    mqm_type="Linguistic conventions/Spelling",
    its_type="typographical",
    references=(
        "https://www.chicagomanualofstyle.org/book/ed17/part2/ch08/toc.html",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Capital_letters",
    ),
    fix=FixAvailability.ALWAYS,
)

# "may", "march" and "august" are words too; they count beside a number only.
_DATED = words("january february april june july august september october november december may march")
_MONTHS = _DATED - words("may march august")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# Without those that are words or units in small letters: turkey, china, jersey, guinea; french, dutch, roman, swiss.
_PLACES = words(
    "africa america asia europe australia germany france spain italy greece russia ukraine poland romania bulgaria",
    "austria switzerland belgium netherlands sweden norway denmark finland england scotland ireland portugal",
    "hungary serbia croatia albania macedonia azerbaijan armenia iran iraq syria lebanon israel egypt libya algeria",
    "morocco tunisia saudi qatar kuwait india pakistan bangladesh japan korea vietnam thailand indonesia malaysia",
    "singapore brazil argentina chile_ mexico canada colombia peru venezuela cuba nigeria kenya ethiopia istanbul",
    "ankara izmir antalya london paris_ berlin moscow dubai",
) - words("chile_ paris_")
_PEOPLES = words(
    "european african american asian australian german spanish italian greek russian ukrainian romanian bulgarian",
    "austrian belgian swedish norwegian danish finnish english scottish irish portuguese hungarian serbian",
    "croatian albanian armenian iranian iraqi syrian lebanese israeli egyptian libyan algerian moroccan tunisian",
    "indian pakistani japanese korean vietnamese thai indonesian brazilian mexican canadian colombian nigerian kenyan",
    "turkish chinese arabic ottoman anatolian british",
)
_SHORT = words(
    "dna rna hiv hpv hbv hcv mri copd ecg ekg eeg emg pcr elisa bmi iud ivf icsi icu adhd ptsd nsaid nsaids crp tsh",
    "hdl ldl bph ercp cabg psa_ sars mers",
) - words("psa_")
_SMALL_WORDS = words("of the and in for to with on by at from a an or")
_NAMES = _MONTHS | _WEEKDAYS | _PLACES | _PEOPLES
_CANDIDATE = re.compile(r"(?<![\w.@/#&’'_\-‐‑])(?P<word>[a-z]{3,12})(?![\w@/&_]|[-‐‑’'](?!speaking)|\.\w)")
_YEAR_OR_DAY = re.compile(r"\s(?:\d{1,2}(?:st|nd|rd|th)?(?:,|\s\d{4}|\.|\Z)|(?:19|20)\d\d\b)")
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s\Z")
_PREPOSITION_BEFORE = re.compile(r"\b(?:in|by|around|about|from|of|to|since|until|on)\s\Z")
_BRACKETED = re.compile(r"(?<=[\w’'] )\((?P<short>[a-z]{3,6})\)")
_SMALL = re.compile(r"[a-z]{3,12}")
_LONGEST_TERM = 120
_CAPITALS = {name: name.capitalize() for name in _NAMES | _DATED} | {short: short.upper() for short in _SHORT}
_Place = tuple[int, int, str]
_CAPITALS |= {"nsaids": "NSAIDs"}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """The name of a month, weekday, country, people or language, or an abbreviation, begins with a small letter.

    Turkish, Spanish, French, Italian and Russian write some or all of these small, and engines that work in small
    letters forget to restore them.

    ## Why it matters

    The page looks unread, and "who", "aids" or "may" in small letters mean something else.

    ## Examples

    ```bad
    The clinic opened in ⟦january⟧ 2015 and moved in ⟦may⟧ 2018.
    ⇒
    The clinic opened in January 2015 and moved in May 2018.
    ---
    Patients come from ⟦germany⟧ and other ⟦european⟧ countries.
    ⇒
    Patients come from Germany and other European countries.
    ---
    The test looks for ⟦hpv⟧ ⟦dna⟧ in the smear.
    ⇒
    The test looks for HPV DNA in the smear.
    ---
    Patients with acute promyelocytic leukemia (⟦apl⟧) were treated.
    ⇒
    Patients with acute promyelocytic leukemia (APL) were treated.
    ```

    ```good
    You may march on, and the august assembly may 2 times decide. Ask for french fries and a swiss roll.
    ---
    Write to info@germany.example or see example.org/german and #turkish_food.
    ---
    In January, European patients came from Turkey to Germany for an MRI scan.
    ---
    The bones of the ear (see above) and the eye (too) are small; wear a hat.
    ---
    A turkey sandwich on fine china, with polish remover and a dutch oven.
    ```

    ## Limits

    Names that are words too (turkey, china, polish, french) are left alone; may, march and august count beside a day
    or year only.

    ## Fix

    The capitals. Safe, for no other reading is left.
    """
    text = block.text
    if text.islower() and len(text) > 1:
        return  # a block without any capital is a matter of its style
    for start, end, capital in sorted({**_initials(text), **_names(text)}.values()):
        span = block.at(start, end)
        fix = Fix(f"Write “{capital}”", (Edit(span, capital),), Applicability.SAFE)
        yield Finding(span, f"English writes “{capital}” with a capital.", (fix,))


def _initials(text: str) -> dict[int, _Place]:
    """``acute promyelocytic leukemia (apl)``: the first letters of the words before the bracket."""
    found: dict[int, _Place] = {}
    for match in _BRACKETED.finditer(text):
        short = match["short"]
        lead = text[max(0, match.start() - _LONGEST_TERM) : match.start()]
        parts = [part for part in re.split(r"[\s-]+", lead.lower()) if part]
        first = "".join(part[0] for part in parts)
        content = "".join(part[0] for part in parts if part not in _SMALL_WORDS)
        if first.endswith(short) or content.endswith(short):
            found[match.start("short")] = (*match.span("short"), short.upper())
    return found


def _names(text: str) -> dict[int, _Place]:
    found: dict[int, _Place] = {}
    if _CAPITALS.keys().isdisjoint(_SMALL.findall(text)):
        return found
    for match in _CANDIDATE.finditer(text):
        word = match["word"]
        capital = _CAPITALS.get(word)
        if capital is None or (word not in _NAMES and word not in _SHORT and not _is_dated(text, *match.span())):
            continue
        if in_technical(text, *match.span()):
            continue
        found[match.start("word")] = (*match.span("word"), capital)
    return found


def _is_dated(text: str, start: int, end: int) -> bool:
    after, before = text[end : end + 8], text[max(0, start - 12) : start]
    if _DAY_BEFORE.search(before):
        return bool(re.match(r"[,.)]|\s(?:19|20)\d\d|\Z", after))
    return bool(_YEAR_OR_DAY.match(after)) and bool(_PREPOSITION_BEFORE.search(before))
