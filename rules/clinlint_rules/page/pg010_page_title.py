"""PG010 page-title."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Confidence, Context, Document, Finding, Related, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG010",
    name="page-title",
    summary="title that is missing, too short or too long, or a second main heading",
    severity=Severity.WARNING,
    mqm_type="Design and markup/Markup",
    its_type="markup",
    languages=("*",),
    references=(
        "https://www.w3.org/WAI/WCAG22/Understanding/page-titled (WCAG 2.4.2)",
        "https://developers.google.com/search/docs/appearance/title-link",
        "https://html.spec.whatwg.org/multipage/semantics.html#the-title-element",
    ),
)

_SHORTEST, _LONGEST = 10, 65


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The page has no title, one that search engines cut, or two main headings.

    ## Why it matters

    The title is what people see in search results, tabs and bookmarks, and what a screen reader says first.

    ## Examples

    ```bad html
    ⟦<html lang="en">⟧<head></head><body><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>⟧ </title></head>
    <body><h1>Gout</h1><p>Gout.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout: what it is, why it comes, how it is treated, what you can do⟧</title></head>
    <body><h1>Gout</h1></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout: causes and treatment</title></head>
    <body><h1>Gout</h1></body></html>
    ---
    <h1>Gout</h1><p>A fragment has no title.</p>
    ---
    <html lang="en"><head><title>Gout in older people</title></head>
    <body><h1>Gout</h1><h2>Causes</h2></body></html>
    ```

    ## Limits

    A length of 10 to 65 characters is asked for; that and a second main heading are shown as information. One
    finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    title = known.page.first("title")
    if title is None or not title.text:
        place = title.span if title is not None else known.anchor
        yield Finding.in_markup(place, "The page has no title; write one that says what it is about.")
        return
    length = len(title.text)
    headings = [heading for heading in known.page.named("h1") if heading.text]
    if length > _LONGEST:
        message = f"The title has {length} characters; search engines cut it after about 60."
        yield Finding.in_markup(title.whole, message, confidence=Confidence.MEDIUM)
    elif length < _SHORTEST and headings and len(headings[0].text) > length:
        message = f"The title “{title.text}” says less than the heading; make it name the topic."
        yield Finding.in_markup(title.whole, message, confidence=Confidence.MEDIUM)
    elif len(headings) > 1:
        related = (Related.in_markup(headings[0].span, "the first one"),)
        message = "This is a second main heading (h1); a page has one, and sections have h2."
        yield Finding.in_markup(headings[1].whole, message, related=related, confidence=Confidence.MEDIUM)
