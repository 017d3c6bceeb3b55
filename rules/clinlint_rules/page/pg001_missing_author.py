"""PG001 missing-author."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG001",
    name="missing-author",
    summary="page that names no author, or one without a qualification",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: authorship)",
        "https://www.hon.ch/HONcode/ (HONcode, principle 1: authority)",
        "https://schema.org/author",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The page names no author, or names one and does not say what makes them competent.

    ## Why it matters

    Readers and search engines ask who says so. “admin” and the clinic's own name are no answer.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head><body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title>⟦<meta name="author" content="admin">⟧</head><body></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head><body>⟦<a rel="author" href="/jane">Jane Roe⟧</a></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head><body><h1>Gout</h1><p>By Dr. Jane Roe</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title><script type="application/ld+json">{"@type": "Article",
    "author": {"@type": "Person", "name": "Jane Roe", "jobTitle": "Rheumatologist"}}</script></head><body></body></html>
    ---
    <h1>Gout</h1><p>A fragment needs no author.</p>
    ```

    ## Limits

    Names in pictures are not seen. One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    people = [author for author in known.authors if author.is_person]
    if any(author.credentials for author in people):
        return
    if people:
        yield Finding.in_markup(
            people[0].place,
            f"The author {people[0].name} is named without a qualification; add the title, profession or a profile.",
        )
    elif known.authors:
        name = known.authors[0].name
        yield Finding.in_markup(
            known.authors[0].place, f"“{name}” is no author; name the person who wrote the article."
        )
    else:
        yield Finding.in_markup(
            known.anchor, "The page names no author: say who wrote it, and what makes them competent."
        )
