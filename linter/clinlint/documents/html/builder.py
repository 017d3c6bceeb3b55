"""Builds the light tree: open elements, what they mean for the text inside, and the blocks."""

from __future__ import annotations

from clinlint.documents.article.hints import by_words
from clinlint.documents.article.page import Element, Page
from clinlint.documents.html import elements as html
from clinlint.documents.html.blocks import Blocks
from clinlint.documents.html.breaks import mark_bulleted
from clinlint.documents.html.folded import Folds
from clinlint.documents.html.kinds import MAKES_LAYOUT, OWN_KIND, RESET_KIND
from clinlint.documents.html.lists import Lists
from clinlint.documents.html.metadata import Metadata
from clinlint.documents.html.opened import Cell, Hiding, Opened, Table, hiding
from clinlint.documents.html.stack import Stack
from clinlint.documents.html.tokens import Token, TokenKind
from clinlint.documents.html.words import named, words
from clinlint.model.document import BlockKind

_TEXT, _START, _END = TokenKind.TEXT, TokenKind.START, TokenKind.END
_FOREIGN = ("svg", "math")
_SPECIAL = frozenset({"meta", "link", "html", "base", "body", "br", "hr", "img", "input", "amp-img", "amp-anim"})
_PICTURES = frozenset({"img", "amp-img", "amp-anim"})
_BOLD = frozenset({"b", "strong"})


