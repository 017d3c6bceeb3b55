"""Well-made drafts in three formats that tempt the structure rules: nothing may be reported.

The drafts are the files beside this one; each is named after what tempts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import Severity

DRAFTS = sorted((Path(__file__).parent / "drafts").iterdir())
MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_nothing_is_reported(draft: Path) -> None:
    linter = Linter(languagetool="off", select=["ST"])
    result = linter.check_text(draft.read_text(encoding="utf-8"), media_type=MEDIA_TYPES[draft.suffix])
    assert not result.internal_errors
    assert [(d.rule, d.match) for d in result.diagnostics if d.severity is not Severity.INFO] == []
