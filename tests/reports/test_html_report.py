"""The HTML report: the article's words, every finding at its place, and nothing that acts."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.api import Context, Document, Finding, Rule, RuleMeta, Severity, rule
from clinlint.model.document import Role
from clinlint.model.span import Span
from clinlint.reports.html.text import printable
from reports.html_page import assert_harmless, page_of, result_in, squeezed
from reports.sample import result_of, word_rule

STRECH = word_rule("strech", "stretch")
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
HOSTILE = [
    "<script>alert(1)</script> strech",
    '<img src=x onerror="alert(1)"> strech <a href="javascript:alert(1)">strech</a>',
    "</mark></p></div></section><script>1</script>strech",
    "--> ]]> </style></script></title> strech <!-- <svg/onload=alert(1)>",
    "&lt;script&gt; &amp;#60; &#x3c;script strech",
    "{{ 7 * 7 }} {% raw %} strech",
    "\u202e strech \u2066 \x00\x1b \ud83d",
]


def meta(code: str, severity: Severity = Severity.WARNING) -> RuleMeta:
    return RuleMeta(
        code=code,
        name=f"rule-{code.lower()}",
        summary="something of the page",
        severity=severity,
        mqm_type="Style/Other",
        its_type="style",
    )


def marking(code: str, *parts: str) -> Rule:
    """A rule that marks the first place of each of some texts."""

    @rule(meta(code))
    def check(document: Document, context: Context) -> Iterator[Finding]:
        """Some words."""
        for part in parts:
            at = document.text.find(part)
            if at >= 0:
                yield Finding(Span(at, at + len(part)), f"Here stands {part!r}.")

    return check


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "text/markdown"])
def test_an_article_never_acts(text: str, media_type: str) -> None:
    result = result_in(f"{text}\n\nA strech: {text}", media_type, STRECH, name=f"{text}.html".replace("\0", ""))
    page = page_of(result, result, rules=(STRECH,))
    page.text.encode()
    assert_harmless(page)


@settings(max_examples=80)
@given(text=ANY_TEXT, media_type=st.sampled_from(["text/plain", "text/html", "text/markdown"]))
def test_the_article_reads_on_the_page_as_it_was_read(text: str, media_type: str) -> None:
    result = result_in(f"{text} strech {text}", media_type, STRECH)
    page = page_of(result, rules=(STRECH,))
    assert_harmless(page)
    blocks = [block for document in result.documents for block in document.blocks if block.text.strip()]
    shown = [block for block in blocks if block.role is Role.BODY or "strech" in block.text or "why" in block.attrs]
    if all(block.attrs.get("evidence") != "markup" for block in shown):
        assert squeezed("".join(page.articles)) == squeezed("".join(printable(block.text) for block in shown))


@settings(max_examples=60)
@given(text=ANY_TEXT)
def test_messages_paths_and_data_are_shown_and_not_run(text: str) -> None:
    found = result_of("A strech.", STRECH, name=f"x{text.replace(chr(0), '')}.txt")
    (diagnostic,) = found.diagnostics
    odd = replace(diagnostic, message=f"m{text}", name=f"n{text}", data={"source_word": text, "source_language": text})
    assert_harmless(page_of(replace(found, diagnostics=(odd,))))


@settings(max_examples=60)
@given(
    text=st.text(st.sampled_from("ab <&\n"), min_size=1, max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_every_finding_has_one_panel_and_its_words_are_marked(text: str, spans: list[tuple[int, int]]) -> None:
    @rule(meta("TY901"))
    def check(document: Document, context: Context) -> Iterator[Finding]:
        """Anything."""
        for low, high in spans:
            start, end = sorted((min(low, len(document.text)), min(high, len(document.text))))
            yield Finding(Span(start, end), f"{low} to {high}")

    result = result_in(text, "text/plain", check, name="page.txt")
    page = page_of(result)
    numbers = [str(number + 1) for number in range(len(result.diagnostics))]
    assert [panel["data-finding"] for panel in page.all(".finding")] == numbers
    assert [panel["id"] for panel in page.all(".finding")] == [f"finding-{number}" for number in numbers]
    for number, diagnostic in zip(numbers, result.diagnostics, strict=True):
        marks = [mark for mark in page.all("mark") if number in str(mark["data-finding"]).split()]
        assert marks
        assert len(page.all(f"#mark-{number}")) == 1
        if not any("place" in mark["class"] for mark in marks):
            assert squeezed("".join(mark.get_text() for mark in marks)) == squeezed(printable(diagnostic.match))


def test_findings_in_each_other_and_across_each_other_are_all_marked() -> None:
    result = result_in(
        "One two three four five.", "text/plain", marking("TY901", "two three four", "three", "four five")
    )
    page = page_of(result)
    assert [(mark.get_text(), mark["data-finding"]) for mark in page.all(".article mark")] == [
        ("two ", "1"), ("three", "1 2"), (" ", "1"), ("four", "1 3"), (" five", "3"),
    ]  # fmt: skip
    assert [str(link["href"]) for link in page.all(".article mark a")][1] == "#finding-2"


def test_a_finding_over_several_paragraphs_is_marked_in_each_and_numbered_once() -> None:
    page = page_of(result_in("One two.\n\nThree four.", "text/plain", marking("TY901", "two.\n\nThree")))
    marks = page.all(".article mark")
    assert [(mark.get_text(), mark.get("id"), mark.get("data-note")) for mark in marks] == [
        ("two.", "mark-1", None),
        ("Three", None, "1"),
    ]


def test_a_finding_about_the_page_stands_at_its_top() -> None:
    @rule(meta("PG901", Severity.ERROR))
    def check(document: Document, context: Context) -> Iterator[Finding]:
        """No title."""
        yield Finding.in_markup(Span(0, 6), "The page has no title.")

    page = page_of(result_in("<html><body><h1>Gout</h1><p>Text of it.</p></body></html>", "text/html", check))
    place = page.one(".article > .places mark")
    assert (place["data-finding"], place["data-severity"], place["id"]) == ("1", "error", "mark-1")
    assert "The page has no title." in page.one("#finding-1").get_text()


def test_the_article_keeps_its_structure() -> None:
    text = (
        "<h1>Doses</h1><p>First.</p><ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>"
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td><p>A</p></td><td>5 mg</td></tr></table>"
        '<blockquote>Said.</blockquote><img src="https://example.org/x.png" alt="A knee">'
        '<p><a href="javascript:alert(1)">Linked</a> <a href="https://example.org">words</a></p>'
    )
    page = page_of(result_in(text, "text/html"))
    article = page.one(".article")
    assert [[cell.get_text() for cell in row.select("th, td")] for row in article.select("tr")] == [
        ["Drug", "Dose"],
        ["A", "5 mg"],
    ]
    assert [item.get_text() for item in article.select("ul > li > ul > li")] == ["Inner"]
    assert len(article.select("ul")) == 2
    assert article.select("h3.level-1")[0].get_text() == "Doses"
    assert article.select("blockquote p")[0].get_text() == "Said."
    assert article.select(".alt")[0].get_text() == "A knee"
    assert "Linked words" in article.get_text()
    assert "x.png" not in page.text


def test_headings_leave_out_no_rank_whatever_the_author_did() -> None:
    page = page_of(result_in("<h2>A</h2><p>x y</p><h5>B</h5><p>x y</p><h3>C</h3><p>x y</p><h1>D</h1>", "text/html"))
    ranks = [int(heading.name[1]) for heading in page.all(".file h2, .article :is(h3, h4, h5, h6)")]
    assert ranks[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_what_changes_is_marked_before_and_after() -> None:
    page = page_of(result_of("Please do a strech each day.", STRECH), rules=(STRECH,))
    assert [gone.get_text() for gone in page.all(".change del")] == ["strech"]
    assert [come.get_text() for come in page.all(".change ins")] == ["stretch"]


def test_the_data_tells_what_a_decision_needs() -> None:
    text = "<p>Caf&eacute; &amp; strech</p>"
    fixed = word_rule("& strech", "& <stretch>")
    result = result_in(text, "text/html", fixed)
    page = page_of(result, rules=(fixed,))
    (file,) = page.data["files"]
    (finding,) = file["findings"]
    panel, section = page.one(".finding"), page.one(".file")
    assert (file["path"], file["digest"]) == (section["data-path"], section["data-digest"])
    assert (finding["index"], finding["id"]) == (int(str(panel["data-finding"])), panel["data-id"])
    assert finding["match"] == "& strech"
    (fix,) = finding["fixes"]
    assert fix["replacement"] == "& <stretch>"
    after = text
    for edit in reversed(fix["edits"]):
        after = after[: edit["start"]] + edit["text"] + after[edit["end"] :]
    assert after == "<p>Caf&eacute; &amp; &lt;stretch&gt;</p>"


def test_several_articles_have_an_index_and_numbers_that_go_on() -> None:
    results = [result_of("A strech.", STRECH, name=f"{number}.txt") for number in range(3)]
    page = page_of(*results, rules=(STRECH,))
    assert [link["href"] for link in page.all(".index a")] == ["#file-1", "#file-2", "#file-3"]
    assert [section["id"] for section in page.all("section.file")] == ["file-1", "file-2", "file-3"]
    assert [panel["id"] for panel in page.all(".finding")] == ["finding-1", "finding-2", "finding-3"]
    assert not page_of(results[0]).all(".index")


def test_an_article_without_text_is_not_called_good() -> None:
    page = page_of(result_in("<img src=a.png>", "text/html"), result_in("<p>Ice helps.</p>", "text/html"))
    told = [row.get_text() for row in page.all(".index tbody tr")]
    assert "No article: there is no text in it" in told[0]
    assert "Nothing to correct" in told[1]


def test_a_result_that_was_kept_is_read_again() -> None:
    result = result_of("A strech.", STRECH)
    kept = replace(result, documents=())
    assert page_of(kept, rules=(STRECH,)).text == page_of(result, rules=(STRECH,)).text


def test_a_rule_is_explained_once() -> None:
    page = page_of(result_of("A strech and a strech and a strech.", STRECH), rules=(STRECH,))
    assert len(page.all(".finding")) == 3
    assert len(page.all("#rule-TY900")) == 1
    assert {button["popovertarget"] for button in page.all(".why button")} == {"rule-TY900"}


def test_every_reference_leads_somewhere() -> None:
    page = page_of(result_in("One two three four five.", "text/plain", marking("TY901", "two three", "three"), STRECH))
    ids = [str(element["id"]) for element in page.all("[id]")]
    assert len(ids) == len(set(ids))
    named = {str(link["href"])[1:] for link in page.all("a[href]")}
    named |= {name for element in page.all("[aria-labelledby]") for name in str(element["aria-labelledby"]).split()}
    assert named <= set(ids)


def test_a_source_that_cannot_be_read_again_still_tells_its_findings() -> None:
    result = result_of("A strech.", STRECH)
    away = replace(result, documents=(), source=replace(result.source, media_type="application/pdf"))
    page = page_of(away, rules=(STRECH,))
    assert "cannot be shown" in page.one(".article").get_text()
    assert "line 1" in page.one(".finding").get_text()


def test_an_article_of_usual_length_stays_small() -> None:
    paragraph = "Please do a strech each morning, and a second strech before you go to bed at night. "
    result = result_of("\n\n".join(paragraph * 4 for _ in range(40)), STRECH)
    assert sum(len(block.text.split()) for block in result.documents[0].blocks) > 2_000
    assert len(page_of(result, rules=(STRECH,)).text.encode()) < 1_000_000


def test_a_long_article_stands_in_stretches_that_cut_no_list_and_no_table() -> None:
    rows = "".join(f"<tr><td>Row {n}</td><td>5 mg</td></tr>" for n in range(250))
    items = "".join(f"<li>Item {n}<ul><li>Inner {n}</li></ul></li>" for n in range(250))
    lines = "".join(f"<p>A strech, line {n}.</p>" for n in range(600))
    result = result_in(f"<h1>Long</h1>{lines}<ul>{items}</ul><table>{rows}</table>{lines}", "text/html", STRECH)
    page = page_of(result, rules=(STRECH,))
    assert len(page.all(".article > .stretch")) > 4
    assert len(page.all(".article > .stretch > ul > li > ul > li")) == 250
    assert len(page.all(".article > .stretch > .wide tr")) == 250
    assert [panel["id"] for panel in page.all(".batch > .finding")] == [f"finding-{n}" for n in range(1, 1001)]
    assert squeezed(page.articles[0]) == squeezed("".join(block.text for block in result.documents[0].blocks))
    assert not page_of(result_of("A strech.", STRECH)).all(".stretch")


def test_control_characters_are_shown_as_pictures() -> None:
    assert printable("a\x00\x1b\x7f\tb\nc") == "a␀␛␡\tb\nc"
    assert unicodedata.category(printable("\ud83d")) == "So"


def test_block_rules_are_marked_in_exports_of_several_articles() -> None:
    posts = [("A", "<p>One strech.</p>"), ("B", "<p>Two &amp; strech.</p>")]
    export = json.dumps([{"title": {"rendered": title}, "content": {"rendered": text}} for title, text in posts])
    result = result_in(export, "application/json", STRECH, name="export.json")
    page = page_of(result, rules=(STRECH,))
    assert [[mark.get_text() for mark in article.select("mark")] for article in page.all(".article")] == [
        ["strech"],
        ["strech"],
    ]
