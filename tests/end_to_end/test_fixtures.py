"""The fixture articles: every annotated defect is found, and their clean twins are silent."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import LintResult, Severity
from clinlint.model.span import Span

FIXTURES = Path(__file__).parents[2] / "fixtures"
sys.path.insert(0, str(FIXTURES))
from build import article_of, build  # noqa: E402 - a script beside the fixtures, not a package

ARTICLES = sorted(path for path in (FIXTURES / "annotated").iterdir())
IDS = [path.name for path in ARTICLES]


def place(start: int, end: int) -> Span:
    """A span to compare with; one character for a defect that is a missing thing."""
    return Span(start, max(end, start + 1))


def lint(path: Path) -> LintResult:
    result = Linter(languagetool="off").check_path(path)
    assert not result.internal_errors
    return result


def shown(result: LintResult) -> list[str]:
    return [
        f"{d.position.line}:{d.position.column} {d.rule} {d.match!r}"
        for d in result.diagnostics
        if d.severity is not Severity.INFO
    ]


def test_articles_are_built_from_their_masters() -> None:
    for path, data in build().items():
        assert path.read_bytes() == data, f"{path.name} is out of date: run 'make fixtures'"


@pytest.mark.parametrize("master", ARTICLES, ids=IDS)
def test_every_annotated_defect_is_found_and_nothing_else(master: Path) -> None:
    page = article_of(master)
    result = lint(page)
    expected = json.loads(page.with_suffix(".expected.json").read_text(encoding="utf-8"))
    diagnostics = [d for d in result.diagnostics if d.severity is not Severity.INFO]
    reported = [(d, place(d.start, d.end)) for d in diagnostics]
    expected_places = [(e, place(e["start"], e["end"])) for e in expected]
    missed = [
        e
        for e, where in expected_places
        if not any(
            where.overlaps(there) and any(code.startswith(e["rule"]) for code in (d.rule, *d.also))
            for d, there in reported
        )
    ]
    assert not missed, shown(result)
    stray = [d for d, there in reported if not any(where.overlaps(there) for _, where in expected_places)]
    assert not stray, [(d.rule, d.match, d.message) for d in stray]


@pytest.mark.parametrize("master", ARTICLES, ids=IDS)
def test_clean_twin_is_silent(master: Path) -> None:
    page = article_of(master)
    assert shown(lint(page.with_suffix(f".clean{page.suffix}"))) == []


@pytest.mark.parametrize("master", ARTICLES, ids=IDS)
def test_fixing_gives_the_text_that_the_author_wrote(master: Path) -> None:
    page = article_of(master)
    fixed = Linter(languagetool="off").fix(lint(page), unsafe=True)
    assert fixed.after.data == page.with_suffix(f".fixed{page.suffix}").read_bytes()
    assert fixed.notes() == ()


def test_fixing_mends_sixty_per_cent_of_the_defects_that_it_may_touch() -> None:
    """What is wrong with a dose, a claim or a page's facts (MD, PG) is for a person, whatever a run could do."""
    pages = [article_of(master) for master in ARTICLES]
    expected = [e for page in pages for e in json.loads(page.with_suffix(".expected.json").read_text(encoding="utf-8"))]
    defects = [defect for defect in expected if not defect["rule"].startswith(("MD", "PG"))]
    mended = sum(defect["fixed"] for defect in defects)
    assert mended / len(defects) >= 0.6, f"{mended} of {len(defects)}"
    assert not any(defect["fixed"] for defect in expected if defect not in defects)
