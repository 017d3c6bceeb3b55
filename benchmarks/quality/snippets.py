"""How many pieces of text that belong to articles are found on real pages, and how many that do not.

usage: python benchmarks/quality/snippets.py PAGES_DIR PIECES.jsonl

PIECES.jsonl holds one page a line: ``file``, ``with`` (pieces of the article) and ``without`` (pieces of the page
around it). Prints the pages with a mistake, then precision, recall, accuracy and F1 over all pieces.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from real_pages import article


def main(pages: Path, pieces: Path) -> None:
    """Measures every page of the list."""
    right = lost = leaked = kept_out = 0
    for line in pieces.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        text = plain(article(pages / page["file"]))
        missing = [piece for piece in page["with"] if plain(piece) not in text]
        beside = [piece for piece in page["without"] if plain(piece) in text]
        right += len(page["with"]) - len(missing)
        lost += len(missing)
        leaked += len(beside)
        kept_out += len(page["without"]) - len(beside)
        for what, found in (("lost", missing), ("leaked", beside)):
            for piece in found:
                print(f"{page['file']}: {what}: {piece}")
    precision, recall = right / max(1, right + leaked), right / max(1, right + lost)
    accuracy = (right + kept_out) / max(1, right + lost + leaked + kept_out)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"precision {precision:.3f}  recall {recall:.3f}  accuracy {accuracy:.3f}  F1 {f1:.3f}")


def plain(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
