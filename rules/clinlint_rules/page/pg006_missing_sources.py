"""PG006 missing-sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import BlockKind, Context, Document, Finding, Role, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts

META = RuleMeta(
    code="PG006",
    name="missing-sources",
    summary="numbers or studies without any source",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: attribution)",
        "http://www.discern.org.uk (DISCERN, question 4: are the sources clear?)",
        "https://www.hon.ch/HONcode/ (HONcode, principle 4: attribution)",
    ),
)

_HEADING = re.compile(
    r"^\W*(?:\d+\.? ?)?(?:references?|sources?|bibliography|literature|further reading|citations?|footnotes)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\[\d{1,3}(?:[,–-] ?\d{1,3})*\]|\bet al\.|\bdoi:|\bPMID\b"
    r"|\((?:[A-Z][\w'’-]+,? (?:and [A-Z][\w'’-]+,? )?(?:19|20)\d\d)\)"
)
_AUTHORITY = re.compile(
    r"^https?://(?:[\w.-]+\.)?(?:who\.int|nhs\.uk|nih\.gov|cdc\.gov|fda\.gov|nice\.org\.uk|doi\.org|cochrane(?:library)?\.(?:org|com)"
    r"|europa\.eu|pubmed\.gov|mayoclinic\.org|thelancet\.com|bmj\.com|nejm\.org|jamanetwork\.com"
    r"|\w+\.gov(?:\.\w\w)?|\w+\.edu)(?:/|$)",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"\b(?:stud(?:y|ies)|research|trials?|according to|evidence)\b|\d ?%|\b\d+ (?:in|out of) \d+\b", re.IGNORECASE
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The article gives numbers or speaks of studies, and the page names no source.

    ## Why it matters

    A number without a source cannot be checked, least of all one that went through a translation.

    ## Examples

    ```bad html
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Gout affects 2% of adults.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>Studies show that cherries help.</p></body></html>
    ---
    <html lang="en"><head>⟦<title>Gout⟧</title></head>
    <body><h1>Gout</h1><p>About 1 in 40 people has it.</p></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Gout affects 2% of adults.</p><h2>Sources</h2><p>WHO.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Gout affects <a href="https://www.nhs.uk/conditions/gout/">2% of adults</a>.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ```

    ## Limits

    One source anywhere on the page is enough: a heading such as References, a link to an authority, a note in
    brackets.

    ## Fix

    None.
    """
    known = facts(context)
    if known is None:
        return
    if any(_AUTHORITY.match(link.get("href")) for link in known.page.named("a")):
        return
    if any(_HEADING.match(block.text) for block in context.blocks() if len(block.text) < 60):
        return
    body = [block for block in context.blocks(roles=frozenset({Role.BODY})) if block.kind is not BlockKind.META]
    if not any(_EVIDENCE.search(block.text) for block in body) or any(_CITED.search(block.text) for block in body):
        return
    message = "The article gives numbers or names studies, and no source; link the guideline or study."
    yield Finding.in_markup(known.anchor, message)
