"""Guesses which language a document was translated from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from clinlint.model.document import Document
from clinlint.model.source_language import SourceLanguage
from clinlint.packs.regex import Regex
from clinlint.packs.schema import ANY, TRANSLATED, Pack

ENOUGH = 2
"""How many independent pieces of evidence establish a language; at least one must be a defect."""

_CODE = re.compile(r"\b[a-z]{2}\b", re.IGNORECASE)


def given_language(code: str | None) -> str | None:
    """Two lower-case letters, or None for ``auto`` and for nothing."""
    if code is None or code.lower() in ("", "auto"):
        return None
    return code.lower().split("-")[0]


def guess(
    document: Document,
    given: str | None,
    defects: Mapping[str, Iterable[str]],
    packs: Iterable[Pack],
    hints: Mapping[tuple[str, str], Regex],
) -> SourceLanguage:
    """The source language: the given one, or the one that most evidence speaks for.

    Args:
        document: what was translated.
        given: the user's word, which settles it.
        defects: by language, one description for every entry of high confidence that was found.
        packs: packs with what else hints at their language.
        hints: the compiled hints by source language and description.

    A hint (letters, titles, an alternate page in that language) is no defect: a native text about a
    Turkish clinic has them too. So all hints together count as one piece of evidence.
    """
    if given:
        return SourceLanguage(given, given=True, established=True)
    text = document.text.encode("utf-8", "replace").decode("utf-8")
    hinted: dict[str, list[str]] = {}
    for pack in packs:
        if pack.source not in ("", ANY, TRANSLATED):
            listed = hinted.setdefault(pack.source, [])
            listed.extend(what for what in pack.evidence if hints[pack.source, what].search(text))
            listed.extend(what for what in _metadata(document, pack) if what not in listed)
    evidence: dict[str, list[str]] = {}
    weight: dict[str, int] = {}
    for source, listed in hinted.items():
        found = list(dict.fromkeys(defects.get(source, ())))
        if found or listed:
            evidence[source] = [*found, *listed]
            weight[source] = len(found) + bool(listed) if found else 0
    if not weight:
        return SourceLanguage()
    order = sorted(weight, key=lambda code: (-weight[code], -len(evidence[code]), code))
    best = order[0]
    if len(order) > 1 and weight[order[1]] == weight[best] and len(evidence[order[1]]) == len(evidence[best]):
        return SourceLanguage(None, evidence=tuple(evidence[best]))
    established = weight[best] >= ENOUGH and (len(order) == 1 or weight[order[1]] < weight[best])
    return SourceLanguage(best, established=established, evidence=tuple(evidence[best]))


def _metadata(document: Document, pack: Pack) -> Iterable[str]:
    for key in ("hreflang", "lang"):
        codes = {code.lower() for code in _CODE.findall(document.metadata.get(key, ""))} - {"en", "us", "gb", "x"}
        if codes == {pack.source}:
            yield f"{key} names {pack.language or pack.source}"
