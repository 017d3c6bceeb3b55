"""Every example of every entry of the installed packs, run."""

from __future__ import annotations

from collections import Counter

import pytest

from clinlint.analysis.context import Analysis
from clinlint.documents import read_documents
from clinlint.fixing.apply import apply_edits
from clinlint.model.source import Source
from clinlint.packs.compiling import compile_packs, vocabulary_of
from clinlint.packs.match import PackReading
from clinlint.packs.registry import compiled, installed_packs
from clinlint.packs.schema import ANY, TRANSLATED, Entry, Pack
from clinlint.run.registry import installed_rules

PACKS = installed_packs()
ENTRIES = [pytest.param(pack, entry, id=entry.id) for pack in PACKS for entry in pack.entries]


def read(pack: Pack, text: str) -> tuple[list[tuple[str, str]], str]:
    """What the packs mark in ``text`` (entry and words), and the text after the first fixes."""
    document = read_documents(Source.from_text(text, name="example", media_type="text/plain"))[0]
    given = {ANY: None, TRANSLATED: "tr"}.get(pack.source, pack.source)
    reading = PackReading(Analysis(document), compiled(PACKS), given)
    rules = {entry.rule for p in PACKS for entry in p.entries}
    findings = sorted(
        (finding for block in document.blocks for rule in rules for finding in reading.findings(rule, block)),
        key=lambda finding: finding.span,
    )
    edits = [edit for finding in findings if finding.fixes for edit in finding.fixes[0].edits]
    marked = [(finding.data["entry"], finding.span.of(document.text)) for finding in findings]
    return marked, apply_edits(document.text, edits)


def parts(example: str) -> tuple[str, list[str]]:
    """An example without its marks, and what they mark."""
    pieces = example.replace("⟧", "⟦").split("⟦")
    return "".join(pieces), pieces[1::2]


@pytest.mark.parametrize(("pack", "entry"), ENTRIES)
def test_bad_examples_are_marked_where_they_say(pack: Pack, entry: Entry) -> None:
    for example in entry.bad:
        text, wanted = parts(example.split("⇒")[0].strip())
        marked, fixed = read(pack, text)
        own = [words for found, words in marked if found == entry.id]
        assert wanted, f"{entry.place}: the bad example marks nothing"
        assert own == wanted, f"{entry.place}: {marked}"
        if "⇒" in example:
            assert fixed == example.split("⇒")[1].strip()


@pytest.mark.parametrize(("pack", "entry"), ENTRIES)
def test_good_examples_are_left_alone(pack: Pack, entry: Entry) -> None:
    for example in entry.good:
        marked, _ = read(pack, example)
        assert entry.id not in {found for found, _ in marked}, f"{entry.place}: {example}"


@pytest.mark.parametrize(("pack", "entry"), ENTRIES)
def test_what_is_written_is_not_reported_again(pack: Pack, entry: Entry) -> None:
    for example in entry.bad:
        text, _ = parts(example.split("⇒")[0].strip())
        _, fixed = read(pack, text)
        if fixed != text:
            again, _ = read(pack, fixed)
            assert entry.id not in {found for found, _ in again}, f"{entry.place}: {fixed}"


def test_ids_are_unique() -> None:
    counts = Counter(entry.id for pack in PACKS for entry in pack.entries)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_entry_has_a_rule_that_reports_it() -> None:
    codes = {rule.meta.code for rule in installed_rules()}
    assert {entry.rule for pack in PACKS for entry in pack.entries} <= codes


def test_conditions_can_be_compiled() -> None:
    compile_packs(PACKS, vocabulary_of(PACKS)).check()


def test_packs_say_where_they_come_from() -> None:
    for pack in PACKS:
        if pack.entries:
            assert pack.title
            assert pack.licence
            assert pack.provenance
            assert pack.language or pack.source in (ANY, TRANSLATED)
