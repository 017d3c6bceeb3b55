"""Builds the light tree: open elements, what they mean for the text inside, and the blocks."""

from __future__ import annotations

from clinlint.documents.article.page import Draft, Element, Page
from clinlint.documents.html import elements as html
from clinlint.documents.html.breaks import mark_bulleted, paragraphs
from clinlint.documents.html.metadata import Metadata
from clinlint.documents.html.opened import Cell, Item, Opened, Table, hides
from clinlint.documents.html.runs import Line
from clinlint.documents.html.tokens import Token, TokenKind, tokenize
from clinlint.documents.html.words import words
from clinlint.model.document import BlockKind, ListPlace

_IN_HEAD = frozenset(
    {"meta", "title", "link", "base", "basefont", "bgsound", "script", "style", "noscript", "template", "head", "html"}
)
_TEXT, _START, _END = TokenKind.TEXT, TokenKind.START, TokenKind.END
_FOREIGN = ("svg", "math")
_NOT_IN_FOREIGN = (html.BLOCKS - {"title", "object", "video", "audio", "canvas", "iframe"}) | {
    "b", "big", "br", "code", "em", "i", "img", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
}  # fmt: skip
_TABLE_PARTS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"})
_BOLD = frozenset({"b", "strong"})
_OWN_KIND = {
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
    "xmp": BlockKind.CODE,
    "plaintext": BlockKind.CODE,
}
_RESET_KIND = frozenset({"ul", "ol", "menu", "dir", "dl", "dt", "dd", "table", "tr", "form", "nav", "figure", "aside"})
_MAKES_LAYOUT = frozenset({"table", "ul", "ol", "dl", "form", "nav", "article", "section", "hr", "pre"}) | set(
    html.HEADINGS
)


def build(markup: str, *, xml: bool = False) -> Page:
    """The tree and the blocks of a page or fragment; any string will do."""
    builder = _Builder(markup)
    for token in tokenize(markup, xml=xml):
        builder.take(token)
    return builder.finish()


