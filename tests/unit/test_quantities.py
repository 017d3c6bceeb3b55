"""Numbers with their units: what is read, what is left alone, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint.analysis.quantities import quantities_of
from clinlint.analysis.units import units_by_spelling

READ = [
    ("Take 2.5 mg in the morning.", [("2.5 mg", (2.5,), "mg")]),
    ("10–15% of 1,000 IU", [("10–15%", (10, 15), "%"), ("1,000 IU", (1000,), "IU")]),
    ("two weeks or twenty-five tablets", [("two weeks", (2,), "week"), ("twenty-five tablets", (25,), "tablet")]),
    ("5 mg/kg a day", [("5 mg/kg", (5,), "mg/kg")]),
    ("126 mg/dL (7 mmol/L)", [("126 mg/dL", (126,), "mg/dL"), ("7 mmol/L", (7,), "mmol/L")]),
    ("½ tablet, 1½ tablets, 1/2 tablet", [("½ tablet", (0.5,), "tablet"), ("1½ tablets", (1.5,), "tablet")]
     + [("1/2 tablet", (0.5,), "tablet")]),
    ("38 °C (100.4°F)", [("38 °C", (38,), "°C"), ("100.4°F", (100.4,), "°F")]),
    ("38 degrees Celsius", [("38 degrees Celsius", (38,), "°C")]),
    ("5 mg to 10 mg", [("5 mg to 10 mg", (5, 10), "mg")]),
    ("120/80 mmHg", [("120/80 mmHg", (120, 80), "mmHg")]),
    ("0.5 g-250 mg", [("0.5 g", (0.5,), "g"), ("250 mg", (250,), "mg")]),
    (".5 mg and 5.0 mg", [(".5 mg", (0.5,), "mg"), ("5.0 mg", (5,), "mg")]),
    ("1,5 mg", [("1,5 mg", (1.5,), "mg")]),
    ("100 µg, 100 μg, 100 ug, 100 micrograms", [(f"100 {u}", (100,), "mcg") for u in ("µg", "μg", "ug", "micrograms")]),
    ("a 5-year-old boy", [("5-year", (5,), "year")]),
    ("three times a day", [("three times a day", (3,), "times/day")]),
    ("Eighty percent", [("Eighty percent", (80,), "%")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_numbers_have_their_units_and_values(text: str, expected: list[tuple[str, tuple[float, ...], str]]) -> None:
    assert [(q.text, q.values, q.symbol) for q in quantities_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["COVID-19 and B12", "on 12/3/2020", "at 10:30", "version 1.2.3", "https://example.org/12"]
    + ["anna2@example.org", "one of them"],
)
def test_numbers_in_words_dates_times_and_addresses_are_none(text: str) -> None:
    assert quantities_of(text) == ()


def test_signs_and_ranges() -> None:
    below, span, pair = quantities_of("< 5 mg, 5 to 10 days, one or two tablets")
    assert (below.sign, below.value) == ("<", 5)
    assert span.is_range
    assert pair.link == "or"
    assert not pair.is_range


def test_values_in_the_base_unit_can_be_compared() -> None:
    milligrams, micrograms, tablets = quantities_of("1 mg, 1000 mcg, 2 tablets")
    assert milligrams.in_base == pytest.approx(micrograms.in_base)
    assert tablets.in_base is None


@given(st.text(alphabet="0123456789.,/-– mgµtoµ°C%½ andtwothree\n", max_size=80))
def test_places_are_exact_and_in_order(text: str) -> None:
    end = 0
    for quantity in quantities_of(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start < quantity.number_end <= quantity.end
        end = quantity.end


@given(st.integers(1, 9999), st.sampled_from(sorted(units_by_spelling())))
def test_every_spelling_of_a_unit_is_read(number: int, spelling: str) -> None:
    (quantity,) = quantities_of(f"It is {number} {spelling} now")
    assert quantity.value == number
    assert quantity.symbol == units_by_spelling()[spelling].symbol
