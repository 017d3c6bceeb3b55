"""Which language a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re
from functools import cache

_COMMON = {
    "en": "the of and to in is that it for you are with on as be this your or can have from by not may if at when",
    "tr": "ve bir bu için ile da de olarak çok daha gibi olan kadar veya sonra en ne ise var değil her ya ancak olur",
    "de": "der die und das ist nicht mit von zu sich auf für ein eine auch bei werden wird oder den dem sind kann als",
    "fr": "le la les de des et est un une pour dans que qui sur par avec au aux ou ne pas ce sont plus il du peut être",
    "es": "el la los las de que y en un una es por con para no se del al lo como más o su puede este son ser cuando",
    "it": "il la di che e un una per non con del della sono si da al le gli nel è come anche più può i dei essere",
    "pt": "o a os as de que e em um uma é por com para não se do da no na como mais ou seu pode ser são quando",
    "nl": "de het een en van is in op te dat die voor met zijn niet aan er ook als bij door naar wordt kan om",
    "pl": "i w na się nie do jest z to że o jak dla od po przez może są lub przy oraz który ale ma",
}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
)
_FEWEST_WORDS = 30
_SHARE, _LEAD = 0.15, 1.6


@cache
def _common() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _COMMON.items()}


def language_of(text: str) -> str | None:
    """Two letters of the text's language; None for a short or mixed text, and for a language that is not known."""
    for language, script in _SCRIPTS:
        if len(script.findall(text)) > 0.4 * len(text.replace(" ", "")) > 20:
            return language
    words = [match.group().lower() for match in _WORD.finditer(text)]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = sorted(
        ((sum(word in common for word in words) / len(words), language) for language, common in _common().items()),
        reverse=True,
    )
    (best, language), (second, _) = shares[:2]
    return language if best >= _SHARE and best >= _LEAD * second else None