class _Builder:
    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._page = Page()
        self._metadata = Metadata()
        root = Element(0, -1, "", 0, 0, 0)
        self._page.elements.append(root)
        self._stack: list[Opened] = [Opened("", 0, block=True, kind=BlockKind.PARAGRAPH)]
        self._places: dict[str, list[int]] = {}
        self._blocks = [0]
        self._scopes = [0]
        self._hidden = self._links = self._bold = 0
        self._inline_hints: list[tuple[str, ...]] = []
        self._languages: list[str] = []
        self._lines: list[Line] = []
        self._targets: list[str] = []
        self._pictures: list[Draft] = []
        self._breaks = 0
        self._ruled = False
        self._lists = 0
        self._cells: list[Cell] = []
        self._last_item: dict[int, Draft] = {}
        self._loose: dict[int, Item] = {}

    # Tokens

    def take(self, token: Token) -> None:
        kind = token.kind
        if kind is _TEXT:
            self._text(token, decode=True)
        elif kind is _START:
            self._start(token)
        elif kind is _END:
            self._end(token)
        elif kind is TokenKind.LITERAL and token.name in {"xmp", "plaintext", "cdata"}:
            self._text(token, decode=False)
        elif kind is TokenKind.DOCTYPE:
            self._page.names.add("!doctype")

    def _text(self, token: Token, *, decode: bool) -> None:
        if token.name == "title":
            if not self._places.get("svg"):
                self._titled(token)
            return
        if self._hidden:
            if not self._places.get("head") or self._markup[token.start : token.end].isspace():
                return
            self._pop_to(self._places["head"][-1])
            if self._hidden:
                return
        if not self._lines or self._breaks:
            if not self._lines and self._markup[token.start : token.end].isspace():
                return
            top = self._stack[self._blocks[-1]]
            self._lines.append(Line(self._breaks, preformatted=top.kind is BlockKind.CODE))
            self._breaks = 0
        line = self._lines[-1]
        size = line.add(self._markup, token.start, token.end, decode=decode)
        if not size:
            return
        if self._pictures and not line.runs[-1].text.isspace():
            self._pictures.clear()
        if self._links:
            line.links += size
        if self._bold:
            line.emphasis += size
        if self._inline_hints:
            line.hinted += size
            line.hints.update(self._inline_hints[-1])
        if self._languages:
            language = self._languages[-1]
            line.languages[language] = line.languages.get(language, 0) + size

    def _titled(self, token: Token) -> None:
        if self._metadata.title_seen:
            return
        line = Line()
        line.add(self._markup, token.start, token.end)
        text = line.trim()
        self._metadata.title(text)
        if text:
            self._add(Draft(BlockKind.TITLE, token.start, text, line, self._element))

    # Start tags

    def _start(self, token: Token) -> None:
        name = token.name
        self._page.names.add(name)
        if name in {"meta", "link", "html", "base", "body", "br", "hr", "img", "input", "wbr"} and self._special(token):
            return
        places = self._places
        if places.get("head") and name not in _IN_HEAD:
            self._pop_to(places["head"][-1])
        if name in _NOT_IN_FOREIGN:
            for foreign in _FOREIGN:
                if places.get(foreign) and not places.get("foreignobject"):
                    self._pop_to(places[foreign][-1])
        if name in html.VOID:
            return
        if (
            token.end - token.start > 3
            and self._markup[token.end - 2] == "/"
            and (name in _FOREIGN or places.get("svg") or places.get("math"))
        ):
            return
        if name in {"a", "button"} and self._in_scope(name):
            self._close(name)
        if name in html.BLOCKS or name.startswith("amp-") or self._stands_alone(name):
            self._open_block(token)
        else:
            self._open_inline(token)

    def _stands_alone(self, name: str) -> bool:
        return name == "button" and self._stack[self._blocks[-1]].kind is not BlockKind.HEADING

    def _special(self, token: Token) -> bool:
        name = token.name
        if name in {"meta", "link", "base"}:
            place = self._metadata.take(token)
            if place is not None:
                line = Line()
                line.add(self._markup, place.start, place.end, attribute=True)
                if text := line.trim():
                    self._flush()
                    self._add(Draft(BlockKind.META, place.start, text, line, self._element))
            return True
        if name == "html":
            self._page.language = self._page.language or (token.get("lang") or token.get("xml:lang") or "").strip()
            return bool(self._places.get("html"))
        if name == "body":
            if self._places.get("head"):
                self._pop_to(self._places["head"][-1])
            return bool(self._places.get("body"))
        if name == "br":
            self._break()
        elif name == "hr":
            self._flush()
            self._ruled = True
            if cell := self._stack[-1].cell:
                cell.layout = True
        elif name in {"img", "input"} and not self._hidden:
            self._picture(token)
        return name != "img" or not self._places.get("head")

    def _break(self) -> None:
        if self._lines:
            self._breaks += 1

    def _picture(self, token: Token) -> None:
        if token.name == "input" and (token.get("type") or "").lower() != "image":
            return
        for attribute in token.attributes:
            if attribute.name == "alt":
                line = Line()
                line.add(self._markup, attribute.start, attribute.end, attribute=True)
                if text := line.trim():
                    draft = Draft(BlockKind.ALT, attribute.start, text, line, self._element)
                    draft.links = len(text) if self._links else 0
                    if any(not run.text.isspace() for line in self._lines for run in line.runs[-2:]):
                        # A picture inside running text is described only if no text follows it in the block:
                        # the text of a document keeps the order of the file.
                        self._pictures.append(draft)
                    else:
                        self._add(draft)
                return

    def _open_block(self, token: Token) -> None:
        name = token.name
        self._flush()
        if name in html.CLOSE_PARAGRAPH and self._in_scope("p"):
            self._pop_to(self._places["p"][-1])
        if name in html.HEADINGS:
            for heading in html.HEADINGS:
                if self._in_scope(heading):
                    self._pop_to(self._places[heading][-1])
        if name in html.IMPLIED_END:
            self._end_implied(name)
        parent = self._stack[self._blocks[-1]]
        element = Element(
            len(self._page.elements), parent.element, name, token.end, len(self._page.drafts), 0,
            words(token), (token.get("role") or "").lower(),
        )  # fmt: skip
        self._page.elements.append(element)
        opened = Opened(name, element.index, block=True, kind=parent.kind, level=parent.level)
        opened.item, opened.cell, opened.table, opened.language = (
            parent.item,
            parent.cell,
            parent.table,
            parent.language,
        )
        if name in _OWN_KIND:
            opened.kind = _OWN_KIND[name]
        elif name in _RESET_KIND:
            opened.kind, opened.item = BlockKind.PARAGRAPH, None
        if opened.cell and name in _MAKES_LAYOUT:
            opened.cell.layout = True
        if name in html.HEADINGS:
            opened.kind, opened.level = BlockKind.HEADING, html.HEADINGS[name]
            if opened.item:
                opened.item.used = True
        elif name in html.LISTS:
            opened.list_id, self._lists = self._lists, self._lists + 1
            opened.depth = parent.depth + 1
            opened.ordered = name == "ol"
        elif name == "li":
            opened.item = self._item(parent)
            opened.kind = BlockKind.LIST_ITEM
        elif name == "table":
            opened.table, opened.cell = Table(), None
        elif name in {"td", "th"}:
            opened.table = opened.table or Table()
            opened.cell = Cell(opened.table)
            opened.kind, opened.item = BlockKind.CELL, None
            self._cells.append(opened.cell)
        if name not in html.LISTS:
            opened.list_id, opened.ordered, opened.depth = parent.list_id, parent.ordered, parent.depth
        if name in {"table", "td", "th"}:
            opened.list_id = -1
        self._push(opened, token)

    def _item(self, parent: Opened) -> Item:
        if parent.list_id >= 0:
            counter = self._stack[self._last_list()]
            counter.items += 1
            return Item(ListPlace(parent.list_id, counter.items - 1, parent.ordered, max(1, parent.depth)))
        before = self._loose.get(parent.element)
        place = ListPlace(before.place.list_id, before.place.index + 1) if before else ListPlace(self._lists, 0)
        if before is None:
            self._lists += 1
        item = Item(place, fault="item-outside-list")
        self._loose[parent.element] = item
        return item

    def _last_list(self) -> int:
        return max((places[-1] for name in html.LISTS if (places := self._places.get(name))), default=0)

    def _open_inline(self, token: Token) -> None:
        top = self._stack[-1]
        opened = Opened(token.name, top.element, block=False, kind=top.kind, level=top.level)
        opened.cell = top.cell
        opened.link = token.name == "a" and token.get("href") is not None
        opened.bold = token.name in _BOLD
        if opened.link:
            self._targets.append(token.get("href") or "")
        opened.hints = words(token)
        opened.language = (token.get("lang") or "").strip()
        self._push(opened, token)

    def _push(self, opened: Opened, token: Token) -> None:
        opened.hidden = hides(token)
        if opened.block:
            language = token.get("lang") or token.get("xml:lang")
            if language and opened.name != "html":
                opened.language = language.strip()
            self._blocks.append(len(self._stack))
        if opened.name in html.SCOPES:
            self._scopes.append(len(self._stack))
        self._places.setdefault(opened.name, []).append(len(self._stack))
        self._stack.append(opened)
        self._count(opened, 1)

    def _count(self, opened: Opened, by: int) -> None:
        self._hidden += by * opened.hidden
        self._links += by * opened.link
        self._bold += by * opened.bold
        if opened.block:
            return
        if opened.hints:
            if by > 0:
                self._inline_hints.append(opened.hints)
            else:
                self._inline_hints.pop()
        if opened.language:
            if by > 0:
                self._languages.append(opened.language)
            else:
                self._languages.pop()

    # End tags

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break()
        elif name == "p" and not self._in_scope("p"):
            self._flush()
        elif name in html.HEADINGS:
            for heading in (name, *html.HEADINGS):
                if self._in_scope(heading):
                    self._pop_to(self._places[heading][-1])
                    return
        elif name not in {"body", "html"} and self._in_scope(name):
            self._close(name)

    def _in_scope(self, name: str) -> bool:
        places = self._places.get(name)
        if not places:
            return False
        if name in {"table", "head", "svg"}:
            return True
        if name in _TABLE_PARTS:
            return places[-1] > max(self._places.get("table") or (-1,), key=lambda place: place)
        if name == "li":
            return places[-1] > max(self._last_list(), self._scopes[-1])
        return places[-1] >= self._scopes[-1]

    def _end_implied(self, name: str) -> None:
        bound = max((places[-1] for end in html.IMPLIED_BOUND[name] if (places := self._places.get(end))), default=0)
        if name in {"li", "dd", "dt"}:
            bound = max(bound, self._scopes[-1])
        while True:
            place = max((places[-1] for end in html.IMPLIED_END[name] if (places := self._places.get(end))), default=-1)
            if place <= bound:
                return
            self._pop_to(place)

    def _close(self, name: str) -> None:
        place = self._places[name][-1]
        opened = self._stack[place]
        if opened.block or place > self._blocks[-1]:
            self._pop_to(place, asked=True)
            return
        # An inline end tag inside a block that began after the start tag: the effect ends, the block stays open.
        self._places[name].pop()
        opened.live = False
        self._count(opened, -1)

    def _pop_to(self, place: int, *, asked: bool = False) -> None:
        if place <= self._blocks[-1]:
            self._flush()
        while len(self._stack) > place:
            opened = self._stack.pop()
            position = len(self._stack)
            if opened.live:
                self._places[opened.name].pop()
                self._count(opened, -1)
            if self._scopes[-1] == position:
                self._scopes.pop()
            if opened.block:
                self._blocks.pop()
                self._leave(opened, asked=asked and position == place)

    def _leave(self, opened: Opened, *, asked: bool) -> None:
        drafts = self._page.drafts
        element = self._page.elements[opened.element]
        if opened.name in html.HEADINGS and element.first == len(drafts) and not self._hidden:
            self._add(
                Draft(
                    BlockKind.HEADING, self._page.elements[opened.element].at, "", Line(), element.index, opened.level
                )
            )
        element.end = len(drafts)
        if opened.name in html.LISTS and not asked:
            last = self._last_item.get(opened.list_id)
            if last is not None:
                last.attrs.setdefault("markup", "unclosed-list")

    # Blocks

    @property
    def _element(self) -> int:
        return self._stack[self._blocks[-1]].element

    def _flush(self) -> None:
        lines, self._lines, self._breaks = self._lines, [], 0
        if lines:
            top = self._stack[self._blocks[-1]]
            loose = top.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
            if top.kind in {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CODE}:
                for line in lines:
                    line.breaks = min(line.breaks, 1)
            targets = tuple(self._targets)
            for line in paragraphs(lines, loose=loose):
                self._block(top, line, targets)
        if self._targets:
            self._targets = []
        if self._pictures:
            pictures, self._pictures = self._pictures, []
            for picture in pictures:
                self._add(picture)

    def _block(self, top: Opened, line: Line, targets: tuple[str, ...]) -> None:
        text = line.text
        if len(text) <= 3 and not any(character.isalnum() for character in text):
            return
        draft = Draft(top.kind, line.runs[0].start, text, line, top.element)
        draft.links, draft.emphasis, draft.targets = line.links, line.emphasis, targets
        language = top.language
        if line.languages:
            for inline, size in line.languages.items():
                if size >= len(text):
                    language = inline
        if language:
            draft.attrs["lang"] = language
        if top.kind is BlockKind.HEADING:
            draft.level = top.level
        elif top.kind is BlockKind.LIST_ITEM and top.item is not None:
            self._list_item(draft, top.item)
        elif top.kind is BlockKind.CELL and top.cell is not None:
            top.cell.drafts.append(draft)
        self._add(draft)

    def _list_item(self, draft: Draft, item: Item) -> None:
        if item.used:
            draft.kind = BlockKind.PARAGRAPH
            return
        item.used = True
        draft.level, draft.place = item.place.depth, item.place
        self._last_item[item.place.list_id] = draft
        if item.fault:
            draft.attrs["markup"] = item.fault

    def _add(self, draft: Draft) -> None:
        draft.ruled, self._ruled = self._ruled, False
        self._page.drafts.append(draft)

    def finish(self) -> Page:
        self._flush()
        self._pop_to(1)
        page = self._page
        page.elements[0].end = len(page.drafts)
        for cell in self._cells:
            if cell.layout or len(cell.drafts) != 1 or cell.table.cells < 2:
                for draft in cell.drafts:
                    draft.kind = BlockKind.PARAGRAPH
        parents = [element.parent for element in page.elements]
        for element in page.elements[1:]:
            page.elements[element.parent].children += 1
        mark_bulleted(page.drafts, parents, self._lists)
        page.metadata = self._metadata.facts(page.language)
        return page
