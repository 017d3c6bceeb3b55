"""What clinlint writes into a Word file beside the text, to find its findings again when the file comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape

from clinlint.errors import DecisionsError
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.reading import DIGEST, LARGEST, edit_of, span_of
from clinlint.review.values import Value, shown
from clinlint.review.word.paragraphs import Alternative, Paragraph
from clinlint.version import VERSION

PART_NAMESPACE = "urn:clinlint:review"
ELEMENT = f"{{{PART_NAMESPACE}}}clinlint"
PART_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    '<ds:datastoreItem ds:itemID="{6D4D1A0C-5B1C-4F0A-9C1C-C11471A70001}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{PART_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()
"""What Word wants to know of a part of a program's own."""

FORMAT_VERSION = 1
_PREFIX = "clinlint_"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One place of a finding.

    Attributes:
        bookmark: what stands around it in the Word file.
        ranges: what it is in the source.
        text: the document's text there.
        start: the character of its paragraph (``Paragraph.original``) at which it begins.
        original, proposal: the text that can be read from the Word file when the change is rejected, and accepted.
    """

    bookmark: str
    ranges: tuple[Span, ...]
    text: str
    start: int = 0
    original: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """One finding; see ``review.decisions.Decision``. ``edits`` are empty where nothing is proposed in the text."""

    finding: str
    rule: str
    fingerprint: str
    match: str
    ranges: tuple[Span, ...]
    edits: tuple[Edit, ...]
    places: tuple[PlaceFacts, ...]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The findings of one state of one file."""

    path: str
    digest: str
    findings: tuple[FindingFacts, ...]


@dataclass(frozen=True, slots=True)
class WordFacts:
    """All that a Word file remembers.

    Attributes:
        paragraphs: the text of each as it was written (``Paragraph.original``).
        homes: the paragraph's number of each bookmark.
        version: of the clinlint that wrote it.
        others: the changes of others in a paragraph with this number.
        joined: numbers of paragraphs whose ends others wanted to go or to come.
        saved: who had saved the file before clinlint wrote into it, and when.
    """

    files: tuple[FileFacts, ...]
    paragraphs: tuple[str, ...]
    homes: Mapping[str, int]
    version: str = VERSION
    others: Mapping[int, tuple[Alternative, ...]] = field(default_factory=dict)
    joined: frozenset[int] = frozenset()
    saved: tuple[str, str] = ("", "")


def bookmark_name(number: int, place: int) -> str:
    """The bookmark of a finding's place; places are counted from 0."""
    return f"{_PREFIX}{number}_{place}" if place else f"{_PREFIX}{number}"


def facts_of(
    files: Iterable[FileFacts], paragraphs: Sequence[Paragraph], saved: tuple[str, str] = ("", "")
) -> WordFacts:
    """What is to be remembered of a file with these paragraphs.

    What stands at a place is read from them, as it will be when the file comes back; a finding with a place that is
    not there is left out, as nothing could be told of it.
    """
    homes = {name: at for at, each in enumerate(paragraphs) for name in each.bookmarks if name.startswith(_PREFIX)}
    return WordFacts(
        files=tuple(replace(file, findings=tuple(_read(file.findings, paragraphs, homes))) for file in files),
        paragraphs=tuple(paragraph.original for paragraph in paragraphs),
        homes=homes,
        others={number: each.others for number, each in enumerate(paragraphs) if each.others},
        joined=frozenset(number for number, each in enumerate(paragraphs) if each.joined),
        saved=saved,
    )


def _read(
    findings: Iterable[FindingFacts], paragraphs: Sequence[Paragraph], homes: Mapping[str, int]
) -> Iterator[FindingFacts]:
    for finding in findings:
        if all(place.bookmark in homes for place in finding.places):
            yield replace(finding, places=tuple(_placed(p, paragraphs[homes[p.bookmark]]) for p in finding.places))


def _placed(place: PlaceFacts, paragraph: Paragraph) -> PlaceFacts:
    marked = paragraph.bookmarks[place.bookmark]
    original, proposal = marked.original.of(paragraph.original), marked.text.of(paragraph.text)
    return replace(place, start=marked.original.start, original=original, proposal=proposal)


