"""ST011 chrome-in-article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from clinlint.api import (
    Applicability,
    Block,
    BlockKind,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Related,
    Role,
    RuleMeta,
    Severity,
    Span,
    rule,
)
from clinlint_rules.structure.endings import words

META = RuleMeta(
    code="ST011",
    name="chrome-in-article",
    summary="page furniture in the article's own text",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Addition",
    its_type="addition",
    references=(
        "https://html.spec.whatwg.org/multipage/sections.html#the-article-element",
        "https://www.gov.uk/guidance/content-design/writing-for-gov-uk",
    ),
    roles=frozenset({Role.CHROME}),
    fix=FixAvailability.ALWAYS,
)

_LONGEST_SHOWN = 5
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_UNREAD = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.CODE})


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Share labels, telephone lists or links to other pages stand in the text as if they were part of the article.

    ## Why it matters

    They were pasted together with the article. Readers stumble over them, translators translate them, and they go
    out of date on their own.

    ## Examples

    ```bad
    What is gout?

    Gout is a form of arthritis that comes in sudden attacks. It often begins in the big toe at night.

    The attack passes within two weeks. Ask your doctor about tablets that prevent the next one.

    ⟦Share on Facebook
    Share on Twitter
    Share on LinkedIn⟧
    ---
    What is gout?

    Gout is a form of arthritis that comes in sudden attacks. It often begins in the big toe at night.

    The attack passes within two weeks. Ask your doctor about tablets that prevent the next one.

    ⟦You might also like...⟧
    ---
    What is gout?

    Gout is a form of arthritis that comes in sudden attacks. It often begins in the big toe at night.

    The attack passes within two weeks. Ask your doctor about tablets that prevent the next one.

    ⟦Read More »⟧
    ```

    ```good
    Share your worries on the phone with a friend. Read more about gout in our leaflet, and follow us to the clinic.
    ---
    Call 112 when the pain is unbearable.

    Most people feel better within two weeks. You might also like to try a cold compress.
    ---
    How to share a room

    Share a room with your newborn for the first six months. Never share a bed after drinking.
    ```

    ## Limits

    Only what its words alone give away counts. Widgets that the page's markup sets apart are a legitimate part of the
    page and are neither linted nor reported. On a whole page only what stands between two parts of the article's
    prose counts: a path above it and related articles below it are in their place. Bylines and dates are left alone.

    ## Fix

    Takes the words out, as a suggestion: what belongs to the article is for the editor to say.
    """
    said: dict[str, tuple[Span, list[Related], list[Edit]]] = {}
    inside = _article(document)
    for run in _runs(document):
        if not inside.contains(run[0].span.joined(run[-1].span)):
            continue
        first, last = run[0], run[-1]
        start = first.span.start + len(first.text) - len(first.text.lstrip())
        span = Span(start, last.span.start + len(last.text.rstrip()))
        key = "\n".join(" ".join(words(block.text)) or block.text.strip() for block in run)
        _, again, edits = said.setdefault(key, (span, [], []))
        if edits:
            again.append(Related(span, "and here again"))
        edits += [Edit(block.span, "") for block in run if block.text]
    for span, again, edits in said.values():
        fix = Fix("Take it out", tuple(edits), Applicability.DISPLAY)
        yield Finding(span, _message(span.of(document.text), len(again)), (fix,), related=tuple(again))


def _article(document: Document) -> Span:
    """Where furniture is out of place: anywhere in a draft; on a page, between the article's first and last prose.

    What stands around the prose of a page (path, date, related articles, copyright) belongs there.
    """
    if not document.whole_page:
        return Span(0, len(document.text))
    prose = [block.span for block in document.blocks if block.role is Role.BODY and block.kind in _PROSE]
    return prose[0].joined(prose[-1]) if prose else Span(0, 0)


def _runs(document: Document) -> Iterator[list[Block]]:
    """Neighbouring blocks that only their words show to be page furniture, a row of the same labels apart."""
    stretch: list[Block] = []
    for block in (*document.blocks, None):
        if block is not None and (block.kind in _UNREAD or not block.text.strip()):
            continue
        if block is not None and _is_furniture(block):
            stretch.append(block)
            continue
        yield from _rows(stretch)
        stretch = []


def _is_furniture(block: Block) -> bool:
    # An author's name and a date are welcome in the article, too.
    is_signature = "byline" in block.attrs.get("why", "")
    return block.role is Role.CHROME and block.attrs.get("evidence") == "text" and not is_signature


def _rows(stretch: list[Block]) -> Iterator[list[Block]]:
    """A stretch of furniture cut into rows that begin with the same word ("Share on …") and what is between them."""
    single: list[Block] = []
    for _, group in groupby(stretch, key=lambda block: block.text.split()[0].casefold()):
        row = list(group)
        if len(row) == 1:
            single += row
            continue
        if single:
            yield single
        yield row
        single = []
    if single:
        yield single


def _message(text: str, again: int) -> str:
    tokens = text.split()
    shown = " ".join(tokens[:_LONGEST_SHOWN]) + (" …" if len(tokens) > _LONGEST_SHOWN else "")
    where = (
        "" if not again else " (here and in one more place)" if again == 1 else f" (here and in {again} more places)"
    )
    return f"“{shown}”{where} belongs to the page around the article, not to its text: take it out."
