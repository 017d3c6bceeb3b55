"""PG004 outdated-page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Context, Document, Finding, RuleMeta, Severity, rule
from clinlint_rules.page.facts import facts


@dataclass(frozen=True, slots=True)
class Options:
    """Options of PG004."""

    years: int = field(default=3, metadata={"help": "After how many years a page has to be reviewed again."})

    def __post_init__(self) -> None:
        if self.years < 1:
            raise ValueError(f"years: must be 1 or more, not {self.years}")


META = RuleMeta(
    code="PG004",
    name="outdated-page",
    summary="page that nobody has reviewed for years",
    severity=Severity.INFO,
    mqm_type="Accuracy/Omission",
    its_type="omission",
    languages=("*",),
    references=(
        "https://service-manual.nhs.uk/content (NHS service manual: content is reviewed every three years)",
        "Silberg WM et al., JAMA 1997;277:1244 (benchmarks for medical web sites: currency)",
        "https://piftick.org.uk (PIF TICK: review at least every three years)",
    ),
    options=Options,
)


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """The latest date of the page lies more than three years back.

    ## Why it matters

    Guidelines change every few years; a page that says when it was reviewed promises that somebody does so.

    ## Examples

    ```bad html
    <html lang="en"><head><title>Gout</title>
    ⟦<meta property="article:modified_time" content="2015-05-03">⟧</head>
    <body></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>⟦Last updated: 3 May 2016⟧</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1>⟦<time itemprop="datePublished" datetime="2014-05-03">3 May⟧</time></body></html>
    ```

    ```good html
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>Gout comes in attacks.</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title>
    <meta property="article:modified_time" content="2999-01-01"></head>
    <body><p>Published: 3 May 2010</p></body></html>
    ---
    <html lang="en"><head><title>Gout</title></head>
    <body><h1>Gout</h1><p>The first study was published in 1999 by others.</p></body></html>
    ```

    ## Limits

    Only dates that the page gives for itself count, in its markup or behind words such as “last updated”. The day
    of the run is today, or the day that SOURCE_DATE_EPOCH names.

    ## Fix

    None.
    """
    known = facts(context)
    latest = known.latest if known is not None else None
    if latest is None or latest.day is None:
        return
    years = context.options(Options).years
    age = (context.today - latest.day).days / 365.25
    if age > years:
        yield Finding.in_markup(
            latest.place,
            f"The latest date of this page is {latest.day.isoformat()}, more than {int(age)} years ago; review it.",
        )
