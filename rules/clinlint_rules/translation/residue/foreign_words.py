"""The word tables of ``foreign_words.txt``, looked up by one word at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clinlint_rules.translation.residue.letters import (
    TURKISH_ONLY,
    has_english_shape,
    is_common_english,
    without_marks,
    words,
)
from clinlint_rules.translation.residue.turkish_suffixes import ALONE

NAMES = {
    "tr": "Turkish",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
    "it": "Italian",
    "ru-latin": "Russian (in Latin letters)",
}
# A name of an institution, a street or a journal stays in its language.
INSTITUTIONS = words(
    "hastanesi hastaneleri üniversitesi fakültesi derneği vakfı bakanlığı merkezi caddesi cad sokak sok mahallesi "
    "mah bulvarı apt blok kat ltd şti dergisi enstitüsü polikliniği gesellschaft institut bundesinstitut verband "
    "verein klinikum krankenhaus zentrum stiftung ministerium bundesministerium akademie zeitschrift archiv "
    "straße strasse universidad hospital instituto sociedad revista asociación fundación ministerio colegio "
    "centro organización avenida calle plaza clínica université hôpital hôpitaux ministère société revue "
    "fédération académie association agence haute autorité centre rue avenue médecins docteurs journal annales "
    "archives ospedale azienda istituto società policlinico universidade sanatório universität "
    "universitätsklinikum universitätsmedizin"
)
# Turkish endings that end no English word: "-ology", "-ation", and the case endings of the plural.
_TURKISH_ENDINGS = (
    *(
        "oloji",
        "olojik",
        "olojisi",
        "asyon",
        "asyonu",
        "isyon",
        "isyonu",
        "syonu",
        "ksiyon",
        "siyonu",
        "ifiye",
        "diyet",
    ),
    *("olizma", "olizması", "anizma", "anizması", "larda", "lerde", "lardan", "lerden", "ların", "lerin", "ları"),
    *("lığı", "liği", "luğu", "lüğü", "mektedir", "maktadır"),
)
_FOODS = words("rakı şalgam köfte börek çay yoğurt döner kısır çiğ simit kebap baklava lokum pilav boza şiş")
_SUFFIXES = frozenset(ALONE)
# Turkish and Spanish are often typed without their marks.
_TYPED_PLAINLY = frozenset(("tr", "es"))


@dataclass(frozen=True, slots=True)
class Membership:
    """The languages in which a word is strong evidence, a link, or clear by itself."""

    strong: frozenset[str] = frozenset()
    link: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


@cache
def memberships() -> Mapping[str, Membership]:
    """Every table word in lower case, with its part in each language.

    A word that is a link in a language is no strong evidence of it, and no common English word is either.
    """
    tables = _tables()
    found: dict[str, dict[str, set[str]]] = {}
    for (language, part), entries in tables.items():
        for word in entries:
            plain = without_marks(word)
            forms = {word, plain} if language in _TYPED_PLAINLY and len(plain) > 3 else {word}
            for form in forms:
                if part == "strong" and (form in tables[language, "link"] or is_common_english(form)):
                    continue
                if part == "alone" and (word in tables.get((language, "not-alone"), ()) or is_common_english(form)):
                    continue
                found.setdefault(form, {}).setdefault(part, set()).add(language)
                if part == "alone":
                    found[form].setdefault("strong", set()).add(language)
    return {
        word: Membership(*(frozenset(parts.get(part, ())) for part in ("strong", "link", "alone")))
        for word, parts in found.items()
    }


def is_turkish(word: str, lower: str) -> bool:
    """True for a word with a letter or an ending that only Turkish has; ``lower`` is the word in lower case."""
    if word.isascii():
        return len(lower) > 6 and lower.endswith(_TURKISH_ENDINGS)
    if len(lower) < 3 or lower in _FOODS or lower in _SUFFIXES:
        return False
    if lower.endswith(_TURKISH_ENDINGS) and len(lower) > 5:
        return True
    return bool(TURKISH_ONLY.intersection(word)) and not has_english_shape(without_marks(word))


def _tables() -> dict[tuple[str, str], set[str]]:
    tables: dict[tuple[str, str], set[str]] = {}
    section: set[str] = set()
    for line in files(__package__).joinpath("foreign_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, part = line.strip("[]").split()
            section = tables.setdefault((language, part), set())
        elif not line.startswith("#"):
            section.update(line.split())
    return tables
