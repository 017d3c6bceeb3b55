"""MT000 unedited-machine-translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import (
    Block,
    BlockKind,
    Confidence,
    Context,
    Evidence,
    Finding,
    Related,
    Role,
    RuleMeta,
    Severity,
    rule,
)


@dataclass(frozen=True)
class Options:
    """Options of MT000."""

    pieces: int = field(
        default=4, metadata={"help": "how many independent pieces of evidence make the verdict; at least 2"}
    )


META = RuleMeta(
    code="MT000",
    name="unedited-machine-translation",
    summary="independent pieces of evidence that nobody edited the translation",
    severity=Severity.ERROR,
    mqm_type="Accuracy/Other",
    its_type="uncategorized",
    references=(
        "R. Aharoni, M. Koppel, Y. Goldberg, Automatic Detection of Machine Translated Text (ACL 2014)",
        "https://service-manual.nhs.uk/content/health-literacy",
    ),
    options=Options,
)

# What each family of evidence is called for a reader; a document needs more than one of them.
_KINDS = {
    "MT0": "remains of the source language",
    "MT1": "words in a wrong sense",
    "MT2": "broken sentences",
}
_NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "it": "Italian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_SHOWN = 5


@rule(META)
def check(evidence: Evidence, context: Context) -> Iterator[Finding]:
    """The article is an unedited machine translation: pieces of evidence of several kinds agree.

    ## Why it matters

    One slip can be mended. A page that nobody read after the machine had translated it holds errors that no
    linter sees: a lost "not", a wrong dose, swapped roles. It has to go back to a translator before it is
    published. The NHS asks that a translation stays clinically accurate, and that somebody makes sure of it.

    ## Examples

    ```bad
    ⟦How the knee is operated?⟧

    The Kneecap'ın wear is common. When should a doctor be examined? Ask about
    prescription creams that can be prescribed.

    Gout, if it is not treated, it damages the joints. The stitches is removed.
    ---
    ⟦Rhinıtis⟧

    Rhinitis, if it is not treated, it spreads.

    How is rhinitis passed? The patient is applied drops. Uzm. Dr. Example answers.
    ---
    ⟦Cataract Surgery⟧

    When should a doctor be examined? The patient is applied a lens. The stitches is removed.

    Keep calm and lie down. For two hours of rest every day, half of them in bed.
    ```

    ```good
    Cataract surgery

    The operation takes half an hour. The drops is safe.
    ---
    Why see a doctor?

    When should you be examined by a doctor? Gout, if it is not treated, damages the joints.
    ---
    Kidney stones

    Drink enough. Drink enough. The stone passes with the urine, and the pain goes away.
    ```

    ## Limits

    Errors that a person makes count too when they look like a machine's. A short excerpt seldom holds enough
    evidence. The verdict names the source language only when it is known or given.

    ## Fix

    None: a translator has to read the article beside its source.
    """
    pieces = _independent(evidence)
    kinds = {code[:3] for code, _ in pieces}
    needed = max(2, context.options(Options).pieces)
    if len(pieces) < needed or len(kinds) < 2:
        return
    language = _NAMES.get(context.source_language or "")
    named = f" from {language}" if language else ""
    listed = ", ".join(f"{_KINDS[kind]} ({sum(code.startswith(kind) for code, _ in pieces)})" for kind in sorted(kinds))
    related = tuple(Related(finding.span, f"{code}: {finding.message}") for code, finding in pieces[:_SHOWN])
    yield Finding(
        _title(evidence, context).span,
        f"Unedited machine translation{named}: {len(pieces)} pieces of evidence, of {len(kinds)} kinds: {listed}. "
        "Have a translator read the whole article beside its source before it is published.",
        related=related,
        data={"pieces": str(len(pieces)), **({"source_language": context.source_language or ""} if language else {})},
    )


def _independent(evidence: Evidence) -> list[tuple[str, Finding]]:
    """Findings that count: sure of themselves, not twice for the same words, nor twice in one place."""
    pieces: list[tuple[str, Finding]] = []
    seen: set[str] = set()
    end = -1
    for code, finding in evidence.findings:
        if code[:3] not in _KINDS or code == META.code or finding.confidence is Confidence.LOW:
            continue
        words = finding.span.of(evidence.document.text).casefold()
        if words in seen or finding.span.start < end:
            continue
        seen.add(words)
        end = finding.span.end
        pieces.append((code, finding))
    return pieces


def _title(evidence: Evidence, context: Context) -> Block:
    """The block that stands for the article: its first heading, or its first block with any text."""
    body = [block for block in context.blocks(roles=frozenset({Role.BODY})) if block.text]
    shown = [block for block in body if block.kind not in {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}]
    headings = [block for block in shown if block.kind is BlockKind.HEADING]
    return (headings or shown or body or list(evidence.document.blocks))[0]
