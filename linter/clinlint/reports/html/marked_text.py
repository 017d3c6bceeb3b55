"""The words of a document with their marks, as markup that holds nothing of the author's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from clinlint.model.document import Block, BlockKind, Document, Role
from clinlint.model.span import Span
from clinlint.reports.emphasis import Styled, shares
from clinlint.reports.html.looks import Looks
from clinlint.reports.html.marks import Mark, Piece, pieces
from clinlint.reports.html.numbered import Numbered
from clinlint.reports.html.places import Places
from clinlint.reports.html.text import printable, sentence

_HEAD = frozenset({BlockKind.TITLE, BlockKind.META})
_MARK = Markup(
    '<mark class="{kind}"{anchor} data-finding="{findings}" data-severity="{severity}" data-family="{family}"'
    ' data-language="{language}"{note}>{others}<a href="#finding-{link}"{label}>{text}</a></mark>'
)


class MarkedText:
    """Where the findings of one document stand in its text.

    Attributes:
        elsewhere: findings without a place in the text, by the block that they stand in front of; None for those
            that concern the page as a whole.
    """

    def __init__(self, document: Document, found: Iterable[Numbered], summaries: Mapping[str, str]) -> None:
        self._document = document
        self._summaries = summaries
        self._found: dict[int, Numbered] = {}
        self._by_block: dict[int, list[Mark]] = {}
        self.elsewhere: dict[int | None, list[Numbered]] = {}
        self._looks = Looks(document)
        self._starts = [block.span.start for block in document.blocks]
        # The blocks of the article itself, without what its head says.
        self._own = [b.index for b in document.blocks if b.role is Role.BODY and b.kind not in _HEAD]
        places = Places(document)
        for item in found:
            self._found[item.number] = item
            if not self._placed(item, places):
                self.elsewhere.setdefault(self._block_behind(item, places), []).append(item)

    def marks(self, block: Block) -> bool:
        """Whether something in the block is marked."""
        return block.index in self._by_block

    def html(self, block: Block) -> Markup:
        """The block's text with its marks."""
        marks, looks = self._by_block.get(block.index, ()), self._looks.of(block)
        if not marks and not looks:
            return Markup.escape(printable(block.text))
        ends = {end for styled in looks for end in (styled.span.start, styled.span.end)}
        whole = (part for piece in pieces(block.span, marks) for part in piece.cut(ends))
        return Markup("").join(self._piece(part, looks) for part in whole)

    def place(self, item: Numbered) -> Markup:
        """A mark for a finding that is about no words of the text."""
        summary = self._summaries.get(item.diagnostic.rule, item.diagnostic.name.replace("-", " "))
        return self._mark("mark place", (item.number,), (item.number,), (item.number,), sentence(summary))

    def _placed(self, item: Numbered, places: Places) -> bool:
        """Notes the finding's marks, block by block; False when it has none."""
        diagnostic = item.diagnostic
        found: list[tuple[int, Span]] = []
        for span in () if diagnostic.in_markup else places.spans(diagnostic.ranges):
            for block in self._blocks(span):
                low, high = max(span.start, block.span.start), min(span.end, block.span.end)
                # The break between two blocks is not shown.
                if low < high or span.start == span.end:
                    found.append((block.index, Span(low, high)))
        for number, (block_index, span) in enumerate(found):
            mark = Mark(span, item.number, first=number == 0, last=number + 1 == len(found))
            self._by_block.setdefault(block_index, []).append(mark)
        return bool(found)

    def _blocks(self, span: Span) -> Iterable[Block]:
        blocks = self._document.blocks
        if span.start == span.end:
            # Between two blocks without text the first is meant: that is where the offset was noted.
            number = bisect_left(self._starts, span.start)
            around = [number - 1] if number == len(blocks) or blocks[number].span.start > span.start else [number]
            return [blocks[n] for n in around if n >= 0 and blocks[n].span.end >= span.start]
        return [block for block, _ in shares(self._document, span)]

    def _block_behind(self, item: Numbered, places: Places) -> int | None:
        """The article's block in front of which the finding stands; None in front of all, and behind the last."""
        at = places.next_text(item.diagnostic.start)
        blocks = self._document.blocks
        if at is None or not self._own:
            return None
        number = bisect_left(self._own, self._document.index_at(at))
        return blocks[self._own[number]].index if 0 < number < len(self._own) else None

    def _piece(self, piece: Piece, looks: Sequence[Styled]) -> Markup:
        text = Markup.escape(printable(piece.span.of(self._document.text)))
        if len(piece.span):
            text = self._looks.dressed(text, piece.span, looks, marked=bool(piece.findings))
        if not piece.findings:
            return text
        kind = "mark" if len(piece.span) else "mark point"
        return self._mark(kind, piece.findings, piece.begins, piece.ends, text)

    def _mark(
        self, kind: str, findings: Sequence[int], begins: Sequence[int], ends: Sequence[int], text: str
    ) -> Markup:
        gravest = max((self._found[number] for number in findings), key=lambda found: found.diagnostic.severity.rank)
        link = begins[-1] if begins else findings[-1]
        first, others = (begins[0], begins[1:]) if begins else (None, ())
        return _MARK.format(
            kind=kind,
            anchor=Markup(' id="mark-{}"').format(first) if first is not None else "",
            findings=" ".join(map(str, findings)),
            severity=gravest.severity,
            family=gravest.family,
            language=gravest.language,
            note=Markup(' data-note="{}"').format(" ".join(map(str, ends))) if ends else "",
            others=Markup("").join(Markup('<span id="mark-{}"></span>').format(number) for number in others),
            link=link,
            label="" if text.strip() else Markup(' aria-label="Finding {}"').format(link),
            text=text,
        )
