"""What of a Word file is text, and what of the article."""

from __future__ import annotations

import pytest

from clinlint.model.document import BlockKind, Role
from clinlint.model.source import Source
from clinlint.sources.encoding import decode
from word.word_files import STRICT, archive, document, item, members, p, root, styled, t, texts, word

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


def field(code: str, result: str) -> str:
    return FIELD.format("begin") + CODE.format(code) + FIELD.format("separate") + result + FIELD.format("end")


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(source).blocks]


def cell(*paragraphs: str, about: str = "") -> str:
    return f"<w:tc>{about}{''.join(paragraphs)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (t("Sal") + t("t &amp; pepper", "<w:b/>"), "Salt & pepper"),
        (t("a") + "<w:r><w:tab/></w:r>" + t("b"), "a\tb"),
        (t("38") + "<w:r><w:noBreakHyphen/></w:r>" + t("year"), "38\u2011year"),
        (t("Kranken") + "<w:r><w:softHyphen/></w:r>" + t("haus"), "Kranken\u00adhaus"),
        ("<w:r><w:t>  a b  </w:t></w:r>" + t(" c"), "a b c"),
        (t("5 ") + '<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>' + t("g"), "5 μg"),
        (t("5 ") + t("\uf06d", '<w:rFonts w:ascii="Symbol"/>') + t("g"), "5 μg"),
        (t("on ") + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>" + t("new") + "</w:ins>", "on new"),
        ("<w:moveFrom>" + t("it") + "</w:moveFrom>" + t("see ") + "<w:moveTo>" + t("it") + "</w:moveTo>", "see it"),
        (t("see ") + '<w:hyperlink r:id="r9">' + t("the page") + "</w:hyperlink>", "see the page"),
        (t("see ") + field(' HYPERLINK "https://example.org/" ', t("the page")), "see the page"),
        (t("p. ") + '<w:fldSimple w:instr="PAGE">' + t("3") + "</w:fldSimple>", "p. 3"),
        (t("a ") + field("IF " + "x" * 3, field("REF y", t("b"))), "a b"),
        (t("seen") + t(" hidden", "<w:vanish/>") + t(" shown", '<w:vanish w:val="0"/>'), "seen shown"),
        ("<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>" + t("kept") + "</w:sdtContent></w:sdt>", "kept"),
        ("<w:smartTag w:element='place'><w:smartTagPr/>" + t("Ankara") + "</w:smartTag>", "Ankara"),
        (t("word") + '<w:r><w:commentReference w:id="1"/></w:r>' + t("."), "word."),
        (t("x") + "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>" + t("y"), "x\ufffcy"),
        ("<w:r><w:t>CDATA <![CDATA[a < b]]></w:t></w:r>", "CDATA a < b"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert texts(word(p(inner))) == [text]


def test_what_is_not_filled_in_is_no_text() -> None:
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here.") + "</w:sdtContent></w:sdt>"
    assert texts(word(empty + p("Text."))) == ["Text."]


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next() -> None:
    first = p(t("One "), "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert texts(word(first + p("sentence.") + p("Next."))) == ["One sentence.", "Next."]


def test_old_properties_are_not_read() -> None:
    changed = "<w:pPrChange><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr></w:pPrChange>"
    assert kinds(word(p("Text.", changed))) == [("paragraph", "Text.")]


def test_headings_by_style_outline_and_name() -> None:
    body = (
        styled("Titel", "Gout") + styled("berschrift1", "Causes") + styled("Kapitel", "Food")
        + p("Deep", '<w:outlineLvl w:val="3"/>') + p("Body", '<w:outlineLvl w:val="9"/>')
    )  # fmt: skip
    blocks = document(word(body)).blocks
    assert [(b.kind.value, b.level) for b in blocks] == [("heading", n) for n in (1, 1, 2, 4)] + [("paragraph", 0)]
    assert document(word(styled("Heading3", "Causes"), styles="")).blocks[0].level == 3
    assert document(word(styled("berschrift2", "Ursachen"), styles="")).blocks[0].level == 2


def test_other_kinds_by_style() -> None:
    body = styled("Beschriftung", "Fig. 1") + styled("Zitat", "As he said.")
    assert [kind for kind, _ in kinds(word(body))] == ["caption", "quote"]


def test_lists_nest_and_end() -> None:
    body = (
        item("a") + item("b", 1) + item("c") + styled("Listenabsatz", "More of c.") + item("d") + p("Text.") + item("e")
    )
    blocks = document(word(body + item("f", number=2))).blocks
    places = [(b.text, b.list.list_id, b.list.index, b.list.depth, b.list.ordered) for b in blocks if b.list]
    assert places == [
        ("a", 0, 0, 1, False),
        ("b", 1, 0, 2, False),
        ("c", 0, 1, 1, False),
        ("d", 0, 2, 1, False),
        ("e", 2, 0, 1, False),
        ("f", 3, 0, 1, True),
    ]
    assert [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH] == ["More of c.", "Text."]


def test_numbering_that_is_switched_off_makes_no_item() -> None:
    assert kinds(word(item("Text.", number=0))) == [("paragraph", "Text.")]


def test_tables() -> None:
    deleted = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + cell(p("Old")) + "</w:tr>"
    wide = cell(p("Wide"), about='<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')
    table = f"<w:tbl>{row(wide, cell(p('Third')))}{deleted}{row(cell(p('One.'), p('Two.')))}</w:tbl>"
    source = word(table)
    assert kinds(source) == [("cell", "Wide"), ("cell", "Third"), ("paragraph", "One."), ("paragraph", "Two.")]
    manuscript = source.manuscript
    assert manuscript is not None
    assert [paragraph.place for paragraph in manuscript.paragraphs] == [
        "table 1, row 1, column 1",
        "table 1, row 1, column 3",
        "table 1, row 3, column 1",
        "table 1, row 3, column 1",
    ]


def test_line_breaks_end_a_block_where_they_would_on_a_page() -> None:
    lines = t("First sentence.") + "<w:r><w:br/><w:t>Second sentence.</w:t></w:r>"
    assert texts(word(p(lines))) == ["First sentence.", "Second sentence."]
    wrapped = (
        t("A sentence that") + "<w:r><w:br/></w:r>" + t("goes on in the next line, as many do when somebody breaks it.")
    )
    assert texts(word(p(wrapped))) == ["A sentence that goes on in the next line, as many do when somebody breaks it."]


def test_bullets_that_the_author_typed() -> None:
    blocks = document(word(p("• one") + p("• two"))).blocks
    assert [(block.kind.value, block.text) for block in blocks] == [("list_item", "one"), ("list_item", "two")]


def test_notes_stand_behind_the_text_and_only_those_that_are_referred_to() -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    deleted = "<w:del>" + reference.format(4) + "</w:del>"
    notes = "".join(
        f'<w:footnote w:id="{key}" {kind}>{p(text)}</w:footnote>'
        for key, kind, text in (
            (-1, 'w:type="separator"', "----"),
            (2, "", "A note."),
            (3, "", "Nobody refers to me."),
            (4, "", "Deleted."),
        )
    )
    source = word(p(t("Text") + reference.format(2) + deleted + t(" goes on.")), footnotes=notes)
    assert texts(source) == ["Text goes on.", "A note."]
    assert source.place(source.text.index("A note")) == "footnote 1"


def test_text_boxes_are_read_once_and_do_not_cut_the_paragraph() -> None:
    box = "<wps:txbx><w:txbxContent>" + p("In a box.") + "</w:txbxContent></wps:txbx>"
    old = "<w:pict><v:textbox><w:txbxContent>" + p("In a box.") + "</w:txbxContent></v:textbox></w:pict>"
    both = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    both += f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    source = word(p(t("Before ") + both + t("and after.")))
    found = document(source)
    assert [block.text for block in found.blocks] == ["Before and after.", "In a box."]
    for block in found.blocks:
        spans = found.offsets.to_source(block.span)
        assert "".join(span.of(source.text) for span in spans) == block.text
        assert found.offsets.to_text(spans) == block.span
    assert source.position(source.text.index("after")).line == 1
    assert source.position(source.text.index("In a box")).line == 2


def test_page_edges_and_contents_are_no_part_of_the_article() -> None:
    contents = p(FIELD.format("begin") + CODE.format(" TOC \\o ") + FIELD.format("separate") + t("Causes 3"))
    contents += p(t("Treatment 4") + FIELD.format("end")) + styled("Verzeichnis1", "Summary 5")
    source = word(contents + p("Text."), header1=p("The clinic"), footer1=p("Page 1"))
    roles = [(block.text, block.role, block.attrs.get("why")) for block in document(source).blocks]
    assert roles == [
        ("Causes 3", Role.CHROME, "table of contents"),
        ("Treatment 4", Role.CHROME, "table of contents"),
        ("Summary 5", Role.CHROME, "table of contents"),
        ("Text.", Role.BODY, None),
        ("The clinic", Role.CHROME, "page header"),
        ("Page 1", Role.CHROME, "page footer"),
    ]


def test_language_is_that_of_the_text_where_marks_are_of_the_keyboard() -> None:
    turkish, english = '<w:lang w:val="tr-TR"/>', '<w:lang w:val="en-GB"/>'
    source = word(
        p(t("The knee is the joint that carries most of the weight of the body.", turkish))
        + p(t("Diz eklemi vücudun ağırlığının çoğunu taşır ve en çok yıpranan eklemdir.", turkish))
        + p(t("You should rest the knee for a week.", english))
    )
    found = document(source)
    assert found.language == "en"
    assert [block.attrs.get("lang") for block in found.blocks] == [None, "tr", None]


def test_strict_namespaces_and_other_encodings() -> None:
    source = decode(archive(members(p("Größe & more".replace("&", "&amp;")), namespace=STRICT)), name="a.docx")
    assert texts(source) == ["Größe & more"]
    utf_16 = members("")
    xml = root("document", f"<w:body>{p('Größe 😀')}</w:body>").replace("UTF-8", "UTF-16")
    utf_16["word/document.xml"] = xml.encode("utf-16")
    assert texts(decode(archive(utf_16), name="a.docx")) == ["Größe 😀"]


def test_places_are_named_by_paragraph_and_heading() -> None:
    source = word(styled("berschrift1", "Causes") + p("") + p("Salt &amp; sugar."))
    assert source.place(source.text.index("Causes")) == "paragraph 1"
    at = source.text.index("sugar")
    assert source.place(at) == "paragraph 2, under “Causes”"
    position = source.position(at)
    assert (position.line, position.column) == (2, 8)
    with pytest.raises(ValueError, match="no place among its bytes"):
        source.byte_offset(at)


def test_runs_behind_a_span() -> None:
    source = word(p(t("one ") + "<w:ins>" + t("two", "<w:b/>") + "</w:ins>" + t(" three")))
    found = document(source)
    assert source.manuscript is not None
    first, last = found.text.index("e two"), found.text.index(" three") + 2
    runs = source.manuscript.runs_in(found.offsets.source_range(found.blocks[0].at(first, last)))
    assert [run.content.of(source.text) for run in runs] == ["one ", "two", " three"]
    assert [run.around for run in runs] == [(), ("w:ins",), ()]
    assert runs[1].properties is not None
    assert runs[1].properties.of(source.text) == "<w:rPr><w:b/></w:rPr>"
    assert runs[1].run.of(source.text).startswith("<w:r>")


def test_what_is_nested_deep_is_read_without_running_out_of_stack() -> None:
    tables, boxes, changes = p("Deep."), p("Deep."), t("Deep.")
    for _ in range(60):
        tables = f"<w:tbl>{row(cell(tables))}</w:tbl>"
    for _ in range(45):
        boxes = p(f"<w:r><w:drawing><w:txbxContent>{boxes}</w:txbxContent></w:drawing></w:r>")
    for _ in range(190):
        changes = f"<w:ins>{changes}</w:ins>"
    assert [texts(word(body)) for body in (tables, boxes, p(changes))] == [["Deep."]] * 3
