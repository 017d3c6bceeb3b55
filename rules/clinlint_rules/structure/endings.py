"""How a block ends, and which blocks the structure rules read together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.api import READ, Block, BlockKind, Context, Role

CLOSERS = "\"'”’»)]}"
END_MARKS = ".!?…"

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_TOKEN = re.compile(r"\S+")
_FINAL_TOKEN = re.compile(r"[\w.]*\Z")
_CONTACT = re.compile(
    r"@\w|://|www\.|\w\.(?:com|org|net|gov|edu|uk|tr|eu|int|info)\b|\d[\d ()-]{5,}\d\W*\Z", re.IGNORECASE
)

# The number of a source or footnote behind a full stop: "is low.1", "is low. [12]".
_NOTE_MARK = re.compile(
    r"(?<=[.!?”\"’)])\s?(?:\[\d{1,3}(?:[,–-]\s?\d{1,3}){0,5}\]|(?<=[.!?])\d{1,3}(?:,\d{1,3}){0,5})\Z"
)

# A stop at the end of these belongs to the word, not to the sentence.
_ABBREVIATIONS = frozenset(
    (
        "etc",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
        "u.s",
        "u.k",
        "ph.d",
        "m.d",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "no",
        "al",
        "approx",
    )
)


def is_marked(text: str) -> bool:
    """True when a stop, question or exclamation mark or an ellipsis ends the text, inside closing quotes or not."""
    bare = _NOTE_MARK.sub("", text[-80:].rstrip())
    return bare.rstrip(CLOSERS).rstrip().endswith(tuple(END_MARKS))


def is_cutting(context: Context) -> bool:
    """True when the whole document is a phrase cut out of a text: one paragraph, one sentence, an end missing.

    Where such a cutting begins or stops tells nothing about the text that it came from.
    """
    blocks = context.document.blocks
    if len(blocks) != 1 or blocks[0].kind is not BlockKind.PARAGRAPH or len(context.sentences(blocks[0])) > 1:
        return False
    text = blocks[0].text.strip()
    return text[:1].islower() or not is_marked(text)


def ends_in_note(text: str) -> bool:
    """True when the number of a source stands behind the last full stop."""
    return _NOTE_MARK.search(text[-80:].rstrip()) is not None


def is_cut_openly(text: str) -> bool:
    """True when an ellipsis at the end shows that the text goes on elsewhere."""
    return text.rstrip().rstrip(CLOSERS).endswith(("…", "...", ". . ."))


def ends_in_abbreviation(text: str) -> bool:
    """True when the last full stop belongs to a word such as ``etc.`` or ``p.m.``."""
    found = _FINAL_TOKEN.search(text.rstrip()[-24:])
    return found is not None and found.group().rstrip(".").lower() in _ABBREVIATIONS


def ends_in_contact(text: str) -> bool:
    """True when an address of the web or a telephone number stands near the end."""
    return _CONTACT.search(text[-60:]) is not None


def words(text: str) -> list[str]:
    """The words of a text, lower-cased, without marks."""
    return [word.lower() for word in _WORD.findall(text)]


def last_words(text: str, count: int) -> tuple[int, int]:
    """Where the last ``count`` words of ``text`` stand; a token of marks alone belongs to the word before it."""
    length = len(text.rstrip())
    start, seen = length, 0
    for token in reversed(list(_TOKEN.finditer(text, max(0, length - 400), length))):
        start = token.start()
        seen += any(c.isalnum() for c in token.group())
        if seen == count:
            break
    return start, length


def read_blocks(context: Context) -> Iterator[Block]:
    """The blocks that count as the author's own text, in order, empty ones included.

    Excerpts of other articles count in drafts; on a whole page the site generates them.
    """
    roles = frozenset({Role.BODY}) if context.document.whole_page else READ
    language = context.document.language
    for block in context.document.blocks:
        if (
            block.role in roles
            and block.attrs.get("lang", language).split("-")[0].lower() == language.split("-")[0].lower()
        ):
            yield block
