"""Collects the articles of a run, and writes the page when the last one is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from markupsafe import Markup

from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult
from clinlint.model.document import Document
from clinlint.model.languages import language_name
from clinlint.model.rule import Rule
from clinlint.reports import Look
from clinlint.reports.closing import grouped
from clinlint.reports.html.about import facts_of, title_of, verdict_of, verdict_of_all
from clinlint.reports.html.article import Article
from clinlint.reports.html.data import Record, data_file, data_script
from clinlint.reports.html.finding import SEVERITIES, finding_text
from clinlint.reports.html.marked_text import MarkedText
from clinlint.reports.html.numbered import FAMILIES, Numbered, numbered
from clinlint.reports.html.page import environment, filter_style, policy, read_part, read_script
from clinlint.reports.html.picture import Picture, picture_of
from clinlint.reports.html.rule_text import rule_text
from clinlint.reports.html.text import language_tag, one_line
from clinlint.reports.summary import Summary
from clinlint.review.identity import digest
from clinlint.run.portrait import portrait_of
from clinlint.version import VERSION


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the index."""

    anchor: str
    title: str
    path: str
    verdict: str
    kind: str
    score: str
    counts: tuple[tuple[str, str], ...]


class HtmlReport:
    """One page for a run.

    Args:
        stream: takes the page.
        look: how the report looks.
        review: what the page knows of the review that serves it; None for a page of its own.
    """

    def __init__(self, stream: TextIO, look: Look, review: Record | None = None) -> None:
        self._review = review
        self._stream = stream
        self._rules = look.rules
        self._summaries = {code: rule.meta.summary for code, rule in look.rules.items()}
        self._sections: list[str] = []
        self._entries: list[Entry] = []
        self._data: list[Record] = []
        self._found: Counter[tuple[str, str]] = Counter()
        self._used: dict[str, str] = {}
        self._next = 1

    def begin(self) -> None:
        """Nothing can be written before the last article: the page begins with what all come to."""

    def add(self, result: LintResult) -> None:
        """Takes one source."""
        items = list(numbered(result, self._next))
        self._next += len(items)
        documents = _documents(result)
        title, severities = title_of(result, documents), Counter(item.severity for item in items)
        has_words = result.score is None or result.score.words > 0
        kind, verdict = verdict_of(severities, items, has_words=has_words)
        anchor = f"file-{len(self._entries) + 1}"
        counts = tuple((name, f"{severities[name]:,}") for name in SEVERITIES if severities[name])
        score = f"{result.score.quality:.1f}" if result.score is not None and has_words else ""
        entry = Entry(anchor, title, one_line(result.source.name), verdict, kind, score, counts)
        self._entries.append(entry)
        self._count(items)
        self._data.append(data_file(result.source, documents, items))
        template = environment().get_template("file.html")
        self._sections.append(
            template.render(
                entry=entry,
                path=result.source.name.encode("utf-8", "replace").decode(),
                digest=digest(result.source),
                address=one_line(result.source.address),
                articles=_articles(documents, items, self._summaries),
                findings=[finding_text(i, result.source, self._summary(i.diagnostic.rule)) for i in items],
                rules=self._rules,
                facts=facts_of(result),
                pictures=_pictures(documents, result),
                severities=SEVERITIES,
            )
        )

    def finish(self, summary: Summary) -> None:
        """Writes the page."""
        filters = self._filters()
        styles = [
            read_part("page.css"),
            read_part("review.css"),
            filter_style({name: [box.value for box in boxes] for name, _, boxes in filters}),
        ]
        script, data = read_script(), Markup(data_script(self._data, self._review))  # noqa: S704 - escaped for its element
        kind, verdict = verdict_of_all(entry.kind for entry in self._entries)
        if len(self._entries) == 1:
            kind, verdict = self._entries[0].kind, self._entries[0].verdict
        page = environment().get_template("page.html")
        text = page.render(
            version=VERSION,
            policy=policy(styles, [script], served=self._review is not None),
            styles=styles,
            script=script,
            data=data,
            title=self._title(),
            kind=kind,
            verdict=verdict,
            entries=self._entries,
            sections=[Markup(section) for section in self._sections],  # noqa: S704 - rendered with escapes
            filters=filters,
            counts=[(name, SEVERITIES[name], self._found["severity", name]) for name in SEVERITIES],
            summary=summary,
            not_checked=[one_line(line) for line in grouped(summary.not_checked)],
            failures=[one_line(failure.message) for failure in summary.failures],
            crashes=[
                f"{one_line(name)}: {error.rule}: {one_line(error.message)}" for name, error in summary.internal_errors
            ],
            rules=[
                (code, name, self._rules.get(code), _page(self._rules.get(code)))
                for code, name in sorted(self._used.items())
            ],
            hidden=sum(summary.hidden.values()),
        )
        self._stream.write(text)

    def _summary(self, code: str) -> str:
        return self._summaries.get(code, self._used.get(code, code).replace("-", " "))

    def _count(self, items: list[Numbered]) -> None:
        for item in items:
            self._used.setdefault(item.diagnostic.rule, item.diagnostic.name)
            for name, value in (("severity", item.severity), ("family", item.family), ("language", item.language)):
                self._found[name, value] += 1

    def _filters(self) -> list[tuple[str, str, list[Box]]]:
        """The boxes of each filter, as far as there is something to choose."""
        names: dict[str, Mapping[str, str]] = {"severity": SEVERITIES, "family": FAMILIES}
        languages = sorted(value for name, value in self._found if name == "language")
        names["language"] = {value: language_name(value) if value else "No source word" for value in languages}
        titles = {"severity": "How serious", "family": "What about", "language": "Source language"}
        found = []
        for name, values in names.items():
            known = {**values, **{v: v for n, v in self._found if n == name and v not in values}}
            boxes = [Box(v, told, self._found[name, v]) for v, told in known.items() if self._found[name, v]]
            if len(boxes) > 1:
                found.append((name, titles[name], boxes))
        return found

    def _title(self) -> str:
        if len(self._entries) == 1:
            return self._entries[0].title
        return f"{len(self._entries):,} articles" if self._entries else "No article could be read"


@dataclass(frozen=True, slots=True)
class Box:
    """One value of a filter."""

    value: str
    told: str
    count: int


def _documents(result: LintResult) -> tuple[Document, ...]:
    if result.documents:
        return result.documents
    # A kept result has none.
    try:
        return read_documents(result.source)
    except SourceError:
        return ()


def _articles(
    documents: tuple[Document, ...], items: list[Numbered], summaries: Mapping[str, str]
) -> list[tuple[str, Markup]]:
    """Language and text of every document, each with its own findings."""
    if not documents:
        return []
    ends = [max((piece.source.end for piece in document.offsets.pieces), default=0) for document in documents[:-1]]
    shares: list[list[Numbered]] = [[] for _ in documents]
    for item in items:
        number = next((number for number, end in enumerate(ends) if item.diagnostic.start < end), len(documents) - 1)
        shares[number].append(item)
    return [
        (language_tag(document.language), Article(document, MarkedText(document, share, summaries)).html())
        for document, share in zip(documents, shares, strict=True)
    ]


def _pictures(documents: tuple[Document, ...], result: LintResult) -> list[Picture]:
    """A picture of every article that was judged."""
    if not result.readings:
        return []
    audience = result.readings[0].audience
    portraits = (portrait_of(document, audience) for document in documents)
    return [picture_of(portrait) for portrait in portraits if portrait is not None]


def _page(rule: Rule | None) -> Markup:
    return rule_text(rule) if rule is not None else Markup("")
