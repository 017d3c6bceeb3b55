"""clinlint's own rules in LanguageTool's grammar: what ``grammar_custom.xml`` says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "languagetool"
"""What stands in front of LanguageTool's class path."""

GRAMMAR = FOLDER / "org/languagetool/rules/en/grammar_custom.xml"
_RULE = re.compile(r'<rule(?:group)? id="(?P<id>CLINLINT_\w+)" name="(?P<name>[^"]+)"')


def own_rules() -> Iterator[tuple[str, str]]:
    """Identifier and name of every rule or group, in order."""
    for found in _RULE.finditer(GRAMMAR.read_text(encoding="utf-8")):
        yield found["id"], found["name"]
