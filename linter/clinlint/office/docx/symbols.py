"""Characters of symbol fonts, which Word writes by their places in the font and not by what they are.

Greek and mathematical signs as in Adobe's Symbol font (its encoding table at unicode.org,
``Public/MAPPINGS/VENDORS/ADOBE/symbol.txt``), and the marks of Wingdings that Word puts in by itself.
"""

from __future__ import annotations

UNKNOWN = "▪"
"""Stands for a mark of a font that is not known here; no rule takes it for a letter."""

_FIRST = 0xF000
_LAST = 0xF0FF

_SYMBOL: dict[int, str] = dict(
    zip(
        [*range(0x41, 0x5B), *range(0x61, 0x7B)],
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
    0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD5: "∏", 0xD6: "√", 0xDB: "⇔", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "⇦", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(font: str, code: int) -> str:
    """The character at a place of a font; the place may be in the private area that Word uses for such fonts."""
    place = code - _FIRST if _FIRST <= code <= _LAST else code
    if font.lower() == "symbol":
        if place in _SYMBOL:
            return _SYMBOL[place]
        return chr(place) if 0x20 <= place < 0x7F else UNKNOWN
    if font.lower().startswith("wingdings"):
        return _WINGDINGS.get(place, UNKNOWN) if font.lower() == "wingdings" else UNKNOWN
    if _FIRST <= code <= _LAST or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return UNKNOWN
    return chr(code)


def is_private(character: str) -> bool:
    """True for a character that only a symbol font gives a meaning."""
    return _FIRST <= ord(character) <= _LAST
