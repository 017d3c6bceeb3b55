"""How much of the recall on pages that were read may be expected on pages that nobody read.

usage: CLINLINT_EVAL_DATA=FOLDER python benchmarks/quality/transfer.py [--single]

The pack entries were written beside ``interference/attested.tsv``, so recall there flatters them. Each report is laid
at the door of its detector (a pack entry, or a rule where no entry spoke), and a row counts as transferable only when a
detector found it that also reports something on another page. Detectors that know one page only are what a new page
will miss: as Good and Turing have it, the share of finds that one page alone accounts for is the share that an unseen
page will not see. ``--single`` lists those detectors.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from clinlint import Linter
from clinlint.model.diagnostic import Severity

FAMILIES = ("MT", "ST", "TY")


@dataclass(frozen=True)
class Row:
    """A fault of a page, and the detectors that reported something in it."""

    page: str
    quote: str
    category: str
    detectors: frozenset[str]


def rows(path: Path) -> list[Row]:
    """The attested faults, each linted alone with its source language."""
    linters: dict[str | None, Linter] = {}
    found = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            language = row["source_lang"] if len(row["source_lang"]) == 2 else None
            linter = linters.setdefault(language, Linter(languagetool="off", source_language=language))
            shown = [
                d
                for d in linter.check_text(row["quote"]).diagnostics
                if d.severity is not Severity.INFO and d.rule.startswith(FAMILIES)
            ]
            names = frozenset(str(d.data.get("entry", d.rule)) for d in shown)
            found.append(Row(row["url"], row["quote"], row["category"], names))
    return found


def pages_by_detector(faults: list[Row]) -> dict[str, set[str]]:
    """The pages on which each detector reports something."""
    pages: dict[str, set[str]] = defaultdict(set)
    for fault in faults:
        for detector in fault.detectors:
            pages[detector].add(fault.page)
    return pages


def main() -> None:
    """Prints the share found, and the share that more than one page supports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--single", action="store_true", help="list the detectors that know one page only")
    options = parser.parse_args()
    folder = os.environ.get("CLINLINT_EVAL_DATA")
    if not folder:
        sys.exit("CLINLINT_EVAL_DATA names no folder with interference/attested.tsv: nothing was measured")
    faults = rows(Path(folder) / "interference/attested.tsv")
    pages = pages_by_detector(faults)
    shared = {detector for detector, where in pages.items() if len(where) > 1}
    found = [fault for fault in faults if fault.detectors]
    transferable = [fault for fault in found if fault.detectors & shared]
    every = {fault.page for fault in faults}
    print(f"detectors that reported something: {len(pages)}, on two or more pages: {len(shared)}")
    for name, kept in (("found", found), ("found by a detector that knows another page", transferable)):
        hit = {fault.page for fault in kept}
        print(
            f"{name}: {len(kept)}/{len(faults)} rows ({len(kept) / len(faults):.1%}), "
            f"{len(hit)}/{len(every)} pages ({len(hit) / len(every):.1%})"
        )
    if options.single:
        for fault in found:
            if not fault.detectors & shared:
                print(f"  {', '.join(sorted(fault.detectors))}: {fault.quote}")


if __name__ == "__main__":
    main()
