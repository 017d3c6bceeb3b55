"""Blocks without text keep their place in the source."""

from __future__ import annotations

from clinlint.documents.assembly import DocumentAssembly
from clinlint.model.document import BlockKind, Document
from clinlint.model.offsets import OffsetMap
from clinlint.model.source import Source
from clinlint.model.span import Span

SOURCE = "<p>one</p><h2></h2><p>two</p>"


def document() -> Document:
    assembly = DocumentAssembly(Source.from_text(SOURCE, name="<test>", media_type="text/html"))
    assembly.open()
    assembly.builder.copied("one", SOURCE.index("one"))
    assembly.close(BlockKind.PARAGRAPH)
    assembly.open()
    assembly.builder.nothing(SOURCE.index("</h2>"))
    assembly.close(BlockKind.HEADING, level=2)
    assembly.open()
    assembly.builder.copied("two", SOURCE.index("two"))
    assembly.close(BlockKind.PARAGRAPH)
    return assembly.document()


def test_an_empty_block_points_between_its_tags() -> None:
    article = document()
    at = SOURCE.index("</h2>")
    assert [block.text for block in article.blocks] == ["one", "", "two"]
    assert article.offsets.source_range(article.blocks[1].span) == Span(at, at)
    assert article.offsets.to_source(article.blocks[1].span) == (Span(at, at),)


def test_its_neighbours_keep_their_own_places() -> None:
    article = document()
    first, _, last = article.blocks
    assert article.offsets.source_range(first.span).of(SOURCE) == "one"
    assert article.offsets.source_range(last.span).of(SOURCE) == "two"
    end = first.span.end
    assert article.offsets.source_range(Span(end, end)).start == SOURCE.index("</p>")
    assert [part.of(SOURCE) for part in article.offsets.to_source(Span(0, len(article.text)))] == ["one", "two"]


def test_it_survives_another_map_around_it() -> None:
    outer = OffsetMap.identity(len(SOURCE))
    through = document().offsets.through(outer)
    at = SOURCE.index("</h2>")
    assert through.source_range(document().blocks[1].span) == Span(at, at)
