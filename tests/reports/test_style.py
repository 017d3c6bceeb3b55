"""When a report has colours."""

from __future__ import annotations

import io

import pytest

from clinlint.reports.style import Style, wants_color


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "on_terminal", "in_pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"CLICOLOR": "0"}, False, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colours(choice: str, environment: dict[str, str], on_terminal: bool, in_pipe: bool) -> None:
    assert wants_color(choice, Terminal(), environment) is on_terminal
    assert wants_color(choice, io.StringIO(), environment) is in_pipe


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert wants_color("auto", stream, {}) is False


def test_without_colours_text_stays_as_it_is() -> None:
    assert Style(False)("knee", "bold", "red") == "knee"
    assert Style(True)("knee", "bold", "red") == "\x1b[1;31mknee\x1b[0m"
