"""Rules that judge an article as a whole: is a doctor named, is there a disclaimer, which emergency number."""

from __future__ import annotations

import pytest

from clinlint import Linter
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import Severity

FILLER = "Many people have this complaint at some time, and in most of them it goes away by itself after a while. "
ADVICE = "Rest the leg. Drink enough water. Stretch the muscle in the evening. Massage it for ten minutes. "


def severities(code: str, text: str, **options: object) -> list[tuple[str, Severity]]:
    linter = Linter(languagetool="off", select=[code], config={"rules": {code: options}} if options else None)
    result = linter.check_text(text)
    assert not result.internal_errors
    return [(d.match, d.severity) for d in result.diagnostics]


def test_long_advice_without_a_doctor_is_a_warning_and_a_short_piece_information() -> None:
    assert severities("MD018", FILLER * 15 + ADVICE) == [("Rest the leg.", Severity.WARNING)]
    assert severities("MD018", FILLER * 3 + ADVICE) == [("Rest the leg.", Severity.INFO)]
    assert severities("MD018", FILLER * 3 + ADVICE, words=50) == [("Rest the leg.", Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "See a doctor if it lasts.",
        "If the leg swells, call an ambulance.",
        "Ask your pharmacist which one is right for you.",
        "You should be examined by your doctor if it comes back.",
        "Get medical help at once if the leg turns white.",
        "Contact your health care provider when you have a fever.",
        "Talk to your GP.",
        "A swollen leg is an emergency: go to hospital.",
        "Speak to your midwife first.",
        "Seek medical attention for a numb foot.",
    ],
)
def test_one_sentence_that_sends_the_reader_to_somebody_is_enough(sentence: str) -> None:
    assert severities("MD018", FILLER * 15 + ADVICE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors do not know the cause.",
        "The hospital was built in 1890.",
        "Nurses work hard.",
        "",
        "A surgeon described it first.",
        "It costs the hospitals millions.",
        "Cramps are rare in pharmacists.",
        "Physicians of old had other names for it.",
        "The clinic is in the old town.",
        "Dentists stand all day.",
    ],
)
def test_a_doctor_who_is_only_mentioned_is_not_enough(sentence: str) -> None:
    assert severities("MD018", FILLER * 15 + ADVICE + sentence) == [("Rest the leg.", Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This page does not replace the advice of your doctor.",
        "It is not a substitute for medical advice.",
        "For information only.",
        "This is no replacement for a visit and should not be used for diagnosis.",
        "Always consult a doctor before you start.",
        "Disclaimer: we are not liable.",
        "The text is for educational purposes only.",
        "Please ask your pharmacist first.",
        "It cannot replace a medical examination.",
        "Provided for general information only.",
    ],
)
def test_a_disclaimer_in_any_words_is_enough(sentence: str) -> None:
    assert severities("MD020", FILLER * 5 + ADVICE) != []
    assert severities("MD020", FILLER * 5 + ADVICE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The joint is replaced under general anaesthesia.",
        "Doctors make the diagnosis with an X-ray.",
        "A substitute teacher had the same complaint.",
        "Our doctors are happy to see you.",
        "The information desk is on the first floor.",
        "It is not a serious illness.",
        "Education helps.",
        "The advice of friends is often wrong.",
        "Professional athletes have it too.",
        "No replacement part was needed for the machine.",
    ],
)
def test_other_uses_of_its_words_are_no_disclaimer(sentence: str) -> None:
    assert severities("MD020", FILLER * 5 + ADVICE + sentence) != []


def test_text_without_instructions_needs_no_disclaimer() -> None:
    assert severities("MD020", FILLER * 20) == []


def test_the_configured_country_decides_which_number_is_right() -> None:
    text = "For chest pain, call 911 at once."
    assert severities("MD019", text) == []
    assert severities("MD019", text, country="US") == []
    assert severities("MD019", text, country="gb") == [("911", Severity.ERROR)]
    assert severities("MD019", "Call 112 or 999.", country="GB") == []


def test_the_address_of_a_page_tells_the_country_with_less_certainty() -> None:
    page = (
        '<!DOCTYPE html><html lang="en"><head><link rel="canonical" href="https://clinic.example.co.uk/chest-pain">'
        "<title>Pain</title></head><body><h1>Pain</h1><p>For chest pain, call 911 at once.</p></body></html>"
    )
    result = Linter(languagetool="off", select=["MD019"]).check_text(page, media_type="text/html")
    assert [(d.match, d.severity) for d in result.diagnostics] == [("911", Severity.WARNING)]


def test_an_unknown_country_is_one_clear_sentence() -> None:
    with pytest.raises(ConfigurationError, match=r"rules.MD019.country: must be one of .*GB.*, not \"XX\""):
        Linter(config={"rules": {"MD019": {"country": "XX"}}})
