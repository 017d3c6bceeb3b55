"""Pack files: what is read, and how mistakes are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint.errors import ConfigurationError
from clinlint.model.finding import Confidence
from clinlint.packs.load import read_pack
from clinlint.packs.registry import installed_packs, load_pack

HEADER = """[pack]
source = "tr"
language = "Turkish"
title = "Test"
licence = "CC0-1.0"
provenance = "Written for the test"
"""
ENTRY = """
[[entry]]
id = "tr-spleen-wind"
rule = "MT102"
pattern = "spleen wind"
write = ["flatulence"]
confidence = "high"
bad = ["⟦Spleen wind⟧ is common."]
good = ["The spleen is an organ."]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_is_read_with_its_entries(tmp_path: Path) -> None:
    pack = load_pack(written(tmp_path, HEADER + ENTRY))
    assert (pack.source, pack.language) == ("tr", "Turkish")
    assert [(entry.id, entry.confidence, entry.place.line) for entry in pack.entries] == [
        ("tr-spleen-wind", Confidence.HIGH, 8)
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('confidence = "high"', 'confidence = "sure"', 13, "confidence must be high"),
        ('rule = "MT102"', 'rule = "calque"', 10, "a rule's code"),
        ('pattern = "spleen wind"', 'pattern = "spleen (wind"', 8, "RE2 cannot use the pattern"),
        ('pattern = "spleen wind"', 'pattern = "spleen(?! wind)"', 8, "use conditions"),
        ('pattern = "spleen wind"', 'pattern = "<@no_such_class> wind"', 8, "no word class 'no_such_class'"),
        ('pattern = "spleen wind"', 'patern = "spleen wind"', 11, "no key 'patern'"),
        ('write = ["flatulence"]', 'write = ["{wind like spleen}"]', 8, "no part named 'spleen'"),
        ('write = ["flatulence"]', 'write = ["{wind, please}"]', 8, "no placeholder"),
        ('write = ["flatulence"]', "write = []", 8, "neither what to write nor gives advice"),
        ('write = ["flatulence"]', 'write = ["x"]\nnear = "(open"', 8, "RE2 cannot use the pattern"),
        ('write = ["flatulence"]', "write = 3", 12, "write must be text"),
        ('good = ["The spleen is an organ."]', "", 8, "at least one bad and one good example"),
        ('id = "tr-spleen-wind"', 'id = "tr-bel-fitigi"', 8, "is taken by"),
        ('source = "tr"', 'source = "Turkish"', 2, "source must be two letters"),
        ('title = "Test"', 'titel = "Test"', 4, "no key 'titel'"),
        ("[[entry]]", "[[entry]", 8, "no valid TOML"),
        ("[[entry]]", '[[entry]]\nkinds = "page"', 9, "kinds are heading"),
        ("[[entry]]", '[[entry]]\ncase_sensitive = "yes"', 9, "must be true or false"),
    ],
)
def test_a_mistake_is_reported_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    path = written(tmp_path, (HEADER + ENTRY).replace(old, new))
    with pytest.raises(ConfigurationError) as caught:
        load_pack(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert problem in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"missing\.toml: cannot be read"):
        read_pack(tmp_path / "missing.toml")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'[pack]\ntitle = "\xe9"\n')
    with pytest.raises(ConfigurationError, match=r"latin\.toml:2: packs are UTF-8"):
        read_pack(path)


def test_a_pattern_that_would_take_too_much_memory_is_refused(tmp_path: Path) -> None:
    hungry = HEADER + ENTRY.replace("spleen wind", "(?:spleen [a-z]{1,900} wind){900}")
    with pytest.raises(ConfigurationError, match="RE2 cannot use the pattern"):
        load_pack(written(tmp_path, hungry))


def test_own_word_classes_may_be_used(tmp_path: Path) -> None:
    own = HEADER + '[class.gust]\nwords = ["wind", "breeze"]\n' + ENTRY.replace("spleen wind", "spleen <@gust>")
    assert load_pack(written(tmp_path, own)).classes[0].words == ("wind", "breeze")


def test_a_class_that_exists_already_is_refused(tmp_path: Path) -> None:
    own = HEADER + '[class.muscle]\nwords = ["wind"]\n' + ENTRY
    with pytest.raises(ConfigurationError, match=r"own\.toml:7: the class 'muscle' is defined by"):
        load_pack(written(tmp_path, own))


def test_installed_packs_hold_a_turkish_one() -> None:
    assert sum(len(pack.entries) for pack in installed_packs() if pack.source == "tr") >= 600