def facts_as_part(facts: WordFacts) -> bytes:
    """The facts as a part of the Word file."""
    content = json.dumps(
        {
            "version": FORMAT_VERSION,
            "tool": {"name": "clinlint", "version": facts.version},
            "paragraphs": facts.paragraphs,
            "homes": facts.homes,
            "others": [_others(number, held) for number, held in facts.others.items()],
            "joined": sorted(facts.joined),
            "saved": {"by": facts.saved[0], "at": facts.saved[1]},
            "files": [
                {"path": file.path, "digest": file.digest, "findings": [_finding(each) for each in file.findings]}
                for file in facts.files
            ],
        },
        separators=(",", ":"),
    )
    return f'<clinlint xmlns="{PART_NAMESPACE}">{escape(content)}</clinlint>'.encode("ascii")


def _finding(facts: FindingFacts) -> dict[str, object]:
    return {
        "finding": facts.finding,
        "rule": facts.rule,
        "fingerprint": facts.fingerprint,
        "match": facts.match,
        "ranges": [_span(part) for part in facts.ranges],
        "edits": [{**_span(edit.span), "text": edit.text} for edit in facts.edits],
        "places": [
            {
                "bookmark": place.bookmark,
                "ranges": [_span(part) for part in place.ranges],
                "text": place.text,
                "start": place.start,
                "original": place.original,
                "proposal": place.proposal,
            }
            for place in facts.places
        ],
    }


def _others(number: int, held: Iterable[Alternative]) -> dict[str, object]:
    return {"paragraph": number, "places": [{**_span(each.span), "undone": each.undone} for each in held]}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def facts_from_part(text: str, name: str) -> WordFacts:
    """What a Word file remembers.

    Args:
        text: the content of its part.
        name: what messages call the file.

    Raises:
        DecisionsError: when it was damaged, or written by a clinlint that this one does not know.
    """
    top = Value(name, _parsed(text, name))
    version = top.required("version").value
    if isinstance(version, bool) or version != FORMAT_VERSION:
        raise top.problem(f"version {shown(version)} of suggestions is unknown; update clinlint")
    tool = top.get("tool")
    homes = top.required("homes")
    saved = top.required("saved")
    return WordFacts(
        files=tuple(_file(item) for item in top.required("files").items()),
        paragraphs=tuple(item.text() for item in top.required("paragraphs").items()),
        homes={key: homes.required(key).number(LARGEST) for key in homes.keys()},  # noqa: SIM118 - no mapping
        version=tool.optional_text("version") if tool is not None else "",
        others=dict(_others_from(item) for item in top.required("others").items()),
        joined=frozenset(item.number(LARGEST) for item in top.required("joined").items()),
        saved=(saved.required("by").text(), saved.required("at").text()),
    )


def _others_from(item: Value) -> tuple[int, tuple[Alternative, ...]]:
    places = tuple(
        Alternative(span_of(place), place.required("undone").text()) for place in item.required("places").items()
    )
    return item.required("paragraph").number(LARGEST), places


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DecisionsError(f"{name}: what clinlint wrote into the file is damaged; export it again") from error


def _file(item: Value) -> FileFacts:
    digest = item.required("digest").text(DIGEST, "sha256: and 64 hexadecimal digits")
    findings = tuple(_finding_from(entry) for entry in item.required("findings").items())
    return FileFacts(item.required("path").text(), digest, findings)


def _finding_from(entry: Value) -> FindingFacts:
    return FindingFacts(
        finding=entry.required("finding").text(),
        rule=entry.required("rule").text(),
        fingerprint=entry.required("fingerprint").text(),
        match=entry.required("match").text(),
        ranges=tuple(span_of(item) for item in entry.required("ranges").items(fewest=1)),
        edits=tuple(edit_of(item) for item in entry.required("edits").items()),
        places=tuple(_place(item) for item in entry.required("places").items(fewest=1)),
    )


def _place(item: Value) -> PlaceFacts:
    return PlaceFacts(
        bookmark=item.required("bookmark").text(),
        ranges=tuple(span_of(part) for part in item.required("ranges").items(fewest=1)),
        text=item.required("text").text(),
        start=item.required("start").number(LARGEST),
        original=item.required("original").text(),
        proposal=item.required("proposal").text(),
    )
