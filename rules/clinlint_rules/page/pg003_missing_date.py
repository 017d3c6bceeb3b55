"""PG003 missing-date."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG003",
    name="missing-date",
    summary="page without a date",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: currency)",
        "https://service-manual.nhs.uk/content (NHS service manual: page last reviewed, next review due)",
        "https://schema.org/lastReviewed",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The page does not say when it was written or last reviewed.

    ## Why it matters

    Advice ages. A reader has to see whether a page is of this year or of ten years ago.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>The study of 3 May 2019 was small.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><footer>Copyright 2020</footer></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>By May 2019, most hospitals had stopped.</p></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Last reviewed: 3 May 2025</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p class="byline">By Dr. Jane Roe, 12.03.2025</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <meta property="article:published_time" content="2025-05-03"></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Posted <time itemprop="datePublished" datetime="2025-05-03">3 May</time></p></body></html>
    ```

    ## Limits

    One finding a page. The year of a copyright notice is no date of the article.

    ## Fix

    None.
    """
    known = facts(context)
    if known is not None and not known.published and not known.changed and known.page.first("time") is None:
        yield Finding.in_markup(known.anchor, "The page gives no date: say when it was written and last reviewed.")
