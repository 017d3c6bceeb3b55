"""Comments and configuration that silence findings: reads them, applies them, and keeps account of their use."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clinlint.documents.comments import comments
from clinlint.model.diagnostic import Diagnostic
from clinlint.model.document import Block, BlockKind, Document, Role
from clinlint.model.offsets import OffsetMap
from clinlint.model.rule import Family, Rule
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.model.suppression import Action, Suppression, Suppressions, SuppressionUse
from clinlint.run.ignores import is_careful, needs_reason
from clinlint.run.registry import matches
from clinlint.run.selection import means_code, means_grammar

MARK = "clinlint:"
_COMMENT = re.compile(r"<!--\s*clinlint:(?P<body>.*?)(?:--!?>)?\Z", re.DOTALL)
_BODY = re.compile(r"\s*(?P<action>[\w-]*)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>.*)\Z", re.DOTALL)
_UNTIL = re.compile(r"(?<!\S)until\s*=\s*(?P<day>\S*)")

_STILL_IN_IT = re.compile(
    r"(?:[ \t]|</?(?:a|abbr|b|cite|code|em|i|mark|q|small|span|strong|sub|sup|u)(?=[\s>])[^<>]*>)*+", re.IGNORECASE
)
"""What may stand between a block's last word and a comment that is still inside the block."""


