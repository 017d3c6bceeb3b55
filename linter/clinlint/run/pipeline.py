"""Lints one source: documents, rules, diagnostics; nothing that a rule does stops the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from clinlint.analysis.clock import today
from clinlint.analysis.context import Analysis, Context
from clinlint.analysis.readability.difficulty import grade
from clinlint.documents import read_documents
from clinlint.documents.article.continuation import limits_of
from clinlint.documents.article.facts import facts_of
from clinlint.errors import SourceError
from clinlint.model.diagnostic import Diagnostic, InternalError, LintResult, NotChecked
from clinlint.model.document import Block, Document, Role, Sentence
from clinlint.model.finding import Confidence, Evidence, Finding
from clinlint.model.page_facts import PageFacts
from clinlint.model.reading import ReadingLevel
from clinlint.model.rule import PROSE, READ, Family, Rule, RuleMeta
from clinlint.model.source import Source
from clinlint.model.source_language import SourceLanguage
from clinlint.model.suppression import Suppressions
from clinlint.packs.guess import given_language
from clinlint.packs.match import PackReading
from clinlint.packs.registry import compiled, installed_packs
from clinlint.run.diagnose import diagnose, severity_of
from clinlint.run.grammar import Checking
from clinlint.run.ignores import silenced
from clinlint.run.overlaps import folded, ordered, with_grammar
from clinlint.run.scoring import score
from clinlint.run.settings import Settings
from clinlint.run.sparing import one_a_block
from clinlint.run.suppressions import Remarks

if TYPE_CHECKING:
    from clinlint.engines.languagetool.grammar import Grammar

MOST_FINDINGS = 1_000
"""How many findings of one rule in one article are reported: who has more has another problem."""


_ASKING = frozenset({Family.TRANSLATION, Family.READABILITY})
"""Families with rules that ask what packs know."""


def lint(source: Source, settings: Settings, grammar: Grammar | None = None) -> LintResult:
    """All diagnostics of one source; with ``grammar``, LanguageTool's too, which works while the rules run.

    Raises:
        SourceError: when the source is too large, or no article can be read from it.
    """
    if len(source.text) > settings.largest:
        raise SourceError(
            f"{source.name}: {len(source.text):,} characters are more than the limit of {settings.largest:,}; "
            "split the file or raise max-characters"
        )
    documents = read_documents(source)
    if settings.language:
        documents = tuple(replace(document, language=settings.language) for document in documents)
    day = settings.today or today()
    dated = False
    remarks = Remarks(source, documents, settings.known, day)
    accounting = bool(_keepers(settings, remarks))
    diagnostics: list[Diagnostic] = []
    unreported: list[Diagnostic] = []
    errors: list[InternalError] = []
    origins: list[SourceLanguage] = []
    readings: list[ReadingLevel] = []
    not_checked = [NotChecked(source.name, note) for note in source.notes]
    reported = frozenset(rule.meta.code for rule in settings.rules)
    sparing = frozenset(rule.meta.code for rule in settings.rules if rule.meta.once_a_block)
    # LanguageTool gets all documents before the rules get the first.
    checking = Checking(grammar, settings, [(document, tuple(_prose(document, settings))) for document in documents])
    for document in documents:
        analysis = Analysis(document)
        packs = _packs(analysis, settings)
        not_checked.extend(_left_out(document, settings))
        found: list[tuple[str, Finding]] = []
        placed: list[tuple[int, Diagnostic]] = []
        witnessed: list[tuple[int, Diagnostic]] = []
        for rule in _to_run(settings, accounting=accounting):
            evidence = Evidence(document, tuple(sorted(found, key=_by_position))) if rule.unit is Evidence else None
            try:
                for number, finding in enumerate(_findings(rule, analysis, settings, packs, evidence)):
                    if number == MOST_FINDINGS:
                        what = f"only the first {MOST_FINDINGS:,} findings of {rule.meta.code} are reported"
                        not_checked.append(NotChecked(source.name, what))
                        break
                    if _confidence(rule, finding) < settings.min_confidence:
                        continue
                    found.append((rule.meta.code, finding))
                    if rule.meta.code in reported or accounting:
                        severity = severity_of(rule.meta, finding, settings.severities)
                        block = document.index_at(finding.span.start)
                        into = placed if rule.meta.code in reported else witnessed
                        into.append((block, diagnose(rule.meta, finding, analysis, severity)))
            except Exception as error:  # noqa: BLE001 - a rule may fail in any way; the file goes on
                errors.append(InternalError(rule.meta.code, f"{type(error).__name__}: {error}"))
        diagnostics += one_a_block(placed, sparing)
        unreported += (diagnostic for _, diagnostic in witnessed)
        readings += _reading(analysis, settings)
        origins.append(packs.source_language if packs is not None else SourceLanguage())
        checking.finish(analysis, MOST_FINDINGS)
        dated = dated or analysis.asked_for_day
    not_checked.extend(checking.not_checked)
    errors.extend(checking.errors)
    kept = _settled(diagnostics, checking.diagnostics, unreported, remarks, settings, errors)
    points = score(documents, kept, settings.rules)
    return LintResult(
        source,
        documents,
        kept,
        tuple(not_checked),
        tuple(errors),
        tuple(origins),
        points,
        day if dated else None,
        tuple(readings),
        checking.incomplete,
        tuple(_page(document, origin) for document, origin in zip(documents, origins, strict=True)),
    )


def _page(document: Document, origin: SourceLanguage) -> PageFacts:
    found_at = document.source.address or document.source.name
    return facts_of(document.metadata, document.language, found_at, origin.code)


def _reading(analysis: Analysis, settings: Settings) -> Iterator[ReadingLevel]:
    """How the document reads, where a rule of that family is run and there is running text."""
    if any(rule.meta.family is Family.READABILITY for rule in settings.rules):
        counts = analysis.reading.article.counts
        if counts.words:
            yield ReadingLevel(grade(counts), counts.words, counts.sentences, settings.audience)


def _to_run(settings: Settings, *, accounting: bool) -> list[Rule]:
    """The rules in order: those that judge what others found come last, and then need the others as witnesses.

    So do rules that look after suppressions, when there are any; they themselves read no document.
    """
    judges = accounting or any(rule.unit is Evidence for rule in settings.rules)
    reported = {rule.meta.code for rule in settings.rules}
    witnesses = [rule for rule in settings.witnesses if judges and rule.meta.code not in reported]
    reading = (rule for rule in (*settings.rules, *witnesses) if rule.unit is not Suppressions)
    return sorted(reading, key=lambda rule: rule.unit is Evidence)


def _settled(
    diagnostics: list[Diagnostic],
    grammar: list[Diagnostic],
    unreported: list[Diagnostic],
    remarks: Remarks,
    settings: Settings,
    errors: list[InternalError],
) -> tuple[Diagnostic, ...]:
    """The diagnostics folded, those that are suppressed marked, and what is wrong with the suppressions."""
    supersedes = {rule.meta.code: rule.meta.supersedes for rule in settings.rules}
    both = with_grammar(folded(diagnostics, supersedes), folded(grammar, {}))
    kept = silenced(remarks.applied(both), settings.ignores, settings.known)
    keepers = _keepers(settings, remarks)
    if not keepers:
        return kept
    remarks.applied(folded(unreported, supersedes))
    account = remarks.account(_to_run(settings, accounting=True))
    analysis = Analysis(account.document)
    found: list[Diagnostic] = []
    for rule in keepers:
        try:
            for finding in rule.check(account, Context(analysis, {})):
                severity = severity_of(rule.meta, finding, settings.severities)
                found.append(diagnose(rule.meta, finding, analysis, severity))
        except Exception as error:  # noqa: BLE001 - a rule may fail in any way; the file goes on
            errors.append(InternalError(rule.meta.code, f"{type(error).__name__}: {error}"))
    return tuple(ordered((*kept, *silenced(found, settings.ignores, settings.known))))


def _keepers(settings: Settings, remarks: Remarks) -> list[Rule]:
    """The rules that look after suppressions, where there are any."""
    return [rule for rule in settings.rules if rule.unit is Suppressions] if remarks else []


def _confidence(rule: Rule, finding: Finding) -> Confidence:
    return finding.confidence if finding.confidence is not None else rule.meta.confidence


def _by_position(found: tuple[str, Finding]) -> tuple[int, int, str]:
    code, finding = found
    return (finding.span.start, finding.span.end, code)


def _packs(analysis: Analysis, settings: Settings) -> PackReading | None:
    """What the packs say about a document; None when no rule that is run asks them."""
    families = {rule.meta.family for rule in settings.rules}
    if families.isdisjoint(_ASKING):
        return None
    given = given_language(settings.source_language)
    packs = (*installed_packs(), *settings.packs)
    if Family.TRANSLATION not in families:
        # The source language is then of no interest, and packs of entries that nobody reports are not searched.
        asked = {rule.meta.code for rule in settings.rules}
        packs = tuple(pack for pack in packs if not pack.entries or any(entry.rule in asked for entry in pack.entries))
    return PackReading(analysis, compiled(packs, given), given)


def _reads_teasers(document: Document, settings: Settings) -> bool:
    return settings.teasers if settings.teasers is not None else not document.whole_page


def _language(block: Block, document: Document) -> str:
    return block.attrs.get("lang", document.language).split("-")[0].lower()


def _prose(document: Document, settings: Settings) -> Iterator[Block]:
    """The blocks of English prose that are linted."""
    for block in document.blocks:
        if block.kind not in PROSE or block.role not in READ or _language(block, document) != "en":
            continue
        if block.role is not Role.TEASER or _reads_teasers(document, settings):
            yield block


def _findings(
    rule: Rule, analysis: Analysis, settings: Settings, packs: PackReading | None, evidence: Evidence | None
) -> Iterator[Finding]:
    document = analysis.document
    options = settings.options.get(rule.meta.code)
    given = {type(options): options} if options else {}
    context = Context(analysis, given, packs, settings.today, settings.words, settings.audience)
    if rule.unit in {Document, Evidence}:
        if "*" in rule.meta.languages or document.language.split("-")[0] in rule.meta.languages:
            yield from rule.check(evidence or document, context)
        return
    for block in _blocks_for(rule.meta, analysis, settings):
        if rule.unit is Block:
            yield from rule.check(block, context)
        elif rule.unit is Sentence:
            for sentence in analysis.sentences(block):
                yield from rule.check(sentence, context)


def _blocks_for(meta: RuleMeta, analysis: Analysis, settings: Settings) -> tuple[Block, ...]:
    """The blocks that a rule is given, looked up once for all rules that read the same."""
    key = (_blocks_for, meta.kinds, meta.roles, meta.languages)
    if key not in analysis.computed:
        document = analysis.document
        analysis.computed[key] = tuple(
            block
            for block in document.blocks
            if block.kind in meta.kinds
            and block.role in meta.roles
            and (block.role is not Role.TEASER or _reads_teasers(document, settings))
            and ("*" in meta.languages or _language(block, document) in meta.languages)
        )
    found: tuple[Block, ...] = analysis.computed[key]
    return found


def _left_out(document: Document, settings: Settings) -> Iterator[NotChecked]:
    name = document.source.name
    languages = Counter(
        _language(block, document) for block in document.blocks if block.role is not Role.CHROME and block.text
    )
    for language, count in sorted(languages.items()):
        if language != "en":
            blocks = "1 block" if count == 1 else f"{count} blocks"
            yield NotChecked(name, f"{blocks} in language {language!r}: only English is linted")
    for limit in limits_of(document):
        yield NotChecked(name, limit)
    teasers = sum(block.role is Role.TEASER for block in document.blocks)
    if teasers and not _reads_teasers(document, settings):
        yield NotChecked(name, f"{teasers} blocks of other articles' teasers: set teasers = true to lint them")
