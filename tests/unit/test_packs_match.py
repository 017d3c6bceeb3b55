"""Which pack entries speak in a document, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint.model.diagnostic import LintResult
from clinlint.model.fix import Applicability
from clinlint.model.source import Source
from clinlint.packs.load import read_pack
from clinlint.packs.schema import Pack
from clinlint.run.pipeline import lint
from clinlint.run.registry import installed_rules, select_rules
from clinlint.run.settings import Settings


def pack(folder: Path, source: str, entries: str, evidence: str = "") -> Pack:
    path = folder / f"{source}-test.toml"
    header = f'[pack]\nsource = "{source}"\nlanguage = "Test"\ntitle = "t"\nlicence = "CC0"\nprovenance = "p"\n'
    path.write_text(f"{header}\n[evidence]\n{evidence}\n{entries}", encoding="utf-8")
    return read_pack(path)


def entry(name: str, pattern: str, confidence: str = "high", more: str = 'write = ["right"]') -> str:
    return (
        f'[[entry]]\nid = "{name}"\nrule = "MT102"\npattern = "{pattern}"\nconfidence = "{confidence}"\n'
        f'{more}\nbad = ["⟦x⟧"]\ngood = ["y"]\n'
    )


def run(text: str, *packs: Pack, language: str | None = None, media_type: str = "text/plain") -> LintResult:
    rules = select_rules(installed_rules(), ["MT102"])
    source = Source.from_text(text, name="t", media_type=media_type)
    return lint(source, Settings(rules, source_language=language, packs=packs))


def reported(result: LintResult) -> list[str]:
    assert not result.internal_errors
    return [d.match for d in result.diagnostics]


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Pack, Pack]:
    one = entry("q1", "zorp") + entry("q2", "blick") + entry("q3", "flumm", "medium") + entry("q4", "wixx", "low")
    return pack(tmp_path, "xq", one, '"a hint" = "Zorpland"'), pack(tmp_path, "xr", entry("r1", "grakk"))


def test_without_a_language_only_high_confidence_speaks(packs: tuple[Pack, Pack]) -> None:
    result = run("A zorp, a flumm and a grakk.", *packs)
    assert reported(result) == ["zorp", "grakk"]
    assert not result.origins[0].established


def test_two_defects_establish_a_language_and_silence_others(packs: tuple[Pack, Pack]) -> None:
    result = run("A zorp, a blick, a flumm and a grakk.", *packs)
    assert reported(result) == ["zorp", "blick", "flumm"]
    assert result.origins[0].code == "xq"
    assert result.origins[0].established


def test_a_defect_and_a_hint_establish_a_language(packs: tuple[Pack, Pack]) -> None:
    assert reported(run("A zorp and a flumm in Zorpland.", *packs)) == ["zorp", "flumm"]


def test_hints_alone_establish_nothing(packs: tuple[Pack, Pack]) -> None:
    result = run("A flumm in Zorpland.", *packs)
    assert reported(result) == []
    assert result.origins[0].evidence == ("a hint",)


def test_the_same_defect_twice_is_one_piece_of_evidence(packs: tuple[Pack, Pack]) -> None:
    assert not run("A zorp and a zorp.", *packs).origins[0].established


def test_a_given_language_is_the_only_one(packs: tuple[Pack, Pack]) -> None:
    assert reported(run("A zorp, a flumm and a grakk.", *packs, language="xr")) == ["grakk"]
    assert reported(run("A zorp, a flumm and a grakk.", *packs, language="XQ-XX")) == ["zorp", "flumm"]


def test_a_language_without_a_pack_switches_none_on(packs: tuple[Pack, Pack]) -> None:
    result = run("A zorp and a grakk.", *packs, language="zz")
    assert reported(result) == []
    assert (result.origins[0].code, result.origins[0].given) == ("zz", True)


def test_severity_falls_with_confidence(packs: tuple[Pack, Pack]) -> None:
    result = run("A zorp, a flumm, a wixx.", *packs, language="xq")
    assert [d.severity.value for d in result.diagnostics] == ["error", "warning", "info"]


def test_of_overlapping_entries_the_longer_one_speaks(tmp_path: Path) -> None:
    own = pack(tmp_path, "any", entry("a", "zorp") + entry("b", "zorp blick"))
    assert reported(run("A zorp blick.", own)) == ["zorp blick"]


@pytest.mark.parametrize(
    ("conditions", "yes", "no"),
    [
        ('near = "knee"', "Zorp of the knee.", "Zorp. The knee."),
        ('unless = "knee"', "Zorp. The knee.", "Zorp of the knee."),
        ('topic = "knee"', "Zorp. The knee.", "Zorp."),
        ('unless_topic = "knee"', "Zorp.", "Zorp. The knee."),
        ('before = "the"', "In the zorp.", "In a zorp."),
        ('not_before = "the"', "In a zorp.", "In the zorp."),
        ('after = "pain"', "Zorp pain.", "Zorp, pain."),
        ('not_after = "pain"', "Zorp, pain.", "Zorp pain."),
        ('kinds = "list_item"', "- zorp\n- other", "Zorp."),
        ("starts_sentence = true", "Well. Zorp.", "Well, zorp."),
        ("case_sensitive = true", "A zorp.", "A Zorp."),
    ],
)
def test_conditions(tmp_path: Path, conditions: str, yes: str, no: str) -> None:
    own = pack(tmp_path, "any", entry("a", "zorp", more=f'write = ["right"]\n{conditions}'))
    assert len(reported(run(yes, own))) == 1
    assert reported(run(no, own)) == []


def test_offsets_are_code_points(tmp_path: Path) -> None:
    text = "Ağrı 😀 🏥 zorp ışık \ud800 zorp"
    result = run(text, pack(tmp_path, "any", entry("a", "zorp")))
    assert [text[d.start : d.end] for d in result.diagnostics] == ["zorp", "zorp"]


def test_numbers_and_negations_are_left_to_a_person(tmp_path: Path) -> None:
    more = 'write = ["not zorp"]'
    own = pack(tmp_path, "any", entry("a", "zorp", more=more) + entry("b", "blick"))
    fixes = {d.match: d.fixes[0].applicability for d in run("A zorp. A blick.", own).diagnostics}
    assert fixes == {"zorp": Applicability.DISPLAY, "blick": Applicability.UNSAFE}


def test_the_message_names_the_source_word(tmp_path: Path) -> None:
    more = 'write = ["muscle"]\nsource_word = "kas"\nsource_meaning = "muscle"\nwhy = "A box was read"'
    (found,) = run("A zorp.", pack(tmp_path, "any", entry("a", "zorp", more=more))).diagnostics
    assert found.message == "A box was read. Test “kas” means “muscle”. Write “muscle”."
    assert found.data == {"source_language": "any", "source_word": "kas", "entry": "a"}


def test_code_is_not_read(tmp_path: Path) -> None:
    own = pack(tmp_path, "any", entry("a", "zorp"))
    assert reported(run("<p>A <code>x</code> zorp</p><pre>zorp</pre>", own, media_type="text/html")) == ["zorp"]


def test_many_matches_on_one_long_line_are_found_up_to_the_limit(tmp_path: Path) -> None:
    own = pack(tmp_path, "any", entry("a", "zorp", more='write = ["right"]\nunless = "knee"'))
    assert len(reported(run("zorp " * 5_000, own))) == 1_000
