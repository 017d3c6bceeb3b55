"""What changed between two versions of an article, as text, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clinlint.reports.cells import visible
from clinlint.reports.figures import as_csv, record, title_of
from clinlint.reports.style import Style
from clinlint.run.figures import ArticleFigures, Figures

HIGHER_IS_EASIER = frozenset({"flesch_ease"})
JUDGED = (
    "words_per_sentence",
    "syllables_per_word",
    "difficult_percent",
    "grade",
    "flesch_kincaid",
    "flesch_ease",
    "smog",
    "dale_chall",
    "gunning_fog",
    "coleman_liau",
    "automated_readability",
    "lix",
)
"""Figures of which one direction is easier to read; ``HIGHER_IS_EASIER`` names those where it is up."""

COUNTED = ("words", "sentences", "minutes")


@dataclass(frozen=True, slots=True)
class Pair:
    """An article or section in the old and the new version; None where it is missing."""

    title: str
    old: Figures | None
    new: Figures | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one article."""

    old_name: str
    new_name: str
    article: Pair
    sections: tuple[Pair, ...]


def compared(old: ArticleFigures, new: ArticleFigures) -> Comparison:
    """The two with their sections paired by heading, in the new version's order, then what it lacks."""
    waiting: dict[str, list[Figures]] = {}
    for section in old.sections:
        waiting.setdefault(section.heading.casefold(), []).append(section)
    pairs = []
    for section in new.sections:
        known = waiting.get(section.heading.casefold())
        pairs.append(Pair(title_of(section, whole=False), known.pop(0) if known else None, section))
    left = {id(section) for sections in waiting.values() for section in sections}
    pairs += [Pair(title_of(s, whole=False), s, None) for s in old.sections if id(s) in left]
    return Comparison(old.name, new.name, Pair("whole article", old.article, new.article), tuple(pairs))


def comparison_as_json(comparison: Comparison) -> str:
    """Old and new figures and the change, for the article and its sections."""
    value = {
        "old": comparison.old_name,
        "new": comparison.new_name,
        "article": _record(comparison.article),
        "sections": [{"heading": pair.title, **_record(pair)} for pair in comparison.sections],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _record(pair: Pair) -> dict[str, Any]:
    old = record(pair.old) if pair.old else None
    new = record(pair.new) if pair.new else None
    change = dict(_changes(old, new)) if old and new else None
    return {"old": old, "new": new, "change": change}


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, float | None]]:
    for key in (*COUNTED, *JUDGED):
        both = old[key] is not None and new[key] is not None
        yield key, round(new[key] - old[key], 2) if both else None


def comparison_as_csv(comparison: Comparison) -> str:
    """A row for every figure of the article and of each section."""
    rows = [
        {"part": pair.title, "figure": key, **values}
        for pair in (comparison.article, *comparison.sections)
        for key, values in _rows(pair)
    ]
    return as_csv(rows)


def _rows(pair: Pair) -> Iterator[tuple[str, dict[str, Any]]]:
    old = record(pair.old) if pair.old else {}
    new = record(pair.new) if pair.new else {}
    changes = dict(_changes(old, new)) if old and new else {}
    for key in (*COUNTED, *JUDGED):
        yield key, {"old": old.get(key), "new": new.get(key), "change": changes.get(key)}


def comparison_as_text(comparison: Comparison, style: Style) -> str:
    """The article's figures side by side, then the grade of each section."""
    lines = [style(f"{visible(comparison.old_name)} → {visible(comparison.new_name)}", "bold")]
    lines.append(f"  {'':<24}{'old':>10}{'new':>10}{'change':>10}")
    for key, values in _rows(comparison.article):
        numbers = "".join(f"{_shown(values[name], signed=name == 'change'):>10}" for name in ("old", "new", "change"))
        name = key.replace("_", " ")
        lines.append(f"  {name:<24}{numbers}{_verdict(key, values['change'], style)}")
    if comparison.sections:
        lines += ["", style("Grade by section", "bold"), *(_section(pair, style) for pair in comparison.sections)]
    return "\n".join(lines) + "\n"


def _section(pair: Pair, style: Style) -> str:
    if pair.old is None or pair.new is None:
        present = pair.old or pair.new
        grade = f"{present.level.grade:.1f}" if present else ""
        return f"  {'gone' if pair.new is None else 'new':>5} {grade:>6}  {visible(pair.title)}"
    change = round(pair.new.level.grade - pair.old.level.grade, 2)
    grades = f"{pair.old.level.grade:>5.1f} {pair.new.level.grade:>6.1f}"
    return f"  {grades}  {visible(pair.title)}{_verdict('grade', change, style)}"


def _shown(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return "-"
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
    return f"+{shown}" if signed and value > 0 else shown


def _verdict(key: str, change: float | None, style: Style) -> str:
    if key not in JUDGED or not change:
        return ""
    easier = (change > 0) == (key in HIGHER_IS_EASIER)
    return "  " + (style("easier", "green") if easier else style("harder", "yellow"))
