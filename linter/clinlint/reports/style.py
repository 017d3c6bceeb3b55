"""Colours, where the terminal has them and the user wants them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

_CODES = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}


class Style:
    """Puts text in colours and weights, or leaves it as it is."""

    def __init__(self, enabled: bool) -> None:
        self.enabled = enabled

    def __call__(self, text: str, *names: str) -> str:
        """``text`` in these colours and weights (``bold``, ``red`` …)."""
        if not (self.enabled and text and names):
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


SEVERITY_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}


def wants_color(choice: str, stream: TextIO, environment: Mapping[str, str] | None = None) -> bool:
    """Whether ``stream`` gets colours: ``always``, ``never``, or ``auto`` as the environment says.

    ``NO_COLOR`` (https://no-color.org) comes first, then ``FORCE_COLOR`` and ``CLICOLOR_FORCE``,
    ``TERM=dumb`` and ``CLICOLOR=0`` (https://bixense.com/clicolors), then whether it is a terminal.
    """
    environment = os.environ if environment is None else environment
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environment.get(name):
            return environment[name] not in ("0", "false")
    if environment.get("TERM") == "dumb" or environment.get("CLICOLOR") == "0":
        return False
    return is_terminal(stream)


def is_terminal(stream: TextIO) -> bool:
    """True when a person sees the stream; False for one that is closed."""
    try:
        return stream.isatty()
    except ValueError:
        return False
