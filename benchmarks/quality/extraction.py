"""Writes what clinlint takes for the article on a set of pages, in the form an extraction scorer reads.

usage: python benchmarks/quality/extraction.py DATA_DIR > predictions.jsonl

DATA_DIR holds ``truth.jsonl`` (one page a line with ``id``, ``file`` and, where it is not UTF-8, ``encoding``)
and the pages themselves, gzip-compressed or not. One line a page is written: ``id``, ``articleBody`` (the texts
of the article's blocks, one a line) and ``blocks`` with byte offsets into the uncompressed file.
"""

from __future__ import annotations

import codecs
import gzip
import json
import sys
from pathlib import Path

from clinlint.api import Block, BlockKind, Document, Role, Source
from clinlint.documents import read_documents

LEFT_OUT = {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}


def main(folder: Path) -> None:
    """Writes one line a page to standard output."""
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            source = load(folder / page["file"], page.get("encoding", "utf-8"))
            (document,) = read_documents(source)
            blocks = [block for block in document.blocks if is_article(block)]
            body = "\n".join(block.text for block in blocks)
            print(json.dumps({"id": page["id"], "articleBody": body, "blocks": [place(document, b) for b in blocks]}))


def load(path: Path, encoding: str) -> Source:
    """The source as a caller would hand it over: bytes, encoding and text told apart from the byte-order mark."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data[len(mark) :].decode(encoding.removesuffix("-sig"), "replace")
    encoding = encoding.removesuffix("-sig")
    return Source(path.name, data, text, encoding=encoding, byte_order_mark=mark, media_type="text/html")


def is_article(block: Block) -> bool:
    """True for the text that a reader takes for the article."""
    return block.role is Role.BODY and block.kind not in LEFT_OUT and bool(block.text)


def place(document: Document, block: Block) -> dict[str, object]:
    """A block's text with the bytes that it comes from."""
    span = document.offsets.source_range(block.span)
    start, end = document.source.byte_offset(span.start), document.source.byte_offset(span.end)
    return {"start": start, "end": end, "text": block.text}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
