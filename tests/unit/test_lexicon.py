"""Which words MT007 takes for English."""

from __future__ import annotations

import pytest

from clinlint_rules.translation.residue.lexicon import is_known, is_listed
from clinlint_rules.translation.residue.medical_forms import is_medical, opens_medical
from clinlint_rules.translation.residue.respelling import nearest


@pytest.mark.parametrize("word", ["heal", "haemorrhoid", "vapour", "catheter", "abdominoplasty", "smartphone"])
def test_word_is_listed(word: str) -> None:
    assert is_listed(word) or is_known(word)


@pytest.mark.parametrize("word", ["unvaccinated", "retellings", "catheterised", "nonresectable", "chemopreventive"])
def test_word_comes_of_a_listed_one(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["sphincteroplasty", "fibrolaryngoscopy", "molindone", "leukodystrophies", "gliptins"])
def test_word_is_built_of_medical_forms(word: str) -> None:
    assert is_medical(word)


@pytest.mark.parametrize(
    "word", ["verem", "kahvalty", "jyroscope", "teoremi", "staffful", "pusuda", "qqqqqq", "a" * 60]
)
def test_word_is_not_english(word: str) -> None:
    assert not is_known(word)


def test_silent_e_goes_before_an_ending() -> None:
    assert is_known("voicing")
    assert not is_known("voiceing")
    assert is_known("dyeing")


def test_every_line_of_the_list_is_found() -> None:
    from importlib.resources import files

    text = files("clinlint_rules.translation.residue").joinpath("lexicon.txt").read_text(encoding="utf-8")
    words = text.partition("\n#end\n")[2].splitlines()
    assert words == sorted(words)
    assert all(is_listed(word) for word in (words[0], words[1], words[len(words) // 2], words[-2], words[-1]))


def test_prefixes_open_medical_words() -> None:
    assert opens_medical("hypo")
    assert opens_medical("chondro")
    assert not opens_medical("chondr")


@pytest.mark.parametrize(("word", "meant"), [("straigth", "straight"), ("becuase", "because"), ("verem", None)])
def test_nearest_common_word(word: str, meant: str | None) -> None:
    assert nearest(word) == meant
