"""How bytes become text: which encoding counts, and what happens to bytes that fit none."""

from __future__ import annotations

import pytest

from clinlint.errors import SourceError
from clinlint.sources.encoding import decode
from clinlint.sources.formats import media_type_of
from clinlint.sources.labels import codec_for

TEXT = "Kulak ağrısı: “38 °C” 😀\r\nİkinci satır"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_byte_order_mark_counts_most_and_is_not_text(mark: bytes, codec: str) -> None:
    source = decode(mark + TEXT.encode(codec), name="a.txt", declared="windows-1252")
    assert (source.text, source.encoding, source.byte_order_mark) == (TEXT, codec, mark)
    assert source.notes == ()


def test_newline_style_is_remembered() -> None:
    assert decode(b"a\r\nb\r\nc\n", name="a.txt").newline == "\r\n"
    assert decode(b"a\rb\rc", name="a.txt").newline == "\r"


@pytest.mark.parametrize(
    "head",
    [
        b"<meta charset=windows-1254>",
        b"<META CHARSET='ISO-8859-9' />",
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9">',
        b'<!-- <meta charset="koi8-r"> --><meta charset="latin5">',
        b'<?xml version="1.0" encoding="iso-8859-9"?>',
        b'<meta name="description" content="what charset=koi8-r means"><meta charset="l5">',
    ],
)
def test_page_declares_its_encoding(head: bytes) -> None:
    page = head + "<p>Şişlik ve ağrı</p>".encode("windows-1254")
    source = decode(page, name="a.html")
    assert source.encoding == "windows-1254"
    assert "Şişlik ve ağrı" in source.text
    assert source.notes == ()


def test_server_counts_more_than_page() -> None:
    page = '<meta charset="koi8-r"><p>café</p>'.encode("windows-1252")
    assert decode(page, name="a.html", declared="ISO-8859-1").text.endswith("café</p>")


def test_iso_8859_1_means_windows_1252() -> None:
    assert decode("<meta charset=iso-8859-1>“yes”".encode("windows-1252"), name="a.html").text.endswith("“yes”")


def test_declaration_behind_the_first_1024_bytes_is_not_read() -> None:
    page = b"<p>" + b" " * 1024 + b"<meta charset=koi8-r>" + "<p>é</p>".encode()
    assert decode(page, name="a.html").encoding == "utf-8"


def test_declaration_further_down_counts_where_the_first_one_does_not_fit() -> None:
    banner = b"<meta charset=utf-8><style>" + b" " * 2000 + b"</style>"
    page = banner + '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>糖尿病</p>'.encode("gb2312")
    source = decode(page, name="a.html")
    assert "糖尿病" in source.text
    assert source.notes == ("the page declares the encoding 'utf-8', which the bytes are not: taken as gb18030",)


@pytest.mark.parametrize("label", ["utf-8", "gb18030"])
def test_declared_encoding_that_does_not_fit_is_passed_over_with_a_note(label: str) -> None:
    page = f"<meta charset={label}><p>caf".encode() + b"\xe9</p>"
    source = decode(page, name="a.html")
    assert source.text.endswith("café</p>")
    assert source.notes == (
        f"the page declares the encoding '{label}', which the bytes are not: taken as windows-1252",
    )


def test_unknown_label_is_passed_over_with_a_note() -> None:
    source = decode("ok “yes”".encode(), name="a.txt", declared="klingon{0}")
    assert source.text == "ok “yes”"
    assert source.notes == (
        "the server declares the encoding 'klingon{0}', which clinlint does not read: taken as utf-8",
    )


def test_page_that_declares_utf_16_in_ascii_is_utf_8() -> None:
    assert decode("<meta charset=utf-16><p>é".encode(), name="a.html").text.endswith("é")


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("windows-1252", "Body temperature above 38 °C is a fever."),
        ("windows-1252", "“Drink water” – it’s what the doctor says."),
        ("windows-1254", "Kulak ağrısı için doktorunuza danışın; ilacınızı bırakmayın."),
        ("windows-1254", "Dr. Ayşe Yıldız sees children in İzmir every morning."),
        ("windows-1251", "Лечение болезней уха, горла и носа у детей и взрослых"),
    ],
)
def test_undeclared_old_encodings_are_told_apart(codec: str, text: str) -> None:
    source = decode(text.encode(codec), name="a.txt")
    assert (source.text, source.encoding) == (text, codec)
    assert source.notes == (f"no encoding is declared and the bytes are not UTF-8: taken as {codec}",)


