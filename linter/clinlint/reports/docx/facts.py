"""What a Word file has to remember, so that decisions can be read from it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clinlint.model.document import Document
from clinlint.model.source import Source
from clinlint.reports.docx.placing import Placed
from clinlint.reports.places import path_of
from clinlint.review.identity import digest
from clinlint.review.word.facts import FileFacts, FindingFacts, PlaceFacts, bookmark_name


def file_facts(source: Source, documents: Sequence[Document], findings: Iterable[Placed]) -> FileFacts:
    """What has to be remembered of one source."""
    return FileFacts(path_of(source.name), digest(source), tuple(_finding(documents, f) for f in findings if f.place))


def _finding(documents: Sequence[Document], finding: Placed) -> FindingFacts:
    diagnostic = finding.diagnostic
    return FindingFacts(
        finding=finding.name,
        rule=diagnostic.rule,
        fingerprint=diagnostic.fingerprint,
        match=diagnostic.match,
        ranges=diagnostic.ranges,
        edits=diagnostic.fixes[0].edits if finding.edits else (),
        places=tuple(_places(documents, finding)),
    )


def _places(documents: Sequence[Document], finding: Placed) -> Iterable[PlaceFacts]:
    for number, ((document, index), span) in enumerate(sorted(finding.place.items())):
        block = documents[document].blocks[index]
        ranges = documents[document].offsets.to_source(block.at(span.start, span.end))
        yield PlaceFacts(bookmark_name(finding.number, number), ranges, span.of(block.text))
