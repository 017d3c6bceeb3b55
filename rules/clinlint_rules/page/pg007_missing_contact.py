"""PG007 missing-contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG007",
    name="missing-contact",
    summary="page without any way to reach those behind it",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "https://www.hon.ch/HONcode/ (HONcode, principle 6: transparency)",
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: disclosure)",
        "https://schema.org/ContactPoint",
    ),
)

_CONTACT = re.compile(
    r"^(?:mailto:|tel:|https?://(?:wa\.me|api\.whatsapp\.com))|contact|iletisim|kontakt|contacto|impressum|appointment",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\+\d[\d ()-]{7,}")


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The page offers no way to reach those who stand behind it.

    ## Why it matters

    Readers who find a mistake, or have a question, must be able to say so.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><a href="/blog">Blog</a></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Doctors were contacted 9 times.</p></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><footer><a href="mailto:info@example.org">Write to us</a></footer></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><a href="/contact">Contact</a></body></html>
    ---
    <h1>Gout</h1><p>A fragment needs no contact.</p>
    ```

    ## Limits

    One finding a page.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None or any(_CONTACT.search(link.get("href")) for link in known.page.named("a")):
        return
    if not any(_ADDRESS.search(block.text) for block in context.blocks()):
        yield Finding.in_markup(known.anchor, "The page offers no contact: link a form, an address or a number.")
