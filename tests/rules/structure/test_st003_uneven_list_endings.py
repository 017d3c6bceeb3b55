"""ST003: the odd item of an even list, and lists that are mixed on purpose."""

from __future__ import annotations

import pytest
from handmade import article, first_fix, items, marked

from clinlint.fixing.apply import apply_edits
from clinlint.model.fix import Applicability
from clinlint_rules.structure.st003_uneven_list_endings import check


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (("Drink water.", "Eat more fibre", "Sleep well at night."), "fibre"),
        (("Lie down.", "Breathe in and out.", "Relax your arms (and legs !)"), "legs !)"),
        (("Your foot may swell.", "You may feel tired", "The scar can itch.", "You can drive again soon."), "tired"),
        (("fever", "sore throat", "cough.", "headache"), "cough."),
        (("Call us.", "Take the tablet with “food”", "Do not drive.", "Rest for a day."), "“food”"),
    ],
)
def test_the_odd_item_is_found_at_its_last_word(texts: tuple[str, ...], odd: str) -> None:
    assert marked(check, article(items(*texts))) == [odd]


@pytest.mark.parametrize(
    "texts",
    [
        ("fever", "cough", "a rash."),
        ("Drink water.", "Salt", "Sleep."),
        ("Drink water.", "fibre", "sleep.", "no alcohol"),
        ("Drink water.", "Sleep well"),
        ("Do you smoke?", "You drink coffee.", "You eat late."),
        ("Drink water.", "Sleep well!", "Eat fibre."),
        ("nausea", "headache. It passes within a day.", "tiredness", "sweating"),
        ("apples", "pears etc.", "plums", "cherries"),
        ("Swelling - this is common. It passes.", "Fever - call us. Do not wait.", "Polyps - growths on the lining"),
        ("You should rest.", "You can drive.", "For questions call 020 7946 0018"),
        ("You should rest.", "You can drive.", "Write to ward@example.org"),
        ("You should rest.", "You can drive.", "The risk is low.1"),
        ("rest", "ice", "Your doctor will decide whether you can go home on the same day.", "a bandage"),
        ("Wash your hands.", "Dry your hands:", "Put on gloves."),
        ("Wash your hands.", "Dry your hands…", "Put on gloves."),
        ("fever,", "cough,", "a rash."),
        ("The wound heals.", "The scar fades.", "(You can help it.)"),
        ("100 mg", "200 mg", "400 mg p.m.", "800 mg"),
    ],
)
def test_mixed_lists_are_silent(texts: tuple[str, ...]) -> None:
    assert marked(check, article(items(*texts))) == []


def test_an_item_whose_bracket_is_open_has_no_end_to_compare() -> None:
    document = article(items("Lie down.", "Rest.", "Raise your tired legs", "Drink.", "Take pills (aspirin, others"))
    assert marked(check, document) == ["legs"]


def test_every_list_is_judged_by_itself() -> None:
    document = article(items("Drink water.", "Eat fibre."), items("fever", "cough", "a rash", list_id=1))
    assert marked(check, document) == []


def test_the_introduction_of_an_inner_list_is_no_odd_item() -> None:
    document = article(
        items("Wash your hands.", "Prepare the things you need"),
        items("gloves", "gauze", list_id=1, depth=2),
        items("Clean the wound.", "Change the dressing."),
    )
    assert marked(check, document) == []


def test_the_fix_adds_or_removes_the_stop_and_is_safe() -> None:
    for texts, fixed in (
        (("Drink water.", "Eat more fibre !)", "Sleep well."), "Drink water.\nEat more fibre !).\nSleep well."),
        (("fever", "cough.", "rash", "pain"), "fever\ncough\nrash\npain"),
    ):
        document = article(items(*texts))
        fix = first_fix(check, document)
        assert fix.applicability is Applicability.SAFE
        assert apply_edits(document.text, fix.edits) == fixed.replace("\n", "\n\n")
