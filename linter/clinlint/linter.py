"""The public door: ``from clinlint import Linter``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from clinlint.config.discovery import LoadedConfiguration, from_file, from_mapping
from clinlint.config.origin import ARGUMENT, Place
from clinlint.config.resolve import Resolver
from clinlint.model.diagnostic import LintResult
from clinlint.model.source import Source
from clinlint.run.pipeline import lint
from clinlint.run.registry import installed_rules

if TYPE_CHECKING:
    from datetime import date

    from clinlint.engines.languagetool.grammar import Grammar
    from clinlint.fixing.fix import FixedSource
    from clinlint.model.rule import Rule


class Linter:
    """Lints text, bytes and files with one set of rules.

    Args:
        config: a ``clinlint.toml`` or ``pyproject.toml``, or its keys as a mapping; no file is read when None.
        languagetool: ``"off"``, ``"auto"`` or the address of a LanguageTool server.
        select: codes, families or names of rules to run; None for the configuration's, or all that
            are on by default.
        ignore: codes, families or names of rules to leave out, beside the configuration's.
        source_language: two letters of the language that the text was translated from; one that no
            rule knows is no error.
        today: the day on which the age of pages is judged; None for the day of the run.

    With LanguageTool, a linter keeps a connection and a cache open: ``close`` it, or use it in ``with``.

    Attributes:
        rules: the rules that run where no override says otherwise.
        languagetool: ``"off"``, ``"auto"`` or an address.

    Raises:
        ConfigurationError: when the configuration cannot be used, or a rule or option is unknown.
    """

    def __init__(
        self,
        *,
        config: str | PathLike[str] | Mapping[str, Any] | None = None,
        languagetool: str | None = None,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        source_language: str | None = None,
        today: date | None = None,
    ) -> None:
        loaded = _loaded(config)
        ignore = tuple(ignore)
        loaded = loaded.with_given(
            ARGUMENT,
            select=tuple(select) if select is not None else None,
            ignore=(*loaded.values.ignore, *ignore) if ignore else None,
            source_language=source_language,
            languagetool=languagetool,
        )
        self._resolver = Resolver(loaded, installed_rules(), today)
        self.rules: tuple[Rule, ...] = self._resolver.base.rules
        self.languagetool = loaded.values.languagetool
        self._grammar: Grammar | None = None

    def __enter__(self) -> Self:
        """The linter itself; leaving the context closes it."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Closes the linter."""
        self.close()

    def close(self) -> None:
        """Lets go of LanguageTool; its server stays for others and stops when nobody uses it."""
        if self._grammar is not None:
            self._grammar.close()
            self._grammar = None

    def check_text(self, text: str, *, media_type: str = "text/plain", name: str = "<text>") -> LintResult:
        """Lints decoded text; offsets in the result are offsets into ``text``.

        Raises:
            SourceError: when the text is longer than the limit, or no article can be read from it.
        """
        return self._check(Source.from_text(text, name=name, media_type=media_type))

    def check_bytes(self, data: bytes, *, media_type: str | None = None, name: str = "<bytes>") -> LintResult:
        """Lints bytes, whose encoding (and format, where no media type is given) is detected.

        Raises:
            SourceError: when the bytes are no text, or none that clinlint can read.
        """
        from clinlint.sources.encoding import decode

        return self._check(decode(data, name=name, media_type=media_type))

    def check_path(self, path: str | PathLike[str]) -> LintResult:
        """Lints one file, with the overrides that name it.

        Raises:
            SourceError: when the file cannot be read or is none of the formats that clinlint reads.
        """
        from clinlint.sources.files import read_file

        return self._check(read_file(fspath(path)), fspath(path))

    def fix(self, result: LintResult, *, unsafe: bool = False) -> FixedSource:
        """What the source of ``result`` should be after its safe fixes, or the unsafe ones too; nothing is written.

        ``fixing.write.write_atomically`` writes ``FixedSource.after.data``.

        Raises:
            SourceError: when the fixed text is longer than the limit.
        """
        from clinlint.fixing.fix import fix
        from clinlint.model.fix import Applicability

        return fix(result, self._check, Applicability.UNSAFE if unsafe else Applicability.SAFE)

    def _check(self, source: Source, name: str | None = None) -> LintResult:
        settings = self._resolver.settings(source.name if name is None else name)
        if self._grammar is None and self.languagetool != "off" and settings.grammar.wanted:
            from clinlint.engines.languagetool.opening import open_grammar

            self._grammar = open_grammar(self.languagetool)
        return lint(source, settings, self._grammar)


def _loaded(config: str | PathLike[str] | Mapping[str, Any] | None) -> LoadedConfiguration:
    if config is None:
        return LoadedConfiguration()
    if isinstance(config, Mapping):
        return from_mapping(config, Place("configuration"), Path.cwd())
    return from_file(config)
