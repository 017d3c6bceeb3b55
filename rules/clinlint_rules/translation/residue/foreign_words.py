"""The word tables of ``foreign_words.txt``, looked up by one word at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clinlint_rules.translation.residue.letters import is_common_english, without_marks

NAMES = {
    "tr": "Turkish",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
    "it": "Italian",
    "ru-latin": "Russian (in Latin letters)",
}
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
