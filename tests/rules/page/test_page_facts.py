"""Rules on whole pages: silent on fragments, exact places, a clock that tests set, one place for several facts."""

from __future__ import annotations

from datetime import date

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import Diagnostic, Severity

TODAY = date(2026, 3, 1)
TITLE = "<title>Gout: causes and treatment"
COMPLETE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Gout: causes and treatment</title>
<meta name="description" content="What gout is, why it comes in attacks, and what helps against the pain.">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "MedicalWebPage",
 "author": {"@id": "#jane"}, "reviewedBy": {"@type": "Person", "name": "John Doe", "jobTitle": "Rheumatologist"},
 "datePublished": "2024-05-01", "lastReviewed": "2025-11-02",
 "@graph": [{"@type": "Person", "@id": "#jane", "name": "Jane Roe", "honorificPrefix": "Dr."}]}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/contact">Contact</a></nav></header>
<main><article><h1>Gout: causes and treatment</h1>
<p>Gout affects 2% of adults and is the most common of the inflammatory illnesses of the joints. The pain begins at
night and is often in the big toe. See a doctor if you have a fever with it.</p>
<img src="toe.jpg" alt="A red, swollen big toe">
<h2>References</h2><ul><li><a href="https://www.nhs.uk/conditions/gout/">Gout (NHS)</a></li></ul></article></main>
<footer>© 2026 Example Clinic</footer></body></html>
"""


def found(markup: str, *select: str, config: dict[str, object] | None = None) -> list[Diagnostic]:
    linter = Linter(languagetool="off", select=select or ["PG"], today=TODAY, config=config)
    result = linter.check_text(markup, media_type="text/html", name="page.html")
    assert not result.internal_errors
    for diagnostic in result.diagnostics:
        assert diagnostic.match == diagnostic.range.of(markup)
    return list(result.diagnostics)


def with_line(line: str) -> str:
    head = '<html lang="en"><head><title>Gout</title></head>'
    return f"{head}<body><h1>Gout</h1><p>{line}</p><p>Gout comes.</p></body></html>"


def codes(markup: str, *select: str) -> list[str]:
    return [d.rule for d in found(markup, *select)]


def test_a_complete_page_is_silent() -> None:
    assert codes(COMPLETE) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "marked"),
    [
        ('"honorificPrefix": "Dr."', '"x": ""', "PG001", '<script type="application/ld+json">'),
        ('"reviewedBy"', '"checkedBy"', "PG002", TITLE),
        ('"datePublished": "2024-05-01", "lastReviewed": "2025-11-02"', '"x": ""', "PG003", TITLE),
        ('"2025-11-02"', '"2019-11-02"', "PG005", '<script type="application/ld+json">'),
        ('"2024-05-01", "lastReviewed": "2025-11-02"', '"2022-05-01"', "PG004", '<script type="application/ld+json">'),
        (
            '"lastReviewed": "2025-11-02"',
            '"lastReviewed": "2027-11-02"',
            "PG005",
            '<script type="application/ld+json">',
        ),
        (
            '<h2>References</h2><ul><li><a href="https://www.nhs.uk/conditions/gout/">Gout (NHS)</a></li></ul>',
            "",
            "PG006",
            TITLE,
        ),
        ('href="/contact"', 'href="/team"', "PG007", TITLE),
        ('"@type": "MedicalWebPage"', '"@type": "WebPage"', "PG009", TITLE),
        ("<title>Gout: causes and treatment</title>", "<title></title>", "PG010", "<title>"),
        ("<h2>References</h2>", "<h1>References</h1>", "PG010", "<h1>References"),
        ('content="What gout is, why', 'content="" data-x="', "PG011", TITLE),
        ('lang="en"', 'lang="tr"', "PG012", '<html lang="tr">'),
        (' alt="A red, swollen big toe"', "", "PG013", '<img src="toe.jpg">'),
        ("Gout (NHS)", "Click here", "PG014", '<a href="https://www.nhs.uk/conditions/gout/">Click here'),
    ],
)
def test_each_missing_fact_is_one_finding_at_its_place(old: str, new: str, code: str, marked: str) -> None:
    assert COMPLETE.count(old) == 1
    assert [(d.rule, d.match) for d in found(COMPLETE.replace(old, new))] == [(code, marked)]


def test_broken_linked_data_is_reported_at_the_character_where_it_breaks() -> None:
    broken = COMPLETE.replace('"lastReviewed": "2025', '"lastReviewed": “2025')
    (diagnostic, *_) = [d for d in found(broken) if d.rule == "PG008"]
    assert diagnostic.match == "“"
    assert diagnostic.range.start == broken.index("“2025")
    assert diagnostic.severity is Severity.WARNING


def test_fragments_drafts_and_other_formats_are_left_alone() -> None:
    assert codes("<h1>Gout</h1><img src='a.jpg'><p>Studies show 2%. <a href='/x'>Click here</a></p>") == []
    linter = Linter(languagetool="off", select=["PG"])
    assert linter.check_text("# Gout\n\nStudies show 2%.", media_type="text/markdown").diagnostics == ()
    post = '{"title": {"rendered": "Gout"}, "content": {"rendered": "<html><body><p>Gout</p></body></html>"}}'
    assert linter.check_text(post, media_type="application/json").diagnostics == ()


def test_several_missing_facts_have_one_place_and_are_all_reported() -> None:
    bare = (
        '<html lang="en"><head><title>Gout in older people</title></head><body><h1>Gout</h1><p>Gout.</p></body></html>'
    )
    assert codes(bare) == ["PG001", "PG002", "PG003", "PG007", "PG009", "PG011"]
    assert {d.match for d in found(bare)} == {"<title>Gout in older people"}
    assert len({d.fingerprint for d in found(bare)}) == 6


def test_no_more_than_information_for_what_a_page_does_not_say() -> None:
    bare = (
        '<html lang="en"><head><title>Gout in older people</title></head><body><h1>Gout</h1><p>Gout.</p></body></html>'
    )
    assert {d.severity for d in found(bare)} == {Severity.INFO}


def test_the_age_of_a_page_is_counted_from_the_given_day_and_can_be_configured() -> None:
    old = COMPLETE.replace("2025-11-02", "2024-05-02")
    assert codes(old) == []
    later = Linter(languagetool="off", select=["PG004"], today=date(2028, 1, 1))
    assert [d.rule for d in later.check_text(old, media_type="text/html").diagnostics] == ["PG004"]
    assert [d.rule for d in found(old, "PG004", config={"rules": {"PG004": {"years": 1}}})] == ["PG004"]


def test_the_day_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    page = COMPLETE.replace("2025-11-02", "2024-05-02")
    for seconds, expected in (("1735689600", []), ("1893456000", ["PG004"])):  # the first days of 2025 and 2030
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        result = Linter(languagetool="off", select=["PG004"]).check_text(page, media_type="text/html")
        assert [d.rule for d in result.diagnostics] == expected


@pytest.mark.parametrize(
    "byline",
    [
        "By Dr. Jane Roe",
        "Written by Prof. John Doe",
        "Author: Jane Roe, Rheumatologist",
        "Dr. Jane Roe",
        "Assoc. Prof. Jane Roe, MD",
    ],
)
def test_visible_bylines_name_the_author(byline: str) -> None:
    assert codes(with_line(byline), "PG001") == []


@pytest.mark.parametrize(
    "line",
    [
        "Medically reviewed by Dr. Jane Roe",
        "Reviewed on 3 May 2025 by John Doe, MD",
        "Fact-checked by Jane Roe",
        "Medical reviewer: Jane Roe",
        "2 June 2024 | Reviewed by the Example Clinic editorial team",
    ],
)
def test_visible_reviewers_are_seen(line: str) -> None:
    assert codes(with_line(line), "PG002") == []


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 3 May 2025",
        "Published on May 3, 2025",
        "Page last reviewed: 03.05.2025",
        "Posted May 3rd, 2025",
        "2 June 2025 | Jane Roe",
    ],
)
def test_visible_dates_are_seen(line: str) -> None:
    assert codes(with_line(line), "PG003", "PG004", "PG005") == []
