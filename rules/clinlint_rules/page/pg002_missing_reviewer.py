"""PG002 missing-reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG002",
    name="missing-reviewer",
    summary="page that nobody is said to have checked",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "https://www.hon.ch/HONcode/ (HONcode, principle 1: authority)",
        "https://schema.org/reviewedBy",
        "https://piftick.org.uk (PIF TICK, quality mark for health information)",
    ),
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """Nothing says that a clinician has checked the page.

    ## Why it matters

    A named reviewer is the plainest sign that a page is more than advertising, and on translated pages that
    somebody has read the translation.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>By Dr. Jane Roe</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Book reviews by our readers</p></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Medically reviewed by Dr. John Doe</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <script type="application/ld+json">{"@type": "MedicalWebPage", "reviewedBy": {"name": "John Doe"}}</script></head>
    <body></body></html>
    ---
    <h1>Gout</h1><p>A fragment needs no reviewer.</p>
    ```

    ## Limits

    One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is not None and not known.reviewers:
        yield Finding.in_markup(known.anchor, "Nothing says who checked this page; name the clinician who reviewed it.")
