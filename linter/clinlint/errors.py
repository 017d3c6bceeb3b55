"""Errors that a user can mend: one clear sentence each, shown without a traceback."""

from __future__ import annotations


class ClinlintError(Exception):
    """Base of all errors that clinlint raises on purpose; the text says what, where and what to do."""


class SourceError(ClinlintError):
    """A file, address or standard input that cannot be read."""


class WriteError(SourceError):
    """A file that cannot be written; it is as it was."""


class ConfigurationError(ClinlintError):
    """A configuration that cannot be used, with file and key."""


class RuleDefinitionError(ClinlintError):
    """A rule that is not one, with file and line."""


class ReadabilityError(ClinlintError):
    """Readability figures that cannot be computed here."""


class DecisionsError(ClinlintError):
    """Decisions of a review that cannot be read, or do not fit the file that they are for."""
