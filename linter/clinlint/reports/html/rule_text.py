"""A rule's documentation as markup: headings, paragraphs, lists and its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from clinlint.model.example import Example, examples_in
from clinlint.model.rule import Rule
from clinlint.reports.html.text import printable

_FENCE = re.compile(r"^```[^\n]*\n.*?^```[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_FENCE_LINES = re.compile(r"^```[^\n]*\n?", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def rule_text(rule: Rule) -> Markup:
    """The whole documentation; its headings are of the fourth rank."""
    documentation = rule.documentation
    parts: list[Markup] = []
    at = 0
    for fence in _FENCE.finditer(documentation):
        parts += _prose(documentation[at : fence.start()])
        parts += _fenced(fence.group())
        at = fence.end()
    parts += _prose(documentation[at:])
    return Markup("\n").join(parts)


def _prose(text: str) -> Iterator[Markup]:
    items: list[str] = []
    paragraph: list[str] = []
    for line in [*text.splitlines(), "", "#"]:
        starts_new = line.startswith("#") or not line.strip() or _ITEM.match(line)
        if starts_new and paragraph:
            joined = " ".join(paragraph)
            if _ITEM.match(joined):
                items.append(_ITEM.sub("", joined, count=1))
            else:
                yield from _listed(items)
                yield Markup("<p>{}</p>").format(_inline(joined))
            paragraph = []
        if line.startswith("#"):
            yield from _listed(items)
            if title := line.lstrip("# "):
                # On paper the examples are left out.
                kind = Markup(' class="examples-title"') if title == "Examples" else ""
                yield Markup("<h4{}>{}</h4>").format(kind, _inline(title))
        elif line.strip():
            paragraph.append(line.strip())


def _listed(items: list[str]) -> Iterator[Markup]:
    if items:
        yield Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(_inline(i)) for i in items))
        items.clear()


def _inline(text: str) -> Markup:
    parts = _CODE.split(printable(text))
    codes = (Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts))
    return Markup("").join(map(Markup.escape, codes))


def _fenced(fence: str) -> Iterator[Markup]:
    try:
        examples = list(examples_in(fence))
    except ValueError:
        examples = []
    if not examples:
        yield Markup("<pre>{}</pre>").format(printable(_FENCE_LINES.sub("", fence)))
        return
    told = "Reported" if examples[0].is_bad else "Left alone"
    rows = Markup("").join(Markup("<li>{}</li>").format(_example(example)) for example in examples)
    yield Markup('<p class="label">{}</p><ul class="examples">{}</ul>').format(told, rows)


def _example(example: Example) -> Markup:
    parts: list[Markup] = []
    at = 0
    for span in example.spans:
        if span.start >= at:
            parts.append(Markup.escape(printable(example.text[at : span.start])))
            parts.append(Markup("<b>{}</b>").format(printable(span.of(example.text))))
            at = span.end
    parts.append(Markup.escape(printable(example.text[at:])))
    if example.fixed is not None:
        parts.append(Markup("<br>→ {}").format(printable(example.fixed)))
    return Markup("").join(parts)
