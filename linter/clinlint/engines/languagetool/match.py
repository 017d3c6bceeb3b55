"""What LanguageTool says about one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageToolMatch:
    """One match of a LanguageTool rule in the text of one block.

    Attributes:
        rule_id: LanguageTool's own identifier, such as ``HE_VERB_AGR``; ``sub_id`` the number of the rule in
            its group, or empty.
        category_id: LanguageTool's category, such as ``GRAMMAR`` or ``TYPOS``.
        issue_type: the ``locQualityIssueType`` of ITS 2.0, as LanguageTool gives it.
        message: LanguageTool's explanation, in English; ``short_message`` may be empty.
        start, end: code points of ``Block.text``, half-open.
        replacements: LanguageTool's proposals, the best first; may be empty.
    """

    rule_id: str
    sub_id: str
    category_id: str
    issue_type: str
    message: str
    short_message: str
    start: int
    end: int
    replacements: tuple[str, ...]
