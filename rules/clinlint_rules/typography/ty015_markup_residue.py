"""TY015 markup-residue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    FixAvailability,
    RuleMeta,
    Severity,
    rule,
)

META = RuleMeta(
    code="TY015",
    name="markup-residue",
    summary="tags, entities or shortcodes that show as text",
    severity=Severity.ERROR,
    mqm_type="Design and markup/Markup tag",
    its_type="markup",
    references=(
        "https://html.spec.whatwg.org/multipage/named-characters.html",
        "https://codex.wordpress.org/Shortcode",
    ),
    fix=FixAvailability.SOMETIMES,
)

_TAGS = (
    "p|br|b|i|u|em|strong|span|div|a|ul|ol|li|h[1-6]|table|tr|td|th|img|font|center|sup|sub|hr|section|figure|iframe"
)
_RESIDUE = re.compile(
    rf"(?P<tag><[ ]{{0,2}}/?[ ]{{0,2}}(?:{_TAGS})(?:[ ]{{1,2}}/?|\s[a-z-]{{2,20}}\s?=\s?[^<>]{{0,200}})?/?>)"
    r"|(?P<entity>&(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|apos|bull|middot|deg|uuml|ouml|ccedil"
    r"|#\d{2,5}|#x[0-9a-fA-F]{2,5});)"
    r"|(?P<shortcode>\[/?(?:[a-z]{2,20}(?:[_-][a-z0-9]{1,20}){1,4}|caption|gallery|embed|audio|video|playlist|button|row|column)"
    r"(?:\s[a-z_-]{2,30}=[^\[\]]{0,200})?/?\])"
    r"|(?P<template>\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\})"
    r"|(?P<stars>(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,120}(?<=[^\s*])\*\*(?![\w*]))",
    re.IGNORECASE,
)
_CODES = {
    "nbsp": " ",
    "amp": "&",
    "quot": '"',
    "rsquo": "’",
    "lsquo": "‘",
    "rdquo": "”",
    "ldquo": "“",
    "ndash": "–",
} | {
    "mdash": "—",
    "hellip": "…",
    "apos": "’",
}
_NAMES = {
    "tag": "An HTML tag shows as text.",
    "entity": "A character reference shows as text.",
    "shortcode": "A shortcode of the content management system shows as text.",
    "template": "A placeholder of a template was not filled in.",
    "stars": "Markdown asterisks show as text.",
}


@rule(META)
def check(block: Block, context: Context) -> Iterator[Finding]:
    """A tag, character reference, shortcode or placeholder shows as text.

    ## Why it matters

    It was escaped twice, taken apart by a translation engine (`< / p >`), or belongs to a plug-in that is gone. The
    reader sees code.

    ## Examples

    ```bad
    Rest for a day.⟦< / p >⟧ ⟦<p>⟧ Then walk.
    ---
    Salt⟦&nbsp;⟧and water help.
    ⇒
    Salt and water help.
    ---
    ⟦[contact_form id="12"]⟧ Send us your question.
    ---
    Dear ⟦{{first_name}}⟧, this is your result. ⟦**Anaemia**⟧ is mild.
    ```

    ```good
    p < 0.05, a<b and b>c, 5 > 3 and the <5% group; Q&A, AT&T; R&D.
    ---
    See [1], [2, 3], [sic], [emphasis added] and [in Turkish].
    ---
    The footnotes * and ** mark p<0.05 and p<0.01**.
    ---
    The set {1, 2} and 2**3 are numbers; a [high-fat] diet.
    ```

    ## Limits

    Tags and shortcodes of a closed list, and shortcodes with an underscore, are known. Code blocks are not read.

    ## Fix

    A character reference is replaced by its character: safe for spaces and marks. Tags and shortcodes need a person.
    """
    text = block.text
    if not any(sign in text for sign in "<&[{*"):
        return
    for match in _RESIDUE.finditer(text):
        if (
            match["shortcode"]
            and "=" not in match["shortcode"]
            and "_" not in match["shortcode"]
            and "/" not in match[0]
        ):
            continue
        span = block.at(*match.span())
        name = str(match.lastgroup)
        character = _CODES.get(match[0].strip("&;").lower()) if match["entity"] else None
        fixes = (Fix("Write the character", (Edit(span, character),), Applicability.SAFE),) if character else ()
        yield Finding(span, _NAMES[name], fixes)
