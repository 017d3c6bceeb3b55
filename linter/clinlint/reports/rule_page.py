"""A rule's documentation for a terminal, and as a Markdown page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from clinlint.model.example import Example, examples_in
from clinlint.model.rule import GoodTextFigure, Rule
from clinlint.reports.cells import cells, visible, wrapped
from clinlint.reports.rule_list import options_of
from clinlint.reports.style import SEVERITY_COLORS, Style

_FENCE = re.compile(r"^```[^\n]*\n.*?^```[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_ITEM = re.compile(r"[-*] |\d+\. ")
_FENCE_LINES = re.compile(r"^```[^\n]*\n?", re.MULTILINE)


def page_as_text(rule: Rule, style: Style, width: int) -> str:
    """The documentation with headings, wrapped to ``width`` columns."""
    meta = rule.meta
    severity = style(meta.severity.value, SEVERITY_COLORS[meta.severity.value])
    facts = f"{severity}, fix: {meta.fix.value}, languages: {', '.join(meta.languages)}, since {meta.since}"
    off = "" if meta.enabled else ", off unless selected"
    lines = [
        style(f"{visible(meta.code)} {visible(meta.name)}", "bold", "underline"),
        visible(meta.summary),
        f"{facts}{off}",
        "",
        *_body(rule.documentation, style, width),
    ]
    options = options_of(rule)
    if options:
        lines += ["", style("Options", "bold")]
        for option in options:
            lines.append(
                f"  {style(option['key'], 'cyan')} = {visible(json.dumps(option['default'], ensure_ascii=False))}"
            )
            lines += _paragraph(option["help"], style, width, "    ")
    if meta.on_good_text is not None:
        lines += ["", style("On good text", "bold"), *_paragraph(_on_good_text(meta.on_good_text), style, width, "  ")]
    if meta.references:
        lines += ["", style("References", "bold"), *(f"  {visible(reference)}" for reference in meta.references)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _on_good_text(figure: GoodTextFigure) -> str:
    alarms = "no alarm" if not figure.alarms else "1 alarm" if figure.alarms == 1 else f"{figure.alarms} alarms"
    return f"It raised {alarms} in {figure.words:,} words of {figure.text}."


def _body(documentation: str, style: Style, width: int) -> Iterator[str]:
    at = 0
    for fence in _FENCE.finditer(documentation):
        yield from _prose(documentation[at : fence.start()], style, width)
        yield from _fenced(fence.group(), style)
        at = fence.end()
    yield from _prose(documentation[at:].rstrip(), style, width)


def _prose(text: str, style: Style, width: int) -> Iterator[str]:
    """Headings, paragraphs and list items; single line breaks inside a paragraph mean nothing."""
    paragraph: list[str] = []
    for line in [*text.strip("\n").splitlines(), ""]:
        starts_new = line.startswith("#") or not line.strip() or _ITEM.match(line.lstrip())
        if starts_new and paragraph:
            yield from _paragraph(" ".join(paragraph), style, width, "  ")
            paragraph = []
        if line.startswith("#"):
            yield style(visible(line.lstrip("# ")), "bold")
        elif line.strip():
            paragraph.append(line.strip())
        elif text.strip():
            yield ""


def _paragraph(text: str, style: Style, width: int, indent: str) -> Iterator[str]:
    hanging = indent + "  " if _ITEM.match(text) else indent
    for number, row in enumerate(wrapped(cells(text), width - len(hanging))):
        line = "".join(cell.shown for cell in row).rstrip()
        yield (hanging if number else indent) + _code(line, style)


def _code(line: str, style: Style) -> str:
    return _CODE.sub(lambda match: style(match[1], "cyan"), line) if style.enabled else line


def _fenced(fence: str, style: Style) -> Iterator[str]:
    try:
        examples = list(examples_in(fence))
    except ValueError:
        examples = []
    if not examples:
        yield from (f"    {visible(line)}" for line in _FENCE_LINES.sub("", fence).splitlines())
        yield ""
        return
    yield style("  Reported:", "red") if examples[0].is_bad else style("  Left alone:", "green")
    for example in examples:
        yield from _indented(_marked(example, style), "    - ")
        if example.fixed is not None:
            yield from _indented(style("becomes ", "dim") + visible_lines(example.fixed), "      ")
    yield ""


def _indented(text: str, first: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        yield ((" " * len(first) if number else first) + line).rstrip()


def _marked(example: Example, style: Style) -> str:
    """The example with its marks underlined, or in ``⟦ ⟧`` where there are no colours."""
    parts: list[str] = []
    at = 0
    for span in example.spans:
        if span.start < at:
            continue
        text = visible_lines(span.of(example.text))
        plain = not style.enabled or not text.strip()
        parts += [
            visible_lines(example.text[at : span.start]),
            f"⟦{text}⟧" if plain else style(text, "underline", "red"),
        ]
        at = span.end
    return "".join(parts) + visible_lines(example.text[at:])


def visible_lines(text: str) -> str:
    """``text`` with its line breaks, everything else that a terminal must not get escaped."""
    return "\n".join(visible(line) for line in text.split("\n"))


def page_as_markdown(rule: Rule) -> str:
    """The documentation as a page of its own."""
    meta = rule.meta
    parts = [
        f"# {meta.code} {meta.name}",
        f"{meta.summary[:1].upper()}{meta.summary[1:]}.",
        f"Severity: {meta.severity.value}. Fix: {meta.fix.value}. Languages: {', '.join(meta.languages)}. "
        f"MQM: {meta.mqm_type}. Since {meta.since}." + ("" if meta.enabled else " Off unless selected."),
        rule.documentation,
    ]
    options = options_of(rule)
    if options:
        rows = "\n".join(
            f"- `{option['key']}` (default `{json.dumps(option['default'], ensure_ascii=False)}`): {option['help']}"
            for option in options
        )
        parts.append(f"## Options\n\n{rows}")
    if meta.on_good_text is not None:
        parts.append(f"## On good text\n\n{_on_good_text(meta.on_good_text)}")
    if meta.references:
        parts.append("## References\n\n" + "\n".join(f"- {reference}" for reference in meta.references))
    return "\n\n".join(parts) + "\n"
