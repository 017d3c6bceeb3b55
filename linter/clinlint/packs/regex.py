"""RE2 as packs use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from clinlint.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMORY = 8 << 20
"""The most bytes that RE2 may take for one pattern: a larger one is refused, not tried."""


class Match(Protocol):
    """What RE2 says about one match; offsets are code points."""

    def span(self, group: int = 0) -> tuple[int, int]:
        """The range of a group, by number; (-1, -1) when it took no part."""

    def groupdict(self) -> dict[str, str | None]:
        """The text of the named groups."""


class Regex(Protocol):
    """A compiled RE2 pattern."""

    @property
    def groupindex(self) -> dict[str, int]:
        """The numbers of the named groups."""

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches that do not overlap."""

    def search(self, text: str | bytes) -> Match | None:
        """The first match; offsets in bytes of UTF-8 are bytes."""


def compile_pattern(pattern: str, *, case_sensitive: bool = False) -> Regex:
    """An expanded pattern as RE2.

    Raises:
        ConfigurationError: when RE2 does not know its syntax, or it takes too much memory.
    """
    import re2

    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.log_errors = False
    options.max_mem = MOST_MEMORY
    try:
        return cast("Regex", re2.compile(pattern, options=options))
    except re2.error as error:
        raise ConfigurationError(_reason(error)) from error


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    return f"RE2 cannot use the pattern ({text}); look-around and back-references do not exist, use conditions"
