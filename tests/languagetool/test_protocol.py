"""What a server may answer beside a result, over real connections on this machine."""

from __future__ import annotations

import time

import pytest

from clinlint.engines.languagetool.asking import Asker
from clinlint.engines.languagetool.backends import Gone, Pace, RemoteServer
from clinlint.engines.languagetool.batches import Batch, pieces_of
from clinlint.engines.languagetool.protocol import (
    Away,
    Connection,
    RateLimited,
    Refused,
    TooLarge,
    TooSlow,
    base_address,
)
from languagetool.false_server import GOOD, Answer, server

ONE = Batch(tuple(pieces_of(["A text."])))


def page(status: int, text: str, kind: str = "text/html") -> Answer:
    return status, {"Content-Type": kind}, text.encode()


@pytest.mark.parametrize(
    ("answer", "error", "says"),
    [
        (page(500, "<html>Oops</html>"), Refused, r"^it answered with HTTP 500$"),
        (page(400, "Error: Missing 'text' parameter.", "text/plain"), Refused, "HTTP 400: Error: Missing"),
        (page(200, "<html>Sign in</html>"), Refused, "text/html that is no JSON; is that address LanguageTool's"),
        (page(200, "[]", "application/json"), Refused, "JSON that is no result"),
        (page(200, "{}", "application/json"), Refused, "the answer holds no matches"),
        (page(200, '{"matches": [{}]}', "application/json"), Refused, "a match in the answer cannot be read"),
        (page(413, "Your text exceeds the limit of 10 characters"), TooLarge, "exceeds the limit"),
        (page(500, "Error: Checking took longer than 5.0 seconds", "text/plain"), TooSlow, "took longer"),
        (page(429, "slow down"), RateLimited, "fewer requests"),
        ((0, {}, b""), Away, "closed"),
    ],
)
def test_an_answer_that_is_no_result_is_told_apart(answer: Answer, error: type[Exception], says: str) -> None:
    with server(answer) as address:
        connection = Connection(address, 5.0)
        with pytest.raises(error, match=says):
            connection.check(ONE, "en-US")
        connection.close()


def test_a_server_that_does_not_answer_is_given_up() -> None:
    with server(GOOD, slow=5.0) as address:
        connection = Connection(address, 0.2)
        with pytest.raises(TooSlow):
            connection.check(ONE, "en-US")
        connection.close()


def test_nobody_there() -> None:
    connection = Connection("http://127.0.0.1:1", 2.0)
    with pytest.raises(Away, match="refused"):
        connection.check(ONE, "en-US")


def test_a_batch_that_is_too_large_is_split_until_it_fits() -> None:
    large = page(413, "too large")
    with server(large, GOOD, large, GOOD, GOOD) as address:
        asker = Asker(RemoteServer(address))
        outcome = asker.ask(Batch(tuple(pieces_of(["a", "b", "c"]))), "en-US").result()
        asker.close()
    assert set(outcome.found) == {0, 1, 2}
    assert not outcome.unanswered


def test_one_paragraph_that_never_fits_is_left_out_and_the_others_are_not() -> None:
    large = page(413, "too large")
    with server(large, large, GOOD) as address:
        asker = Asker(RemoteServer(address))
        outcome = asker.ask(Batch(tuple(pieces_of(["a", "b"]))), "en-US").result()
        asker.close()
    assert outcome.unanswered == {0: "a paragraph is too long for LanguageTool"}
    assert set(outcome.found) == {1}


def test_a_limit_is_waited_for() -> None:
    limited = (429, {"Retry-After": "0"}, b"")
    with server(limited, GOOD) as address:
        asker = Asker(RemoteServer(address), shortest_wait=0.01)
        assert asker.ask(ONE, "en-US").result().found == {0: ()}
        asker.close()


def test_an_error_page_ends_grammar_for_the_run() -> None:
    with server(page(502, "<html>Bad gateway</html>")) as address:
        asker = Asker(RemoteServer(address))
        with pytest.raises(Gone, match=r"gives no result: it answered with HTTP 502$"):
            asker.ask(ONE, "en-US").result()
        asker.close()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/v2"),
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081/v2"),
        ("https://lt.example/api/v2", "https://lt.example/api/v2"),
        ("https://lt.example/api/v2/check", "https://lt.example/api/v2"),
    ],
)
def test_addresses_are_taken_as_people_write_them(written: str, meant: str) -> None:
    assert base_address(written) == meant


def test_the_public_interface_is_asked_slowly_by_one() -> None:
    assert RemoteServer("https://api.languagetool.org/v2").workers == 1
    assert RemoteServer("https://api.languagetool.org/v2").batch < 10_000
    assert RemoteServer("https://lt.example").workers == 2


def test_pace_keeps_both_limits() -> None:
    pace = Pace(requests=2, characters=100, minute=0.3)
    begin = time.monotonic()
    for _ in range(3):
        pace.wait(10)
    assert time.monotonic() - begin >= 0.29
    begin = time.monotonic()
    pace.wait(95)
    assert time.monotonic() - begin >= 0.2
