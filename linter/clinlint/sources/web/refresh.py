"""Pages that send their readers on to another address at once, by ``<meta http-equiv=refresh>`` or ``Refresh``."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

if TYPE_CHECKING:
    from clinlint.sources.web.fetching import Fetched

_SOON = 10
"""Seconds: later than this, people read the page itself, which may want to renew itself."""
_WITHIN = 16_384
"""Bytes of a page in which the element is looked for."""
_ASIDE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea|title)\b.*?(?:</\1\b|\Z)", re.DOTALL | re.IGNORECASE
)
"""What stands there is no element, or not for browsers that run scripts."""
_META = re.compile(r"<meta(?=[\s/])[^>]*+>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_VALUE = re.compile(
    r"""\s*(\d{1,9})(?:\.\d*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.*))""", re.DOTALL | re.IGNORECASE
)


def refresh_of(fetched: Fetched) -> str | None:
    """The address that a page leads on to within seconds; None for a page that stays, or renews itself."""
    if fetched.content_type not in ("text/html", "application/xhtml+xml"):
        return None
    for value in (fetched.headers.get("refresh", ""), *_declared(fetched.data[:_WITHIN])):
        found = _VALUE.match(value)
        if found is None or int(found[1]) > _SOON:
            continue
        try:
            target: str = urljoin(fetched.url, (found[2] or found[3] or found[4] or "").strip())
        except ValueError:
            continue
        other = urldefrag(target).url != urldefrag(fetched.url).url
        if other and target.lower().startswith(("http://", "https://")):
            return target
    return None


def _declared(head: bytes) -> list[str]:
    if b"refresh" not in head.lower():
        return []
    markup = _ASIDE.sub(" ", head.decode("utf-8", "replace"))
    metas = [
        {name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(meta)}
        for meta in _META.findall(markup)
    ]
    return [meta.get("content", "") for meta in metas if meta.get("http-equiv", "").strip().lower() == "refresh"]
