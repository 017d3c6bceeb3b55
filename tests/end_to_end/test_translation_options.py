"""What the command line says about translated articles: score, confidence, source language, own packs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from end_to_end.terminal import clinlint

PACK = """
[pack]
source = "any"
title = "House words"

[[entry]]
id = "house-leech-therapy"
rule = "MT102"
pattern = "leech therapy"
write = ["hirudotherapy"]
confidence = "high"
bad = ["Ask about ⟦leech therapy⟧."]
good = ["A leech is a worm."]
"""
TURKISH = (
    "What is Waist Hernia?\n\n"
    "The hernia, if it is not treated, it presses on the nerve. Op. Dr. Example answers.\n\n"
    "When should a doctor be examined? Painkillers help for a few days, and rest helps too.\n"
)


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return clinlint("check", *arguments, folder=folder)


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_a_score_below_the_one_asked_for_fails_and_is_named(tmp_path: Path) -> None:
    name = written(tmp_path, "a.txt", "Keep the wound dry !\n")
    low = check(tmp_path, name, "--fail-on", "never", "--fail-under", "99")
    assert low.returncode == 1
    assert "a.txt: 75.0 is below the score that was asked for" in low.stdout
    assert check(tmp_path, name, "--fail-on", "never", "--fail-under", "70").returncode == 0


def test_findings_that_are_less_sure_can_be_left_out(tmp_path: Path) -> None:
    name = written(tmp_path, "doses.txt", "Take 1,5 mg of it. About %10 of people feel sick.\n")
    arguments = (name, "--select", "MT005", "--format", "concise", "--quiet")
    assert [line.split()[1] for line in check(tmp_path, *arguments).stdout.splitlines()] == ["error", "warning"]
    sure = check(tmp_path, *arguments, "--min-confidence", "high").stdout
    assert [line.split()[1] for line in sure.splitlines()] == ["error"]


def test_the_guess_of_the_source_language_is_shown_and_can_be_set(tmp_path: Path) -> None:
    name = written(tmp_path, "a.txt", TURKISH)
    assert "a.txt: probably translated from tr: " in check(tmp_path, name).stdout
    report = json.loads(check(tmp_path, name, "--format", "json").stdout)
    guess = report["files"][0]["source_languages"][0]
    assert (guess["code"], guess["given"]) == ("tr", False)
    assert guess["evidence"]
    set_to_german = json.loads(check(tmp_path, name, "--format", "json", "--source-language", "de").stdout)
    assert set_to_german["files"][0]["source_languages"][0]["code"] == "de"
    words = [d["match"] for d in set_to_german["files"][0]["diagnostics"] if d["data"].get("source_language") == "tr"]
    assert words == []
    assert check(tmp_path, name, "--source-language", "auto").returncode == 1


def test_the_verdict_adds_up_evidence_of_several_kinds(tmp_path: Path) -> None:
    done = check(tmp_path, written(tmp_path, "a.txt", TURKISH), "--select", "MT000")
    assert done.stdout.startswith("a.txt:1:1: error MT000 unedited-machine-translation")
    assert "Unedited machine translation from Turkish" in done.stdout


def test_a_pack_of_one_s_own_speaks(tmp_path: Path) -> None:
    written(tmp_path, "house.toml", PACK)
    written(tmp_path, "clinlint.toml", 'packs = ["house.toml"]\n')
    name = written(tmp_path, "leech.txt", "Ask about leech therapy.\n")
    assert "becomes Ask about hirudotherapy." in check(tmp_path, name).stdout


def test_a_broken_pack_is_one_sentence_with_file_and_line(tmp_path: Path) -> None:
    written(tmp_path, "house.toml", PACK.replace('pattern = "leech', 'pattern = "(leech'))
    written(tmp_path, "clinlint.toml", 'packs = ["house.toml"]\n')
    done = check(tmp_path, written(tmp_path, "leech.txt", "Ask about leech therapy.\n"))
    assert done.returncode == 2
    assert "house.toml:" in done.stderr
    assert len(done.stderr.splitlines()) == 1
