"""Part-of-speech tags: what the sentence rules lean on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint.analysis.tags import may_be_verb, tag


def tagged(text: str) -> str:
    return " ".join(f"{token.text}/{token.tag}" for token in tag(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The doctor can examine the patient.", "The/DT doctor/NN can/MD examine/VB the/DT patient/NN ./."),
        ("It may also cause pain.", "It/PRP may/MD also/RB cause/VB pain/NN ./."),
        ("You should not drink alcohol.", "You/PRP should/MD not/RB drink/VB alcohol/NN ./."),
        ("They use the stairs.", "They/PRP use/VBP the/DT stairs/NNS ./."),
        ("Make good use of it.", "Make/VB good/JJ use/NN of/IN it/PRP ./."),
        ("The wound has never been cleaned.", "The/DT wound/NN has/VBZ never/RB been/VBN cleaned/VBN ./."),
        ("We don't know.", "We/PRP do/VBP n't/RB know/VB ./."),
        ("It's 2.5 mg a day.", "It/PRP 's/VBZ 2.5/CD mg/NN a/DT day/NN ./."),
        ("The patient’s leg hurts.", "The/DT patient/NN ’s/POS leg/NN hurts/VBZ ./."),
        ("IS IT DANGEROUS?", "IS/VBZ IT/PRP DANGEROUS/JJ ?/."),
    ],
)
def test_tags(text: str, expected: str) -> None:
    assert tagged(text) == expected


@pytest.mark.parametrize("word", ["drink", "massage", "stretch", "apply", "take", "stop", "need", "agree"])
def test_words_that_may_be_verbs(word: str) -> None:
    assert may_be_verb(word)


@pytest.mark.parametrize("word", ["disease", "hernia", "patient", "leg", "of", "beautiful"])
def test_words_that_are_none(word: str) -> None:
    assert not may_be_verb(word)


@given(st.text(max_size=300))
def test_tokens_stand_where_they_say_on_any_text(text: str) -> None:
    end = 0
    for token in tag(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert token.tag
        end = token.end


def test_textblob_and_nltk_are_not_imported() -> None:
    code = (
        "import sys; from clinlint.analysis.tags import tag; tag('A leg.');"
        " print({'nltk', 'textblob'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
