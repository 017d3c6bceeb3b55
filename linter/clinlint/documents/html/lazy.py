"""Text that stands in ``<noscript>`` and nowhere else: pages whose text scripts load later keep it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clinlint.documents.html.references import decode

_ENOUGH = 40
"""Characters of text from which on a ``<noscript>`` is more than a label."""
_KNOWN = 0.5
"""A part of whose runs of words the page has this share says nothing new."""
_RUN = 4
_TAG = re.compile(r"<[^>]*+>?")
_UNSHOWN = re.compile(r"(?is)<(style|script|iframe|select|a)\b.*?(?:</\1\s*>|\Z)")
_DESCRIPTION = re.compile(r"""(?i)\salt\s*+=\s*+(?:"([^"<>]{12,}+)"|'([^'<>]{12,}+)')""")
_WORD = re.compile(r"\w+")
_ESCAPED = re.compile(r"<[a-z!/]|\{[#%{]")
"""Markup that some program escaped once more, or a template that nothing filled."""
_TO_FILL = re.compile(r"\{\{|\{%|<%|\$\{|\[\[|<#")
_ARTICLE, _TIMES = 600, 2
"""Characters of a template that is an article, and how many times what else the page shows."""
_NOTICE = re.compile(
    r"(?i)java ?-?script|\bcookies?\b|(?:your|ihren|su|tu|votre) (?:browser|navegador|navigateur)|tarayıcın"
)


def worth_reading(markup: str, parts: Sequence[tuple[int, int]], texts: Iterable[str]) -> frozenset[int]:
    """Where those ``<noscript>`` contents begin that hold text which the page does not show.

    Notices for readers without JavaScript are none, nor links and their pictures, nor what stands on the page as well.

    Args:
        markup: the page.
        parts: the range of each ``<noscript>`` content.
        texts: what the page shows without them.
    """
    found: list[int] = []
    shown: set[tuple[str, ...]] | None = None
    for start, end in parts:
        raw = _UNSHOWN.sub(" ", markup[start:end])
        text = decode(_TAG.sub(" ", raw)).strip()
        if _NOTICE.search(text) or _ESCAPED.search(text):
            continue
        if len(text) < _ENOUGH:
            if any(_stands_once(markup, match[1] or match[2]) for match in _DESCRIPTION.finditer(raw)):
                found.append(start)
            continue
        if shown is None:
            shown = set(_runs("\n".join(texts)))
        runs = _runs(text)
        if runs and sum(run in shown for run in runs) < _KNOWN * len(runs):
            found.append(start)
    return frozenset(found)


def holding_the_text(markup: str, templates: Sequence[tuple[int, int]], shown: int) -> frozenset[int]:
    """Where those ``<script type="text/template">`` begin whose text is the page's: it shows little else.

    Blogs of some sites send every entry so. A template with places to fill in is none.

    Args:
        markup: the page.
        templates: the range of each content.
        shown: how many characters the page shows outside links.
    """
    found = []
    for start, end in templates:
        raw = markup[start:end]
        text = decode(_TAG.sub(" ", _UNSHOWN.sub(" ", raw))).strip()
        if len(text) >= max(_ARTICLE, _TIMES * shown) and not _TO_FILL.search(raw):
            found.append(start)
    return frozenset(found)


def _stands_once(markup: str, description: str) -> bool:
    return markup.count(description) == 1


def _runs(text: str) -> list[tuple[str, ...]]:
    found = _WORD.findall(text)
    return [tuple(found[at : at + _RUN]) for at in range(max(1, len(found) - _RUN + 1))]
