"""What can go wrong between clinlint and a server."""

from __future__ import annotations

from clinlint.errors import SourceError


class AnswerError(SourceError):
    """A server that answers, but not with what was asked for.

    Attributes:
        status: the status code.
        retry_after: the value of ``Retry-After``, or nothing.
    """

    def __init__(self, message: str, status: int, retry_after: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class RedirectError(SourceError):
    """Redirects that go in a circle, or on and on."""


class UnreachableError(SourceError):
    """A server that does not answer, or whose answer breaks off: trying again may help."""


class NoConnectionError(UnreachableError):
    """A server that cannot be connected to at all."""
