"""Comments and ``[[ignores]]``: what they silence, and what they leave alone."""

from __future__ import annotations

import json
from datetime import date

import pytest

from clinlint import Linter
from clinlint.config.discovery import from_mapping
from clinlint.config.origin import Place
from clinlint.config.resolve import Resolver
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import LintResult
from clinlint.model.span import Span
from clinlint.run.registry import installed_rules
from clinlint.run.suppressions import parsed

AWAY = "The pain goes away !"
LINTER = Linter(languagetool="off", select=["TY001", "TY006", "SU"])


def lint(text: str, media_type: str = "text/html") -> LintResult:
    result = LINTER.check_text(text, media_type=media_type)
    assert not result.internal_errors
    return result


def silenced(result: LintResult) -> list[bool]:
    return [d.suppressed_by is not None for d in result.diagnostics if d.rule != "SU001"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- clinlint: ignore[TY001] --><p>{AWAY}</p><p>{AWAY}</p>", [True, False]),
        (f"<p>{AWAY}<!-- clinlint: ignore[TY001] --></p><p>{AWAY}</p>", [True, False]),
        (f"<p><b>{AWAY}</b> <!-- clinlint: ignore[TY001] --></p><p>{AWAY}</p>", [True, False]),
        (f"<p>{AWAY}</p> <!-- clinlint: ignore[TY001] --> <p>{AWAY}</p>", [False, True]),
        (f"<p>{AWAY} <!-- clinlint: ignore[TY001] --> Yes.</p><p>{AWAY}</p>", [True, False]),
        (f"<p>{AWAY}</p><!-- clinlint: ignore[TY001] --><ul><li>{AWAY}</li><li>{AWAY}</li></ul>", [False, True, False]),
        (f"<p>{AWAY}</p><!-- clinlint: ignore-file[TY] --><p>{AWAY}</p>", [True, True]),
        (
            f"<p>{AWAY}</p><!--clinlint: ignore-start[TY]--><p>{AWAY}</p><!--clinlint: ignore-end--><p>{AWAY}</p>",
            [False, True, False],
        ),
        (f"<!-- clinlint: ignore[TY006] --><p>{AWAY}</p>", [False]),
        (f"<!-- clinlint: ignore[space-before-mark] --><p>{AWAY}</p>", [True]),
        (f"<!-- clinlint: ignore[TY001] until=2001-01-01 --><p>{AWAY}</p>", [False, False]),
        (f"<textarea><!-- clinlint: ignore[TY001] --></textarea><p>{AWAY}</p>", [False]),
        (f'<p title="<!-- clinlint: ignore[TY001] -->">{AWAY}</p>', [False]),
    ],
)
def test_what_a_comment_of_html_covers(text: str, expected: list[bool]) -> None:
    found = [d for d in lint(text).diagnostics if d.rule != "SU001"]
    assert [d.suppressed_by is not None for d in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- clinlint: ignore[TY001] -->\n\n{AWAY}\n\n{AWAY}\n", [True, False]),
        (f"<!-- clinlint: ignore[TY001] -->\n{AWAY}\n\n{AWAY}\n", [True, False]),
        (f"{AWAY} <!-- clinlint: ignore[TY001] -->\n\n{AWAY}\n", [True, False]),
        (f"- {AWAY}\n- {AWAY} <!-- clinlint: ignore[TY001] -->\n", [False, True]),
        (f"<!-- clinlint: ignore-file[TY001]\n  over two lines -->\n\n{AWAY}\n", [True]),
        (f"`<!-- clinlint: ignore-file[TY001] -->`\n\n{AWAY}\n", [False]),
        (f"```\n<!-- clinlint: ignore-file[TY001] -->\n```\n\n{AWAY}\n", [False]),
        (f"> <!-- clinlint: ignore-start[TY001] -->\n\n{AWAY}\n\n<!-- clinlint: ignore-end -->\n", [True]),
    ],
)
def test_what_a_comment_of_markdown_covers(text: str, expected: list[bool]) -> None:
    assert silenced(lint(text, "text/markdown")) == expected


def test_a_comment_in_an_export_covers_its_article_alone() -> None:
    posts = [
        {"content": {"rendered": f"<!-- clinlint: ignore-file[TY001] \u00fcber -->\n<p>{AWAY}</p>"}},
        {"content": {"rendered": f"<p>{AWAY}</p>"}},
    ]
    result = lint(json.dumps(posts), "application/json")
    assert silenced(result) == [True, False]


