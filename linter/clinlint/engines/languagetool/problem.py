"""Errors of LanguageTool that a user can mend."""

from __future__ import annotations

import importlib.util

from clinlint.errors import ClinlintError

EXTRA = "pip install 'clinlint[languagetool]'"
_PACKAGES = ("filelock", "psutil", "language_tool_python")


class LanguageToolError(ClinlintError):
    """LanguageTool cannot be installed, started or asked; the text says why and what to do."""


def missing_packages() -> tuple[str, ...]:
    """The packages of the extra ``languagetool`` that are not there (Java comes from elsewhere as well)."""
    return tuple(name for name in _PACKAGES if importlib.util.find_spec(name) is None)


def require_packages() -> None:
    """Sees that the extra ``languagetool`` is installed.

    Raises:
        LanguageToolError: when it is not.
    """
    if missing_packages():
        raise LanguageToolError(f"LanguageTool needs packages that are not installed; {EXTRA!r} installs them")
