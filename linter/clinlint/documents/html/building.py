"""From markup to a page: its tokens are read once, and again where text stands only in ``<noscript>``."""

from __future__ import annotations

from clinlint.documents.article.page import Page
from clinlint.documents.html.builder import PageBuilder
from clinlint.documents.html.lazy import worth_reading
from clinlint.documents.html.page_elements import KeptTokens
from clinlint.documents.html.tokens import tokenize
from clinlint.model.page import PageMarkup


def build(markup: str, *, xml: bool = False) -> Page:
    """The tree and the blocks of a page or fragment; any string will do."""
    page = _read(markup, xml, frozenset())
    if page.for_no_scripts:
        lazy = worth_reading(markup, page.for_no_scripts, (draft.text for draft in page.drafts))
        if lazy:
            page = _read(markup, xml, lazy)
    return page


def _read(markup: str, xml: bool, opened: frozenset[int]) -> Page:
    builder = PageBuilder(markup, opened)
    kept = KeptTokens(markup)
    for token in tokenize(markup, xml=xml, opened=opened):
        kept.take(token)
        builder.take(token)
    page = builder.finish()
    page.markup = PageMarkup(kept.elements)
    return page