@dataclass
class Remarks:
    """The comments of one source that speak to clinlint.

    Args:
        source: the file.
        documents: what was read from it.
        rules: all rules that comments may name.
        today: the day on which ``until=`` is compared.
    """

    source: Source
    documents: Sequence[Document]
    rules: Sequence[Rule]
    today: date
    suppressions: tuple[Suppression, ...] = ()
    _used: set[tuple[int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        found = [comment for comment in comments(self.source, MARK) if _COMMENT.match(comment.text)]
        self.suppressions = tuple(
            self._with_areas([parsed(c.span, c.text) for c in found], [comment.article for comment in found])
        )
        self._by_code = {rule.meta.code: rule for rule in self.rules}

    def __bool__(self) -> bool:
        return bool(self.suppressions)

    def applied(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics, those that a comment covers marked as suppressed."""
        return tuple(self._applied(diagnostic) for diagnostic in diagnostics)

    def _applied(self, diagnostic: Diagnostic) -> Diagnostic:
        rule = self._by_code.get(diagnostic.rule)
        if diagnostic.suppressed_by is not None:
            return diagnostic
        for number, suppression in enumerate(self.suppressions):
            if self._is_expired(suppression) or not _covers(suppression.areas, diagnostic.range):
                continue
            if rule is not None and needs_reason(rule) and not suppression.reason:
                continue
            meant = [s for s in suppression.selectors if (matches(s, rule) if rule else means_code(s, diagnostic.rule))]
            if meant:
                self._used |= {(number, selector) for selector in meant}
                line = self.source.position(suppression.span.start).line
                because = f": {suppression.reason}" if suppression.reason else ""
                return replace(diagnostic, suppressed_by=f"comment on line {line}{because}")
        return diagnostic

    def account(self, ran: Iterable[Rule]) -> Suppressions:
        """What came of the comments; ``ran`` are the rules that were run, reported or not."""
        codes = {rule.meta.code for rule in ran}
        uses = tuple(self._use(number, suppression, codes) for number, suppression in enumerate(self.suppressions))
        return Suppressions(_as_document(self.source, self.suppressions), uses)

    def _use(self, number: int, suppression: Suppression, ran: set[str]) -> SuppressionUse:
        unknown: list[str] = []
        unused: list[str] = []
        unjustified: list[str] = []
        for selector in suppression.selectors:
            meant = [rule for rule in self.rules if matches(selector, rule)]
            if means_grammar(selector):
                # Which rules LanguageTool has, and whether it was asked, is not known here.
                continue
            if not meant and selector.upper() not in set(Family):
                unknown.append(selector)
            elif not suppression.reason and (is_careful(selector) or any(needs_reason(rule) for rule in meant)):
                unjustified.append(selector)
            elif (number, selector) not in self._used and all(r.meta.code in ran for r in meant if r.meta.enabled):
                unused.append(selector)
        expired = self._is_expired(suppression)
        return SuppressionUse(
            suppression, tuple(unknown), tuple(unjustified), () if expired else tuple(unused), expired
        )

    def _is_expired(self, suppression: Suppression) -> bool:
        return suppression.until is not None and suppression.until < self.today

    def _with_areas(self, found: Sequence[Suppression], articles: Sequence[Span]) -> Iterable[Suppression]:
        blocks = sorted(d.offsets.source_range(b.span) for d in self.documents for b in d.blocks)
        open_ones: list[int] = []
        areas: dict[int, tuple[Span, ...]] = {}
        problems: dict[int, str] = {}
        for number, suppression in enumerate(found):
            if suppression.action is Action.BLOCK:
                areas[number] = _block_at(blocks, suppression.span, self.source.text)
            elif suppression.action is Action.FILE:
                areas[number] = (articles[number],)
            elif suppression.action is Action.START:
                open_ones.append(number)
            elif suppression.action is Action.END and open_ones:
                # The last that was opened, unless the end names the rules of another.
                same = [n for n in open_ones if found[n].selectors == suppression.selectors]
                first = same[-1] if same else open_ones[-1]
                open_ones.remove(first)
                areas[first] = (Span(found[first].span.end, suppression.span.start),)
            elif suppression.action is Action.END:
                problems[number] = "No ignore-start stands before this ignore-end."
        for number in open_ones:
            areas[number] = (Span(found[number].span.end, max(found[number].span.end, articles[number].end)),)
            problems[number] = "This ignore-start has no ignore-end, so it holds to the end of the article."
        for number, suppression in enumerate(found):
            yield replace(
                suppression,
                areas=areas.get(number, ()),
                problem=suppression.problem or problems.get(number, ""),
            )


def parsed(span: Span, comment: str) -> Suppression:
    """What a comment says; its areas are worked out later."""
    body = _COMMENT.match(comment)
    found = _BODY.match(body["body"] if body else "")
    action = found["action"] if found else ""
    if found is None or action not in set(Action):
        known = ", ".join(f"{known}" for known in Action)
        return Suppression(span, None, problem=f"“{action}” says nothing to clinlint; it knows {known}.")
    selectors = tuple(part.strip() for part in (found["rules"] or "").split(",") if part.strip())
    rest, until, problem = found["rest"], None, ""
    day = _UNTIL.search(rest)
    if day is not None:
        rest = rest[: day.start()] + rest[day.end() :]
        try:
            until = date.fromisoformat(day["day"])
        except ValueError:
            problem = f"“{day['day']}” is no date; write until=2027-01-31."
    if not selectors and action != Action.END:
        problem = f"It names no rule; write {action}[CODE], or {action}[ALL] for all."
    if problem:
        # What is not understood silences nothing, rather than too much.
        return Suppression(span, Action(action), (), " ".join(rest.split()), problem=problem)
    return Suppression(span, Action(action), selectors, " ".join(rest.split()).strip(" -–—:"), until)


def _block_at(blocks: Sequence[Span], comment: Span, text: str) -> tuple[Span, ...]:
    """The block that the comment stands in, or at the end of; else the next one."""
    at = bisect_right(blocks, comment.start, key=lambda block: block.start) - 1
    if at >= 0 and (blocks[at].end >= comment.end or _STILL_IN_IT.fullmatch(text, blocks[at].end, comment.start)):
        return (blocks[at],)
    following = bisect_left(blocks, comment.end, key=lambda block: block.start)
    return (blocks[following],) if following < len(blocks) else ()


def _covers(areas: Iterable[Span], place: Span) -> bool:
    return any(area.start <= place.start <= area.end and (place.start < area.end or not len(place)) for area in areas)


def _as_document(source: Source, suppressions: Iterable[Suppression]) -> Document:
    blocks = tuple(
        Block(number, BlockKind.CODE, Role.BODY, suppression.span, suppression.span.of(source.text))
        for number, suppression in enumerate(suppressions)
    )
    return Document(source, source.text, OffsetMap.identity(len(source.text)), blocks)
