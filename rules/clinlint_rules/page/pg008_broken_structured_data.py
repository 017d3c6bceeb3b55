"""PG008 broken-structured-data."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.dates import machine_date
from clinlint_rules.page.facts import ARTICLES, Facts, facts

META = RuleMeta(
    code="PG008",
    name="broken-structured-data",
    summary="linked data that cannot be read or contradicts itself",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://schema.org/MedicalWebPage",
        "https://www.w3.org/TR/json-ld11/ (JSON-LD 1.1)",
        "https://developers.google.com/search/docs/appearance/structured-data/article",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A script with linked data (JSON-LD) is no JSON, has no type, or holds a wrong value.

    ## Why it matters

    Search engines drop the whole block without a word, and with it author, reviewer and dates. A quotation mark put
    in by a translation tool is enough.

    ## Examples

    ```bad html
    <html lang="en"><head><title>Gout</title>
    <script type="application/ld+json">{"@type": "Article", "headline": ⟦“⟧Gout"}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    ⟦<script type="application/ld+json">⟧{"headline": "Gout"}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    ⟦<script type="application/ld+json">⟧{"@type": "MedicalWebPage", "datePublished": "3 Mayıs"}</script></head>
    <body></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title>
    <script type="application/ld+json">{"@type": "Article", "headline": "Gout"}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "WebPage"}]}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <script>var data = {no: "JSON"}</script></head>
    <body></body></html>
    ```

    ## Limits

    What schema.org asks for beyond types and dates is not checked. One finding a script.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    for broken in known.data.broken:
        yield Finding.in_markup(
            broken.place, f"The linked data ends here to be JSON ({broken.reason}); search engines drop all of it."
        )
    for element in known.data.untyped:
        yield Finding.in_markup(element.span, "The linked data names no type (@type), so nobody can use it.")
    yield from _dates(known)


def _dates(known: Facts) -> Iterator[Finding]:
    for element, thing in known.data.of_type(*ARTICLES, "WebPage"):
        for name in ("datePublished", "dateModified", "lastReviewed"):
            value = thing.get(name)
            if isinstance(value, str) and value.strip() and machine_date(value) is None:
                yield Finding.in_markup(
                    element.span, f"{name} of the linked data is “{value[:40]}”, which is no date; write 2025-05-31."
                )
                return
