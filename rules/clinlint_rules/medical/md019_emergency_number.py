"""MD019 emergency-number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from clinlint.api import Confidence, Context, Document, Finding, Related, Role, RuleMeta, Severity, Span, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Options of MD019."""

    country: str = field(
        default="",
        metadata={"help": "The readers' country: two letters such as GB, US or TR; EU for all of the European Union."},
    )

    def __post_init__(self) -> None:
        if self.country and self.country.upper() not in _numbers():
            known = ", ".join(sorted(_numbers()))
            raise ValueError(f'country: must be one of {known}, not "{self.country}"')


META = RuleMeta(
    code="MD019",
    name="emergency-number",
    summary="emergency number of another country than the readers'",
    severity=Severity.ERROR,
    mqm_type="Locale conventions/Telephone format",
    its_type="locale-violation",
    critical=True,
    references=(
        "https://digital-strategy.ec.europa.eu/en/policies/112 (European Commission: 112)",
        "https://www.itu.int/rec/T-REC-E.161.1 (ITU-T E.161.1: emergency numbers)",
        "https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/ (NHS: 999 and 111)",
    ),
    options=Options,
)

_CALL = re.compile(
    r"\b(?:call(?:ing)?|dial(?:l?ing)?|ring(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)"
    r"|emergency (?:services?|numbers?|lines?|telephone)|ambulance)\b"
    r"[^.!?;\d]{0,40}?(?<![\d+/-])(?P<number>1\d{2}|10177|000|061|9(?:11|88|99|97|98|37)|811)"
    r"(?![\d/%]|[.,-]\d| ?(?:people|times|patients|mg|days|hours))",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:in|for|outside|within) (?:the )?(?:US|USA|United States|America|North America|Canada|UK|United Kingdom"
    r"|Britain"
    r"|England|Europe|European Union|EU|Turkey|Türkiye|Germany|France|Australia|New Zealand|India|Ireland|Spain"
    r"|Italy|Russia"
    r"|other countries)\b"
    r"|\((?:US|USA|UK|EU|Europe|Turkey|Australia|Canada)\)|\byour (?:local|country)|\blocal emergency|\bequivalent\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"^https?://[^/]*?\.([a-z]{2})(?::\d+)?(?:/|$)", re.IGNORECASE)
_COUNTRY_OF_DOMAIN = {"uk": "GB"}


@cache
def _numbers() -> Mapping[str, frozenset[str]]:
    import tomllib

    table = tomllib.loads((Path(__file__).parent / "emergency_numbers.toml").read_text(encoding="utf-8"))
    return {country: frozenset(numbers) for country, numbers in table["numbers"].items()}


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The number to call in an emergency is another country's.

    ## Why it matters

    Who dials 911 in Turkey or 112 in Japan loses minutes. A translator or a machine keeps the number of the source, or
    puts the one that the target language is known for.

    ## Examples

    Without the option `country`, the address of a whole page tells the country, and two numbers that no country shares
    are reported.

    ```bad
    For chest pain, call 911 at once. If the pain comes back, call ⟦999⟧.
    ---
    Dial 112 in an emergency. After an overdose, ring ⟦911⟧.
    ---
    If you cannot breathe, call an ambulance on 999.

    In a stroke, call ⟦911⟧.
    ```

    ```good
    For chest pain, call 911 (US) or 999 (UK).
    ---
    Call 112 or 999 in an emergency.
    ---
    Call 911. In Europe, call 112. We called 999 people in 911 days.
    ---
    We are open 112 hours a week; call +90 242 911 99 99.
    ```

    ## Limits

    Only numbers behind a word such as call or ambulance count. A sentence that names a country or “your local number”
    is left alone.

    ## Fix

    None: who the readers are is for the editor to say.
    """
    found = list(_calls(context))
    if not found:
        return
    country, told = _country(document, context)
    if country:
        right = _numbers()[country]
        for span, number in found:
            if number not in right:
                yield Finding(
                    span,
                    f"“{number}” is no emergency number in {country}: call {' or '.join(sorted(right)[:2])}.",
                    confidence=None if told else Confidence.MEDIUM,
                )
        return
    first_span, first = found[0]
    for span, number in found[1:]:
        if number != first and not any({number, first} <= numbers for numbers in _numbers().values()):
            related = (Related(first_span, f"here it is {first}"),)
            message = (
                f"“{number}” here and “{first}” before: no country has both. Say which number is for which country."
            )
            yield Finding(span, message, related=related, confidence=Confidence.MEDIUM)
            return


def _calls(context: Context) -> Iterator[tuple[Span, str]]:
    for block in context.blocks(roles=frozenset({Role.BODY})):
        if not any(digit in block.text for digit in "019"):
            continue
        for sentence in context.sentences(block):
            if _ABROAD.search(sentence.text):
                continue
            for match in _CALL.finditer(sentence.text):
                yield sentence.at(match.start("number"), match.end("number")), match["number"]


def _country(document: Document, context: Context) -> tuple[str, bool]:
    """The readers' country, and True when the configuration says so; empty when nothing tells it."""
    configured = context.options(Options).country.upper()
    if configured:
        return configured, True
    domain = _DOMAIN.match(document.metadata.get("canonical", ""))
    code = domain[1].lower() if domain else ""
    country = _COUNTRY_OF_DOMAIN.get(code, code.upper())
    return (country, False) if country in _numbers() else ("", False)
