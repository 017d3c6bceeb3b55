"""Reads pack files, with the file and line of whatever is wrong in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any

from clinlint.errors import ConfigurationError
from clinlint.model.document import BlockKind
from clinlint.model.finding import Confidence
from clinlint.packs.lines import Lines
from clinlint.packs.schema import ANY, TRANSLATED, Conditions, Entry, Irregular, Pack, Place, WordClass

LARGEST_FILE = 5_000_000
"""The most bytes of a pack file."""
MOST_ENTRIES = 5_000

_HEADER = {"source", "language", "title", "licence", "provenance"}
_PATTERN_LISTS = ("near", "unless", "topic", "unless_topic", "before", "not_before", "after", "not_after")
_TEXTS = ("id", "rule", "pattern", "advice", "source_word", "source_meaning", "why")
_KNOWN = {*_TEXTS, *_PATTERN_LISTS, "write", "confidence", "bad", "good", "map", "case_sensitive", "kinds"} | {
    "starts_sentence",
    "any_source",
}
_RULE = re.compile(r"[A-Z]{2}\d{3}")
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*")


Line = int | Callable[[], int]
"""A line number, or how to find it: only a complaint needs it, and looking for it takes time."""


class _Reader:
    """One file being read; every complaint names its line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = Lines(text)

    def fail(self, line: Line, problem: str) -> ConfigurationError:
        return ConfigurationError(f"{Place(self.path, line if isinstance(line, int) else line())}: {problem}")

    def text(self, value: object, key: str, line: Line) -> str:
        if not isinstance(value, str):
            raise self.fail(line, f"{key} must be text")
        return value.strip()

    def texts(self, value: object, key: str, line: Line) -> tuple[str, ...]:
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            raise self.fail(line, f"{key} must be text or a list of texts")
        return tuple(listed)

    def mapping(self, value: object, key: str, line: Line) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self.fail(line, f"{key} must be a table of texts")
        return {str(name): str(item) for name, item in value.items()}

    def table(self, value: object, key: str, line: Line) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.fail(line, f"{key} must be a table")
        return value


