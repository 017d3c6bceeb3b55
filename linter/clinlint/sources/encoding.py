"""Bytes to text: finds the encoding, decodes once, and says what could not be decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from clinlint.errors import SourceError
from clinlint.model.source import Source, dominant_newline
from clinlint.sources.formats import ARCHIVE, ARCHIVES, HEAD, OLD_OFFICE, binary_kind, media_type_of
from clinlint.sources.labels import codec_for

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DECLARED_WITHIN = 1024
_DECLARED_LATE = 65_536
_SAMPLE = 32_768
"""How many bytes charset-normalizer is given; it takes seconds for megabytes."""

_MOST_UNDECODABLE = 10_000
"""With more bytes that are no characters, text is not in that encoding."""

_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'>]{1,40})[\"']")
_META = re.compile(rb"<meta(?=[\s/])[^>]*+>", re.IGNORECASE)
_CHARSET = re.compile(rb"[\s\"'/;]charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,40})", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[A-Za-z]")
_TURKISH_LETTERS = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MULTI_BYTE = frozenset({"gb18030", "cp950", "euc-jp", "cp932", "cp949"})
_CANDIDATES = [
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "cp874",
    "koi8_r",
    "iso8859_2",
]
_CANDIDATES += ["gb18030", "cp950", "cp932", "euc_jp", "cp949"]


@dataclass(frozen=True, slots=True)
class _Decoded:
    """Text, the codec behind it, and offset and byte count of every U+FFFD that stands for no character."""

    text: str
    codec: str
    undecodable: tuple[tuple[int, int], ...] = ()


def decode(data: bytes, *, name: str, media_type: str | None = None, declared: str | None = None) -> Source:
    """The source that ``data`` holds.

    The encoding is, in this order: that of the byte-order mark; ``declared`` (the HTTP header's
    charset); the one that an HTML page declares in its first 1,024 bytes; UTF-8; one that it declares later; what
    charset-normalizer makes of it; windows-1252 or its Turkish twin. A declared encoding that does
    not fit is passed over with a note. Bytes that are no characters become one U+FFFD each and are
    listed in ``Source.undecodable``, so that offsets stay exact and a fix elsewhere leaves them alone.

    Args:
        data: the bytes as read.
        name: the path or URL, for reports; its extension selects the format.
        media_type: the format, where it is known from elsewhere.
        declared: the label of the encoding that came along with the data.

    Raises:
        SourceError: when the data is not text.
    """
    if data.startswith((ARCHIVE, OLD_OFFICE)):
        return _of_office(data, name)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            marked = _unicode(data[len(mark) :], codec)
            if marked is not None and "\0" not in marked.text:
                return _source(data, marked, name, media_type, mark)
    notes: list[str] = []
    decoded = _unmarked_utf_16(data, declared)
    if decoded is None:
        kind = binary_kind(data)
        if kind is not None:
            raise SourceError(f"{name}: this is {kind}, not text; save the article as HTML, Markdown or plain text")
        media_type = media_type or media_type_of(name, data[:HEAD].decode("latin-1"))
        if media_type in ARCHIVES:
            raise SourceError(f"{name}: this is no Word or OpenDocument file, although its name says so")
        decoded = _by_declaration(data, _declarations(data, media_type, declared), notes) or _guessed(data, notes)
        if decoded is None:
            raise SourceError(f"{name}: the encoding of this file cannot be told; save it as UTF-8")
    return _source(data, decoded, name, media_type, b"", notes)


def _of_office(data: bytes, name: str) -> Source:
    """The source in a word processor's file."""
    if data.startswith(OLD_OFFICE):
        from clinlint.office.package import old_document

        raise SourceError(f"{name}: {old_document(data)}")
    from clinlint.office.opening import opened

    return opened(data, name)


def _source(
    data: bytes, decoded: _Decoded, name: str, media_type: str | None, mark: bytes, notes: list[str] | None = None
) -> Source:
    source = Source(
        name=name,
        data=data,
        text=decoded.text,
        encoding=decoded.codec,
        byte_order_mark=mark,
        newline=dominant_newline(decoded.text),
        media_type=media_type or media_type_of(name, decoded.text),
        undecodable=decoded.undecodable,
    )
    told = [note.format(codec=decoded.codec) for note in notes or ()]
    if decoded.undecodable:
        at = source.position(decoded.undecodable[0][0])
        count = sum(width for _, width in decoded.undecodable)
        what = "1 byte is" if count == 1 else f"{count:,} bytes are"
        told.append(
            f"{what} not {decoded.codec} (line {at.line}, column {at.column}{'' if count == 1 else ' first'}): "
            "shown as U+FFFD and left as found"
        )
    if not data:
        told.append("the file is empty")
    return replace(source, notes=tuple(told)) if told else source


def _unicode(payload: bytes, codec: str) -> _Decoded | None:
    """``payload`` in a Unicode encoding, whatever is broken in it; None when it cannot be that encoding."""
    if codec == "utf-8":
        return _lenient(payload, codec)
    unit = 4 if codec.startswith("utf-32") else 2
    rest = len(payload) % unit
    try:
        text = payload[: len(payload) - rest].decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return None
    lone = islice(_LONE_SURROGATE.finditer(text), _MOST_UNDECODABLE + 1)
    undecodable = [(found.start(), unit) for found in lone]
    if len(undecodable) > _MOST_UNDECODABLE:
        return None
    if rest:
        undecodable.append((len(text), rest))
    return _Decoded(_LONE_SURROGATE.sub("\ufffd", text) + "\ufffd" * bool(rest), codec, tuple(undecodable))


