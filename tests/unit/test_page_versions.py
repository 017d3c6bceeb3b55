"""What a page says about itself, and which of its versions is the one that it was translated from."""

from __future__ import annotations

import json

import pytest

from clinlint import Linter
from clinlint.documents.article.facts import facts_of
from clinlint.model.page_facts import Alternate, PageFacts
from clinlint.reports.records import file_record
from clinlint.run.packing import packed, unpacked

AT = "https://clinic.example/en/hernia"
BOTH = "en https://clinic.example/en/hernia\ntr /tr/fitik"
MANY = f"{BOTH}\nde-AT ../de/leistenbruch\nx-default /"


@pytest.mark.parametrize(
    ("hreflang", "source_language", "twin"),
    [
        (BOTH, None, "https://clinic.example/tr/fitik"),
        (BOTH, "tr", "https://clinic.example/tr/fitik"),
        (BOTH, "de", ""),
        (MANY, None, ""),
        (MANY, "tr", "https://clinic.example/tr/fitik"),
        (MANY, "de", "https://clinic.example/de/leistenbruch"),
        ("x-default /", None, ""),
        ("", "tr", ""),
    ],
)
def test_the_twin_is_the_version_that_was_translated(hreflang: str, source_language: str | None, twin: str) -> None:
    assert facts_of({"hreflang": hreflang}, "en", AT, source_language).twin == twin


def test_addresses_are_given_in_full() -> None:
    facts = facts_of({"canonical": "/en/hernia", "hreflang": "tr /tr/fitik"}, "en", AT)
    assert facts.canonical == AT
    assert facts.alternates == (Alternate("tr", "https://clinic.example/tr/fitik"),)


@pytest.mark.parametrize("address", ["javascript:void(0)", "https://me:secret@clinic.example/", "http://[::1/2", ""])
def test_what_is_no_address_is_left_out(address: str) -> None:
    assert facts_of({"canonical": address, "hreflang": f"tr {address}"}, "en", AT) == PageFacts("en")


def test_reports_and_kept_results_say_them() -> None:
    page = (
        f'<!doctype html><html lang=en><link rel=canonical href="{AT}">'
        '<link rel=alternate hreflang=tr href="/tr/fitik">'
        "<title>Hernia</title><main><h1>Hernia</h1><p>A hernia is a gap in a muscle.</p></main></html>"
    )
    result = Linter(languagetool="off").check_text(page, media_type="text/html", name="page.html")
    expected = {
        "language": "en",
        "canonical": AT,
        "alternates": [{"language": "tr", "address": "https://clinic.example/tr/fitik"}],
        "twin": "https://clinic.example/tr/fitik",
    }
    assert json.loads(json.dumps(file_record(result)["pages"])) == [expected]
    assert unpacked(result.source, packed(result)).pages == result.pages