def test_old_encoding_of_a_large_file_is_used_for_all_of_it() -> None:
    text = "plain words only " * 10_000 + "ağrısı “yes” " + "and more words " * 10_000 + "şişlik"
    assert decode(text.encode("windows-1254"), name="a.txt").text == text


def test_few_broken_bytes_in_utf_8_leave_the_rest_exact() -> None:
    data = "“naïve”\n“ağrı” ".encode() + b"\xff\xfe and \xe2\x80 end"
    source = decode(data, name="a.txt")
    assert source.text == "“naïve”\n“ağrı” \ufffd\ufffd and \ufffd\ufffd end"
    assert source.encoding == "utf-8"
    assert source.undecodable == ((15, 1), (16, 1), (22, 1), (23, 1))
    assert source.notes == ("4 bytes are not utf-8 (line 2, column 8 first): shown as U+FFFD and left as found",)
    assert data[source.byte_offset(source.text.index("end")) :] == b"end"


def test_one_byte_without_a_character_in_windows_1252() -> None:
    data = b"<meta charset=windows-1252>\x93It\x92s caf\xe9\x94 \x81 end"
    source = decode(data, name="a.html")
    assert source.text.endswith("“It’s café” \ufffd end")
    assert len(source.undecodable) == 1
    assert data[source.byte_offset(len(source.text) - 3) :] == b"end"


def test_truncated_utf_16_keeps_what_is_there() -> None:
    data = b"\xff\xfe" + "ağrı".encode("utf-16-le") + b"\x41"
    source = decode(data, name="a.txt")
    assert source.text == "ağrı\ufffd"
    assert source.byte_offset(5) == len(data)
    assert source.notes == ("1 byte is not utf-16-le (line 1, column 5): shown as U+FFFD and left as found",)


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    data = b"\xff\xfe" + b"a\x00\x3d\xd8b\x00"
    source = decode(data, name="a.txt")
    assert source.text == "a\ufffdb"
    assert data[source.byte_offset(2) :] == b"b\x00"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(codec: str) -> None:
    text = "Drink water every hour, and rest."
    assert decode(text.encode(codec), name="a.txt").text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"some text\x00more", "binary data (a NUL byte at byte 9)"),
        (b"\x01\x02\x03\x04\x05abc", "binary data (mostly control characters)"),
        (b"{\\rtf1\\ansi}", "an RTF document"),
    ],
)
def test_binary_data_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, name="odd.html")
    assert str(caught.value) == (
        f"odd.html: this is {kind}, not text; save the article as HTML, Markdown or plain text"
    )


def test_empty_file_is_text_with_a_note() -> None:
    source = decode(b"", name="a.txt")
    assert (source.text, source.notes) == ("", ("the file is empty",))


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("a.HTML", "", "text/html"),
        ("a.xhtml", "", "application/xhtml+xml"),
        ("notes.md", "<p>x</p>", "text/markdown"),
        ("a.txt", "<!doctype html>", "text/plain"),
        ("post.json", "[]", "application/json"),
        ("https://example.org/page.md?x=a.html#b.txt", "", "text/markdown"),
        ("<stdin>", "\ufeff <!DOCTYPE html><html>", "text/html"),
        ("<stdin>", "<!-- saved --><p>Ear pain</p>", "text/html"),
        ("<stdin>", "Ear pain <b>hurts</b>", "text/html"),
        ("<stdin>", "<?xml version='1.0'?>\n<html>", "application/xhtml+xml"),
        ("<stdin>", "<?xml version='1.0'?>\n<rss>", "application/xml"),
        ("<stdin>", '[{"title":{"rendered":"x"}}]', "application/json"),
        ("<stdin>", "[Note] patients only", "text/plain"),
        ("<stdin>", "# Ear pain\n\n* one", "text/plain"),
        ("<stdin>", "values <5 and >3, a < b", "text/plain"),
        ("article", "", "text/plain"),
    ],
)
def test_format_comes_from_extension_then_content(name: str, head: str, media_type: str) -> None:
    assert media_type_of(name, head) == media_type


def test_labels_are_read_as_browsers_read_them() -> None:
    assert codec_for(" UTF8 ") == "utf-8"
    assert codec_for("ascii") == "windows-1252"
    assert codec_for("iso-2022-jp") is None


def test_bytes_that_fit_no_encoding_are_refused() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"\xe9\x81" * 20_000, name="odd.txt")
    assert str(caught.value) == "odd.txt: the encoding of this file cannot be told; save it as UTF-8"
