"""Which English a document is written in."""

from __future__ import annotations

import re

from clinlint.api import PROSE, Document, Role
from clinlint_rules.typography.spellings import BRITISH, spelling_of

AMERICAN_ENGLISH = "en-US"
BRITISH_ENGLISH = "en-GB"
_WORD = re.compile(r"[a-z]{5,24}")
_BRITISH_REGIONS = frozenset({"gb", "uk", "ie", "au", "nz", "za", "in"})


def variant_of(document: Document) -> str:
    """``en-GB`` or ``en-US``: what most words of known spelling speak for, else what the page says of itself."""
    counts = {True: 0, False: 0}
    for block in document.blocks:
        if block.role is Role.BODY and block.kind in PROSE:
            for word in _WORD.findall(block.text):
                if spelling_of(word) is not None:
                    counts[word in BRITISH] += 1
    if counts[True] != counts[False]:
        return BRITISH_ENGLISH if counts[True] > counts[False] else AMERICAN_ENGLISH
    region = document.metadata.get("lang", "").replace("_", "-").partition("-")[2].lower()
    return BRITISH_ENGLISH if region in _BRITISH_REGIONS else AMERICAN_ENGLISH
