# ruff: noqa: E501 - markup reads better unbroken
"""Work grows in step with the input, also where the input was made to be slow. Counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from clinlint.documents.html import read_markup
from clinlint.model.source import Source

UNITS = [
    "<a ", "<!--", "&", "<", '<a b="', "<div>", "<div>a", "<b>x", "<p>x", "<a href=x>y", "<li>x", "<ul><li>x", "<td>x",
    "<table><tr><td>x", "x<br>", "• x<br>", "<div><b></div></b>", "</p>", "<h2></h2>", "<b><p></b>x", "&nbsp;", "<svg><p>x",
    "<div>© 2024 x", "<p>© 2024 x</p>", "<div>Read more", "<p>Read more</p>", "<div><h2>Related posts</h2>",
    "<h2>Related posts</h2><p>x", "<p>Contents</p>", "<h2>Contents</h2><p>Contents", "<li><a href=#x>y</a>", "<ul><a>x</ul>",
    "<div>Call us now: +44 20 7946 0321", "<header><h1>x</h1>", "<button>x", "<select><option>x", "x<img alt=y>",
    "<div><p>Some words that go on for a while, and then end.</p>", "<p>Some words that go on for a while.</p><div>x</div>",
    "<script>", "<title>x</title>", "<span class=share>x", "<i lang=tr>x</b>", "<dl><dt>x</div>", "<form><a></form>",
]  # fmt: skip


def calls(markup: str) -> int:
    """How many Python and C functions reading the markup calls."""
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event.endswith("call")

    source = Source.from_text(markup, name="x.html", media_type="text/html")
    read_markup(source, markup, whole_page=True)
    sys.setprofile(counted)
    try:
        read_markup(source, markup, whole_page=True)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_input_is_twice_the_work(unit: str) -> None:
    assert calls(unit * 1200) <= 2.5 * calls(unit * 600) + 1000
