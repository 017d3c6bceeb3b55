"""The page as one file: templates, style and script inside, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from clinlint.reports.html.text import sentence

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = files("clinlint.reports.html")
_SCRIPTS = (
    "report",
    "memory",
    "showing",
    "controls",
    "walking",
    "exchange",
    "conflicts",
    "toolbar",
    "saving",
    "start",
)
"""The parts of the script; the last one starts it."""


@cache
def environment() -> Environment:
    """The templates; all that they are given is escaped, a name that is missing is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("clinlint.reports.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["capitalised"] = sentence
    return made


def read_part(name: str) -> Markup:
    """A style sheet or script of the package, as it stands in its element."""
    return Markup(_FOLDER.joinpath(name).read_text(encoding="utf-8"))  # noqa: S704 - the package's own


def read_script() -> Markup:
    """The whole script, as one function that shares nothing with anybody."""
    parts = (read_part(f"script/{name}.js") for name in _SCRIPTS)
    return Markup('(() => {\n"use strict";\n%s})();\n') % Markup("").join(parts)


def policy(styles: list[Markup], scripts: list[Markup], *, served: bool = False) -> str:
    """The content security policy that lets these elements work, and nothing else.

    A page from the disk has no server whose header could say so; it stands in a ``meta`` element.

    Args:
        styles: the content of the style elements.
        scripts: the content of the script elements.
        served: True for a page that may talk to the server that it came from.
    """
    parts = {
        "default-src": ["'none'"],
        "style-src": [_hash(text) for text in styles],
        "script-src": [_hash(text) for text in scripts],
        "img-src": ["data:"],
        "connect-src": ["'self'" if served else "'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def filter_style(values: dict[str, list[str]]) -> Markup:
    """Hides what a filter's box does not want where no script runs: such selectors cost time on every change.

    Args:
        values: for every name of boxes the values that occur; letters only.
    """
    lines = []
    for name, found in values.items():
        for value in found:
            if value.isascii() and (value.isalnum() or not value):
                box = f'body:has(.filters input[name="{name}"][value="{value}"]:not(:checked))'
                lines.append(f'{box} .finding[data-{name}="{value}"]{{display:none}}')
                lines.append(f'{box} .mark[data-{name}="{value}"]{{background:none;--edge:transparent;--note:none}}')
    rules = Markup("\n".join(lines))  # noqa: S704 - names and values are letters
    return Markup("@media (scripting: none) {\n%s\n}") % rules
