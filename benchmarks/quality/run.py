"""Quality figures: recall on the project's own articles, and alarms on good text where such text is at hand.

usage: python benchmarks/quality/run.py [--write-figures]

With ``CLINLINT_EVAL_DATA`` naming a folder of evaluation sets (``clean/clean.jsonl``, ``mt/*.jsonl``,
``interference/attested.tsv`` …) these are measured too. ``--write-figures`` then stores how often each rule raised an
alarm on good text in ``rules/clinlint_rules/figures.json``, which ``clinlint rule CODE`` shows.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clinlint import Linter
from clinlint.model.diagnostic import Diagnostic, Severity
from clinlint.model.rule import Rule
from clinlint.run.registry import installed_rules

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "rules/clinlint_rules/figures.json"
WORD = re.compile(r"[A-Za-z][\w'’-]*")
GRAMMAR = os.environ.get("CLINLINT_EVAL_LANGUAGETOOL", "off")
"""``off``, ``auto`` or the address of a server: whether grammar is measured too."""

GOOD = {"bio-mqm-reference", "mlqe-pe-postedit", "medquad"}

sys.path.insert(0, str(ROOT / "fixtures"))
from build import twins  # noqa: E402 - a script beside the fixtures, not a package


@dataclass(frozen=True)
class Text:
    """One text of a set: ``severe`` is True when it holds an error that a professional marked major or critical."""

    text: str
    severe: bool = False


def lines(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def reported(linter: Linter, text: str) -> list[Diagnostic]:
    """Diagnostics that an editor sees by default."""
    found = linter.check_text(text).diagnostics
    return [d for d in found if d.severity is not Severity.INFO]


def own_articles(source_language: str | None) -> None:
    """Recall on the annotated articles in ``fixtures/translated``."""
    linter = Linter(languagetool=GRAMMAR, source_language=source_language)
    found = expected = stray = 0
    for path in sorted((ROOT / "fixtures/translated/annotated").iterdir()):
        twin = twins(path.read_text(encoding="utf-8"))
        found_here = reported(linter, twin.bad)
        marks = [(int(str(e["start"])), max(int(str(e["end"])), int(str(e["start"])) + 1)) for e in twin.expected]
        expected += len(marks)
        found += sum(any(d.start < end and start < max(d.end, d.start + 1) for d in found_here) for start, end in marks)
        stray += sum(
            not any(d.start < end and start < max(d.end, d.start + 1) for start, end in marks) for d in found_here
        )
    name = f"source language {source_language}" if source_language else "source language guessed"
    print(f"own translated articles, {name}: {found}/{expected} defects found ({found / expected:.0%}), {stray} stray")


def alarms(name: str, texts: Iterable[Text], linter: Linter) -> tuple[Counter[str], int]:
    """Reports by rule on good text, and its words."""
    by_rule: Counter[str] = Counter()
    words = 0
    for text in texts:
        words += len(WORD.findall(text.text))
        by_rule.update(d.rule for d in reported(linter, text.text))
    total = sum(by_rule.values())
    print(f"{name}: {total} reports in {words:,} words ({1000 * total / max(words, 1):.2f} per 1,000)")
    return by_rule, words


def severe_recall(name: str, texts: Iterable[Text], linter: Linter) -> None:
    """Share of texts with a severe error in which anything is reported."""
    severe = [text for text in texts if text.severe]
    hit = sum(bool(reported(linter, text.text)) for text in severe)
    print(f"{name}: {hit}/{len(severe)} texts with a severe error have a report ({hit / max(len(severe), 1):.1%})")


def attested(folder: Path) -> None:
    """Artefacts seen on real pages, and good English that looks like them."""
    linters: dict[str | None, Linter] = {}
    pages: dict[str, bool] = {}
    rows = hit = 0
    with (folder / "attested.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            language = row["source_lang"] if len(row["source_lang"]) == 2 else None
            linter = linters.setdefault(language, Linter(languagetool=GRAMMAR, source_language=language))
            found = bool(reported(linter, row["quote"]))
            rows, hit = rows + 1, hit + found
            pages[row["url"]] = pages.get(row["url"], False) or found
    print(f"artefacts of real pages: {hit}/{rows} ({hit / rows:.1%}), pages hit {sum(pages.values())}/{len(pages)}")
    linter = Linter(languagetool=GRAMMAR, source_language="tr")
    with (folder / "lookalikes.tsv").open(encoding="utf-8") as file:
        phrases = [row["phrase"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    wrong = sum(bool(reported(linter, phrase)) for phrase in phrases)
    print(f"look-alikes reported: {wrong}/{len(phrases)} ({wrong / len(phrases):.2%})")


def evaluation_sets(data: Path, write: bool) -> None:
    """The sets in ``data``."""
    linter = Linter(languagetool=GRAMMAR)
    clean = [Text(str(row["text"])) for row in lines(data / "clean/clean.jsonl")]
    corrected = [Text(str(row["text"])) for row in lines(data / "mt/clean.jsonl")]
    first, first_words = alarms("good medical English", clean, linter)
    second, second_words = alarms("translations corrected by people", corrected, linter)
    for code, count in (first + second).most_common(12):
        print(f"    {code} {count}")
    mt = [Text(str(row["text"]), _is_severe(row)) for row in lines(data / "mt/mt.jsonl")]
    severe_recall("medical machine translation", mt, linter)
    turkish = list(lines(data / "mt/turkish.jsonl"))
    for system in ("argos", None):
        translated = [
            Text(str(r["text"])) for r in turkish if r["origin"] == "flores-tr" and system in (None, r["system"])
        ]
        alarms(f"Turkish to English, {system or 'all systems'}", translated, linter)
    alarms(
        "the same in the original English",
        [Text(str(r["text"])) for r in turkish if r["origin"] != "flores-tr"],
        linter,
    )
    attested(data / "interference")
    if write:
        store(installed_rules(), first + second, first_words + second_words)


def _is_severe(row: dict[str, object]) -> bool:
    spans = row["spans"]
    return isinstance(spans, list) and any(span["severity"] in {"major", "critical"} for span in spans)


def store(rules: Iterable[Rule], by_rule: Counter[str], words: int) -> None:
    """Writes the alarms of every rule on good text."""
    figures = {
        "words": words,
        "text": "patient information of US and British public bodies (MedQuAD, NHS.UK, US National Cancer Institute), "
        "and medical translations written or corrected by people (Biomedical MQM, MLQE-PE)",
        "alarms": {rule.meta.code: by_rule[rule.meta.code] for rule in rules},
    }
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"written to {FIGURES.relative_to(ROOT)}")


def main() -> None:
    """Prints one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write-figures", action="store_true")
    options = parser.parse_args()
    own_articles(None)
    own_articles("tr")
    data = os.environ.get("CLINLINT_EVAL_DATA")
    if data:
        evaluation_sets(Path(data), options.write_figures)
    else:
        print("CLINLINT_EVAL_DATA names no folder: the evaluation sets were not measured")


if __name__ == "__main__":
    main()
