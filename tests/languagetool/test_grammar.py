"""Grammar by the real LanguageTool, at exact places of the author's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import Diagnostic, LintResult
from languagetool.false_server import GOOD, server


def grammar(text: str, *, media_type: str = "text/plain", **options: object) -> LintResult:
    with Linter(config={"select": ["LT"], **options}, languagetool="auto") as linter:
        return linter.check_text(text, media_type=media_type)


def found(result: LintResult, rule: str) -> Diagnostic:
    assert not result.internal_errors
    (diagnostic,) = (d for d in result.diagnostics if d.rule == f"LT:{rule}")
    return diagnostic


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("text/plain", "Wash your hands.\n\nShe go to the hospital.\n"),
        ("text/plain", "👩🏽‍⚕️ 𝐁𝐨𝐥𝐝 😀😀.\r\n\r\n🏥 She go to the hospital 🏥.\r\n"),
        ("text/html", "<p>She&nbsp;<b>g</b>o&#32;to the <i>hospital</i>.</p><p>It &amp; them.</p>"),
        ("text/markdown", "# A heading\n\n* an item\n* 😀 She **go** to the [hospital](https://x.example)."),
    ],
)
def test_a_match_stands_at_the_characters_of_the_file(shared: Path, media_type: str, text: str) -> None:
    diagnostic = found(grammar(text, media_type=media_type), "HE_VERB_AGR")
    assert diagnostic.match == "go"
    assert "".join(part.of(text) for part in diagnostic.ranges) == "go"
    assert [fix.title for fix in diagnostic.fixes][:1] == ["Write “goes”"]


def test_half_a_surrogate_pair_moves_nothing(shared: Path) -> None:
    text = "A \ud800 sign \udc00. She go to the hospital."
    diagnostic = found(grammar(text), "HE_VERB_AGR")
    assert diagnostic.range.of(text) == "go"


def test_blocks_do_not_influence_each_other(shared: Path) -> None:
    lines = ["She go home.", "An (open bracket.", "He have pain.", "closed) again.", "It are bad."] * 12
    together = grammar("\n\n".join(lines))
    alone = [grammar(line) for line in lines[:5]]
    expected = [d.rule for result in alone for d in result.diagnostics] * 12
    assert [d.rule for d in together.diagnostics] == expected


@pytest.mark.parametrize(
    ("text", "language", "variant"),
    [
        ("The tumour and the oedema and the anaemia.", None, "en-GB"),
        ("The tumor and the edema and the anemia.", None, "en-US"),
        ("The knee.", None, "en-US"),
        ("The tumour and the oedema.", "en-US", "en-US"),
        ("The tumor and the edema.", "en-GB", "en-GB"),
    ],
)
def test_the_variant_is_the_document_s(text: str, language: str | None, variant: str) -> None:
    seen: list[dict[str, str]] = []
    config = {"select": ["LT"], **({"language": language} if language else {})}
    with server(GOOD, seen=seen) as address, Linter(config=config, languagetool=address) as linter:
        linter.check_text(text)
    (form,) = (form for form in seen if form["text"] == text)
    assert form["language"] == variant


def test_a_long_block_is_cut_between_sentences_and_nothing_is_lost(shared: Path) -> None:
    text = ("The nurse washes her hands before she comes in. " * 600) + "She go to the hospital. 😀 He have pain."
    result = grammar(text)
    assert not result.not_checked
    assert [d.range.of(text) for d in result.diagnostics if d.rule == "LT:HE_VERB_AGR"] == ["go", "have"]


def test_an_abbreviation_that_the_article_explains_elsewhere_is_left_alone(shared: Path) -> None:
    text = "Patients with QTXR often have pain.\n\nIt took years until QTXR (quick tissue X-ray rash) was found.\n"
    alone = grammar(text.split("\n\n")[0])
    assert [d.match for d in alone.diagnostics] == ["QTXR"]
    assert "QTXR" not in [d.match for d in grammar(text).diagnostics]
