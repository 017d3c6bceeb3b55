"""Replacements that fit the sentence: number, tense, capital, article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clinlint.errors import ConfigurationError
from clinlint.packs.inflection import inflected_like
from clinlint.packs.macros import Expanded, Vocabulary

_PLACEHOLDER = re.compile(r"\{(?P<body>[^{}]*)\}")
_NAME = r"[a-z_][a-z0-9_]*"
_BODY = re.compile(rf"(?P<lemma>[A-Za-z][A-Za-z' -]*?) like (?P<model>{_NAME})|(?P<group>{_NAME})(?P<mapped> mapped)?")


def _body(placeholder: str) -> re.Match[str]:
    found = _BODY.fullmatch(placeholder)
    if not found:
        raise ConfigurationError(f"{{{placeholder}}} is no placeholder: {{name}}, {{name mapped}}, {{lemma like name}}")
    return found


def names_in(template: str) -> frozenset[str]:
    """The groups that a template needs.

    Raises:
        ConfigurationError: when a placeholder cannot be read.
    """
    bodies = (_body(found["body"]) for found in _PLACEHOLDER.finditer(template))
    return frozenset(body["model"] or body["group"] for body in bodies)


@dataclass(frozen=True, slots=True)
class Template:
    """A replacement with placeholders, ready to be filled from a match."""

    text: str
    expanded: Expanded
    maps: Mapping[str, str]
    vocabulary: Vocabulary

    def fill(self, groups: Mapping[str, str]) -> str:
        """The replacement for one match; ``groups`` are the matched words by name."""

        def value(found: re.Match[str]) -> str:
            body = _body(found["body"])
            if body["model"]:
                lemmas = dict(self.expanded.lemmas.get(body["model"], {}))
                return inflected_like(body["lemma"], groups.get(body["model"], ""), lemmas, self.vocabulary.irregular)
            matched = groups.get(body["group"], "")
            return self.maps.get(matched.lower(), matched.lower()) if body["mapped"] else _uncapitalised(matched)

        return re.sub(r"\s+", " ", _PLACEHOLDER.sub(value, self.text)).strip()


def _uncapitalised(words: str) -> str:
    """``Calf muscle`` as it stands inside a sentence; ``MRI`` stays (capitals are put back by ``cased_like``)."""
    return words[:1].lower() + words[1:] if words[1:].islower() else words


def cased_like(replacement: str, matched: str) -> str:
    """``replacement`` in capitals, title case or with a first capital, as ``matched`` stands."""
    letters = [letter for letter in matched if letter.isalpha()]
    words = re.findall(r"[^\W\d_]{4,}", matched)
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return replacement.upper()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        small = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
        return " ".join(
            word if number and word in small else word[:1].upper() + word[1:]
            for number, word in enumerate(replacement.split(" "))
        )
    if letters and letters[0].isupper() and not replacement[:2].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


_ARTICLE = re.compile(r"\b(?P<article>an?)(?P<space>\s+)$", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]|hour|honest|heir|MRI\b|X-ray", re.IGNORECASE)
_CONSONANT_AFTER_ALL = re.compile(r"eu|one\b|once\b|uni|use|usu|ur[eio]|ute", re.IGNORECASE)


def fitting_article(before: str, replacement: str) -> tuple[int, str] | None:
    """Where the article before a replacement is the wrong one of ``a`` and ``an``.

    Returns:
        How many characters before the replacement to exchange, and for what; None when nothing changes.
    """
    found = _ARTICLE.search(before)
    if not found or not replacement:
        return None
    vowel = bool(_VOWEL.match(replacement)) and not _CONSONANT_AFTER_ALL.match(replacement)
    right = "an" if vowel else "a"
    if found["article"].lower() == right:
        return None
    article = right.capitalize() if found["article"][0].isupper() else right
    return len(found.group()), article + found["space"]
