"""The role of every block of a page."""

from __future__ import annotations

from typing import NamedTuple

from clinlint.documents.article.page import Page
from clinlint.model.document import Role


class Verdict(NamedTuple):
    """A block's role, the reason in a few words, and what the reason rests on (``markup`` or ``text``)."""

    role: Role
    why: str = ""
    evidence: str = ""


def classify(page: Page, *, whole_page: bool) -> list[Verdict]:
    """One verdict for each block of the page, in order."""
    return [Verdict(Role.BODY) for _ in page.drafts]
