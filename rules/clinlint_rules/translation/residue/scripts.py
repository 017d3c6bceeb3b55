"""Other scripts than Latin, and the language that a passage in one of them is most likely in."""

from __future__ import annotations

import re

from clinlint_rules.translation.residue.letters import words

_RANGES = {
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe",
    "hebrew": "\u0590-\u05ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "kana": "\u3040-\u30ff",
    "hangul": "\uac00-\ud7af",
    "thai": "\u0e00-\u0e7f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "armenian": "\u0530-\u058f",
    "georgian": "\u10a0-\u10ff",
    "devanagari": "\u0900-\u097f",
}
_ALL = "".join(_RANGES.values())
PASSAGE = re.compile(
    rf"[{_ALL}][{_ALL}\u200c\u200d\u0300-\u036f]*(?:[\s,.،؛:;!?؟。、，·\-–—()]{{1,3}}[{_ALL}\u200c\u200d]+)*"
)
"""Words of another script with the spaces and marks between them."""

# A language's own name, as in a menu of languages.
ENDONYMS = words(
    "русский українська български српски العربية عربي فارسی اردو עברית 中文 简体中文 繁體中文 日本語 "
    "한국어 ไทย ελληνικά हिन्दी"
)


def language_of(passage: str) -> str:
    """The language, for a message; judged by letters that only one language has."""
    scripts = [name for name, letters in _RANGES.items() if re.search(f"[{letters}]", passage)]
    if "kana" in scripts:
        return "Japanese"
    if "arabic" in scripts:
        return "Urdu" if re.search("[ٹڈڑںے]", passage) else "Persian" if re.search("[پچژگکی]", passage) else "Arabic"
    if "cyrillic" in scripts:
        return "Ukrainian" if re.search("[іїєґ]", passage.lower()) else "Russian"
    names = {"han": "Chinese", "hangul": "Korean", "devanagari": "Hindi"}
    return names.get(scripts[0], scripts[0].capitalize()) if scripts else "another language"
