"""Macros, inflection and replacements of packs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clinlint.packs.inflection import Form, forms_of, inflected_like
from clinlint.packs.macros import Vocabulary, expand
from clinlint.packs.schema import Irregular, Place, WordClass
from clinlint.packs.templates import Template, cased_like, fitting_article

IRREGULAR = Irregular(verbs={"tear": ("tears", "tore", "torn", "tearing")}, nouns={"foot": "feet"})
MUSCLES = WordClass("muscle", ("calf muscle", "tendon"), "noun", Place(Path("classes.toml"), 1))
VOCABULARY = Vocabulary({"muscle": MUSCLES}, IRREGULAR)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("cramp", "cramp cramps cramped cramped cramping"),
        ("stretch", "stretch stretches stretched stretched stretching"),
        ("apply", "apply applies applied applied applying"),
        ("massage", "massage massages massaged massaged massaging"),
        ("stop", "stop stops stopped stopped stopping"),
        ("relax", "relax relaxes relaxed relaxed relaxing"),
        ("tear", "tear tears tore torn tearing"),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: str) -> None:
    assert list(forms_of(lemma, "verb", IRREGULAR).values()) == forms.split()


@pytest.mark.parametrize(("lemma", "plural"), [("body", "bodies"), ("flat foot", "flat feet"), ("reflex", "reflexes")])
def test_nouns_are_inflected(lemma: str, plural: str) -> None:
    assert forms_of(lemma, "noun", IRREGULAR)[Form.PLURAL] == plural


def test_a_word_takes_the_form_of_another() -> None:
    assert inflected_like("muscle", "Cases", {"case": "noun"}, IRREGULAR) == "muscles"
    assert inflected_like("cross", "passing", {"pass": "verb"}, IRREGULAR) == "crossing"
    assert inflected_like("tear", "broke", {"rip": "verb"}, IRREGULAR) == "tear"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("<tear> tendon", "torn tendon"),
        ("sore <@muscle>", "Sore\u00a0calf muscles"),
        ("player's elbow", "player’s elbow"),
        ("[a b]x", " x"),
        (r"how\?", "how?"),
    ],
)
def test_macros_expand(pattern: str, text: str) -> None:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    assert re2.compile(expand(pattern, VOCABULARY).pattern, options).search(text)


def test_words_are_matched_whole() -> None:
    assert not re.search(expand("vein", VOCABULARY).pattern.replace("\\x{", "\\u{"), "veinlet")


@pytest.mark.parametrize(
    ("replacement", "matched", "expected"),
    [
        ("excess weight", "High weight", "Excess weight"),
        ("herniated disc in the neck", "Neck Hernia", "Herniated Disc in the Neck"),
        ("herniated disc", "NECK HERNIA", "HERNIATED DISC"),
        ("IVF", "tube baby", "IVF"),
    ],
)
def test_capitals_follow_the_text(replacement: str, matched: str, expected: str) -> None:
    assert cased_like(replacement, matched) == expected


@pytest.mark.parametrize(
    ("before", "replacement", "article"),
    [
        ("take a ", "angiogram", (2, "an ")),
        ("An ", "herniated disc", (3, "A ")),
        ("a ", "unique case", None),
        ("an ", "hour", None),
        ("banana ", "apple", None),
    ],
)
def test_the_article_is_fitted(before: str, replacement: str, article: tuple[int, str] | None) -> None:
    assert fitting_article(before, replacement) == article


def test_placeholders_are_filled() -> None:
    expanded = expand("(?P<where>neck|waist) <hernia:noun>", VOCABULARY, frozenset({"hernia", "where"}))
    template = Template("{disc like hernia} of the {where mapped}", expanded, {"waist": "lower back"}, VOCABULARY)
    assert template.fill({"hernia": "hernias", "where": "Waist"}) == "discs of the lower back"
