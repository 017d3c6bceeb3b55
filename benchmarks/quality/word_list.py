"""Makes the word list that MT007 knows English by.

usage: python benchmarks/quality/word_list.py --labels FILE... LIST...

``LIST`` are word lists with a word a line: Debian's ``wamerican-huge`` and ``wbritish-huge`` (SCOWL, size 80) were
used. ``--labels`` are texts whose words are taken too: Wikidata's English labels of diseases, anatomical structures,
medications, examinations and treatments (CC0).
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from clinlint.api import known_tag
from clinlint_rules.translation.residue.lexicon import is_derived
from clinlint_rules.translation.residue.medical_forms import is_medical

FOLDER = Path(__file__).parents[2] / "rules/clinlint_rules/translation/residue"
HEAD = """\
# English words that the tagger's lexicon lacks: SCOWL 2020.12.07, size 80, American and British (notice in
# lexicon.LICENSE.txt), and words of Wikidata's labels (CC0). Made by benchmarks/quality/word_list.py; sorted by byte.
#end
"""
WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’])")


def main() -> None:
    """Writes ``lexicon.txt``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--labels", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    words: set[str] = set()
    for path in arguments.lists:
        words.update(word for word in path.read_text(encoding="utf-8").split() if WORD.fullmatch(word))
    for path in arguments.labels:
        words.update(WORD.findall(path.read_text(encoding="utf-8").lower()))

    # Shorter words first: a word is left out when words that were kept give it.
    kept: set[str] = set()

    def given(word: str) -> bool:
        return word in kept or bool(known_tag(word) or known_tag(word.capitalize())) or is_medical(word)

    for word in sorted(words, key=lambda word: (len(word), word)):
        if not is_derived(word, given):
            kept.add(word)
    (FOLDER / "lexicon.txt").write_text(HEAD + "".join(f"{word}\n" for word in sorted(kept)), encoding="utf-8")
    print(f"{len(kept)} words written")


if __name__ == "__main__":
    main()
