"""A whole site as one HTML page: a table that reads on a screen, on a phone and on paper, and can be sorted."""

from __future__ import annotations

from typing import TextIO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.escaping import attribute, content
from clinlint.reports.html.page import policy, read_part
from clinlint.reports.site_pages import SitePage, SitePages, signed
from clinlint.reports.summary import Summary

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>clinlint: site report</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>Site report</h1>
"""
_CLASSES = {"unedited machine translation": "machine", "no text": "errors"}


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return SiteHtmlReport(stream, look)


class SiteHtmlReport:
    """The page, written at the end."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._site = SitePages(look.history, look.likeness)
        self._full_page = look.full_page

    def begin(self) -> None:
        """Nothing can be said before the last page."""

    def add(self, result: LintResult) -> None:
        """Takes one page."""
        self._site.add(result)

    def finish(self, summary: Summary) -> None:
        """Writes the page."""
        pages = self._site.in_order()
        clean = sum(page.verdict == "clean" for page in pages)
        machine = sum(page.verdict == "unedited machine translation" for page in pages)
        told = f"{len(pages):,} pages, {clean:,} of them clean"
        told += f", {machine:,} read like unedited machine translation" if machine else ""
        mean = summary.score
        write = self._stream.write
        style, script = read_part("site.css"), read_part("site.js")
        write(_HEAD.format(policy=attribute(policy([style], [script])), style=style))
        write(f"<p>{told}. MQM-mapped score of all words together: {mean.quality:.1f}.{_trend(self._site)}</p>\n")
        write('<div class="wide"><table>\n<thead><tr><th scope="col" class="number">Score</th>')
        write('<th scope="col" class="number">Change</th><th scope="col">Verdict</th><th scope="col">Page</th>')
        write('<th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th>')
        write('<th scope="col" class="number">Words</th><th scope="col">Worst rules</th></tr></thead>\n<tbody>\n')
        for page in pages:
            write(_row(page, self._full_page))
        write("</tbody>\n</table></div>\n")
        if summary.failures:
            write("<h2>Could not be read</h2>\n<ul>\n")
            for failure in summary.failures:
                write(f"<li>{content(failure.message)}</li>\n")
            write("</ul>\n")
        write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def _trend(site: SitePages) -> str:
    return f" {site.trend}." if site.trend else ""


def _row(page: SitePage, full_page: str) -> str:
    score = "–" if page.score is None else f"{page.score:.1f}"
    change = signed(page.change).replace("-", "−")
    like = f"<small>nearly the same text as {content(page.like)}</small>" if page.like else ""
    told = attribute(f"Text and findings of {page.name}")
    full = (
        f'<small><a href="{attribute(full_page)}#file-{page.number}" aria-label="{told}">text and findings</a></small>'
    )
    worst = ", ".join(f"{content(rule)} ×{count}" for rule, count in page.worst)
    return (
        f'<tr><td class="number">{score}</td><td class="number">{change}</td>'
        f'<td class="{_CLASSES.get(page.verdict, page.verdict)}">{page.verdict}</td>'
        f'<td class="page">{_named(page)}{full if full_page else ""}{like}</td><td class="number">{page.errors:,}</td>'
        f'<td class="number">{page.warnings:,}</td><td class="number">{page.words:,}</td><td>{worst}</td></tr>\n'
    )


def _named(page: SitePage) -> str:
    if page.name.startswith(("http://", "https://")):
        return f'<a href="{attribute(page.name)}" rel="noreferrer">{content(page.name)}</a>'
    return content(page.name)
