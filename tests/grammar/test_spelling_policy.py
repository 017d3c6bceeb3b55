"""Which of LanguageTool's spelling alarms an editor hears of."""

from __future__ import annotations

import pytest

from clinlint.api import Applicability, BlockKind
from grammar.matches import judge


@pytest.mark.parametrize(
    "marked",
    [
        "⟦Thromboprophylaxis⟧ and ⟦hyperprolinemia⟧.",
        "A ⟦retroauricular⟧ abscess.",
        "Treated with ⟦pertuzumab⟧ and others.",
        "A ⟦gliptin⟧ may help.",
        "The enzyme ⟦aspartoacylase⟧ is missing.",
        "Caused by the fluke Fasciola ⟦gigantica⟧ in cattle.",
        "The yeast M. ⟦pachydermatis⟧ lives in ears.",
        "The ⟦ADPKD⟧ and the ⟦HbA1c⟧.",
        "The ⟦MYH9⟧ gene and ⟦eGFR⟧.",
        "Doctor ⟦Loprinzi⟧ wrote it.",
        "The syndrome of ⟦Weyers⟧ is rare.",
        "A ⟦stye⟧ is a small lump.",
        "In the pars ⟦plana⟧ of the eye.",
        "The ⟦haemodynamically⟧ stable patient.",
        "Better ⟦vascularisation⟧ of the wound.",
        "The removal is a ⟦splee-NECK-tuh-mee⟧.",
        "See ⟦yazva-zheludka-ne-lechitsya⟧ for more.",
        "The ⟦Klippel-Trenaunay⟧ syndrome.",
        "A patient with ⟦kümmell⟧ disease.",
    ],
)
def test_medicine_names_and_rare_words_stay_silent(marked: str) -> None:
    first = marked.split("⟧", 1)
    alone = first[0] + "⟧" + first[1].replace("⟦", "").replace("⟧", "")
    assert judge(alone, "style", "external") is None


@pytest.mark.parametrize(
    ("marked", "meant"),
    [
        ("They will ⟦recieve⟧ a letter.", "receive"),
        ("The ⟦managment⟧ of pain.", "management"),
        ("The ⟦occurence⟧ of pain.", "occurrence"),
        ("Its ⟦sensitivty⟧ is high.", "sensitivity"),
        ("A ⟦laparascopy⟧ was done.", "laparoscopy"),
        ("⟦Symtoms⟧ come and go.", "Symptoms"),
    ],
)
def test_a_slip_of_a_far_more_frequent_word_is_told_with_the_word_that_was_meant(marked: str, meant: str) -> None:
    judgement = judge(marked, meant)
    assert judgement is not None
    assert judgement.replacements == (meant,)
    assert f"“{meant}”" in judgement.message
    assert judgement.applicability in (Applicability.UNSAFE, Applicability.DISPLAY)


@pytest.mark.parametrize("word", ["siodeportive", "femoropliteal", "sexpressing", "kahvalty", "non-osclerotic"])
def test_words_that_a_machine_made_up_are_told(word: str) -> None:
    judgement = judge(f"The ⟦{word}⟧ part of it.")
    assert judgement is not None
    assert "clinlint words add" in judgement.message
    assert judgement.applicability is Applicability.DISPLAY


def test_two_words_without_their_space_are_told() -> None:
    judgement = judge("Take the ⟦medicationssuch⟧ as these.", "medications such")
    assert judgement is not None
    assert judgement.replacements == ("medications such",)


def test_in_a_title_a_capital_is_no_name() -> None:
    assert judge("The ⟦Managment⟧ of Pain", "Management", kind=BlockKind.HEADING) is not None
    assert judge("The Doctor Ahmet ⟦Balduin⟧ of London writes", "Baldwin") is None


def test_the_users_own_words_are_accepted_in_any_case_and_with_a_possessive() -> None:
    own = frozenset({"KlinikPlus", "kahvalty"})
    assert judge("At ⟦kahvalty⟧ time.", words=own) is None
    assert judge("⟦Kahvalty⟧'s time.", words=own) is None
    assert judge("The ⟦kahvalty's⟧ time.", words=own) is None


def test_a_change_that_touches_a_medicine_is_only_shown() -> None:
    judgement = judge("Take ⟦atorvastatine⟧ at night.", "atorvastatin")
    assert judgement is None or judgement.applicability is Applicability.DISPLAY
