"""Many requests to one host: robots.txt, pauses, and tries again, against a real server and a clock of our own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from clinlint.errors import SourceError
from clinlint.sources.web.connections import Connections
from clinlint.sources.web.fetching import Fetched, Limits
from clinlint.sources.web.lanes import Lanes
from clinlint.sources.web.polite import Manners, PoliteFetcher, seconds_of
from end_to_end.clinic_site import HTML, Answer, Site, clinic


@dataclass
class Clock:
    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with clinic() as site:
        site.articles(3)
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fetcher(clock: Clock, **manners: object) -> PoliteFetcher:
    connections = Connections(allow_private=True)
    return PoliteFetcher(Limits(timeout=5.0), connections, Manners(**manners), lambda: clock.now, clock.sleep)  # type: ignore[arg-type]


def moody(answers: list[Answer]) -> object:
    left = iter(answers)
    return lambda _: next(left)


def test_two_requests_to_one_host_keep_their_distance(site: Site, clock: Clock) -> None:
    polite = fetcher(clock, delay=2.0)
    for number in range(3):
        polite.get(f"{site.address}/ear/{number}")
    assert clock.slept == [2.0, 2.0]


def test_robots_txt_is_read_once_and_kept(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /ear/2\nCrawl-delay: 7\n")
    polite = fetcher(clock, delay=1.0)
    polite.get(f"{site.address}/ear/0")
    polite.get(f"{site.address}/ear/1")
    with pytest.raises(SourceError, match="asks robots to leave this page alone"):
        polite.get(f"{site.address}/ear/2")
    assert clock.slept == [7.0]
    assert site.asked == ["/robots.txt", "/ear/0", "/ear/1"]


def test_rules_for_clinlint_go_before_rules_for_all(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow:\n\nUser-agent: clinlint\nDisallow: /\n")
    with pytest.raises(SourceError, match="leave this page alone"):
        fetcher(clock).get(f"{site.address}/ear/0")


def test_a_robots_txt_that_fails_closes_the_site_for_now(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    with pytest.raises(SourceError, match=r"robots.txt cannot be read \(status 503\), which closes the site for now; "):
        fetcher(clock).get(f"{site.address}/ear/0")
    assert fetcher(clock, robots=False).get(f"{site.address}/ear/0").status == 200


def test_a_robots_txt_that_fails_once_is_asked_for_again(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = moody([(503, {}, b""), (200, {}, b"User-agent: *\nDisallow: /ear/2\n")])  # type: ignore[assignment]
    polite = fetcher(clock, delay=0.0)
    assert polite.get(f"{site.address}/ear/0").status == 200
    with pytest.raises(SourceError, match="leave this page alone"):
        polite.get(f"{site.address}/ear/2")
    assert site.asked == ["/robots.txt", "/robots.txt", "/ear/0"]


def test_a_redirect_to_a_page_that_robots_txt_closes_is_not_followed(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    site.answers["/old"] = (301, {"Location": "/private/new"}, b"")
    with pytest.raises(SourceError, match="leave this page alone"):
        fetcher(clock).get(f"{site.address}/old")
    assert "/private/new" not in site.asked


def test_a_busy_server_is_asked_again_later_and_later(site: Site, clock: Clock) -> None:
    page = (200, HTML, b"<p>well</p>")
    site.answers["/busy"] = moody([(503, {}, b""), (500, {}, b""), page])  # type: ignore[assignment]
    assert fetcher(clock, delay=0.0, backoff=1.0).get(f"{site.address}/busy").data == b"<p>well</p>"
    first, second = clock.slept
    assert 0.8 <= first <= 1.2
    assert 1.6 <= second <= 2.4


def test_retry_after_is_obeyed(site: Site, clock: Clock) -> None:
    site.answers["/busy"] = moody([(429, {"Retry-After": "30"}, b""), (200, HTML, b"<p>well</p>")])  # type: ignore[assignment]
    fetcher(clock, delay=0.0).get(f"{site.address}/busy")
    assert clock.slept == [30.0]


def test_a_server_that_asks_for_an_hour_is_left(site: Site, clock: Clock) -> None:
    site.answers["/busy"] = (429, {"Retry-After": "3600"}, b"")
    with pytest.raises(SourceError, match="429"):
        fetcher(clock).get(f"{site.address}/busy")
    assert site.pages_asked() == ["/busy"]


def test_what_is_not_there_is_asked_for_once(site: Site, clock: Clock) -> None:
    with pytest.raises(SourceError, match="404"):
        fetcher(clock).get(f"{site.address}/none")
    assert site.pages_asked() == ["/none"]


def test_tries_come_to_an_end(site: Site, clock: Clock) -> None:
    site.answers["/busy"] = (503, {}, b"")
    with pytest.raises(SourceError, match="503"):
        fetcher(clock, tries=3).get(f"{site.address}/busy")
    assert len(site.pages_asked()) == 3


def test_retry_after_as_a_date() -> None:
    def now() -> float:
        return 1_767_225_600.0  # 2026-01-01, midnight

    assert seconds_of("Thu, 01 Jan 2026 00:01:30 GMT", now=now) == 90.0
    assert seconds_of("Wed, 31 Dec 2025 00:00:00 GMT", now=now) == 0.0
    assert seconds_of("soon", now=now) is None
    assert seconds_of("", now=now) is None


def test_a_robots_txt_without_end_counts_as_far_as_it_is_read(site: Site, clock: Clock) -> None:
    rules = b"User-agent: *\nDisallow: /ear/2\n" + b"# more\n" * 100_000
    site.answers["/robots.txt"] = (200, {}, rules)
    with pytest.raises(SourceError, match="leave this page alone"):
        fetcher(clock).get(f"{site.address}/ear/2")
    assert fetcher(clock).get(f"{site.address}/ear/1").status == 200


def test_a_rule_that_is_cut_at_the_limit_closes_nothing(site: Site, clock: Clock) -> None:
    rules = b"User-agent: *\n" + b"# more\n" * 70_000 + b"Disallow: /nose" + b"e" * 100_000
    site.answers["/robots.txt"] = (200, {}, rules)
    assert fetcher(clock).get(f"{site.address}/ear/1").status == 200


def test_a_robots_txt_that_redirects_in_a_circle_is_none(site: Site, clock: Clock) -> None:
    site.answers["/robots.txt"] = (302, {"Location": "/robots.txt"}, b"")
    assert fetcher(clock).get(f"{site.address}/ear/1").status == 200


def ask_eight_times(site: Site, delay: float) -> None:
    """Eight requests to one host, with a pause between two of them, or none."""
    with Connections(allow_private=True) as connections:
        polite = PoliteFetcher(Limits(timeout=60.0), connections, Manners(delay=delay))
        lanes: Lanes[int, Fetched] = Lanes(lambda n: polite.get(f"{site.address}/slow?{n}"), lambda _: "host")
        assert [fetched.status for fetched in lanes.results(range(8))] == [200] * 8


def test_a_host_with_a_pause_gets_one_request_at_a_time(site: Site) -> None:
    under_way: set[int] = set()
    most: list[int] = []

    def slow(_: Site) -> Answer:
        under_way.add(threading.get_ident())
        most.append(len(under_way))
        time.sleep(0.05)
        under_way.discard(threading.get_ident())
        return 200, HTML, b"<p>well</p>"

    site.answers["/slow"] = slow
    ask_eight_times(site, 0.001)
    assert max(most) == 1


def test_a_host_without_a_pause_gets_several_requests_at_once(site: Site) -> None:
    both = threading.Barrier(2)

    def together(_: Site) -> Answer:
        both.wait(60)  # Nobody is answered alone.
        return 200, HTML, b"<p>well</p>"

    site.answers["/slow"] = together
    ask_eight_times(site, 0.0)


def test_one_slow_host_does_not_keep_others_waiting() -> None:
    left = set(range(8))
    others_are_done = threading.Event()

    def work(task: str) -> str:
        host, _, number = task.partition("/")
        if host == "slow":
            assert others_are_done.wait(60)
        else:
            left.discard(int(number))
            if not left:
                others_are_done.set()
        return task

    tasks = [f"slow/{n}" for n in range(8)] + [f"quick/{n}" for n in range(8)]
    finished = Lanes(work, lambda task: task.partition("/")[0]).results(tasks)
    assert sorted(finished) == sorted(tasks)


def test_work_that_fails_is_told_after_what_was_under_way() -> None:
    def work(task: int) -> int:
        if task == 2:
            raise SourceError("the folder is full")
        return task

    results = Lanes(work, str).results(range(3))
    assert {next(results), next(results)} == {0, 1}
    with pytest.raises(SourceError, match="the folder is full"):
        next(results)
