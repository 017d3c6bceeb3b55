"""Readability figures as a table for people, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from clinlint.model.reading import FEWEST_WORDS
from clinlint.reports.cells import visible, width_of
from clinlint.reports.closing import READERS
from clinlint.reports.style import Style
from clinlint.run.figures import ArticleFigures, Figures

COLUMNS = ("words", "sentences", "words/sentence", "grade", "FK", "SMOG", "D-Chall", "Flesch", "difficult", "minutes")
LEGEND = (
    "grade: clinlint's; FK: Flesch-Kincaid; D-Chall: Dale-Chall; Flesch: reading ease (100 is easy); difficult: words "
    "that are not on the Dale-Chall list"
)
WIDEST = 44
NARROWEST = 5
ARTICLE, INTRODUCTION, NAMELESS = "whole article", "(before the first heading)", "(a heading without text)"


def record(figures: Figures) -> dict[str, Any]:
    """The figures by name; rounded to two places, None for SMOG of fewer than 30 sentences."""
    counts, scores = figures.counts, figures.scores
    return {
        "words": counts.words,
        "sentences": counts.sentences,
        "words_per_sentence": round(counts.words_per_sentence, 2),
        "syllables_per_word": round(counts.syllables_per_word, 2),
        "polysyllables": counts.polysyllables,
        "difficult_words": counts.difficult,
        "difficult_percent": round(counts.share(counts.difficult), 2),
        "minutes": round(figures.level.minutes, 2),
        "grade": round(figures.level.grade, 2),
        "highest_grade": figures.level.audience.highest_grade,
        "flesch_kincaid": round(scores.flesch_kincaid, 2),
        "flesch_ease": round(scores.flesch_ease, 2),
        "smog": None if scores.smog is None else round(scores.smog, 2),
        "dale_chall": round(scores.dale_chall, 2),
        "gunning_fog": round(scores.gunning_fog, 2),
        "coleman_liau": round(scores.coleman_liau, 2),
        "automated_readability": round(scores.automated, 2),
        "lix": round(scores.lix, 2),
    }


def title_of(figures: Figures, *, whole: bool) -> str:
    """What a row is called."""
    if whole:
        return ARTICLE
    return figures.heading or (INTRODUCTION if figures.line is None else NAMELESS)


def figures_as_json(articles: Iterable[ArticleFigures]) -> str:
    """A list of articles: path, audience, the article's figures and those of its sections."""
    return json.dumps([_article_record(article) for article in articles], indent=2, ensure_ascii=False) + "\n"


def _article_record(article: ArticleFigures) -> dict[str, Any]:
    return {
        "path": article.name,
        "audience": article.article.level.audience.value if article.article else None,
        "article": record(article.article) if article.article else None,
        "sections": [{"heading": s.heading, "line": s.line, **record(s)} for s in article.sections],
    }


def figures_as_csv(articles: Iterable[ArticleFigures]) -> str:
    """A row for every article (with an empty heading and line) and every section."""
    rows = [
        {
            "path": article.name,
            "part": "article" if whole else "section",
            "line": f.line,
            "heading": f.heading,
            **record(f),
        }
        for article in articles
        for whole, f in _parts(article)
    ]
    return as_csv(rows)


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows with the same keys, under a line of keys; what a spreadsheet would run as a formula is made text."""
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _harmless(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def figures_as_text(articles: Iterable[ArticleFigures], style: Style) -> str:
    """A table for every article, its sections below it."""
    lines: list[str] = []
    for article in articles:
        lines += ["", *_table(article, style)] if lines else _table(article, style)
    return "\n".join([*lines, "", style(LEGEND, "dim")]) + "\n"


def _parts(article: ArticleFigures) -> Iterator[tuple[bool, Figures]]:
    if article.article is not None:
        yield True, article.article
    for section in article.sections:
        yield False, section


def _table(article: ArticleFigures, style: Style) -> Iterator[str]:
    yield style(visible(article.name), "bold")
    if article.article is None:
        yield "  no running text in English"
        return
    rows = [(title_of(figures, whole=whole), figures) for whole, figures in _parts(article)]
    names = [_cut(name) for name, _ in rows]
    width = max(width_of(name) for name in names)
    yield "  " + " " * width + "  " + "  ".join(f"{column:>{NARROWEST}}" for column in COLUMNS)
    for name, (_, figures) in zip(names, rows, strict=True):
        pairs = zip(_values(figures), COLUMNS, strict=True)
        values = "  ".join(f"{value:>{max(NARROWEST, len(column))}}" for value, column in pairs)
        row = "  " + name + " " * (width - width_of(name)) + "  " + values
        yield style(row, "yellow") if figures.level.is_too_hard else row
    level = article.article.level
    yield f"  grade {level.audience.highest_grade:g} at most for {READERS[level.audience]}"
    if any(not figures.level.is_sample for _, figures in rows):
        yield f"  * fewer than {FEWEST_WORDS} words: the grade says little"


def _values(figures: Figures) -> tuple[str, ...]:
    counts, scores = figures.counts, figures.scores
    return (
        f"{counts.words:,}",
        f"{counts.sentences:,}",
        f"{counts.words_per_sentence:.1f}",
        f"{figures.level.grade:.1f}" + ("" if figures.level.is_sample else "*"),
        f"{scores.flesch_kincaid:.1f}",
        "-" if scores.smog is None else f"{scores.smog:.1f}",
        f"{scores.dale_chall:.1f}",
        f"{scores.flesch_ease:.0f}",
        f"{counts.share(counts.difficult):.0f} %",
        f"{figures.level.minutes:.1f}",
    )


def _cut(text: str) -> str:
    text = visible(text)
    while width_of(text) > WIDEST:
        text = text[: len(text) - 2] + "…"
    return text
