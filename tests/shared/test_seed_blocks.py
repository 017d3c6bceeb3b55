"""The seed article and the clean passages, where they are at hand: what is text and what is page."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from clinlint.documents import read_documents
from clinlint.model.document import Block, Role
from clinlint.model.source import Source

SHARED = Path(__file__).parents[2].parent / "shared"
SEED = SHARED / "seed" / "article.txt"
CLEAN = SHARED / "data" / "clean" / "clean.jsonl"


def blocks(text: str) -> tuple[Block, ...]:
    (document,) = read_documents(Source.from_text(text, name="x", media_type="text/plain"))
    return document.blocks


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not at hand")
def test_the_seed_article_comes_apart_as_its_editor_sees_it() -> None:
    found = blocks(SEED.read_text(encoding="utf-8"))
    why = Counter(block.attrs["why"] for block in found if block.role is Role.CHROME)
    assert why == {"phone": 2, "share-labels": 4, "related-heading": 2, "read-more": 3}
    teasers = [block.kind.value for block in found if block.role is Role.TEASER]
    assert teasers == ["heading", "heading", "paragraph"] * 3
    body = Counter(block.kind.value for block in found if block.role is Role.BODY)
    assert body == {"heading": 4, "paragraph": 11, "list_item": 9}


@pytest.mark.skipif(not CLEAN.exists(), reason="the clean passages are not at hand")
def test_good_english_is_all_body() -> None:
    taken = [
        block.text
        for line in CLEAN.read_text(encoding="utf-8").splitlines()
        for block in blocks(json.loads(line)["text"])
        if block.role is not Role.BODY
    ]
    assert taken == []
