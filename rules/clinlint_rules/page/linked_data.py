"""The linked data (JSON-LD) of a page: what each script holds, or where it stops being JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clinlint.api import PageElement, PageMarkup, Span

Thing = Mapping[str, Any]
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Broken:
    """A script that is no JSON: where and why."""

    place: Span
    reason: str


@dataclass(frozen=True, slots=True)
class LinkedData:
    """All that the page says in JSON-LD.

    Attributes:
        things: objects with a type, those inside others too, each with the script that holds it.
        broken: scripts that cannot be read.
        untyped: scripts without any typed object.
    """

    things: tuple[tuple[PageElement, Thing], ...]
    broken: tuple[Broken, ...]
    untyped: tuple[PageElement, ...]

    def of_type(self, *types: str) -> Iterator[tuple[PageElement, Thing]]:
        """The things of these schema.org types, in order."""
        return ((element, thing) for element, thing in self.things if not types_of(thing).isdisjoint(types))

    def resolved(self, value: object) -> Thing | None:
        """An object, also where only its ``@id`` stands."""
        if not isinstance(value, Mapping):
            return None
        if set(value) == {"@id"}:
            return next((t for _, t in self.things if t.get("@id") == value["@id"] and set(t) != {"@id"}), None)
        return value


def types_of(thing: Thing) -> set[str]:
    """The types of a thing without their address: ``MedicalWebPage``."""
    value = thing.get("@type")
    names = value if isinstance(value, list) else [value]
    return {str(name).rstrip("/").rpartition("/")[2] for name in names if isinstance(name, str)}


def linked_data(page: PageMarkup) -> LinkedData:
    """Reads every script with linked data."""
    things: list[tuple[PageElement, Thing]] = []
    broken: list[Broken] = []
    untyped: list[PageElement] = []
    for element in page.named("script"):
        if not element.text.strip():
            continue
        value = _parsed(element)
        if isinstance(value, Broken):
            broken.append(value)
            continue
        found = list(_typed(value, 0))
        things.extend((element, thing) for thing in found)
        if not found:
            untyped.append(element)
    return LinkedData(tuple(things), tuple(broken), tuple(untyped))


def _parsed(element: PageElement) -> object:
    import json

    text = element.text
    lead = len(text) - len(text.lstrip())
    inner = text.strip()
    for start, end in (("<!--", "-->"), ("/*<![CDATA[*/", "/*]]>*/"), ("//<![CDATA[", "//]]>")):
        if inner.startswith(start) and inner.endswith(end):
            lead += len(start)
            inner = inner[len(start) : -len(end)]
    try:
        value: object = json.loads(inner)
    except json.JSONDecodeError as error:
        at = min(element.content.start + lead + error.pos, max(element.content.start, element.content.end - 1))
        return Broken(Span(at, min(at + 1, element.content.end)), error.msg)
    except RecursionError:
        return Broken(element.span, "nested too deep")
    return value


def _typed(value: object, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _typed(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _typed(item, depth + 1)
