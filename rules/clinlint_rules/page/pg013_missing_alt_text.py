"""PG013 missing-alt-text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, PageElement, Related, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG013",
    name="missing-alt-text",
    summary="picture of the article without a description, or with a file name",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Understanding/non-text-content (WCAG 1.1.1)",
        "https://www.w3.org/WAI/tutorials/images/decision-tree/",
        "https://html.spec.whatwg.org/multipage/images.html#alt",
    ),
)

_FILE = re.compile(
    r"^[\w()%+ -]+\.(?:jpe?g|png|gif|webp|svg|avif)$|^(?:IMG|DSC|image|img|photo|untitled|screenshot)[ _-]?\d*$",
    re.IGNORECASE,
)
_AROUND = frozenset({"nav", "footer", "aside", "form"})


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A picture has no alt attribute, or one that is a file name.

    ## Why it matters

    Who cannot see the picture hears its address read out letter by letter.

    ## Examples

    ```bad html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1>⟦<img src="toe.jpg">⟧</body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1>⟦<img src="toe.jpg" alt="IMG_2041">⟧</body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><main>⟦<img src="a.png" alt="swollen-toe-2.png">⟧<p>Gout</p></main></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><img src="toe.jpg" alt="A red, swollen big toe"></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><img src="line.png" alt=""></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><footer><img src="badge.png"></footer><img src="dot.gif" role="presentation"></body></html>
    ```

    ## Limits

    Pictures in menus and footers, and those marked as decoration, are left alone. One finding a page, with the
    others as further places.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    found = [element for element in known.page.named("img") if _is_mute(element)]
    if not found:
        return
    alt = found[0].get("alt")
    what = f"is described by a file name (“{alt}”)" if alt else "has no description"
    more = f", and so do {len(found) - 1} more" if len(found) > 1 else ""
    related = tuple(Related.in_markup(element.span, "another one") for element in found[1:20])
    message = f'This picture {what}{more}; say what it shows, or write alt="" where it only decorates.'
    yield Finding.in_markup(found[0].span, message, related=related)


def _is_mute(element: PageElement) -> bool:
    if not _AROUND.isdisjoint(element.inside) or element.get("role") in {"presentation", "none"}:
        return False
    if element.get("aria-hidden") == "true" or element.get("aria-label") or element.get("width") == "1":
        return False
    return "alt" not in element.attributes or bool(_FILE.match(element.get("alt")))
