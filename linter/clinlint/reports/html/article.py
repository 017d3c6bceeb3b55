"""An article in its own structure: headings, paragraphs, lists, tables, never the author's markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from clinlint.model.document import Block, BlockKind, Document, Role
from clinlint.reports.html.marked_text import MarkedText
from clinlint.reports.html.numbered import Numbered
from clinlint.reports.html.text import language_tag
from clinlint.reports.tables import rows_of

_FIRST_HEADING = 3
"""The rank of an article's highest heading on the page, below the page's and the file's own."""
_LAST_HEADING = 6
_STRETCH = 200
"""How many pieces of a long article stand together at least."""
_FACTS = {BlockKind.TITLE: "title", BlockKind.META: "meta", BlockKind.ALT: "alt", BlockKind.CAPTION: "caption"}


class Article:
    """One document as markup."""

    def __init__(self, document: Document, text: MarkedText) -> None:
        self._document = document
        self._text = text
        self._ranks: list[tuple[int, int]] = []
        self._lists: list[tuple[int, str]] = []
        self._rows = rows_of(document)

    def html(self) -> Markup:
        """The whole article; a long one in stretches, so that a browser need not look at all of it at once."""
        stretches: list[list[Markup]] = [[]]
        for part in self._parts():
            stretches[-1].append(part)
            if len(stretches[-1]) >= _STRETCH and not self._lists:
                stretches.append([])
        if len(stretches) == 1:
            return Markup("").join(stretches[0])
        whole = Markup('<div class="stretch">{}</div>')
        return Markup("").join(whole.format(Markup("").join(parts)) for parts in stretches if parts)

    def _parts(self) -> Iterator[Markup]:
        yield from self._elsewhere(None)
        for section, blocks in groupby(self._document.blocks, self._section):
            if section == "left out":
                yield from self._ended_lists(0)
                yield _left_out(list(blocks))
            elif section == "table":
                yield from self._ended_lists(0)
                yield Markup("").join(self._table(list(blocks)))
            else:
                for block in blocks:
                    yield from self._elsewhere(block.index)
                    yield from self._block(block)
        yield from self._ended_lists(0)

    def _section(self, block: Block) -> str:
        if not self._is_shown(block):
            return "left out"
        return "table" if block.attrs.get("row") in self._rows else "text"

    def _is_shown(self, block: Block) -> bool:
        """The article's own text; the page around it only where something is marked, or it stands in the article."""
        if self._text.marks(block) or block.index in self._text.elsewhere:
            return True
        return bool(block.text.strip()) and (block.role is Role.BODY or block.attrs.get("evidence") == "text")

    def _elsewhere(self, index: int | None) -> Iterator[Markup]:
        found = self._text.elsewhere.get(index, ())
        if found:
            yield from self._ended_lists(0)
            yield self._places(found)

    def _places(self, found: list[Numbered] | tuple[Numbered, ...]) -> Markup:
        return Markup('<p class="places">{}</p>').format(Markup(" ").join(map(self._text.place, found)))

    # Blocks

    def _block(self, block: Block) -> Iterator[Markup]:
        if block.kind is BlockKind.LIST_ITEM and block.list is not None:
            yield from self._item(block)
            return
        content = Markup("<{0}{1}>{2}</{3}>").format(*self._element(block))
        if self._lists and block.kind is BlockKind.PARAGRAPH and "li" in block.path:
            yield content
            return
        yield from self._ended_lists(0)
        yield Markup("<blockquote>{}</blockquote>").format(content) if block.kind is BlockKind.QUOTE else content

    def _element(self, block: Block) -> tuple[str, Markup, Markup, str]:
        """The element's name, its attributes, its content, and its name again."""
        name, kind = "p", _FACTS.get(block.kind, "")
        if kind:
            kind = f"fact {kind}"
        if block.kind is BlockKind.HEADING:
            name, kind = f"h{self._rank(block.level)}", f"level-{max(1, min(6, block.level))}"
        elif block.kind is BlockKind.CODE:
            name = "pre"
        return name, self._attributes(block, kind), self._text.html(block), name

    def _attributes(self, block: Block, kind: str) -> Markup:
        if block.role is not Role.BODY:
            kind = f"{kind} furniture".strip()
        found = Markup(' class="{}"').format(kind) if kind else Markup("")
        language = language_tag(block.attrs.get("lang", ""))
        return found + Markup(' lang="{}"').format(language) if language else found

    def _rank(self, level: int) -> int:
        """A heading's rank on the page; a level that the author left out is not left out here."""
        while self._ranks and self._ranks[-1][0] >= level:
            self._ranks.pop()
        rank = min(_LAST_HEADING, self._ranks[-1][1] + 1 if self._ranks else _FIRST_HEADING)
        self._ranks.append((level, rank))
        return rank

    # Lists

    def _item(self, block: Block) -> Iterator[Markup]:
        place = block.list
        assert place is not None  # noqa: S101 - the caller looked
        known = [number for number, (list_id, _) in enumerate(self._lists) if list_id == place.list_id]
        keep = known[0] + 1 if known else min(len(self._lists), max(0, place.depth - 1))
        yield from self._ended_lists(keep)
        if known:
            yield Markup("</li>")
        else:
            name = "ol" if place.ordered else "ul"
            self._lists.append((place.list_id, name))
            start = Markup(' start="{}"').format(place.index + 1) if place.ordered and place.index else Markup("")
            yield Markup("<{}{}>").format(name, start)
        yield Markup("<li{}>{}").format(self._attributes(block, ""), self._text.html(block))

    def _ended_lists(self, keep: int) -> Iterator[Markup]:
        while len(self._lists) > keep:
            yield Markup("</li></{}>").format(self._lists.pop()[1])

    # Tables

    def _table(self, blocks: list[Block]) -> Iterator[Markup]:
        for block in blocks:
            yield from self._elsewhere(block.index)
        yield Markup('<div class="wide" tabindex="0" role="group" aria-label="Table"><table>')
        for _, row in groupby(blocks, lambda block: block.attrs["row"]):
            yield Markup("<tr>")
            for _, cell in groupby(row, lambda block: block.attrs.get("cell")):
                inside = list(cell)
                name = "th" if inside[0].path[-1:] == ("th",) or "thead" in inside[0].path else "td"
                parts = [Markup("<p{}>{}</p>").format(self._attributes(b, ""), self._text.html(b)) for b in inside]
                yield Markup("<{0}>{1}</{0}>").format(name, Markup("").join(parts))
            yield Markup("</tr>")
        yield Markup("</table></div>")


def _left_out(blocks: list[Block]) -> Markup:
    number = sum(bool(block.text.strip()) for block in blocks)
    if not number:
        return Markup("")
    lines = (
        "1 line of the page around the article" if number == 1 else f"{number:,} lines of the page around the article"
    )
    return Markup('<p class="left-out">{} (menus, notices, links to other articles) not shown</p>').format(lines)
