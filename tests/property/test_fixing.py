"""Fixes over any input, in every format: the bytes, the blocks and the facts that they leave alone.

``HYPOTHESIS_PROFILE=thorough`` runs thousands of documents instead of dozens.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.errors import SourceError
from clinlint.fixing.changes import make_changes
from clinlint.fixing.fix import FixedSource
from clinlint.fixing.plan import Change, best_fix
from clinlint.fixing.rewrite import CannotRewriteError, rewritten
from clinlint.model.diagnostic import LintResult
from clinlint.model.document import Document
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.span import Span
from clinlint.packs.facts import installed_facts

LINTER = Linter(languagetool="off")
EXAMPLES = 3_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 40
SCRAPS = [
    *("Take 5 mg twice a day !", "You must not not stop.", "It doesn ’ t help", "3 ,5 mg", "the the", "donâ€™t", "%10"),
    *("Drugs (statins, prednisone", "pain.The scan", "“ odd “", "Op. Dr.", "a special instruments", "waist hernia"),
    *("seven  out", "Knees , ", "no no", "5mg", "1,5 mg", "Gout, if it", "; The", "help too..", "thıck", "’nın", "İf"),
    *("Sugar Disease", "can not", "\ufffd", "and / or", " (a )", "etc", "\u00a0", "🙂", "e\u0301", "\u202e", "»", "“"),
]
BREAKS = ["\n\n", "\n", "\r\n", "\r\n\r\n", "\t", " ", " "]
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
    "&ngE;",
    "<h2>",
    "</h2>",
]
MARKS = ["# ", "**", "_", "`", "> ", "- ", "1. ", "[x](y)", "\\*", "&copy;", "| a | b |\n|---|---|\n", "<b>", "</b>"]


def mixed(*parts: str) -> st.SearchStrategy[str]:
    pieces = st.one_of(st.sampled_from(SCRAPS), st.sampled_from([*BREAKS, *parts]), st.text(max_size=6))
    return st.lists(pieces, min_size=1, max_size=25).map(" ".join)


def exported(text: str) -> str:
    post = {"title": {"rendered": text[:40]}, "content": {"rendered": text}, "lang": "en"}
    return json.dumps([post, post], ensure_ascii=len(text) % 2 == 0)


NAMES = {"x.txt": mixed(), "x.html": mixed(*MARKUP), "x.md": mixed(*MARKS), "x.json": mixed(*MARKUP).map(exported)}
CODECS = ["utf-8", "utf-8-sig", "utf-16", "windows-1254", "iso-8859-9"]
FILES = st.sampled_from(sorted(NAMES)).flatmap(
    lambda name: st.tuples(st.just(name), NAMES[name], st.sampled_from(CODECS), st.booleans())
)


def lint(file: tuple[str, str, str, bool]) -> LintResult | None:
    name, text, codec, unsafe = file
    data = text.encode(codec, "surrogatepass" if codec.startswith("utf") else "ignore")
    if unsafe and name == "x.txt":
        data += b"\xff"
    try:
        return LINTER.check_bytes(data, name=name)
    except SourceError:
        return None


def facts_of(documents: tuple[Document, ...]) -> list[object]:
    facts = installed_facts().facts
    return [facts(block.text) for document in documents for block in document.blocks]


def shape_of(documents: tuple[Document, ...]) -> list[object]:
    return [(b.kind, b.role, b.level, b.path) for document in documents for b in document.blocks]


def check(result: LintResult, fixed: FixedSource) -> None:
    assert fixed.before is result.source
    assert facts_of(fixed.result.documents) == facts_of(result.documents)
    assert shape_of(fixed.result.documents) == shape_of(result.documents)
    # The file is read back as the very text that was fixed.
    again = LINTER.check_bytes(fixed.after.data, name=fixed.after.name)
    assert again.source.text == fixed.after.text
    assert again.source.byte_order_mark == fixed.before.byte_order_mark
    if not fixed.made:
        assert fixed.after.data == fixed.before.data


@settings(max_examples=EXAMPLES)
@given(FILES, st.booleans())
def test_facts_and_blocks_stay_and_fixing_twice_is_fixing_once(file: tuple[str, str, str, bool], unsafe: bool) -> None:
    result = lint(file)
    if result is None:
        return
    fixed = LINTER.fix(result, unsafe=unsafe)
    check(result, fixed)
    twice = LINTER.fix(LINTER.check_bytes(fixed.after.data, name=fixed.after.name), unsafe=unsafe)
    assert not twice.made
    assert twice.after.data == fixed.after.data


@settings(max_examples=EXAMPLES)
@given(FILES)
def test_no_byte_outside_the_edits_changes(file: tuple[str, str, str, bool]) -> None:
    result = lint(file)
    if result is None:
        return
    changes = [c for d in result.diagnostics if (c := best_fix(d, Applicability.UNSAFE)) is not None]
    source = result.source
    assert rewritten(source, []) is source
    for fix in changes:
        try:
            after = rewritten(source, fix.edits)
        except CannotRewriteError:
            continue
        edits = sorted(fix.edits, key=lambda edit: edit.span)
        kept = _outside(len(source.text), [edit.span for edit in edits])
        expected = source.byte_order_mark + source.data[source.byte_range(kept[0])]
        for edit, behind in zip(edits, kept[1:], strict=True):
            expected += edit.text.encode(source.encoding, "xmlcharrefreplace")
            expected += source.data[source.byte_range(behind)]
        assert after.data == expected


@settings(max_examples=EXAMPLES)
@given(FILES)
def test_plain_edits_are_those_of_the_source(file: tuple[str, str, str, bool]) -> None:
    """What a reader is shown of a fix and what is written into the file are the same."""
    result = lint(file)
    if result is None:
        return
    for fix in (fix for diagnostic in result.diagnostics for fix in diagnostic.fixes):
        assert fix.plain
        document = next(d for d in result.documents if d.offsets.to_text([fix.edits[0].span]) is not None)
        for edit in fix.plain:
            assert edit.span.end <= len(document.text)
            assert edit.text != edit.span.of(document.text)
            for part in document.offsets.to_source(edit.span):
                assert any(written.span.contains(part) for written in fix.edits)


def _outside(length: int, spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    at = 0
    for span in spans:
        kept.append(Span(at, span.start))
        at = span.end
    return [*kept, Span(at, length)]


@settings(max_examples=EXAMPLES)
@given(FILES, st.data())
def test_edits_at_any_place_are_guarded(file: tuple[str, str, str, bool], data: st.DataObject) -> None:
    """Whatever a rule proposes, facts and blocks stay: the guard does not trust rules."""
    result = lint(file)
    if result is None or not result.diagnostics:
        return
    text = result.source.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 8)))
    edit = Edit(Span(start, end), data.draw(st.sampled_from(["", "5", " not", "<p>", "\n\n", "x", "”", "\\", '"'])))
    diagnostic = replace(result.diagnostics[0], range=edit.span, ranges=(edit.span,))
    change = Change(diagnostic, Fix("Test", (edit,), Applicability.SAFE))
    outcome = make_changes(result.source, result.documents, [change])
    try:
        after = LINTER.check_bytes(outcome.after.data, name=outcome.after.name)
    except SourceError:
        raise AssertionError("a file that was readable is no more") from None
    assert facts_of(after.documents) == facts_of(result.documents)
    assert shape_of(after.documents) == shape_of(result.documents)
