"""The markup of a whole page, for rules that ask who stands behind it: its head, links, images, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clinlint.model.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class PageElement:
    """One element of a page.

    Attributes:
        name: in lower case.
        span: the start tag, a range of ``Source.text``.
        attributes: values by name in lower case, decoded; the first of each name.
        content: what stands between start and end tag, a range of ``Source.text``; empty for elements without content.
        text: the content as a reader sees it, white space as one space; for scripts as it stands.
        inside: the names of the page's regions around it, from the outside in (``nav``, ``footer``, ``article`` …).
    """

    name: str
    span: Span
    attributes: Mapping[str, str]
    content: Span
    text: str = ""
    inside: tuple[str, ...] = ()

    def get(self, name: str) -> str:
        """The value of an attribute, outer white space left out; empty when there is none."""
        return self.attributes.get(name, "").strip()

    @property
    def whole(self) -> Span:
        """The start tag with the content."""
        return Span(self.span.start, max(self.span.end, self.content.end))


class PageMarkup:
    """The elements of a page, read when a rule first asks for them.

    Elements that rules on pages ask for are kept: ``html``, ``title``, ``meta``, ``link``, ``script`` with linked data,
    ``img``, ``a``, ``time``, headings, and whatever carries microdata.
    """

    def __init__(self, read: Callable[[], tuple[PageElement, ...]]) -> None:
        self._read = read

    @cached_property
    def elements(self) -> tuple[PageElement, ...]:
        """All kept elements in order."""
        return self._read()

    def named(self, *names: str) -> Iterator[PageElement]:
        """The elements of these names in order."""
        return (element for element in self.elements if element.name in names)

    def first(self, name: str) -> PageElement | None:
        """The first element of a name."""
        return next(self.named(name), None)

    def meta(self, *names: str) -> PageElement | None:
        """The first ``<meta>`` with a content whose name, property or itemprop is one of these."""
        for element in self.named("meta"):
            key = element.get("name") or element.get("property") or element.get("itemprop")
            if key.lower() in names and element.get("content"):
                return element
        return None
