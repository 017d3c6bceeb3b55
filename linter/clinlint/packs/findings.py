"""Words a finding from a pack entry and the place where it was found."""

from __future__ import annotations

import re

from clinlint.model.document import Block
from clinlint.model.finding import Confidence, Finding
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.source_language import SourceLanguage
from clinlint.packs.compiling import CompiledEntry
from clinlint.packs.facts import installed_facts
from clinlint.packs.regex import Match
from clinlint.packs.templates import cased_like, fitting_article

_VERB = re.compile(r"<([a-z]+):verb>")


def finding_of(
    found: CompiledEntry, block: Block, place: tuple[int, int], match: Match, known: SourceLanguage
) -> Finding:
    """The finding for a match at ``place`` in a block's text.

    Args:
        found: the entry that matched.
        block: where it matched.
        place: what is marked, as offsets into the block's text.
        match: the whole match with its groups.
        known: the source language; another one's words are not told to the reader.
    """
    entry, (start, end) = found.entry, place
    matched = block.text[start:end]
    groups = {name: text or "" for name, text in match.groupdict().items()}
    written = [cased_like(template.fill(groups), matched) for template in found.templates]
    replacements = [text for text in dict.fromkeys(written) if text != matched]
    ours = not known.established or known.code == found.pack.source
    data = {"entry": entry.id}
    if ours:
        data |= {"source_language": found.pack.source, "source_word": entry.source_word}
    return Finding(
        block.at(start, end),
        _message(found, matched, replacements, tell_source=ours),
        tuple(_fix(found, block, start, end, text) for text in replacements),
        confidence=entry.confidence,
        data={key: value for key, value in data.items() if value},
    )


def _message(found: CompiledEntry, matched: str, replacements: list[str], *, tell_source: bool) -> str:
    entry, language = found.entry, found.pack.language
    shown = " ".join(matched.split())
    parts = [_sentence(entry.why) if entry.why else f"“{shown}” is not what English calls it."]
    if tell_source and entry.source_word and entry.source_meaning:
        parts.append(_sentence(f"{language} “{entry.source_word}” means “{entry.source_meaning}”".strip()))
    if entry.advice:
        parts.append(_sentence(entry.advice))
    elif any(replacements):
        parts.append("Write " + " or ".join(f"“{text}”" for text in replacements[:3] if text) + ".")
    elif replacements:
        parts.append("Leave it out.")
    return " ".join(parts)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if re.search(r"[.!?]”?$", text) else f"{text}."


def _fix(found: CompiledEntry, block: Block, start: int, end: int, replacement: str) -> Fix:
    text = block.text
    edits: list[Edit] = []
    article = fitting_article(text[max(0, start - 6) : start], replacement)
    if article:
        length, better = article
        edits.append(Edit(block.at(start - length, start), better))
    if not replacement and text[end : end + 1] == " ":
        end += 1
    edits.append(Edit(block.at(start, end), replacement))
    title = f"Write “{replacement}”" if replacement else "Leave it out"
    return Fix(title, tuple(edits), _applicability(found, text[start:end], replacement))


def _applicability(found: CompiledEntry, matched: str, replacement: str) -> Applicability:
    """Wording is never safe to change unseen; numbers, units and negations only by a person."""
    if found.entry.confidence is not Confidence.HIGH or len(found.templates) != 1 or not _fits(found, matched):
        return Applicability.DISPLAY
    facts = installed_facts().facts
    return Applicability.UNSAFE if facts(matched) == facts(replacement) else Applicability.DISPLAY


def _fits(found: CompiledEntry, matched: str) -> bool:
    """False where a verb may stand in another form than the replacement, which does not follow it."""
    verbs = set(_VERB.findall(found.entry.pattern))
    if not verbs or any(" like " in template.text for template in found.templates):
        return True
    return any(word in verbs for word in matched.lower().split())