def test_the_diagnostic_says_what_silenced_it_and_why() -> None:
    result = lint(f"<p>First.</p>\n<!-- clinlint: ignore[TY001] the pause is meant -->\n<p>{AWAY}</p>")
    assert [d.suppressed_by for d in result.diagnostics] == ["comment on line 2: the pause is meant"]


def test_a_suppressed_finding_costs_no_points_and_is_not_fixed() -> None:
    result = lint(f"<!-- clinlint: ignore[TY001] --><p>{AWAY}</p>")
    assert result.score is not None
    assert result.score.points == 0
    assert not LINTER.fix(result).changed


def test_a_comment_does_not_change_what_other_rules_find() -> None:
    without = lint(f"<p>{AWAY}</p><p>{AWAY}</p>")
    with_one = lint(f"<p>{AWAY}</p><!-- clinlint: ignore[TY001] --><p>{AWAY}</p>")
    assert [d.fingerprint for d in without.diagnostics] == [d.fingerprint for d in with_one.diagnostics]


@pytest.mark.parametrize(
    ("comment", "selectors", "reason", "until"),
    [
        ("<!-- clinlint: ignore[MT101, TY] a name -->", ("MT101", "TY"), "a name", None),
        ("<!--clinlint:ignore[MT1]-->", ("MT1",), "", None),
        ("<!-- clinlint: ignore[TY] until=2027-01-31 — why -->", ("TY",), "why", date(2027, 1, 31)),
        ("<!-- clinlint: ignore-file[TY]: why until=2027-01-31 -->", ("TY",), "why", date(2027, 1, 31)),
    ],
)
def test_how_comments_are_read(comment: str, selectors: tuple[str, ...], reason: str, until: date | None) -> None:
    read = parsed(Span(0, len(comment)), comment)
    assert (read.selectors, read.reason, read.until, read.problem) == (selectors, reason, until, "")


def resolver(**keys: object) -> Resolver:
    from pathlib import Path

    return Resolver(from_mapping(keys, Place("clinlint.toml"), Path.cwd()), installed_rules())


def test_ignores_by_path_and_by_fingerprint() -> None:
    plain = Linter(languagetool="off", select=["TY001"])
    found = plain.check_text(f"{AWAY}\n\nIt hurts !", name="drafts/a.txt")
    entries = [
        {"rules": ["TY001"], "files": ["drafts/**"], "reason": "Drafts."},
        {"fingerprint": found.diagnostics[0].fingerprint, "reason": "Meant."},
    ]
    by_path = Linter(languagetool="off", config={"select": ["TY001"], "ignores": entries[:1]})
    assert [d.suppressed_by for d in by_path.check_text(AWAY, name="drafts/a.txt").diagnostics] == [
        "configuration (ignores, entry 1): Drafts."
    ]
    assert [d.suppressed_by for d in by_path.check_text(AWAY, name="a.txt").diagnostics] == [None]
    by_print = Linter(languagetool="off", config={"select": ["TY001"], "ignores": entries[1:]})
    again = by_print.check_text(f"Before.\n\n{AWAY}\n\nIt hurts !", name="a.txt")
    assert [d.suppressed_by for d in again.diagnostics] == ["configuration (ignores, entry 1): Meant.", None]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"rules": ["TY001"]}, "give files or a fingerprint"),
        ({"files": ["*.md"]}, "name the rules that are ignored"),
        ({"rules": ["TY999"], "files": ["*.md"]}, "there is no rule or family 'TY999'"),
        ({"rules": ["ALL"], "files": ["*.md"]}, "ALL is only ignored with a reason"),
        ({"fingerprint": "0123456789abcdef"}, "only ignored with a reason"),
        ({"rules": ["TY001"], "files": ["*.md"], "until": "soon"}, "until"),
    ],
)
def test_wrong_entries_are_told(entry: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        resolver(ignores=[entry])


def test_an_expired_entry_silences_nothing_and_is_told() -> None:
    entry = {"rules": ["TY001"], "files": ["*.md"], "until": date(2001, 1, 1)}
    settled = resolver(ignores=[entry])
    assert settled.settings("a.md").ignores == ()
    assert [note.why for note in settled.expired()] == [
        "entry 1 of ignores expired on 2001-01-01; renew it or take it out"
    ]
