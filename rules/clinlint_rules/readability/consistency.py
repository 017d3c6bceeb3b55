"""One finding for a document in which one thing has several forms."""

from __future__ import annotations

from collections.abc import Mapping

from clinlint.api import Block, Context, Document, Finding, Related, Role, Span
from clinlint_rules.readability.shared import RUNNING_TEXT, is_english

_MOST_PLACES = 20


def english_text(document: Document, context: Context) -> list[Block]:
    """The article's own running text in English."""
    return [
        block for block in context.blocks(*RUNNING_TEXT, roles=frozenset({Role.BODY})) if is_english(block, document)
    ]


def drift(forms: Mapping[str, list[Span]], message: str) -> Finding:
    """The finding at the first place of the rarest form, with all other places beside it.

    Args:
        forms: places by form, two forms at least.
        message: with ``{rare}`` and ``{usual}`` for the two forms and ``{count}`` for how often the usual one stands.
    """
    ordered = sorted(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
    rare, usual = ordered[0], ordered[-1]
    first, *_ = forms[rare]
    places = sorted((span, form) for form, spans in forms.items() for span in spans if span != first)
    related = tuple(Related(span, f"“{form}”") for span, form in places[:_MOST_PLACES])
    return Finding(first, message.format(rare=rare, usual=usual, count=len(forms[usual])), related=related)
