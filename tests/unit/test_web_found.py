"""Which of the pages that lists name are taken, how many are expected, and what is told of a run under way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count

from clinlint.cli.progress import Fetching
from clinlint.sources.web.found import Batch, Filter, Found, Selection, in_turn


def batch(*names: int, further: int = 0) -> Batch:
    return Batch([Found(f"https://clinic.example/{name}") for name in names], further)


def test_a_list_whose_end_is_known_says_how_many_pages_there_are() -> None:
    selection = Selection([batch(1, 2, 3, 2)], Filter(exclude=("*/3",)))
    pages = iter(selection)
    assert next(pages).url == "https://clinic.example/1"
    assert (selection.expected, selection.exact) == (2, True)
    assert [page.url for page in pages] == ["https://clinic.example/2"]
    assert selection.expected == 2


def test_what_is_not_read_yet_is_taken_to_pass_as_often_as_what_was() -> None:
    selection = Selection([batch(1, 2, 3, 4, further=100), batch(5, 6)], Filter(exclude=("*/2", "*/4")))
    pages = iter(selection)
    next(pages)
    assert (selection.expected, selection.exact) == (52, False)
    assert len(list(pages)) == 3
    assert (selection.expected, selection.exact) == (4, True)


def test_a_limit_bounds_what_is_expected() -> None:
    selection = Selection([batch(1, 2, 3, further=100)], Filter(limit=2))
    pages = iter(selection)
    next(pages)
    assert (selection.expected, selection.exact) == (2, True)
    assert len(list(pages)) == 1


def test_lists_are_opened_at_once_and_read_when_there_is_need() -> None:
    read: list[str] = []

    def pages(name: str, start: int) -> Iterator[Batch]:
        for number in range(2):
            read.append(f"{name}{number}")
            yield batch(start + number, further=1 - number)

    batches = in_turn([pages("a", 0), iter(()), pages("b", 10)])
    assert next(batches).further == 3
    assert read == ["a0", "b0"]
    assert [each.further for each in batches] == [2, 2, 1, 0]
    assert read == ["a0", "b0", "a1", "b1"]


def shown(steps: int, expected: int, *, seconds: float, exact: bool = True) -> str:
    stream = io.StringIO()
    line = Fetching(stream, enabled=True, clock=(seconds * tick for tick in count()).__next__)
    for _ in range(steps):
        line.step(expected, exact=exact)
    return stream.getvalue().rpartition("\x1b[K")[2]


def test_rate_and_time_left_are_told_where_the_number_of_pages_is_known() -> None:
    assert shown(10, 40, seconds=1.0) == "10 of 40 pages, 1.0 a second, about 30 s left"
    assert shown(10, 1_510, seconds=1.0, exact=False) == "10 of about 1,510 pages, 1.0 a second, about 25 min left"
    assert shown(10, 12_010, seconds=1.0).endswith("about 3 h 20 min left")
    assert shown(40, 40, seconds=1.0) == "40 of 40 pages"
    assert shown(1, 1, seconds=1.0) == "1 of 1 page"


def test_pages_that_an_earlier_run_fetched_say_nothing_of_the_rate() -> None:
    ticks = iter([*([0.0] * 200), *(float(second) for second in range(1, 61))])
    stream = io.StringIO()
    line = Fetching(stream, enabled=True, clock=ticks.__next__)
    for _ in range(259):
        line.step(319, exact=True)
    assert stream.getvalue().endswith("259 of 319 pages, 1.0 a second, about 60 s left")
