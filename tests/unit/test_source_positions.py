"""Lines, columns and bytes of offsets."""

from __future__ import annotations

import pytest

from clinlint.model.source import Source, dominant_newline
from clinlint.model.span import Position, Span


def source(text: str, encoding: str = "utf-8") -> Source:
    return Source(name="a", data=text.encode(encoding), text=text, encoding=encoding)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("ab\ncd", 0, 1, 1),
        ("ab\ncd", 2, 1, 3),
        ("ab\ncd", 3, 2, 1),
        ("ab\ncd", 5, 2, 3),
        ("ab\r\ncd", 3, 1, 4),
        ("ab\r\ncd", 4, 2, 1),
        ("ab\rcd\r\nef\n", 3, 2, 1),
        ("ab\rcd\r\nef\n", 7, 3, 1),
        ("ab\rcd\r\nef\n", 10, 4, 1),
        ("😀😀\n😀", 1, 1, 2),
        ("😀😀\n😀", 3, 2, 1),
        ("a\u2028b\x0bc\x85d", 6, 1, 7),
        ("", 0, 1, 1),
    ],
)
def test_position(text: str, offset: int, line: int, column: int) -> None:
    assert source(text).position(offset) == Position(line, column)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be"])
def test_byte_offsets_of_astral_characters(encoding: str) -> None:
    text = "a😀ğ\r\nb"
    for offset in range(len(text) + 1):
        assert source(text, encoding).byte_offset(offset) == len(text[:offset].encode(encoding))


def test_bytes_of_a_span() -> None:
    found = source("ağrı var")
    assert found.data[found.byte_range(Span(1, 4))] == "ğrı".encode()


def test_decoded_text_may_hold_lone_surrogates() -> None:
    found = Source.from_text("a\ud83db", name="a", media_type="text/plain")
    assert found.data[found.byte_offset(2) :] == b"b"


def test_dominant_newline() -> None:
    assert dominant_newline("none") == "\n"
    assert dominant_newline("a\r\nb\r\nc\nd\re") == "\r\n"
    assert dominant_newline("a\rb\rc\n") == "\r"
