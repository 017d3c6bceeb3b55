"""``clinlint review`` answers its own page and nobody else."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from browser.reviewing import written
from browser.serving import Served, review_of
from end_to_end.terminal import clinlint


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with review_of(written(tmp_path)) as open_review:
        yield open_review


def ask(
    served: Served, method: str, path: str | None = None, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """The answer to a request that is the page's own but for what is given."""
    parts = urlsplit(served.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    own = {"Host": parts.netloc, "Origin": f"http://{parts.netloc}", "Content-Type": "application/json"}
    sent = {**own, **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, parts.path if path is None else path, body, sent)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def test_the_page_comes_with_a_policy_and_is_kept_nowhere(served: Served) -> None:
    status, headers, body = ask(served, "GET")
    assert status == 200
    assert b"connect-src &#39;self&#39;" in body
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("host", ["clinic.example", "localhost", "127.0.0.1", "[::1]"])
def test_another_host_name_gets_nothing(served: Served, host: str) -> None:
    assert ask(served, "GET", Host=host)[0] == 403
    assert ask(served, "POST", f"{urlsplit(served.address).path}finish", b"{}", Host=host)[0] == 403
    assert served.process.poll() is None


@pytest.mark.parametrize("path", ["/", "/index.html", "/wrong/", "//", "/%00/", "/wrong/decisions"])
def test_without_the_secret_there_is_nothing(served: Served, path: str) -> None:
    assert ask(served, "GET", path)[0] == 404
    assert ask(served, "POST", path, b"{}")[0] == 404


@pytest.mark.parametrize("origin", ["https://clinic.example", "null", "http://127.0.0.1", ""])
def test_a_page_of_another_site_changes_nothing(served: Served, tmp_path: Path, origin: str) -> None:
    body = json.dumps({"version": 1, "files": []}).encode()
    assert ask(served, "POST", f"{urlsplit(served.address).path}decisions", body, Origin=origin)[0] == 403
    assert not (tmp_path / "bleeding.decisions.json").exists()


def test_other_kinds_and_sizes_are_refused(served: Served) -> None:
    path = f"{urlsplit(served.address).path}decisions"
    assert ask(served, "POST", path, b"{}", Content_Type="text/plain")[0] == 415
    assert ask(served, "POST", path, b"", Content_Length="999999999999")[0] == 413
    assert ask(served, "POST", path, b"", Content_Length="-1")[0] == 413
    assert ask(served, "POST", f"{path}/../../etc", b"{}")[0] == 404
    assert ask(served, "PUT", path, b"{}")[0] == 501


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"{", "not valid JSON"),
        (b"{}", "no file of decisions"),
        (
            json.dumps(
                {"version": 1, "files": [{"path": "x", "digest": "sha256:" + "0" * 64, "decisions": []}]}
            ).encode(),
            "made for another text",
        ),
    ],
)
def test_what_is_no_review_of_this_article_is_told_and_not_kept(
    served: Served, tmp_path: Path, body: bytes, told: str
) -> None:
    status, _, answer = ask(served, "POST", f"{urlsplit(served.address).path}decisions", body)
    assert status == 200
    assert told in json.loads(answer)["problem"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bleeding.html"]


def test_an_article_that_changed_meanwhile_is_left_alone_and_called_by_its_name(served: Served, tmp_path: Path) -> None:
    (tmp_path / "bleeding.html").write_text("other words", encoding="utf-8")
    article = {"version": 1, "files": []}
    _, _, answer = ask(served, "POST", f"{urlsplit(served.address).path}corrected", json.dumps(article).encode())
    problem = json.loads(answer)["problem"]
    assert problem.startswith("bleeding.html: the article has changed since the review began; nothing was written.")
    assert (tmp_path / "bleeding.html").read_text(encoding="utf-8") == "other words"


def test_the_page_can_end_the_review(served: Served) -> None:
    assert ask(served, "POST", f"{urlsplit(served.address).path}finish", b"{}")[0] == 200
    assert "Nothing was decided, and nothing was written." in served.ended()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gone.html",), "gone.html"),
        (("-",), "save the article as one first"),
        (("https://clinic.example/a",), "save the article as one first"),
        (("folder",), "name the file"),
        (("bleeding.html", "--in-place", "-o", "x.html"), "contradict each other"),
        (("bleeding.html", "-o", ""), "--output: the name is empty; name a file, or leave --output out"),
        (("bleeding.html", "--decisions", ""), "--decisions: the name is empty"),
        (("bleeding.html", "-o", "bleeding.html"), "say --in-place to change it"),
        (("bleeding.html", "-o", "nowhere/x.html"), "the folder nowhere does not exist"),
        (("bleeding.html", "-o", "folder"), "folder: this is a folder; name a file in it"),
        (("bleeding.html", "-o", "x.json", "--decisions", "./x.json"), "keep the decisions in a file of their own"),
        (("bleeding.html", "--decisions", "bleeding.html"), "keep the decisions in a file of their own"),
        (("bleeding.html", "--decisions", "old.json"), "made for another text than bleeding.html holds now"),
        (("bleeding.html", "--decisions", "broken.json"), "not valid JSON"),
    ],
)
def test_wrong_use_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    written(tmp_path)
    (tmp_path / "folder").mkdir()
    old = {"version": 1, "files": [{"path": "x", "digest": "sha256:" + "0" * 64, "decisions": []}]}
    (tmp_path / "old.json").write_text(json.dumps(old))
    (tmp_path / "broken.json").write_text("{")
    done = clinlint("review", *arguments, "--isolated", "--no-browser", "--languagetool", "off", folder=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_page_opens_in_the_persons_own_browser(tmp_path: Path) -> None:
    article = written(tmp_path)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\nkill -INT "$PPID"\n')
    browser.chmod(0o755)
    options = ("--isolated", "--languagetool", "off")
    done = clinlint("review", article.name, *options, folder=tmp_path, BROWSER=f"{browser} %s")
    assert (tmp_path / "opened").read_text().strip() in done.stdout
