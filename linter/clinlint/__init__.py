"""clinlint lints health articles: translation artefacts, structure, typography, at exact positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clinlint.linter import Linter

    __version__: str

__all__ = ["Linter", "__version__"]


def __getattr__(name: str) -> Any:
    # Lazy, so that ``clinlint --version`` loads nothing else.
    if name == "Linter":
        from clinlint.linter import Linter

        return Linter
    if name == "__version__":
        from clinlint.version import VERSION

        return VERSION
    raise AttributeError(f"module 'clinlint' has no attribute {name!r}")
