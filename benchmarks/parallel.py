"""Many files: one process against a pool, and a run that finds its results kept.

    python benchmarks/parallel.py [--files 2000] [--jobs 2] [--rounds 1]

The articles are the fixtures over and over, each with a paragraph of its own, so that no two are alike. Every run
must write the same bytes. On a machine that others use too, compare the best of several rounds.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
WORDS = ("clinic", "advises", "rest", "walking", "water", "fruit", "sleep", "care", "gentle", "daily", "pressure")


def write_articles(folder: Path, number: int) -> None:
    """Writes so many different articles."""
    masters = sorted(path for path in ARTICLES.iterdir() if path.suffix in (".html", ".md", ".txt"))
    chance = random.Random(1)
    for index in range(number):
        master = masters[index % len(masters)]
        own = " ".join(chance.choice(WORDS) for _ in range(30)).capitalize() + "."
        text = master.read_text(encoding="utf-8", errors="surrogateescape")
        if master.suffix == ".html":
            text = text.replace("</p>", f"</p>\n<p>{own}</p>", 1)
        else:
            text += f"\n\n{own}\n"
        (folder / f"{index:05}{master.suffix}").write_text(text, encoding="utf-8", errors="surrogateescape")


def run(folder: Path, cache: Path, *options: str) -> tuple[float, float, bytes]:
    """Seconds on the clock, seconds of all processes, and what was written."""
    command = [sys.executable, "-m", "clinlint", "check", str(folder), "--fail-on", "never", "--format", "jsonl"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--isolated", *options],
        stdout=subprocess.PIPE,
        env={**os.environ, "CLINLINT_CACHE": str(cache)},
        check=True,
    )
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, done.stdout


def main() -> None:
    """Prints seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "articles")
        folder.mkdir()
        write_articles(folder, arguments.files)
        best: dict[str, float] = {}
        written: set[bytes] = set()
        for number in range(arguments.rounds):
            cache = Path(name, f"cache-{number}")
            for label, options in (
                ("one process", ("--jobs", "1", "--no-cache")),
                ("pool", ("--jobs", arguments.jobs, "--no-cache")),
                ("pool, keeping", ("--jobs", arguments.jobs)),
                ("kept", ("--jobs", "1")),
            ):
                seconds, used, output = run(folder, cache, *options)
                best[label] = min(seconds, best.get(label, seconds))
                written.add(output)
                print(f"{label:>14}: {seconds:7.2f} s on the clock, {used:7.2f} s of processors", flush=True)
        print(f"pool against one process: {best['one process'] / best['pool']:.2f} times")
        print(f"kept against one process: {best['one process'] / best['kept']:.1f} times")
        print(f"kept against a pool that starts cold: {best['pool, keeping'] / best['kept']:.1f} times")
        print("the same bytes in every run" if len(written) == 1 else "NOT the same bytes in every run")


if __name__ == "__main__":
    main()
