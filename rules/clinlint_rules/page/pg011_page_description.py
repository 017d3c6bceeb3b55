"""PG011 page-description."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG011",
    name="page-description",
    summary="description that is missing, too short or too long",
    severity=Severity.INFO,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://developers.google.com/search/docs/appearance/snippet",
        "https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names",
        "https://ogp.me",
    ),
)

_SHORTEST, _LONGEST = 50, 170


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The page has no description for search results, or one that is cut.

    ## Why it matters

    Without it a search engine picks a sentence of its own, often from the menu.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    ⟦<meta name="description" content="All about gout.">⟧</head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    ⟦<meta name="description" content="All.">⟧</head>
    <body></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title>
    <meta name="description" content="What gout is, why it comes in attacks, and what helps."></head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <meta property="og:description" content="What gout is, why it comes in attacks, and what helps."></head>
    <body></body></html>
    ---
    <h1>Gout</h1><p>A fragment has no description.</p>
    ```

    ## Limits

    50 to 170 characters are asked for. One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    element = known.page.meta("description") or known.page.meta("og:description")
    if element is None:
        yield Finding.in_markup(
            known.anchor, "The page has no description for search results; write one or two sentences."
        )
        return
    length = len(" ".join(element.get("content").split()))
    if not _SHORTEST <= length <= _LONGEST:
        wrong = "short" if length < _SHORTEST else "long"
        yield Finding.in_markup(
            element.span,
            f"The description has {length} characters, which is too {wrong}: write {_SHORTEST} to {_LONGEST - 10}.",
        )
