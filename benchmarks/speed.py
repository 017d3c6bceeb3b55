"""Speed beside proselint, in one run on the same files: start-up, one page, a thousand pages, memory.

usage: python benchmarks/speed.py [--pages 1000] [--article FILE]

The pages are the fixture articles in turn, cut or repeated to about 3,600 characters (a usual clinic article), each
with a different first line so that nothing can be remembered from one to the next. Times are those of the processor, so
that other programs count as little as they can; for whole commands the clock's stand beside them. LanguageTool is off.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZE = 3600


def pages(count: int, article: Path | None) -> list[str]:
    """``count`` texts of about ``SIZE`` characters."""
    if article is not None:
        texts = [article.read_text(encoding="utf-8")]
    else:
        texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "fixtures/articles").glob("*.txt"))]
        texts = [(text * (SIZE // len(text) + 1))[:SIZE] for text in texts]
    return [f"Article {number}\n\n{texts[number % len(texts)]}" for number in range(count)]


def processor_time_of_children() -> float:
    """Seconds that ended child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command_line(what: str, command: Sequence[str], runs: int = 7) -> str:
    """The medians of a command: processor time and the clock's, after one run that compiles and keeps what it can.

    Installers compile Python's modules; so they are compiled here, whatever the environment says.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    spent, elapsed = [], []
    for _ in range(runs + 1):
        begin, used = time.perf_counter(), processor_time_of_children()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
        spent.append(1000 * (processor_time_of_children() - used))
        elapsed.append(1000 * (time.perf_counter() - begin))
    return f"{what:30}{statistics.median(spent[1:]):7.0f} ms ({statistics.median(elapsed[1:]):.0f} ms by the clock)"


def per_page(check: Callable[[str], object], texts: Sequence[str]) -> float:
    """Milliseconds a page, after three to warm up."""
    for text in texts[:3]:
        check(text)
    begin = time.process_time()
    for text in texts:
        check(text)
    return 1000 * (time.process_time() - begin) / len(texts)


def main() -> None:
    """Prints one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--article", type=Path)
    options = parser.parse_args()
    clinlint = [sys.executable, "-m", "clinlint"]
    page = str(ROOT / "fixtures/articles/varicose-veins.html")
    check = [*clinlint, "check", page, "--languagetool", "off"]
    print(command_line("clinlint --version", [*clinlint, "--version"]))
    print(command_line("clinlint check, one page", [*check, "--no-cache"]))
    print(command_line("the same again, kept", check))

    from clinlint import Linter

    texts = pages(options.pages, options.article)
    linter = Linter(languagetool="off")
    print(f"clinlint, {len(texts)} pages          {per_page(linter.check_text, texts):7.1f} ms a page")
    html = Path(page).read_bytes()
    html_pages = [html.replace(b"Varicose", b"Varicose%d" % number, 1) for number in range(options.pages)]
    per_html = per_page(lambda data: linter.check_bytes(data, media_type="text/html", name="page.html"), html_pages)
    print(f"clinlint, {len(texts)} HTML pages     {per_html:7.1f} ms a page")
    print(f"peak memory                   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        print("proselint is not installed: 'make benchmark' installs it")
        return
    CheckRegistry().register_many(__register__)
    few = texts[: max(10, options.pages // 10)]
    print(f"proselint, {len(few)} pages          {per_page(lambda t: LintFile('page', t).lint(), few):7.1f} ms a page")


if __name__ == "__main__":
    main()
