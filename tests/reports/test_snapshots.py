"""Every format of the same run, as it was last looked at; ``pytest --snapshot-update`` takes a new picture."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from clinlint.model.diagnostic import Severity
from clinlint.reports import FORMATS, Look
from clinlint.reports.summary import Failure
from clinlint.version import VERSION
from reports.sample import report_of, word_rule
from reports.test_schemas import RULE, everything, result_of


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if not form.binary])
def test_the_report_is_as_it_was(form: str, snapshot: SnapshotAssertion) -> None:
    results = [
        everything("Keep the <b>strech</b> ]]> short, “the” strech | @you.", name="leaflets/a page.txt"),
        result_of("Nothing here.", RULE, name="clean.txt"),
        result_of("👩‍👩‍👧 \u202e odd", word_rule("odd", severity=Severity.ERROR), name="https://example.org/ç?q=1"),
    ]
    failure = Failure("gone.html", "gone.html: there is no such file")
    shown = report_of(form, *results, look=Look(rules={"TY900": RULE}), failures=(failure,))
    # How a page looks and what its script does is tested elsewhere.
    shown = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>|'sha256-[^']+'", "…", shown)
    # How tightly the last column of suggestions is packed depends on the system's zlib.
    shown = re.sub(r"\bc1\.[0-9a-f]{8}\.[\w+/=]+", "FACTS", shown)
    # The digests of style and script, which are left out here too.
    shown = re.sub(r"sha256-[A-Za-z0-9+/]{43}=", "sha256-…", shown)
    assert re.sub(rf"\b{re.escape(VERSION)}\b", "VERSION", shown) == snapshot
