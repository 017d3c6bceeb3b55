"""What becomes of LanguageTool's other rules."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from clinlint.api import Applicability, Confidence, Severity
from clinlint_rules.grammar import knowledge
from end_to_end.terminal import clinlint
from grammar.matches import judge


@pytest.mark.parametrize(
    ("rule", "category"),
    [
        ("CD_NN", "GRAMMAR"),
        ("COMMA_COMPOUND_SENTENCE", "PUNCTUATION"),
        ("EN_COMPOUNDS_X_RAY", "MISC"),
        ("ALL_OF_THE", "REDUNDANCY"),
        ("HAND_COMPOUNDS", "GRAMMAR"),
        ("ENGLISH_WORD_REPEAT_BEGINNING_RULE", "REPETITIONS_STYLE"),
    ],
)
def test_noisy_rules_are_off_and_say_why(rule: str, category: str) -> None:
    judgement = judge("The ⟦text⟧ here.", "word", rule=rule, category=category)
    assert judgement is not None
    assert judgement.meta.code == f"LT:{rule}"
    assert not judgement.meta.enabled


@pytest.mark.parametrize(
    ("rule", "category"), [("HE_VERB_AGR", "GRAMMAR"), ("ARRIVE_AT", "COLLOCATIONS"), ("NEW_RULE", "NEW_CATEGORY")]
)
def test_other_rules_are_warnings(rule: str, category: str) -> None:
    judgement = judge("She ⟦do⟧ it.", "does", rule=rule, category=category)
    assert judgement is not None
    assert judgement.meta.enabled
    assert judgement.meta.severity is Severity.WARNING
    assert judgement.meta.confidence is Confidence.MEDIUM
    assert judgement.message == "What is odd."


def test_the_only_replacement_may_be_applied_on_demand_but_never_as_safe() -> None:
    judgement = judge("She ⟦do⟧ it.", "does", rule="HE_VERB_AGR", category="GRAMMAR")
    assert judgement is not None
    assert judgement.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("marked", "new"),
    [
        ("Take ⟦2 tablet⟧.", "2 tablets"),
        ("You ⟦don't need⟧ it.", "need"),
        ("⟦Less⟧ hours.", "Fewer"),
        ("Take it ⟦daily⟧.", "dally"),
        ("Take ⟦ramipril⟧.", "ram April"),
    ],
)
def test_what_a_reader_may_come_to_harm_by_is_only_shown(marked: str, new: str) -> None:
    judgement = judge(marked, new, rule="ANY", category="GRAMMAR")
    assert judgement is not None
    assert judgement.applicability is Applicability.DISPLAY


def test_an_unknown_abbreviation_is_told_once_and_not_where_it_is_explained() -> None:
    def told(marked: str) -> bool:
        return judge(marked, rule="CLINLINT_UNEXPLAINED_ABBREVIATION", category="CLINLINT") is not None

    assert told("Patients with ⟦VRVNA⟧ were examined.")
    assert not told("Patients with VRVNA and later ⟦VRVNA⟧.")
    assert not told("Patients with vascular ruin (⟦VRVNA⟧) were examined.")
    assert not told("⟦VRVNA⟧ (vascular ruin) was seen.")
    assert not told("Tests for ⟦HIV⟧ and others.")
    assert not told("Mutations in ⟦MMADHC⟧ gene copies.")
    assert not told("Stage ⟦IIIB⟧ disease.")
    assert not told("READ THE ⟦WHOLE⟧ LEAFLET")
    assert not told("The ⟦NINQS⟧ pays for it.")


def test_an_explanation_elsewhere_in_the_document_silences_it() -> None:
    judgement = judge("Patients with ⟦VRVNA⟧ came.", rule="CLINLINT_UNEXPLAINED_ABBREVIATION", category="CLINLINT")
    assert judgement is not None
    assert "(VRVNA)" in judgement.silenced_by


def test_the_table_gives_a_reason_for_everything_that_is_off() -> None:
    table = tomllib.loads(files("clinlint_rules.grammar").joinpath("languagetool_rules.toml").read_text("utf-8"))
    entries = table["categories"] | table["rules"]
    assert not [name for name, entry in entries.items() if not entry.get("enabled", True) and not entry.get("reason")]
    listed = {meta.code: meta for meta in knowledge().rules()}
    assert listed["LT:CD_NN"].on_good_text is not None
    assert listed["LT:CD_NN"].on_good_text.alarms == 10
    assert "complement component 2" in listed["LT:CD_NN"].summary


def test_the_version_changes_with_the_users_words_only() -> None:
    one, same, other = (knowledge().policy(frozenset(words)) for words in ((), (), ("kahvalty",)))
    assert one.name_and_version == same.name_and_version != other.name_and_version


def test_the_list_of_rules_says_what_is_off_and_why(tmp_path: Path) -> None:
    listed = clinlint("rules", "--engine", "languagetool", folder=tmp_path)
    assert listed.returncode == 0
    (line,) = (line for line in listed.stdout.splitlines() if line.startswith("LT:CD_NN "))
    assert "complement component 2 deficiency" in line
    assert "10 alarms in 141,291 words (off unless selected)" in line
    as_json = json.loads(
        clinlint("rules", "LT:FEWER_LESS", "--engine", "languagetool", "--format", "json", folder=tmp_path).stdout
    )
    assert [record["enabled"] for record in as_json] == [False]
    unknown = clinlint("rules", "NO_SUCH", "--engine", "languagetool", folder=tmp_path)
    assert unknown.returncode == 2
    assert "none of the rules of LanguageTool that clinlint knows by name" in unknown.stderr