def _lenient(payload: bytes, codec: str) -> _Decoded | None:
    """UTF-8 or single bytes, with one U+FFFD for every byte that is no character; None when there are too many."""
    text = payload.decode(codec, "surrogateescape")
    found = list(islice(_LONE_SURROGATE.finditer(text), _MOST_UNDECODABLE + 1))
    if not found:
        return _Decoded(text, codec)
    if len(found) > _MOST_UNDECODABLE:
        return None
    return _Decoded(_LONE_SURROGATE.sub("\ufffd", text), codec, tuple((match.start(), 1) for match in found))


def _is_convincing(decoded: _Decoded) -> bool:
    """True when the sequences that fit the encoding outnumber the places that do not, two to one."""
    offsets = [offset for offset, _ in decoded.undecodable]
    places = sum(number == 0 or offset != offsets[number - 1] + 1 for number, offset in enumerate(offsets))
    if not places:
        return True
    fitting = len(decoded.text) - len(decoded.text.encode("ascii", "ignore")) - len(offsets)
    return fitting >= 2 * places


def _unmarked_utf_16(data: bytes, declared: str | None) -> _Decoded | None:
    """UTF-16 without a byte-order mark, told by NUL bytes in every other place of mostly Latin text."""
    head = data[:HEAD]
    if b"\0" not in head:
        return None
    zeros = (head[::2].count(0), head[1::2].count(0))
    codec = codec_for(declared or "")
    if codec not in ("utf-16-le", "utf-16-be"):
        codec = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
        if max(zeros) * 10 < len(head) * 4 or min(zeros) * 10 > max(zeros):
            return None
    decoded = _unicode(data, codec)
    return decoded if decoded is not None and "\0" not in decoded.text else None


def _declarations(data: bytes, media_type: str, declared: str | None) -> Iterator[tuple[str, str]]:
    """Who declares an encoding, and the label, the most binding first."""
    if declared:
        yield "the server", declared
    if media_type not in _MARKUP:
        return
    head = data[:_DECLARED_WITHIN]
    xml = _XML_DECLARATION.match(head)
    for label in _declared_in(head):
        yield "the page", label
    if xml:
        yield "the page", xml[1].decode("ascii", "replace")


def _declared_in(head: bytes) -> Iterator[str]:
    """The labels in the ``<meta>`` of a piece of markup; archives write their own above the page's."""
    for tag in _META.findall(_COMMENT.sub(b"", head)):
        charset = _CHARSET.search(tag)
        # <meta name="description" content="… charset=…"> declares nothing.
        if charset and (b"http-equiv" in tag.lower() or b"content" not in tag.lower()):
            yield charset[1].decode("ascii", "replace")


def _by_declaration(data: bytes, declarations: Iterator[tuple[str, str]], notes: list[str]) -> _Decoded | None:
    for who, label in declarations:
        codec = codec_for(label)
        if codec in ("utf-16-le", "utf-16-be"):
            # A page that can be read as far as its declaration is not UTF-16; browsers take it as UTF-8.
            codec = "utf-8"
        shown = label.replace("{", "{{").replace("}", "}}")
        if codec is None:
            notes.append(f"{who} declares the encoding {shown!r}, which clinlint does not read: taken as {{codec}}")
            continue
        decoded = _fitting(data, codec)
        if decoded is not None:
            return decoded
        notes.append(f"{who} declares the encoding {shown!r}, which the bytes are not: taken as {{codec}}")
    return None


def _fitting(data: bytes, codec: str) -> _Decoded | None:
    """``data`` in ``codec``; None when it is not that, or cannot be written back byte for byte."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        if codec in _MULTI_BYTE:
            return None
        decoded = _lenient(data, codec)
        return decoded if decoded is not None and _is_convincing(decoded) else None
    try:
        return _Decoded(text, codec) if codec == "utf-8" or text.encode(codec) == data else None
    except UnicodeEncodeError:
        return None


def _guessed(data: bytes, notes: list[str]) -> _Decoded | None:
    decoded = _fitting(data, "utf-8")
    if decoded is not None:
        return decoded
    # Too late to be heard where UTF-8 fits, and still better than a guess.
    late = (codec_for(label) for label in _declared_in(data[:_DECLARED_LATE]))
    codec = next((found for found in late if found and _fitting(data, found)), None) or _guess(data)
    decoded = _fitting(data, codec) or _lenient(data, _western(data))
    if not notes:
        notes.append("no encoding is declared and the bytes are not UTF-8: taken as {codec}")
    return decoded


def _western(data: bytes) -> str:
    """windows-1252 or windows-1254: the two differ in six letters, Icelandic in one and Turkish in the other.

    Turkish is written by two hundred times as many people; Czech ``ý`` is of neither.
    """
    return "windows-1254" if _TURKISH_LETTERS.search(data) else "windows-1252"


def _guess(data: bytes) -> str:
    """The most likely encoding of text that is not UTF-8."""
    western = _western(data)
    first = _NOT_ASCII.search(data)
    start = max(0, (first.start() if first else 0) - 500)
    sample = data[start : start + _SAMPLE]
    foreign = len(_NOT_ASCII.findall(sample))
    if foreign * 2 < len(_LETTERS.findall(sample)):
        # Mostly A to Z: Latin script. On a few accents charset-normalizer would answer anything ("38 °C" is Big5).
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[western, *_CANDIDATES], preemptive_behaviour=False).best()
    if best is None or western in best.could_be_from_charset:
        return western
    return codec_for(best.encoding) or codec_for(best.encoding.replace("_", "-")) or western
