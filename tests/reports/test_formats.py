"""The formats that there are."""

from __future__ import annotations

import importlib
import io
from typing import get_args

from clinlint.cli.progress import Progress
from clinlint.config.schema import Format
from clinlint.reports import FORMATS


def test_the_configuration_knows_every_format() -> None:
    assert set(get_args(Format)) == set(FORMATS)


def test_every_format_has_its_module() -> None:
    for name, form in FORMATS.items():
        assert form.module.endswith(f".{name.replace('-', '_')}")
        assert form.summary
        assert callable(importlib.import_module(form.module).open_report)


def test_progress_is_one_line_that_goes_away() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 4, enabled=True)
    for _ in range(4):
        progress.step()
        progress.clear()
    assert "3 of 4" in stream.getvalue()
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_progress_that_is_off_writes_nothing() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 4, enabled=False)
    progress.step()
    progress.clear()
    assert stream.getvalue() == ""
