"""PG014 vague-link-text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, PageElement, Related, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG014",
    name="vague-link-text",
    summary="link whose text does not say where it leads",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context (WCAG 2.4.4)",
        "https://service-manual.nhs.uk/content/links (NHS service manual, links)",
        "https://www.w3.org/TR/WCAG20-TECHS/G91.html",
    ),
)

_VAGUE = re.compile(
    r"^(?:(?:please )?click(?: here)?(?: for more)?|here|this (?:link|page)|link|press here|tap here"
    r"|https?://\S{25,})[.!»›> ]*$",
    re.IGNORECASE,
)
_AROUND = frozenset({"nav", "footer", "aside", "header", "form"})


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A link of the article says “click here” and not where it leads.

    ## Why it matters

    Screen readers list the links of a page; a list of ten times “here” helps nobody.

    ## Examples

    ```bad html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>For the diet, ⟦<a href="/diet">click here⟧</a>.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><p>The guideline is ⟦<a href="https://www.nice.org.uk">here⟧</a>.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><article><p>⟦<a href="/x">This link⟧</a> tells more.</p></article></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><p>Read our <a href="/diet">diet for gout</a>.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><nav><a href="/">Here</a></nav><p>Click the button.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><p><a href="/here">Here to help: our team</a></p></body></html>
    ```

    ## Limits

    “Read more” on the cards of other articles is left alone. One finding a page, with the others as further places.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    found = [element for element in known.page.named("a") if _is_vague(element)]
    if not found:
        return
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    related = tuple(Related.in_markup(element.whole, "another one") for element in found[1:20])
    message = f"The link “{found[0].text[:40]}”{more} does not say where it leads; name the page."
    yield Finding.in_markup(found[0].whole, message, related=related)


def _is_vague(element: PageElement) -> bool:
    return bool(element.get("href")) and _AROUND.isdisjoint(element.inside) and bool(_VAGUE.match(element.text))
