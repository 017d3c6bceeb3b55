"""Files that are no document, broken or made to harm: one sentence each, and nothing is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.office.package import HIGHEST_RATIO
from clinlint.sources.encoding import decode
from word.word_files import archive, members, p, relations, root


def refused(data: bytes, name: str = "draft.docx") -> str:
    with pytest.raises(SourceError) as caught:
        read_documents(decode(data, name=name))
    said = str(caught.value)
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    return said


def with_main(xml: str | bytes) -> bytes:
    return archive(members("") | {"word/document.xml": xml})


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>&lol2;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = LAUGHS.replace('"lol"', 'SYSTEM "file:///etc/passwd"')


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
def test_declarations_are_refused(xml: str) -> None:
    assert "declares types or entities" in refused(with_main(xml))


def test_broken_xml_is_told_with_its_member() -> None:
    assert "word/document.xml: its XML is broken" in refused(with_main("<w:document>"))


def test_nesting_is_bounded() -> None:
    assert "nested" in refused(with_main(root("document", "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)))


def test_bytes_in_no_encoding() -> None:
    assert "word/document.xml" in refused(with_main(b'<?xml version="1.0"?><a>\xff\xfe</a>'))
    assert "is not known" in refused(with_main(b'<?xml version="1.0" encoding="klingon"?><a/>'))
    assert "word/document.xml" in refused(with_main(b'<?xml version="1.0" encoding="base64"?><a/>'))


def test_bombs_are_told_by_their_ratio_and_by_what_they_unpack_to() -> None:
    bomb = archive(members("") | {"word/document.xml": b" " * 50_000_000})
    assert len(bomb) < 50_000_000 / HIGHEST_RATIO
    assert "unpacks to more than any document holds" in refused(bomb)
    at = bomb.index(b"PK\x01\x02", bomb.rindex(b"word/document.xml") - 46)
    # An archive that lies about the size.
    lying = bytearray(bomb)
    lying[at + 24 : at + 28] = struct.pack("<L", 1_000)
    assert refused(bytes(lying))


def test_members_that_climb_out_repeat_or_are_too_many() -> None:
    assert "'../../evil'" in refused(archive(members(p("x")) | {"../../evil": "x"}))
    assert "C:" in refused(archive(members(p("x")) | {"C:/evil": "x"}))
    many = {f"word/media/{number}.png": b"" for number in range(10_001)}
    assert "members" in refused(archive(members(p("x")) | many))
    stream = io.BytesIO(archive(members(p("x"))))
    with zipfile.ZipFile(stream, "a") as out, pytest.warns(UserWarning, match="Duplicate"):
        out.writestr("word/document.xml", "<x/>")
    assert "same name" in refused(stream.getvalue())


def test_a_relation_cannot_lead_out_of_the_archive() -> None:
    climbing = members(p("x")) | {"_rels/.rels": relations(officeDocument="../../../etc/passwd")}
    # What is named is not there, so that the usual place counts.
    assert [b.text for b in read_documents(decode(archive(climbing), name="a.docx"))[0].blocks] == ["x"]


def test_what_is_no_text_document_is_named() -> None:
    missing = {path: content for path, content in members("").items() if path != "word/document.xml"}
    assert "no word/document.xml" in refused(archive(missing))
    assert "an Excel workbook" in refused(archive({"xl/workbook.xml": "<x/>"}))
    assert "a PowerPoint presentation" in refused(archive({"ppt/presentation.xml": "<x/>"}))
    assert "an e-book" in refused(archive({"mimetype": "application/epub+zip"}))
    assert "OpenDocument spreadsheet" in refused(
        archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    )
    assert "a ZIP archive" in refused(archive({"readme.txt": "x"}))
    assert "although its name says so" in refused(b"<p>Text.</p>")
    assert "damaged" in refused(archive(members(p("x")))[:-30])
    assert "damaged" in refused(b"PK\x03\x04" + b"x" * 100)


def test_old_and_locked_files() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    assert "old Word (.doc)" in refused(ole + "WordDocument".encode("utf-16-le"), "draft.doc")
    assert "password" in refused(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "old Office document" in refused(ole, "table.xls")
    locked = bytearray(archive(members(p("x"))))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + flags] |= 1
            at = locked.find(mark, at + 4)
    assert "password" in refused(bytes(locked))
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": b"\x01\x02"}
    assert "password" in refused(archive({"mimetype": "application/vnd.oasis.opendocument.text"} | manifest))


def test_a_damaged_member_is_told() -> None:
    data = bytearray(archive(members(p("x" * 3_000))))
    at = data.index(b"word/document.xml") + len("word/document.xml") + 8
    data[at] ^= 0xFF
    assert "word/document.xml" in refused(bytes(data))
