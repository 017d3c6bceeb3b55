"""Made-up sentences for each medical rule: ten or more that it must report, at their place, and ten that tempt it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clinlint import Linter

FOLDER = Path(__file__).parent / "sentences"
CODES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def sentences(code: str) -> tuple[list[str], list[str]]:
    """The bad and the good lines of a rule's file."""
    bad, _, good = (FOLDER / f"{code}.txt").read_text(encoding="utf-8").removeprefix("bad\n").partition("good\n")
    return bad.splitlines(), good.splitlines()


def marked_texts(line: str) -> list[str]:
    return [part.partition("⟧")[0] for part in line.split("⟦")[1:]]


def cases(number: int) -> Iterator[object]:
    for code in CODES:
        for line in sentences(code)[number]:
            yield pytest.param(code, line, id=f"{code}-{line[:50]}")


def reported(code: str, text: str) -> list[str]:
    result = Linter(languagetool="off", select=[code]).check_text(text)
    assert not result.internal_errors
    return [d.match for d in result.diagnostics]


@pytest.mark.parametrize("code", CODES)
def test_there_are_ten_of_each(code: str) -> None:
    bad, good = sentences(code)
    assert len(bad) >= 10
    assert len(good) >= 10


@pytest.mark.parametrize(("code", "line"), list(cases(0)))
def test_a_bad_sentence_is_reported_at_its_place(code: str, line: str) -> None:
    text = line.replace("⟦", "").replace("⟧", "")
    assert reported(code, text) == marked_texts(line)


@pytest.mark.parametrize(("code", "line"), list(cases(1)))
def test_a_good_sentence_is_left_alone(code: str, line: str) -> None:
    assert reported(code, line) == []
