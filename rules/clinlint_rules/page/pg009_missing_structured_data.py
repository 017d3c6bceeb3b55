"""PG009 missing-structured-data."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import ARTICLES, facts

META = RuleMeta(
    code="PG009",
    name="missing-structured-data",
    summary="page that says to no machine that it is a medical article",
    severity=Severity.INFO,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://schema.org/MedicalWebPage",
        "https://developers.google.com/search/docs/appearance/structured-data/article",
        "https://health-lifesci.schema.org/docs/meddocs.html",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Neither linked data nor microdata says that the page is a (medical) article.

    ## Why it matters

    MedicalWebPage and Article carry author, reviewer and last review to search engines and assistants.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title>
    <script type="application/ld+json">{"@type": "Organization", "name": "Example"}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><div itemscope itemtype="https://schema.org/Person">Jane Roe</div></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title>
    <script type="application/ld+json">{"@type": "MedicalWebPage"}</script></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><article itemscope itemtype="https://schema.org/Article"><h1>Gout</h1></article></body></html>
    ---
    <h1>Gout</h1><p>A fragment has no such data.</p>
    ```

    ## Limits

    One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None or next(known.data.of_type(*ARTICLES), None) is not None or known.data.broken:
        return
    types = {kind.rpartition("/")[2] for element in known.page.elements for kind in element.get("itemtype").split()}
    if types.isdisjoint(ARTICLES):
        yield Finding.in_markup(
            known.anchor,
            "No linked data says that this is an article; add schema.org MedicalWebPage with author and dates.",
        )
