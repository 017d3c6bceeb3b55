"""From markup to a page: its tokens are read once, and again where text stands only in ``<noscript>`` or a template."""

from __future__ import annotations

from clinlint.documents.article.measures import UNSHOWN
from clinlint.documents.article.page import Page
from clinlint.documents.html.builder import PageBuilder
from clinlint.documents.html.lazy import holding_the_text, worth_reading
from clinlint.documents.html.page_elements import KeptTokens
from clinlint.documents.html.tokens import tokenize
from clinlint.model.page import PageMarkup


def build(markup: str, *, xml: bool = False) -> Page:
    """The tree and the blocks of a page or fragment; any string will do."""
    page = _read(markup, xml, frozenset())
    lazy: frozenset[int] = frozenset()
    if page.for_no_scripts:
        lazy = worth_reading(markup, page.for_no_scripts, (draft.text for draft in page.drafts))
    if page.templates:
        shown = sum(len(draft.text) - draft.links for draft in page.drafts if draft.kind not in UNSHOWN)
        lazy |= holding_the_text(markup, page.templates, shown)
    return _read(markup, xml, lazy) if lazy else page


def _read(markup: str, xml: bool, opened: frozenset[int]) -> Page:
    builder = PageBuilder(markup, opened)
    kept = KeptTokens(markup)
    for token in tokenize(markup, xml=xml, opened=opened):
        kept.take(token)
        builder.take(token)
    page = builder.finish()
    page.markup = PageMarkup(kept.elements)
    return page
