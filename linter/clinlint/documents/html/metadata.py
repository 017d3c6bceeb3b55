"""Facts of the page that stand in its head: title, description, canonical address, languages, author, date."""

from __future__ import annotations

from clinlint.documents.html.tokens import Attribute, Token

_FACTS = {
    "description": "description",
    "og:description": "og:description",
    "og:title": "og:title",
    "og:locale": "og:locale",
    "author": "author",
    "article:author": "author",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "date": "published",
    "robots": "robots",
    "generator": "generator",
}


_MOST_FURTHER = 20


class Metadata:
    """Collects facts from ``<title>``, ``<meta>`` and ``<link>`` as they come."""

    def __init__(self) -> None:
        self._facts: dict[str, str] = {}
        self._alternates: list[str] = []
        self._further: list[str] = []
        self.title_seen = False

    def title(self, text: str) -> None:
        """The page's title; the first one counts."""
        self.title_seen = True
        if text:
            self._facts["title"] = text

    def take(self, token: Token) -> Attribute | None:
        """Reads a ``<meta>`` or ``<link>``; the attribute that holds a text for readers, if one does.

        A description given twice in the same words (for search engines, for social networks) is one text.
        """
        values: dict[str, Attribute] = {}
        for attribute in token.attributes:
            values.setdefault(attribute.name, attribute)
        if token.name == "link":
            self._link(values)
            return None
        key = values.get("name") or values.get("property") or values.get("itemprop")
        content = values.get("content")
        if key is None or content is None:
            return None
        name = _FACTS.get(key.value.strip().lower())
        value = " ".join(content.value.split())
        if name is None or not value or name in self._facts:
            return None
        self._facts[name] = value
        if name == "description" or (name == "og:description" and value != self._facts.get("description")):
            return content
        return None

    def _link(self, values: dict[str, Attribute]) -> None:
        relation, target = values.get("rel"), values.get("href")
        if relation is None or target is None:
            return
        relations = relation.value.lower().split()
        if "canonical" in relations:
            self._facts.setdefault("canonical", target.value.strip())
        if "next" in relations:
            self._facts.setdefault("next", target.value.strip())
        if "alternate" in relations and "hreflang" in values:
            self._alternates.append(f"{values['hreflang'].value.strip()} {target.value.strip()}")

    def follow(self, relation: str | None, target: str) -> None:
        """A link in the text; one with ``rel=next`` says where the page goes on."""
        if relation and "next" in relation.lower().split() and len(self._further) < _MOST_FURTHER:
            self._further.append(" ".join(target.split()))

    def facts(self, language: str) -> dict[str, str]:
        """All facts by name; ``hreflang`` holds one "language address" pair a line, ``further`` one address a line."""
        facts = dict(self._facts)
        if self._alternates:
            facts["hreflang"] = "\n".join(self._alternates)
        if self._further:
            facts["further"] = "\n".join(self._further)
        if language:
            facts["lang"] = language
        return facts
