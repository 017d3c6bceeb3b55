"""What a LanguageTool that can be asked is; loaded also where there is none."""

from __future__ import annotations

from typing import Protocol


class Gone(Exception):  # noqa: N818 - what happened, not a kind of error
    """The run goes on without LanguageTool; the text says why."""


class Backend(Protocol):
    """A LanguageTool that can be asked.

    Attributes:
        workers: how many requests it may have at the same time.
        batch: about how many code points one request has.
        timeout: seconds until a request is given up.
    """

    workers: int
    batch: int
    timeout: float

    def version(self) -> str:
        """What results depend on beside the text: the release, the grammar.

        Raises:
            Gone: when it cannot be known.
        """

    def address(self) -> str:
        """Where to ask; starts the server where that is ours to do.

        Raises:
            Gone: when there is none.
        """

    def recover(self, address: str, reason: str) -> None:
        """Called when the server at an address went away: sees to another, or gives up.

        Raises:
            Gone: when there will be none.
        """

    def pace(self, characters: int) -> None:
        """Waits until a request of that size may be sent."""
