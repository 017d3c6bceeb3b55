"""RD006 unexplained-jargon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clinlint.api import (
    Applicability,
    Audience,
    Block,
    BlockKind,
    Context,
    Document,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    Related,
    RuleMeta,
    Severity,
    Word,
    rule,
)
from clinlint_rules.readability.shared import BODY, RUNNING_TEXT, is_english

META = RuleMeta(
    code="RD006",
    name="unexplained-jargon",
    summary="a medical term that is not explained where it is first used",
    severity=Severity.INFO,
    mqm_type="Audience appropriateness/End-user suitability",
    its_type="terminology",
    references=(
        "https://service-manual.nhs.uk/content/health-literacy",
        "https://www.cdc.gov/health-literacy/php/develop-materials/plain-language.html",
        "https://aclanthology.org/2024.emnlp-main.779/",
    ),
    fix=FixAvailability.ALWAYS,
    once_a_block=True,
)

_MOST_TERMS = 4
# Behind a term: what begins an explanation. Before it: a plain word that it is the name of.
_EXPLAINS = re.compile(
    r"\s*(?:\(|[–—]|- |: |,? (?:which|that) (?:is|are|means)\b|,? (?:also|often|sometimes) (?:called|known as)"
    r"|,? (?:or|meaning|i\.e\.|called|known as) "
    r"|\s*(?:is|are|means?|refers? to|happens?|occurs?) (?:an?|the|when|that)\b)"
)
_NAMES = re.compile(
    r"(?:\(|\bcalled |\bknown as |, or |\bnamed |\bterm(?:ed)? |[–—] ?|“|\bname for )(?:an? |the )?$", re.IGNORECASE
)
_REACH = 30


@dataclass(frozen=True, slots=True)
class _Term:
    plain: str
    explained_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    block: Block
    word: Word
    term: _Term


@rule(META)
def check(document: Document, context: Context) -> Iterator[Finding]:
    """A medical term stands in a text for patients, and nothing says what it means.

    ## Why it matters

    Words such as `oedema` or `stenosis` stop a reader. A term is fine when the text says once what it means, best
    where it is first used: the reader then knows it when the doctor uses it. Counts of unexplained terms tell
    better than any formula how hard readers find a medical sentence.

    ## Examples

    ```bad
    The ⟦oedema⟧ goes away after a week.
    ⇒
    The oedema (swelling from fluid) goes away after a week.
    ---
    Causes

    Age and ⟦hypertension⟧ play a part. Hypertension is treated with tablets.
    ---
    - rest
    - ⟦analgesics⟧ for three days
    ```

    ```good
    The oedema (swelling) goes away after a week.
    ---
    Swelling from fluid is called oedema. The oedema goes away.
    ---
    What is hypertension?

    It means that your blood pressure is too high. Hypertension is treated with tablets.
    ---
    A stenosis is a narrow place in a vessel. A stent holds it open: a small tube of metal.
    ---
    The Renal Association wrote this.
    ```

    ## Limits

    A closed list of terms is read, each with a plain explanation. An explanation in other words in the same sentence,
    the one before or the one behind counts; one that comes later does not. Silent for professionals.

    ## Fix

    The plain words in brackets behind the term. Never applied by itself, because the meaning may need another wording.
    """
    if context.audience is Audience.PROFESSIONAL:
        return
    seen: set[str] = set()
    for block in document.blocks:
        if block.role not in BODY or block.kind not in RUNNING_TEXT | {BlockKind.HEADING}:
            continue
        if not is_english(block, document):
            continue
        uses = list(_first_uses(block, context, seen))
        if block.kind is BlockKind.HEADING:
            # What a heading asks ("What is a stent?") the text below it answers; other headings settle nothing.
            if not block.text.rstrip().endswith("?"):
                seen.difference_update(use.word.lower for use in uses)
            continue
        unexplained = [use for use in uses if not _is_explained(use, context)]
        if unexplained:
            yield _finding(unexplained)


def _first_uses(block: Block, context: Context, seen: set[str]) -> Iterator[_Use]:
    terms = _terms()
    for number, word in enumerate(context.words(block)):
        term = terms.get(word.lower)
        # A capital inside a sentence is a name's.
        is_name = word.text[0].isupper() and number and block.text[: word.start].rstrip()[-1:] not in ".!?:"
        if term is not None and word.lower not in seen and not is_name:
            seen.add(word.lower)
            yield _Use(block, word, term)


def _is_explained(use: _Use, context: Context) -> bool:
    block, word = use.block, use.word
    if _EXPLAINS.match(block.text, word.end) or _NAMES.search(block.text[max(0, word.start - _REACH) : word.start]):
        return True
    sentences = context.sentences(block)
    at = next(n for n, s in enumerate(sentences) if s.span.start <= block.span.start + word.start < s.span.end)
    around = sentences[max(0, at - 1) : at + 2]
    words = {found.lower for sentence in around for found in context.words(sentence)} - {word.lower}
    return any(found.startswith(use.term.explained_by) for found in words)


def _finding(uses: list[_Use]) -> Finding:
    first, *others = uses
    related = tuple(
        Related(use.block.at(use.word.start, use.word.end), f"“{use.word.text}” means {use.term.plain}")
        for use in others[:_MOST_TERMS]
    )
    plain, end = first.term.plain, first.block.at(first.word.end, first.word.end)
    fix = Fix(f"Explain it: “({plain})”", (Edit(end, f" ({plain})"),), Applicability.DISPLAY)
    return Finding(
        first.block.at(first.word.start, first.word.end),
        f"“{first.word.text}” means {plain}; many patients do not know the word, and nothing explains it here.",
        (fix,),
        related,
    )


@cache
def _terms() -> Mapping[str, _Term]:
    lines = Path(__file__).with_name("jargon.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: _Term(plain, tuple(hints.split())) for word, plain, hints in rows}
