"""All rules over any input: nothing crashes, every diagnostic stands where it says, fixes touch their edits alone."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.errors import SourceError
from clinlint.fixing.apply import apply_edits
from clinlint.model.diagnostic import LintResult

LINTER = Linter(languagetool="off")
SCRAPS = [
    *("The ın 10% Rule ’is", "When should a doctor be examined?", "Drugs (statins, prednisone", "waist hernia", " !"),
    *("the the", "donâ€™t", "1,5 mg", "%10", "p=0,05", "Knees , ", "pain.The", "“ odd “", "Op. Dr.", "Share on X"),
    *("a special instruments", "Read More »", "\n\n", "\r\n", "\n", "\t", "\u00a0", "🙂", "e\u0301", "\u202e", "\x00"),
    *("\ud800", "’nın", "Gout, if it", "; The", "• item", "- item.", "1. one", "and a more", ":", "...", "x" * 70),
    *("Call 0212 555 01 23", "Kapalı ameliyat nedir", "боль", "疼痛"),
]
MARKUP = [
    "<p>",
    "</p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<b>",
    "</b>",
    "<br>",
    "&amp;",
    "&nbsp;",
    "&#8217;",
    "<h2>",
    "</h2>",
    "<td>",
    "<!--",
    "-->",
]
MARKS = [
    "# ",
    "**",
    "_",
    "`",
    "> ",
    "| a | b |\n|---|---|\n",
    "[x](y)",
    "![alt](i.png)",
    "\\*",
    "&copy;",
    "---\n",
    "```\n",
]
TEXT = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=12)), max_size=25).map(" ".join)


def mixed(marks: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(st.sampled_from([*SCRAPS, *marks]), st.text(max_size=8)), max_size=30).map("".join)


def lint(text: str, media_type: str) -> LintResult:
    result = LINTER.check_text(text, media_type=media_type, name="x")
    assert not result.internal_errors
    assert list(result.diagnostics) == sorted(
        result.diagnostics, key=lambda d: (d.range.start, d.range.end, d.rule, d.message)
    )
    for diagnostic in result.diagnostics:
        assert diagnostic.range.end <= len(text)
        assert all(diagnostic.range.contains(part) for part in diagnostic.ranges)
    return result


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\ufffc", ""))


@settings(max_examples=150)
@given(TEXT)
def test_plain_text(text: str) -> None:
    for diagnostic in lint(text, "text/plain").diagnostics:
        parts = "".join(part.of(text) for part in diagnostic.ranges)
        assert squeezed(parts) == squeezed(diagnostic.match)


@settings(max_examples=150)
@given(mixed(MARKUP))
def test_html(text: str) -> None:
    for diagnostic in lint(text, "text/html").diagnostics:
        parts = "".join(html.unescape(part.of(text)) for part in diagnostic.ranges)
        if "&" not in parts and "<" not in parts and "\x00" not in text:
            assert squeezed(parts) == squeezed(diagnostic.match)


@settings(max_examples=150)
@given(mixed(MARKS))
def test_markdown(text: str) -> None:
    lint(text, "text/markdown")


@settings(max_examples=100)
@given(st.one_of(TEXT.map(lambda t: (t, "text/plain")), mixed(MARKUP).map(lambda t: (t, "text/html"))))
def test_fixes_change_nothing_outside_their_edits(case: tuple[str, str]) -> None:
    text, media_type = case
    assert apply_edits(text, []) == text
    for diagnostic in lint(text, media_type).diagnostics:
        for fix in diagnostic.fixes:
            fixed = apply_edits(text, fix.edits)
            first, last = fix.edits[0].span.start, fix.edits[-1].span.end
            assert fixed.startswith(text[:first])
            assert fixed.endswith(text[last:])


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["x.html", "x.md", "x.txt", "x.json", "x"]))
def test_any_bytes_give_a_result_or_one_clear_sentence(data: bytes, name: str) -> None:
    try:
        problem, errors = "", LINTER.check_bytes(data, name=name).internal_errors
    except SourceError as error:
        problem, errors = str(error), ()
    assert not errors
    assert problem == "" or (problem.startswith(name) and "\n" not in problem)