class PageBuilder:
    """Takes the tokens of a page one by one; ``opened`` is where the ``<noscript>`` begin that are read as markup."""

    def __init__(self, markup: str, opened: frozenset[int]) -> None:
        self._markup = markup
        self._opened = opened
        self._folds = Folds(markup)
        self._page = Page()
        self._page.elements.append(Element(0, -1, "", 0, 0, 0))
        self._metadata, self._lists = Metadata(), Lists()
        self._text_blocks = Blocks(markup)
        self._page.drafts = self._text_blocks.drafts
        self._stack = Stack()
        self._hidden = 0
        self._script = ""

    def _flush(self) -> None:
        self._text_blocks.flush(self._stack.top)

    def take(self, token: Token) -> None:
        """Takes the next token of the page."""
        kind = token.kind
        if kind is _TEXT:
            self._text(token, decode=True)
        elif kind is _START:
            self._start(token)
        elif kind is _END:
            self._end(token)
        elif kind is TokenKind.LITERAL:
            self._literal(token)
        elif kind is TokenKind.DOCTYPE:
            self._page.names.add("!doctype")

    def _literal(self, token: Token) -> None:
        if token.name in {"xmp", "plaintext", "cdata"}:
            self._text(token, decode=False)
        elif token.name == "script" and "json" in self._script:
            self._page.data.append((token.start, token.end, "ld+json" in self._script))
        elif token.name == "script" and self._script == "text/template":
            self._page.templates.append((token.start, token.end))
        elif token.name == "noscript" and not self._stack.is_open("head"):
            self._page.for_no_scripts.append((token.start, token.end))

    def _text(self, token: Token, *, decode: bool) -> None:
        if token.name == "title":
            if not self._stack.is_open("svg") and not self._metadata.title_seen:
                self._metadata.title(self._text_blocks.titled(token.start, token.end, self._stack.top.element))
            return
        if self._hidden and self._stack.is_open("head") and not self._markup[token.start : token.end].isspace():
            self._pop_to(self._stack.place("head"))
        if not self._hidden:
            self._text_blocks.text(token.start, token.end, self._stack.top, decode=decode)

    def _start(self, token: Token) -> None:
        name = token.name
        self._page.names.add(name)
        if name in _SPECIAL and self._special(token):
            return
        if self._stack.is_open("head") and name not in html.IN_HEAD:
            self._pop_to(self._stack.place("head"))
        if self._stack.is_open("svg") or self._stack.is_open("math"):
            if name in html.NOT_IN_FOREIGN:
                self._leave_foreign()
            elif self._markup[token.end - 2] == "/":
                return
        elif name in _FOREIGN and self._markup[token.end - 2] == "/":
            return
        if name in html.VOID:
            return
        if name in {"a", "button"} and self._stack.in_scope(name):
            self._close(name)
        if name in html.BLOCKS or name.startswith("amp-") or self._stands_alone(token):
            self._open_block(token)
        else:
            self._open_inline(token)

    def _leave_foreign(self) -> None:
        for foreign in _FOREIGN:
            if self._stack.is_open(foreign) and not self._stack.is_open("foreignobject"):
                self._pop_to(self._stack.place(foreign))

    def _stands_alone(self, token: Token) -> bool:
        """A button in a heading is part of its line; any other, and ``<site-menu>``, are a line of their own."""
        if token.name in {"noscript", "script"}:
            return token.end in self._opened
        if token.name == "button":
            return self._stack.top.kind is not BlockKind.HEADING
        return "-" in token.name and by_words(named(token.name)) is not None

    def _special(self, token: Token) -> bool:
        """Elements that are facts of the page or stand for something themselves; True when that is all."""
        name = token.name
        if name in {"meta", "link", "base"}:
            content = self._metadata.take(token)
            if content is not None:
                self._flush()
                self._text_blocks.described(content, self._stack.top.element)
            return True
        if name in {"html", "body"}:
            return self._root_element(token)
        if name == "br":
            self._text_blocks.line_break()
        elif name == "hr":
            self._flush()
            self._text_blocks.ruled = True
            if cell := self._stack.innermost.cell:
                cell.layout = True
        elif not self._hidden and (name in _PICTURES or (token.get("type") or "").lower() == "image"):
            for attribute in token.attributes:
                if attribute.name == "alt":
                    self._text_blocks.picture(attribute, self._stack.top.element)
                    break
        return True

    def _root_element(self, token: Token) -> bool:
        if token.name == "html":
            language = token.get("lang") or token.get("xml:lang") or ""
            self._page.language = self._page.language or language.strip()
        elif self._stack.is_open("head"):
            self._pop_to(self._stack.place("head"))
        return self._stack.is_open(token.name)

    def _open_block(self, token: Token) -> None:
        name = token.name
        self._flush()
        if name in html.CLOSE_PARAGRAPH and self._stack.in_scope("p"):
            self._pop_to(self._stack.place("p"))
        if name in html.HEADINGS:
            for heading in html.HEADINGS:
                if self._stack.in_scope(heading):
                    self._pop_to(self._stack.place(heading))
        if name in html.IMPLIED_END:
            while (place := self._stack.ended_by(name)) is not None:
                self._pop_to(place)
        parent = self._stack.top
        element = Element(
            len(self._page.elements), parent.element, name, token.end, len(self._page.drafts), 0,
            words(token), (token.get("role") or "").lower(),
        )  # fmt: skip
        self._page.elements.append(element)
        opened = parent.child(name, element.index)
        self._give_meaning(opened, parent)
        language = token.get("lang") or token.get("xml:lang")
        if language and name != "html":
            opened.language = language.strip()
        self._push(opened, token)

    def _give_meaning(self, opened: Opened, parent: Opened) -> None:
        """What text directly inside the element will be."""
        name = opened.name
        if name in OWN_KIND:
            opened.kind = OWN_KIND[name]
        elif name in RESET_KIND:
            opened.kind, opened.item = BlockKind.PARAGRAPH, None
        if opened.cell and name in MAKES_LAYOUT:
            opened.cell.layout = True
        if name in html.HEADINGS:
            opened.kind, opened.level = BlockKind.HEADING, html.HEADINGS[name]
            if opened.item:
                opened.item.used = True
        elif name in html.LISTS:
            self._lists.open(opened)
        elif name == "li":
            opened.kind, opened.item = BlockKind.LIST_ITEM, self._lists.item(parent)
        elif name == "table":
            opened.table, opened.cell, opened.list_id = Table(), None, -1
        elif name in {"td", "th"}:
            opened.table = opened.table or Table()
            opened.cell, opened.item, opened.list_id = Cell(opened.table), None, -1
            opened.kind = BlockKind.CELL
            self._text_blocks.cells.append(opened.cell)

    def _open_inline(self, token: Token) -> None:
        if token.name == "script":
            self._script = (token.get("type") or "").lower()
        top = self._stack.innermost
        opened = Opened(token.name, top.element, block=False, kind=top.kind, level=top.level)
        opened.cell = top.cell
        if token.attributes:
            target = token.get("href") if token.name == "a" else None
            if target is not None:
                opened.link = True
                self._text_blocks.targets.append(target)
                self._metadata.follow(token.get("rel"), target)
            opened.hints = words(token)
            opened.language = (token.get("lang") or "").strip()
        opened.bold = token.name in _BOLD
        self._push(opened, token)

    def _push(self, opened: Opened, token: Token) -> None:
        how = hiding(token)
        if how is not Hiding.SHOWN:
            opened.folded = self._shown_later(token, how)
            opened.hidden = not opened.folded
        self._stack.push(opened)
        self._hidden += opened.hidden
        if not opened.block:
            blocks = self._text_blocks
            blocks.links += opened.link
            blocks.bold += opened.bold
            if opened.hints:
                blocks.hints.append(opened.hints)
            if opened.language:
                blocks.languages.append(opened.language)

    def _shown_later(self, token: Token, how: Hiding) -> bool:
        return token.end in self._opened or (how is Hiding.SHUT and self._folds.opens(token))

    def _end_effect(self, opened: Opened) -> None:
        """The element means nothing for the text that follows."""
        self._hidden -= opened.hidden
        if not opened.block:
            blocks = self._text_blocks
            blocks.links -= opened.link
            blocks.bold -= opened.bold
            if opened.hints:
                blocks.hints.pop()
            if opened.language:
                blocks.languages.pop()

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._text_blocks.line_break()
        elif name == "p" and not self._stack.in_scope("p"):
            self._flush()
        elif name in html.HEADINGS:
            for heading in (name, *html.HEADINGS):
                if self._stack.in_scope(heading):
                    self._pop_to(self._stack.place(heading))
                    return
        elif name not in {"body", "html"} and self._stack.in_scope(name):
            self._close(name)

    def _close(self, name: str) -> None:
        place = self._stack.place(name)
        opened = self._stack.at(place)
        if opened.block or self._stack.is_inside_top(place):
            self._pop_to(place, asked=True)
            return
        # An inline end tag inside a block that began after the start tag: the effect ends, the block stays open.
        self._end_effect(opened)
        self._stack.end_effect(opened)

    def _pop_to(self, place: int, *, asked: bool = False) -> None:
        """Closes all elements from ``place`` up; ``asked`` when an end tag names the outermost of them."""
        if not self._stack.is_inside_top(place):
            self._flush()
        while len(self._stack) > place:
            opened = self._stack.pop()
            if opened.live:
                self._end_effect(opened)
            if opened.block:
                self._leave(opened, asked=asked and len(self._stack) == place)

    def _leave(self, opened: Opened, *, asked: bool) -> None:
        element = self._page.elements[opened.element]
        if opened.name in html.HEADINGS and element.first == len(self._page.drafts) and not self._hidden:
            self._text_blocks.empty_heading(element.at, element.index, opened.level)
        element.end = len(self._page.drafts)
        if opened.name in html.LISTS and not asked:
            self._text_blocks.list_left_open(opened.list_id)

    def finish(self) -> Page:
        """Closes what is open and returns the page."""
        self._flush()
        self._pop_to(1)
        page = self._page
        page.elements[0].end = len(page.drafts)
        self._text_blocks.settle_cells()
        mark_bulleted(page.drafts, [element.parent for element in page.elements], self._lists.count)
        page.metadata = self._metadata.facts(page.language)
        return page
