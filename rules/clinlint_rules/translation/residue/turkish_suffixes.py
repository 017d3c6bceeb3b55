"""Turkish endings as translation leaves them: behind an apostrophe, or as words of their own.

Turkish writes endings of names, numbers and abbreviations behind an apostrophe (Türk Dil Kurumu, Yazım Kılavuzu,
"Kesme İşareti"); a machine that translates word by word keeps what stands behind it.
"""

from __future__ import annotations

from clinlint_rules.translation.residue.letters import words

CASES = {
    "genitive (of)": "nın nin nun nün ın ün",
    "locative (in, at)": "da de ta te nda nde",
    "ablative (from, than)": "dan den tan ten ndan nden",
    "dative (to)": "ya ye yı yi yu yü na ne nı nü",
    "plural": "lar ler ları leri ların lerin lara lere larda lerde lardan lerden larının lerinin",
    "adjective (with, from)": "lı li lu lü lık lik luk lük lığı liği luğu lüğü",
    "verb (is)": "dır dir dur dür tır tir tur tür",
    "with": "yla yle ıyla iyle uyla üyle",
}
"""The meaning of an ending, and its forms by vowel harmony."""

AFTER_NUMBERS = words(
    "si sı su sü i ı u ü e a ini ını unu ünü ine ına una üne inde ında unda ünde inden ından undan ünden"
)

MEANING = {form: meaning for meaning, forms in CASES.items() for form in forms.split()}
CERTAIN = tuple(
    sorted({form for form in MEANING if not form.isascii()} | {"nin", "nun", "larının", "lerinin", "lardan", "lerden"})
)
"""Endings that end nothing in English, German, Spanish or French behind an apostrophe."""

ALONE = tuple(
    sorted(
        {form for form in MEANING if "ı" in form or "ğ" in form}
        | words("ının ünün sının sünün sı sını sında sından ları dığı nün dür lük ünü")
    )
)
"""Endings that are no word of any language when they stand alone in English text."""


def meaning(form: str) -> str:
    """What the ending says, for a message."""
    if form == "en":
        return "“most”"
    return MEANING.get(form, "possessive or case")
