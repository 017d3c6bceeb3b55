"""Results as bytes and back: nothing is lost, and nothing that is read can run."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.config.discovery import from_mapping
from clinlint.config.origin import Place
from clinlint.config.resolve import Resolver
from clinlint.model.diagnostic import InternalError, LintResult, NotChecked, Severity
from clinlint.model.source_language import SourceLanguage
from clinlint.run.packing import packed, unpacked
from clinlint.run.pipeline import lint
from clinlint.run.registry import installed_rules
from clinlint.sources.files import read_file
from reports.sample import result_of, word_rule

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
RULE = word_rule("strech", "stretch")


def same(one: LintResult, other: LintResult) -> bool:
    fields = ("source", "diagnostics", "not_checked", "internal_errors", "origins", "score", "day")
    return all(getattr(one, name) == getattr(other, name) for name in fields)


@pytest.mark.parametrize("name", ["varicose-veins.html", "reflux.md", "tinnitus.txt", "hernia-export.json"])
def test_results_of_articles_come_back(name: str) -> None:
    source = read_file(str(ARTICLES / name))
    settings = Resolver(from_mapping({}, Place("test"), ARTICLES), installed_rules()).base
    result = lint(source, settings)
    assert result.diagnostics
    assert same(unpacked(source, packed(result)), result)


@settings(max_examples=100)
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=30),
    data=st.dictionaries(st.text(max_size=5), st.text(st.characters(exclude_categories=()), max_size=5)),
)
def test_any_text_comes_back(text: str, data: dict[str, str]) -> None:
    result = result_of(f"{text} strech {text}", RULE)
    result = replace(
        result,
        diagnostics=tuple(
            replace(d, data=MappingProxyType(data), message=text, suppressed_by=text, baselined=True, also=(text,))
            for d in result.diagnostics
        ),
        not_checked=(NotChecked(text, text),),
        internal_errors=(InternalError(text, text),),
        day=datetime.date(2026, 1, 31),
        origins=(SourceLanguage("tr", given=True, established=True, evidence=(text,)),),
    )
    assert same(unpacked(result.source, packed(result)), result)


def test_enumerations_keep_their_type() -> None:
    result = result_of("A strech.", RULE)
    (back,) = unpacked(result.source, packed(result)).diagnostics
    assert back.severity is Severity.WARNING
    assert type(back.fixes[0].applicability) is type(result.diagnostics[0].fixes[0].applicability)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"null", b"[[1],[],[],[],null,null]", b"\xff", b"[[],[],[],[],null,1]", b"\x80\x04"]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - UnicodeDecodeError is one
        unpacked(result_of("A strech.", RULE).source, data)
