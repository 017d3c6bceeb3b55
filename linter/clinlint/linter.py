"""The public door: ``from clinlint import Linter``."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING

from clinlint.model.diagnostic import LintResult
from clinlint.model.source import Source
from clinlint.run.pipeline import lint
from clinlint.run.registry import installed_rules, select_rules
from clinlint.run.settings import Settings

if TYPE_CHECKING:
    from clinlint.model.rule import Rule


class Linter:
    """Lints text, bytes and files with one set of rules.

    Args:
        languagetool: ``"off"``, ``"auto"`` or the address of a LanguageTool server.
        select: codes, families or names of rules to run; None for all that are on by default.
        ignore: codes, families or names of rules to leave out.
        source_language: two letters of the language that the text was translated from; one that no
            rule knows is no error.

    Raises:
        ConfigurationError: when a rule or option is unknown.
    """

    def __init__(
        self,
        *,
        languagetool: str = "auto",
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        source_language: str | None = None,
    ) -> None:
        self.rules: tuple[Rule, ...] = select_rules(installed_rules(), select, ignore)
        self.languagetool = languagetool
        self._settings = Settings(self.rules, source_language=source_language)

    def check_text(self, text: str, *, media_type: str = "text/plain", name: str = "<text>") -> LintResult:
        """Lints decoded text; offsets in the result are offsets into ``text``."""
        return lint(Source.from_text(text, name=name, media_type=media_type), self._settings)

    def check_bytes(self, data: bytes, *, media_type: str | None = None, name: str = "<bytes>") -> LintResult:
        """Lints bytes, whose encoding (and format, where no media type is given) is detected."""
        from clinlint.sources.encoding import decode

        return lint(decode(data, name=name, media_type=media_type), self._settings)

    def check_path(self, path: str | PathLike[str]) -> LintResult:
        """Lints one file.

        Raises:
            SourceError: when the file cannot be read or is none of the formats that clinlint reads.
        """
        from clinlint.sources.files import read_file

        return lint(read_file(path), self._settings)
