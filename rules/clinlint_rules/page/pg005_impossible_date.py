"""PG005 impossible-date."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, Related, RuleMeta, Severity, rule
from clinlint_rules.page.facts import Facts, facts

META = RuleMeta(
    code="PG005",
    name="impossible-date",
    summary="date in the future, before another, or unreadable",
    severity=Severity.WARNING,
    mqm_type="Accuracy/Mistranslation",
    its_type="numbers",
    languages=("*",),
    references=(
        "https://schema.org/datePublished (ISO 8601)",
        "https://developers.google.com/search/docs/appearance/publication-dates",
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: currency)",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A date of the page lies in the future, the update before the publication, or machines cannot read it.

    ## Why it matters

    Day and month are easily swapped in translation; a page of next year makes readers doubt the rest.

    ## Examples

    ```bad html
    <html lang="en"><head><title>Gout</title>
    ⟦<meta property="article:published_time" content="2999-05-03">⟧</head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <meta property="article:published_time" content="2020-05-03">
    ⟦<meta property="article:modified_time" content="2018-05-03">⟧</head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    ⟦<meta property="article:published_time" content="2020-13-45">⟧</head>
    <body></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title>
    <meta property="article:published_time" content="2020-05-03T10:00:00+03:00"></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <meta property="article:published_time" content="2020-05-03">
    <meta property="article:modified_time" content="2020-05-03"></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Next review due: 3 May 2999</p></body></html>
    ```

    ## Limits

    A day of tolerance is left for time zones. One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is not None:
        yield from _first(known, context)


def _first(known: Facts, context: Context) -> Iterator[Finding]:
    for dated in (*known.published, *known.changed):
        if dated.day is None:
            yield Finding.in_markup(
                dated.place, f"“{dated.text[:40]}” is no date that machines read; write 2025-05-31."
            )
            return
        if (dated.day - context.today).days > 1:
            yield Finding.in_markup(dated.place, f"The date {dated.day.isoformat()} lies in the future.")
            return
    published = [dated for dated in known.published if dated.day is not None]
    for dated in known.changed:
        first = next((p for p in published if p.day and dated.day and (p.day - dated.day).days > 1), None)
        if first is not None and all(p.day and dated.day and p.day > dated.day for p in published):
            yield Finding.in_markup(
                dated.place,
                f"The page was updated ({dated.day}) before it was published ({first.day}).",
                related=(Related.in_markup(first.place, "here it is published"),),
            )
            return
