"""Which changes of wording a person must look at: those that touch what a reader may come to harm by."""

from __future__ import annotations

import re

from clinlint_rules.grammar.spelling.medicines import is_medicine

_DELICATE = re.compile(
    r"\d|%|n['’]t\b|\b(?:not?|never|none|nor|neither|without|cannot|unless|except|only|less|fewer|more|least|most|"
    r"mg|mcg|µg|g|kg|ml|l|mmol|iu|units?|"
    r"once|twice|times?|hourly|hours?|daily|days?|nightly|weekly|weeks?|monthly|months?|yearly|years?|always|every|each|"
    r"before|after|above|below|over|under|up|down|increase[sd]?|decrease[sd]?|left|right)\b",
    re.IGNORECASE,
)


def may_harm(old: str, new: str) -> bool:
    """Whether a change holds a number, a unit, a medicine, a negation or a frequency on either side."""
    # Both sides whole when words are added or taken: "2 tablet" becomes "2 tablets".
    changed = set(old.split()) | set(new.split())
    return any(_DELICATE.search(word) or is_medicine(word.lower().strip(".,;:!?()")) for word in changed)
