"""MD001 error-prone-dose-notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clinlint.api import Block, BlockKind, Confidence, Context, Finding, RuleMeta, Severity, rule

META = RuleMeta(
    code="MD001",
    name="error-prone-dose-notation",
    summary="dose written in a way that is known to be misread",
    severity=Severity.ERROR,
    mqm_type="Locale conventions/Measurement format",
    its_type="locale-violation",
    references=(
        "https://www.ismp.org/recommendations/error-prone-abbreviations-list (ISMP)",
        "https://www.jointcommission.org (Joint Commission, official “Do Not Use” list of abbreviations)",
        "https://www.fda.gov/drugs/medication-errors-related-cder-regulated-drug-products (FDA and ISMP campaign)",
        "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing (NHS: units, micrograms)",
    ),
    kinds=frozenset(BlockKind) - {BlockKind.CODE, BlockKind.ALT},
)


@dataclass(frozen=True, slots=True)
class _Notation:
    signs: tuple[str, ...]
    pattern: str
    message: str
    confidence: Confidence
    needs: str
    unless: str
    bare: bool


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A dose is written in a way that is known to be misread.

    ## Why it matters

    `10U` has been read as 100, `1.0 mg` as 10 mg, `.5 mg` as 5 mg, `QD` as four times a day, `µg` as mg. Each of these
    notations stands on the lists of those who collect fatal errors.

    ## Examples

    ```bad
    Inject ⟦10U⟧ of insulin before breakfast.
    ---
    The dose is ⟦1.0⟧ mg at night.
    ---
    Start with ⟦.5⟧ mg and take it ⟦QD⟧.
    ---
    Take ⟦100 µg⟧ of levothyroxine in the morning.
    ---
    Give ⟦one spoon of syrup⟧ at night.
    ```

    ```good
    Inject 10 units of insulin before breakfast.
    ---
    A lesion of 1.0 cm and a pH of 7.0 were seen on 10.0 x 12.0 cm film.
    ---
    The creatinine was 1.0 mg/dL and the ferritin 120 µg/L.
    ---
    Stir it with a spoon; bid him good night at 10 U.S. clinics.
    ---
    Keep the knee bent at 45° for 10 minutes.
    ```

    ## Limits

    Concentrations in blood (`µg/L`) may keep their signs, and so may vitamins on labels (`IU`). Decimal commas and
    signs before the number are MT005's. What is jargon more than danger (`PRN`, `cc`, `MG`) is shown as information.

    ## Fix

    None: a dose is changed by a person only.
    """
    text = block.text
    has_digit = any(digit in text for digit in "0123456789")
    live = [
        notation
        for notation in context.once(_live)
        if (has_digit or notation.bare) and any(sign in text for sign in notation.signs)
    ]
    end = 0
    found = ((match, notation) for notation in live for match in _compiled(notation.pattern).finditer(text))
    for match, notation in sorted(found, key=lambda item: (item[0].start(), -item[0].end())):
        if match.start() < end or not _fits(block, context, match, notation):
            continue
        end = match.end()
        said = " ".join(match.group().split())
        confidence = notation.confidence if notation.confidence is not Confidence.HIGH else None
        yield Finding(block.at(match.start(), match.end()), notation.message.format(said=said), confidence=confidence)


def _live(context: Context) -> tuple[_Notation, ...]:
    """The notations of whose signs the article holds one."""
    text = context.document.text
    return tuple(notation for notation in _table() if any(sign in text for sign in notation.signs))


def _fits(block: Block, context: Context, match: re.Match[str], notation: _Notation) -> bool:
    if not notation.needs and not notation.unless:
        return True
    place = block.span.start + match.start()
    around = next((s.text for s in context.sentences(block) if s.span.start <= place < s.span.end), block.text)
    if notation.needs and not _compiled(notation.needs, re.IGNORECASE).search(around):
        return False
    return not (notation.unless and _compiled(notation.unless, re.IGNORECASE).search(around))


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@cache
def _table() -> tuple[_Notation, ...]:
    import tomllib

    table = tomllib.loads((Path(__file__).parent / "dose_notation.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = table["parts"]

    def filled(pattern: str) -> str:
        for name, part in parts.items():
            pattern = pattern.replace(f"<{name}>", part)
        return pattern

    return tuple(
        _Notation(
            tuple(entry["signs"]),
            filled(entry["pattern"]),
            entry["message"],
            Confidence[entry["confidence"].upper()],
            filled(entry.get("needs", "")),
            filled(entry.get("unless", "")),
            entry.get("bare", False),
        )
        for entry in table["notation"]
    )
