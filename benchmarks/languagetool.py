"""Grammar beside LanguageTool itself, in one run on the same pages and the same warm server.

usage: python benchmarks/languagetool.py [--pages 100] [--rounds 3] [--texts FILE.jsonl]

LanguageTool must be installed ('clinlint languagetool install'). The pages are plain text of about 3,600 characters.
Without --texts (a file with one JSON object a line, its text under "text") they are made of the sentences of the
fixture articles, in another order with other numbers in each page, so that no paragraph comes twice and nothing is
remembered from one page to another.

Figures, medians of the rounds:
  two clients    every page is posted to the server as it is, by two clients with a connection each
  first run      'clinlint check' of the folder, nothing remembered: LanguageTool and all of clinlint's own rules
  grammar alone  the same with --select LT
  unchanged      'clinlint check' of the folder again, all rules
  one edit       'clinlint check' of one page in which one paragraph was changed
  without grammar   the same page without LanguageTool, nothing kept: what clinlint's own rules take
  its one edit   an edit again, with --select LT
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from clinlint.engines.languagetool.folders import user_folders
from clinlint.engines.languagetool.server.stop import stop_all
from clinlint.engines.languagetool.status import started, status_of
from clinlint.storage.folder import HOME

ROOT = Path(__file__).parents[1]
SIZE = 3600
PARAGRAPH = 5
CLIENTS = 2


def made_up(count: int) -> list[str]:
    """Pages of the fixtures' sentences."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures/articles").glob("*.txt")))
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n+", source) if len(s) > 40]
    order = random.Random(1)
    texts = []
    for number in range(count):
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < SIZE:
            chosen = order.sample(sentences, PARAGRAPH)
            paragraphs.append(" ".join(chosen) + f" See page {number} of part {len(paragraphs) + 10}.")
        texts.append("\n\n".join(paragraphs))
    return texts


def given(path: Path, count: int) -> list[str]:
    """Pages of the texts in a file."""
    texts: list[str] = []
    page: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        page.append(json.loads(line)["text"])
        if sum(map(len, page)) >= SIZE:
            texts.append("\n\n".join(page))
            page = []
    return texts[:count]


def post_all(url: str, texts: Sequence[str]) -> None:
    """Every page, one by one, by two clients."""

    def client(part: Sequence[str]) -> None:
        connection = http.client.HTTPConnection(url.removeprefix("http://"))
        for text in part:
            connection.request("POST", "/v2/check", urlencode({"text": text, "language": "en-US"}).encode(), HEADERS)
            json.loads(connection.getresponse().read())
        connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, [texts[number::CLIENTS] for number in range(CLIENTS)]))


ALONE = ("--languagetool", "off", "--no-cache")
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def seconds(action: Callable[[], object]) -> float:
    """How long it takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def check(*arguments: str) -> None:
    """The command, as a process of its own."""
    run = [
        sys.executable,
        "-m",
        "clinlint",
        "check",
        *arguments,
        "--fail-on",
        "never",
        "--isolated",
        "--format",
        "jsonl",
    ]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)


def forget() -> None:
    """Removes what is remembered."""
    for path in user_folders().cache.glob("*.sqlite*"):
        path.unlink()


def measure(texts: Sequence[str], folder: Path, rounds: int) -> dict[str, float]:
    """Medians by the name of the figure, in seconds."""
    server = started(None, None)
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    post_all(server.url, texts)
    check(str(folder))
    figures: dict[str, list[float]] = {}
    page = folder / "000.txt"
    for number in range(rounds):
        figures.setdefault("two clients", []).append(seconds(lambda: post_all(server.url, texts)))
        forget()
        figures.setdefault("first run", []).append(seconds(lambda: check(str(folder))))
        figures.setdefault("unchanged", []).append(seconds(lambda: check(str(folder))))
        page.write_text(page.read_text(encoding="utf-8") + f" They goes to round {number}.", encoding="utf-8")
        figures.setdefault("one edit", []).append(seconds(lambda: check(str(page))))
        figures.setdefault("without grammar", []).append(seconds(lambda: check(str(page), *ALONE)))
        forget()
        figures.setdefault("grammar alone", []).append(seconds(lambda: check(str(folder), "--select", "LT")))
        page.write_text(page.read_text(encoding="utf-8") + " They goes again.", encoding="utf-8")
        figures.setdefault("its one edit", []).append(seconds(lambda: check(str(page), "--select", "LT")))
    for state, memory in status_of(user_folders()).servers:
        if state.url == server.url:
            print(f"the server's memory  {memory / 1e6:7.0f} MB")
    return {name: statistics.median(times) for name, times in figures.items()}


def main() -> None:
    """Prints one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    texts = given(options.texts, options.pages) if options.texts else made_up(options.pages)
    installations = user_folders().installations
    # A home of its own: what the user has remembered stays, and no other server is in the way.
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        Path(home, "languagetool").symlink_to(installations, target_is_directory=True)
        os.environ[HOME] = home
        try:
            figures = measure(texts, Path(folder), options.rounds)
        finally:
            stop_all(user_folders())
    print(f"pages                {len(texts):7} ({sum(map(len, texts)) / len(texts):,.0f} characters each)")
    for name, value in figures.items():
        print(f"{name:<20} {value:7.2f} s")
    print(f"first run / two clients  {figures['first run'] / figures['two clients']:.2f}")
    print(f"first run / unchanged    {figures['first run'] / figures['unchanged']:.0f}")


if __name__ == "__main__":
    main()
