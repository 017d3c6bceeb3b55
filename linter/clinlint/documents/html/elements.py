"""What HTML says about its elements: which are blocks, which close which, which show nothing."""

from __future__ import annotations

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link"}
    | {"meta", "param", "source", "track", "wbr"}
)

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "header"}
    | {"hgroup", "hr", "html", "head", "legend", "li", "listing", "main", "marquee", "menu", "nav", "ol", "optgroup"}
    | {"option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title"}
    | {"tr", "ul", "xmp", "plaintext", "object", "video", "audio", "canvas", "iframe", "template", "select"}
    | set(HEADINGS)
)
"""Elements that begin a line of their own; everything else runs on in the line."""

CLOSE_PARAGRAPH = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "dd", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "li", "listing", "main", "menu"}
    | {"nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul", "xmp", "plaintext"}
    | set(HEADINGS)
)
"""Start tags before which an open ``<p>`` ends."""

SCOPES = frozenset({"table", "td", "th", "caption", "object", "template", "button", "html", "body"})
"""Elements that the end tags inside them do not reach beyond."""

LISTS = frozenset({"ul", "ol", "menu", "dir"})

IMPLIED_END: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dd": frozenset({"dd", "dt"}),
    "dt": frozenset({"dd", "dt"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"}),
    "thead": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"}),
    "tfoot": frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"}),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
}
"""Start tags that end open elements of these names in the same list, table or choice."""

IMPLIED_BOUND: dict[str, frozenset[str]] = {
    "li": LISTS,
    "dd": frozenset({"dl"}),
    "dt": frozenset({"dl"}),
    "tr": frozenset({"table"}),
    "td": frozenset({"table"}),
    "th": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "option": frozenset({"select"}),
    "optgroup": frozenset({"select"}),
}
"""How far an implied end reaches: not beyond the list, table or choice that holds it."""

UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "video", "audio", "canvas"}
    | {"select", "textarea", "datalist", "noembed", "noframes", "area", "map", "progress", "meter", "title", "rp"}
)
"""Elements whose content is no text on the page: data, drawings, form controls and their fallbacks."""

IN_HEAD = frozenset(
    {"meta", "title", "link", "base", "basefont", "bgsound", "script", "style", "noscript", "template", "head", "html"}
)
"""Start tags that do not end an open ``<head>``."""

NOT_IN_FOREIGN = (BLOCKS - {"title", "object", "video", "audio", "canvas", "iframe"}) | {
    "b", "big", "br", "code", "em", "i", "img", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
}  # fmt: skip
"""Start tags before which an open ``<svg>`` or ``<math>`` ends."""
