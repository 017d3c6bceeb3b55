"""The Word file as a whole: the article in its own structure, every finding a tracked change or a comment."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from clinlint import Linter
from clinlint.fixing.apply import apply_edits
from clinlint.fixing.plan import Change, compatible
from clinlint.model.diagnostic import LintResult, Severity
from clinlint.model.document import Role
from clinlint.model.fix import Edit
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Failure, Tally
from clinlint.version import VERSION
from reports.word_file import W, WordFile, as_shown, assert_in_order, assert_numbered_once

ROOT = Path(__file__).parents[2]
LINTER = Linter(languagetool="off")
EXAMPLES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 25
SCRAPS = [
    *("Take 5 mg twice a day !", "the the", "It doesn ’ t help", "pain.The scan", "thıck", "’nın", "donâ€™t", "%10"),
    *("Drugs (statins, prednisone", "“ odd “", "Knees , ", "no no", "1,5 mg", "waist hernia", "The text breaks off or"),
    *("<p>", "</p>", "<li>", "<ul>", "</ul>", "<ol>", "</ol>", "<b>", "</b>", "<br>", "&amp;", "&nbsp;", "&#8217;"),
    *(
        "<h2>",
        "</h2>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "</table>",
        "<a href='https://x.example/'>",
        "</a>",
        "\t",
        "\n",
    ),
    *(
        "<pre>",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
        "<article>",
        "<img alt='A knee , bent'>",
        "<title>A , b</title>",
    ),
]


def word_file(*results: LintResult, failures: tuple[Failure, ...] = ()) -> WordFile:
    stream = io.BytesIO()
    report = open_report("docx", stream, Look())
    tally = Tally(Severity.INFO)
    tally.failures.extend(failures)
    report.begin()
    for result in results:
        report.add(tally.take(result))
    report.finish(tally.summary())
    return WordFile(stream.getvalue())


def lint(text: str, name: str = "page.html") -> LintResult:
    return LINTER.check_bytes(text.encode(), name=name)


def fixed_blocks(result: LintResult, word: WordFile) -> list[str]:
    """The blocks with all fixes made that can be made together, and that their comments do not say are left out."""
    shown = [d for d in result.diagnostics if not d.suppressed_by]
    pairs = zip(shown, word.comment_texts(), strict=True)
    fixable = [d for d, comment in pairs if d.fixes and "This is no tracked change" not in comment]
    together, _ = compatible(Change(d, d.fixes[0]) for d in fixable)
    found = []
    for document in result.documents:
        edits = [
            edit
            for change in together
            if document.offsets.to_text([change.fix.edits[0].span]) is not None
            for edit in change.fix.plain
        ]
        for block in document.blocks:
            own = [Edit(e.span.shifted(-block.span.start), e.text) for e in edits if block.span.contains(e.span)]
            found.append(as_shown(apply_edits(block.text, own)))
    return found


@settings(max_examples=EXAMPLES)
@given(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=25).map(" ".join))
def test_accepted_is_the_fixed_article_and_rejected_the_article(text: str) -> None:
    result = lint(text, "draft.html")
    if any(document.whole_page for document in result.documents):
        return
    word = word_file(result)
    assert_in_order(word.document)
    assert_in_order(word.comments)
    assert_numbered_once(word.document)
    blocks = [as_shown(block.text) for document in result.documents for block in document.blocks]
    in_tables = [b for document in result.documents for b in document.blocks if "row" in b.attrs]
    rejected, accepted = word.article("rejected"), word.article("accepted")
    if in_tables:
        # Empty cells are paragraphs too.
        blocks = [text for text in blocks if text]
        rejected = [text for text in rejected if text]
        assert sorted(rejected) == sorted(blocks)
        assert sorted(t for t in accepted if t) == sorted(t for t in fixed_blocks(result, word) if t)
    else:
        assert rejected == blocks
        assert accepted == fixed_blocks(result, word)
    shown = [d for d in result.diagnostics if not d.suppressed_by]
    assert len(word.comment_texts()) == len(shown)
    for diagnostic, comment in zip(shown, word.comment_texts(), strict=True):
        assert diagnostic.rule in comment


def test_a_kept_result_is_read_again() -> None:
    result = lint("<p>It is done.The end is near.</p>")
    assert word_file(replace(result, documents=())).article("accepted") == ["It is done. The end is near."]


def test_structure_is_the_articles_own() -> None:
    word = word_file(
        lint(
            "<!doctype html><html lang=en><head><title>Knees</title></head><body><article><h1>Knees</h1>"
            "<p>See <a href='https://x.example/a'>this page</a> or <a href='javascript:alert(1)'>that one</a>.</p>"
            "<h2>Treatment</h2><ul><li>Rest.</li><li>Cold.<ol><li>Ice.</li></ol></li></ul>"
            "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Statin</td><td>5 mg</td></tr></table>"
            "<blockquote>It helped me a lot.</blockquote><p>Ask us about it.</p></article></body></html>"
        )
    )
    styles = [p.find(f"{W}pPr/{W}pStyle") for p in word.document.iter(f"{W}p")]
    names = [style.get(f"{W}val") for style in styles if style is not None]
    assert [n for n in names if n != "ClinlintNote"] == [
        *("ClinlintTitle", "Heading1", "Heading2", "ListParagraph", "ListParagraph", "ListParagraph"),
        *("ClinlintCell", "ClinlintCell", "ClinlintCell", "ClinlintCell", "Quote"),
    ]
    assert [len(row.findall(f"{W}tc")) for row in word.document.iter(f"{W}tr")] == [2, 2]
    assert len(list(word.document.iter(f"{W}hyperlink"))) == 1
    relations = word.parts["word/_rels/document.xml.rels"].decode()
    assert "https://x.example/a" in relations
    assert "javascript" not in relations
    levels = [level.get(f"{W}val") for level in word.document.iter(f"{W}ilvl")]
    assert levels == ["0", "0", "1"]


def test_several_articles_begin_on_pages_of_their_own_and_failures_are_told() -> None:
    word = word_file(
        lint("<p>One , two.</p>", "a.html"),
        lint("<p>Three , four.</p>", "b.html"),
        failures=(Failure("c.html", "c.html: there is no such file"),),
    )
    text = "\n".join(word.paragraphs("accepted"))
    assert text.index("clinlint: a.html") < text.index("One, two.") < text.index("clinlint: b.html")
    assert text.index("Three, four.") < text.index("c.html: there is no such file")
    assert len(list(word.document.iter(f"{W}pageBreakBefore"))) == 1


def test_findings_in_markup_are_comments_at_the_top() -> None:
    result = lint("<!doctype html><html lang=en><body><article><h1>Knees</h1><p>Rest.</p></article></body></html>")
    in_markup = [d for d in result.diagnostics if d.in_markup]
    word = word_file(result)
    first = next(word.document.iter(f"{W}p"))
    assert len(list(first.iter(f"{W}commentRangeStart"))) == len(in_markup)


def test_of_fixes_for_the_same_words_one_is_a_change_and_the_others_are_told() -> None:
    result = lint("<p>It is done.The end is near.</p>")
    (diagnostic,) = (d for d in result.diagnostics if d.fixes)
    word = word_file(replace(result, diagnostics=(diagnostic, replace(diagnostic, rule="XX001"))))
    assert word.article("accepted") == ["It is done. The end is near."]
    assert ["no tracked change" in text for text in word.comment_texts()] == [False, True]


@pytest.mark.parametrize("name", ["varicose-veins.html", "reflux.md", "hernia-export.json"])
def test_the_file_is_as_it_was(name: str, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767323045")
    data = (ROOT / "fixtures" / "articles" / name).read_bytes()
    word = word_file(LINTER.check_bytes(data, name=name))
    text = word.parts["word/document.xml"].decode() + word.parts["word/comments.xml"].decode()
    assert re.sub(rf"\b{re.escape(VERSION)}\b", "VERSION", re.sub(r"(</w:p>|</w:tr>)", r"\1\n", text)) == snapshot


def test_settings_say_what_the_schema_asks_for() -> None:
    settings = word_file(lint("<p>Rest.</p>")).xml("word/settings.xml")
    assert [zoom.get(f"{W}percent") for zoom in settings.iter(f"{W}zoom")] == ["100"]


def test_figures_name_what_there_is() -> None:
    both, alone = (
        word_file(lint(text)).paragraphs("accepted")[1]
        for text in ("<p>It is done.The end.</p><h2></h2><p>Rest.</p>", "<p>One.</p><h2></h2><p>Rest.</p>")
    )
    assert "1 tracked change and 1 comment without a change." in both
    assert alone.startswith("1 finding (1 warning): 1 comment.")


def test_roles_of_a_page_around_the_article_are_left_out() -> None:
    result = LINTER.check_bytes((ROOT / "fixtures" / "articles" / "gout.html").read_bytes(), name="gout.html")
    chrome = [b.text for d in result.documents for b in d.blocks if b.role is Role.CHROME]
    shown = word_file(result).article("rejected")
    assert chrome
    marked = sum(d.rule == "ST011" for d in result.diagnostics)
    assert sum(text in shown for text in set(chrome)) <= marked + 1
