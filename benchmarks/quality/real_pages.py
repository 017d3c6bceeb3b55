"""How much of the article on real pages is found, and how much beside it: runs of four words, averaged by page.

usage: python benchmarks/quality/real_pages.py HTML_DIR TEXT_DIR

TEXT_DIR holds the article of NAME.html as NAME.txt; pages without such a text are left out. Prints a line a page, the
worst first, then precision, recall and F1 of their means, as the article extraction benchmark counts them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from clinlint.api import BlockKind, Role
from clinlint.documents.html import read_markup
from clinlint.sources.files import read_file

LEFT_OUT = {BlockKind.TITLE, BlockKind.META, BlockKind.ALT}
RUN = 4


def main(pages: Path, texts: Path) -> None:
    """Measures every page that has a text."""
    rows = []
    for text in sorted(texts.glob("*.txt")):
        page = pages / f"{text.stem}.html"
        if page.is_file():
            rows.append((*compare(text.read_text(encoding="utf-8"), article(page)), text.stem))
    if not rows:
        sys.exit(f"{texts}: no text belongs to a page in {pages}")
    for precision, recall, name in sorted(rows, key=lambda row: f1(*row[:2])):
        print(f"{name:30} precision {precision:.3f}  recall {recall:.3f}  F1 {f1(precision, recall):.3f}")
    precision, recall = (sum(row[part] for row in rows) / len(rows) for part in (0, 1))
    print(f"{len(rows)} pages: precision {precision:.3f}  recall {recall:.3f}  F1 {f1(precision, recall):.3f}")


def article(page: Path) -> str:
    """The text that clinlint takes for the article."""
    source = read_file(page)
    document = read_markup(source, source.text)
    return "\n".join(b.text for b in document.blocks if b.role is Role.BODY and b.kind not in LEFT_OUT)


def compare(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall."""
    wanted, got = runs(truth), runs(found)
    both = sum((wanted & got).values())
    return both / max(1, got.total()), both / max(1, wanted.total())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
