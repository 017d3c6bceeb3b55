"""Fixes in a Word file: the words change, and nothing else does."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.fixing.rewrite import CannotRewriteError, rewritten
from clinlint.model.fix import Applicability, Edit
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.office.archive import exchanged
from clinlint.sources.encoding import decode
from fixing_help import edited
from word.word_files import archive, document, members, opendocument, p, t, texts, word

TEXT = re.compile(r"(<w:t(?:\s[^>]*)?>)(.*?)(</w:t>)", re.DOTALL)


def skeleton(source: Source) -> str:
    """The XML without the characters of its text elements and the mark of white space that counts."""
    return TEXT.sub(r"\1\3", source.text).replace(' xml:space="preserve"', "")


def fixed(source: Source, *, unsafe: bool = True) -> Source:
    linter = Linter(languagetool="off")
    return linter.fix(linter.check_bytes(source.data, name=source.name), unsafe=unsafe).after


def test_fix_across_runs_goes_to_the_first_and_keeps_every_look() -> None:
    source = word(p(t("The pain goes aw") + t("ay ", "<w:b/>") + t("!", "<w:i/>") + t(" It comes back.")))
    after = fixed(source)
    assert texts(after) == ["The pain goes away! It comes back."]
    assert skeleton(after) == skeleton(source)


def test_white_space_that_comes_to_an_edge_is_marked() -> None:
    source = word(p("<w:r><w:t>one two</w:t></w:r>" + t("three")))
    assert texts(edited(source, "two", "")) == ["one three"]
    assert '<w:t xml:space="preserve">one </w:t>' in edited(source, "two", "").text
    # What was not shown stays so.
    hidden = word(p("<w:r><w:t>  one two</w:t></w:r>" + t("three")))
    assert texts(edited(hidden, "two", "")) == ["one three"]
    assert '<w:t xml:space="preserve">one </w:t>' in edited(hidden, "two", "").text


def test_breaks_and_tabs_become_elements() -> None:
    source = word(p("one two three"))
    after = edited(source, "two", "2\n\t&")
    assert '<w:t xml:space="preserve">one 2</w:t><w:br/>' in after.text
    assert "<w:tab/>" in after.text
    assert "&amp; three" in after.text


def test_a_sign_is_exchanged_as_a_whole() -> None:
    source = word(p(t("38") + "<w:r><w:rPr><w:b/></w:rPr><w:noBreakHyphen/></w:r>" + t("year")))
    after = edited(source, "\u2011", "-")
    assert texts(after) == ["38-year"]
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">-</w:t></w:r>' in after.text


def test_other_prefixes_are_kept() -> None:
    other = members("<w:p><w:r><w:tab/><w:t>one two</w:t></w:r></w:p>")
    other["word/document.xml"] = str(other["word/document.xml"]).replace("w:", "x:").replace("xmlns:w", "xmlns:x")
    source = decode(archive(other), name="a.docx")
    assert '<x:t xml:space="preserve">one </x:t>' in edited(source, "two", "").text


def test_what_xml_cannot_hold_is_refused() -> None:
    source = word(p("one"))
    at = source.text.index("one")
    for edit, why in (
        (Edit(Span(at, at + 3), "\x01"), "control character"),
        (Edit(Span(at, at + 3), "<b>"), "could no longer be read"),
        (Edit(Span(at - 3, at + 3), "x"), "no run of text"),
        (Edit(Span(0, 5), "x"), "no run of text"),
    ):
        with pytest.raises(CannotRewriteError, match=why):
            rewritten(source, [edit])


def test_a_signed_document_is_left_alone() -> None:
    signed = decode(archive(members(p("one")) | {"_xmlsignatures/sig1.xml": "<x/>"}), name="a.docx")
    with pytest.raises(CannotRewriteError, match="signed"):
        rewritten(signed, [Edit(Span(signed.text.index("one"), signed.text.index("one") + 3), "two")])


@pytest.mark.parametrize(
    ("inner", "obstacle"),
    [
        (t("The pain goes away") + "<w:ins>" + t(" !") + "</w:ins>", None),
        (t("The pain goes away ") + "<w:ins>" + t("!") + "</w:ins>", None),
        (t("It may hurt the th") + "<w:ins>" + t("e knee.") + "</w:ins>", "a tracked change"),
        (t("It may hurt the th") + "<w:hyperlink>" + t("e knee.") + "</w:hyperlink>", "a link"),
        ('<w:fldSimple w:instr="REF x">' + t("It may hurt the the knee.") + "</w:fldSimple>", "a field"),
        ("<w:hyperlink>" + t("It may hurt the the knee.") + "</w:hyperlink>", None),
    ],
)  # fmt: skip
def test_what_would_be_cut_in_two_is_for_a_person(inner: str, obstacle: str | None) -> None:
    source = word(p(inner))
    found = [
        d
        for d in Linter(languagetool="off").check_bytes(source.data, name=source.name).diagnostics
        if d.rule in {"TY001", "TY006"}
    ]
    (fix,) = found[0].fixes
    assert (fix.applicability is Applicability.DISPLAY) is (obstacle is not None)
    assert (obstacle or "") in fix.title
    assert (fixed(source).data == source.data) is (obstacle is not None)


WORDS = st.lists(
    st.sampled_from(["the the", "a  b", "pain !", "salt &amp; pepper", "Größe", "1 mg", "word"]), min_size=1
)


@settings(max_examples=40)
@given(WORDS, st.data())
def test_only_text_changes_however_runs_are_cut(words: list[str], data: st.DataObject) -> None:
    text = "The knee " + " ".join(words) + " heals."
    parts = re.findall(r"&amp;|.", text)
    cuts = sorted(data.draw(st.sets(st.integers(1, len(parts) - 1), max_size=8)))
    looks = ["", "<w:b/>", '<w:color w:val="FF0000"/>', "<w:i/><w:u/>"]
    runs = [
        t("".join(parts[low:high]), looks[low % 4]) + '<w:bookmarkStart w:id="1" w:name="b"/>'
        for low, high in zip([0, *cuts], [*cuts, len(parts)], strict=True)
    ]
    whole, split = word(p(t(text))), word(p("".join(runs)))
    after = fixed(split)
    assert texts(after) == texts(fixed(whole))
    assert skeleton(after) == skeleton(split)
    assert fixed(after).data == after.data


def test_archive_keeps_every_other_member_as_it_is() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for path, content in (members(p("The pain goes away !")) | {"word/vbaProject.bin": b"\0macro" * 50}).items():
            info = zipfile.ZipInfo(path, (2021, 3, 4, 5, 6, 8))
            info.compress_type = zipfile.ZIP_STORED if path.endswith(".rels") else zipfile.ZIP_DEFLATED
            info.comment, info.external_attr = b"remark", 0o640 << 16
            with out.open(info, "w", force_zip64=path.endswith("styles.xml")) as member:
                member.write(content if isinstance(content, bytes) else content.encode())
        out.comment = b"all"
    source = decode(stream.getvalue(), name="draft.docm")
    after = fixed(source)
    assert texts(after) == ["The pain goes away!"]
    before, now = (zipfile.ZipFile(io.BytesIO(data)) for data in (source.data, after.data))
    assert now.testzip() is None
    assert now.comment == b"all"
    for old, new in zip(before.infolist(), now.infolist(), strict=True):
        facts = [(i.filename, i.date_time, i.compress_type, i.external_attr, i.comment) for i in (old, new)]
        assert facts[0] == facts[1]
        assert (before.read(old) == now.read(new)) is (old.filename != "word/document.xml")


@given(st.dictionaries(st.sampled_from("abcdef"), st.binary(max_size=300), min_size=1), st.data())
def test_exchanged_members_are_the_only_ones_that_differ(content: dict[str, bytes], data: st.DataObject) -> None:
    stream = io.BytesIO()
    streamed = data.draw(st.booleans())
    target = io.BufferedWriter(_Pipe(stream)) if streamed else stream
    with zipfile.ZipFile(target, "w") as out:
        for path, value in content.items():
            out.writestr(path, value, data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
    target.flush()
    new = data.draw(st.dictionaries(st.sampled_from(sorted(content)), st.binary(max_size=300)))
    added = data.draw(st.dictionaries(st.sampled_from(["ä", "x/y"]), st.binary(max_size=300)))
    with zipfile.ZipFile(io.BytesIO(exchanged(stream.getvalue(), new, added))) as archive_now:
        assert archive_now.testzip() is None
        assert {path: archive_now.read(path) for path in archive_now.namelist()} == content | new | added


class _Pipe(io.RawIOBase):
    """Cannot go back, so that sizes stand behind the content."""

    def __init__(self, stream: io.BytesIO) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._stream.write(data)  # type: ignore[arg-type]


def test_python_docx_opens_what_was_fixed() -> None:
    draft = docx.Document()
    draft.add_heading("Knee", 1)
    paragraph = draft.add_paragraph("The pain goes ")
    paragraph.add_run("away !").bold = True
    draft.add_table(1, 1).cell(0, 0).text = "It may hurt the the knee"
    stream = io.BytesIO()
    draft.save(stream)
    after = fixed(decode(stream.getvalue(), name="draft.docx"))
    again = docx.Document(io.BytesIO(after.data))
    assert [x.text for x in again.paragraphs] == ["Knee", "The pain goes away!"]
    assert again.paragraphs[1].runs[1].bold
    assert again.tables[0].cell(0, 0).text == "It may hurt the knee"


def test_utf_16_parts_are_written_as_they_were() -> None:
    files = members("")
    xml = str(members(p("The pain 😀 goes away !"))["word/document.xml"]).replace("UTF-8", "UTF-16")
    files["word/document.xml"] = xml.encode("utf-16")
    after = fixed(decode(archive(files), name="a.docx"))
    with zipfile.ZipFile(io.BytesIO(after.data)) as opened:
        assert opened.read("word/document.xml") == xml.replace("away !", "away!").encode("utf-16")


def test_open_document_is_fixed_too() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    note += "<text:p>It may hurt the the knee.</text:p></text:note-body></text:note>"
    source = opendocument(f"<text:p>The pain goes <text:span>away </text:span>!{note} It ends.</text:p>")
    assert texts(source) == ["The pain goes away ! It ends.", "It may hurt the the knee."]
    after = fixed(source)
    assert texts(after) == ["The pain goes away! It ends.", "It may hurt the knee."]
    assert "<text:span>away</text:span>!" in after.text
    found = document(after)
    assert found.offsets.to_text(found.offsets.to_source(found.blocks[1].span)) == found.blocks[1].span
