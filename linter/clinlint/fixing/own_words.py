"""A person's own wording in place of what a diagnostic marks."""

from __future__ import annotations

from collections.abc import Iterable

from clinlint.fixing.in_source import fix_in_source
from clinlint.fixing.plan import Change
from clinlint.model.diagnostic import Diagnostic
from clinlint.model.document import Document
from clinlint.model.fix import Applicability, Edit, Fix


def in_own_words(documents: Iterable[Document], diagnostic: Diagnostic, text: str) -> Change | None:
    """The change that puts ``text`` (plain, as the reader sees it) where the diagnostic marks something.

    It is written in the source's own syntax, and leaves markup inside the marked words alone. None when it
    changes nothing, or the marked place holds something that is not in the source.
    """
    for document in documents:
        marked = document.offsets.to_text(diagnostic.ranges)
        if marked is not None:
            fix = Fix(f"Write “{text}”", (Edit(marked, text),), Applicability.DISPLAY)
            placed = fix_in_source(document, fix)
            return Change(diagnostic, placed) if placed is not None else None
    return None