def read_pack(path: str | PathLike[str]) -> Pack:
    """The pack in a TOML file; patterns are not compiled yet.

    Raises:
        ConfigurationError: when the file cannot be read or is no pack, with its line.
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read ({error.strerror or error})") from error
    if len(data) > LARGEST_FILE:
        raise ConfigurationError(f"{file}: {len(data):,} bytes are more than the limit of {LARGEST_FILE:,} for a pack")
    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{file}:{line}: packs are UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise ConfigurationError(f"{file}:{found[1] if found else 1}: no valid TOML: {error}") from error
    except RecursionError as error:
        raise ConfigurationError(f"{file}:1: no valid TOML: nested too deeply") from error
    return _pack(_Reader(file, text), table)


def _pack(reader: _Reader, table: Mapping[str, Any]) -> Pack:
    unknown = sorted(set(table) - {"pack", "evidence", "class", "irregular", "entry"})
    if unknown:
        raise reader.fail(reader.lines.table(unknown[0]), f"a pack has no table {unknown[0]!r}")
    header = reader.table(table.get("pack", {}), "pack", reader.lines.table("pack"))
    for key in sorted(set(header) - _HEADER):
        raise reader.fail(reader.lines.table("pack", key), f"[pack] has no key {key!r}")
    texts = {key: reader.text(value, key, reader.lines.table("pack", key)) for key, value in header.items()}
    entries = table.get("entry", [])
    if not isinstance(entries, list) or len(entries) > MOST_ENTRIES:
        raise reader.fail(1, f"entries are written as [[entry]], at most {MOST_ENTRIES:,}")
    if not set(table) & {"entry", "class", "irregular"}:
        raise reader.fail(1, "this pack is empty; it needs at least one [[entry]], [class.NAME] or [irregular]")
    source = texts.get("source", "")
    if entries and source not in (ANY, TRANSLATED) and not re.fullmatch("[a-z]{2}", source):
        raise reader.fail(
            reader.lines.table("pack", "source"), "source must be two letters, such as 'tr', or 'any' or 'translated'"
        )
    return Pack(
        path=reader.path,
        evidence=reader.mapping(table.get("evidence", {}), "evidence", reader.lines.table("evidence")),
        classes=tuple(_classes(reader, table.get("class", {}))),
        irregular=_irregular(reader, table.get("irregular", {})),
        entries=tuple(_entry(reader, number, entry) for number, entry in enumerate(entries)),
        **texts,
    )


def _classes(reader: _Reader, tables: object) -> list[WordClass]:
    classes: list[WordClass] = []
    for name, value in reader.table(tables, "class", reader.lines.table("class")).items():
        line = partial(reader.lines.table, f"class.{name}")
        table = reader.table(value, f"class.{name}", line)
        if set(table) - {"words", "inflect"} or table.get("inflect", "noun") not in ("noun", "verb", "none"):
            raise reader.fail(line, f"class {name!r} takes words and inflect = 'noun', 'verb' or 'none'")
        words = reader.texts(table.get("words", []), "words", partial(reader.lines.table, f"class.{name}", "words"))
        if not words:
            raise reader.fail(line, f"class {name!r} has no words")
        unique = tuple(dict.fromkeys(word.strip().lower() for word in words if word.strip()))
        classes.append(WordClass(name, unique, table.get("inflect", "noun"), Place(reader.path, line())))
    return classes


def _irregular(reader: _Reader, value: object) -> Irregular:
    line = reader.lines.table("irregular.verbs")
    table = reader.table(value, "irregular", line)
    verbs: dict[str, tuple[str, str, str, str]] = {}
    for base, forms in reader.table(table.get("verbs", {}), "irregular.verbs", line).items():
        listed = reader.texts(forms, base, partial(reader.lines.table, "irregular.verbs", base))
        if len(listed) != 4:
            problem = f"{base!r} needs four forms: third person, past, participle, -ing"
            raise reader.fail(reader.lines.table("irregular.verbs", base), problem)
        verbs[base] = (listed[0], listed[1], listed[2], listed[3])
    nouns = reader.mapping(table.get("nouns", {}), "irregular.nouns", reader.lines.table("irregular.nouns"))
    return Irregular(verbs, nouns)


def _entry(reader: _Reader, number: int, value: object) -> Entry:
    table = reader.table(value, "entry", partial(reader.lines.entry, number))

    def at(key: str) -> Line:
        return partial(reader.lines.entry, number, key)

    for key in sorted(set(table) - _KNOWN):
        raise reader.fail(at(key), f"an entry has no key {key!r}")
    texts = {key: reader.text(table.get(key, ""), key, at(key)) for key in _TEXTS}
    lists = {key: reader.texts(table[key], key, at(key)) for key in _PATTERN_LISTS if key in table}
    examples = {key: reader.texts(table.get(key, []), key, at(key)) for key in ("bad", "good", "write")}
    _complete(reader, number, texts, examples)
    confidence, kinds = _choices(reader, number, table)
    for key in ("case_sensitive", "starts_sentence", "any_source"):
        if not isinstance(table.get(key, False), bool):
            raise reader.fail(at(key), f"{key} must be true or false")
    return Entry(
        id=texts["id"],
        rule=texts["rule"],
        pattern=texts["pattern"],
        advice=texts["advice"],
        source_word=texts["source_word"],
        source_meaning=texts["source_meaning"],
        why=texts["why"],
        write=examples["write"],
        bad=examples["bad"],
        good=examples["good"],
        confidence=confidence,
        place=Place(reader.path, reader.lines.entry(number)),
        maps={k.lower(): v for k, v in reader.mapping(table.get("map", {}), "map", at("map")).items()},
        case_sensitive=table.get("case_sensitive", False),
        any_source=table.get("any_source", False),
        conditions=Conditions(kinds=kinds, starts_sentence=table.get("starts_sentence", False), **lists),
    )


def _complete(reader: _Reader, number: int, texts: Mapping[str, str], lists: Mapping[str, tuple[str, ...]]) -> None:
    line, name = reader.lines.entry(number), texts["id"]
    if not _IDENTIFIER.fullmatch(name):
        raise reader.fail(reader.lines.entry(number, "id"), "an entry needs an id of small letters, digits and hyphens")
    if not _RULE.fullmatch(texts["rule"]):
        raise reader.fail(reader.lines.entry(number, "rule"), f"entry {name!r} needs a rule's code, such as MT101")
    if not texts["pattern"]:
        raise reader.fail(line, f"entry {name!r} has no pattern")
    if not (lists["write"] or texts["advice"]):
        raise reader.fail(line, f"entry {name!r} says neither what to write nor gives advice")
    if not (lists["bad"] and lists["good"]):
        raise reader.fail(line, f"entry {name!r} needs at least one bad and one good example")


def _choices(reader: _Reader, number: int, table: Mapping[str, Any]) -> tuple[Confidence, frozenset[BlockKind]]:
    line = partial(reader.lines.entry, number, "confidence")
    try:
        confidence = Confidence[reader.text(table.get("confidence", ""), "confidence", line).upper()]
    except KeyError as error:
        raise reader.fail(line, "confidence must be high, medium or low") from error
    line = partial(reader.lines.entry, number, "kinds")
    try:
        return confidence, frozenset(BlockKind(kind) for kind in reader.texts(table.get("kinds", []), "kinds", line))
    except ValueError as error:
        raise reader.fail(line, f"{error}; kinds are {', '.join(BlockKind)}") from error
