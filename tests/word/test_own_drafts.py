"""Suggestions in the author's own Word document: what is there stays, and what is proposed can be decided."""

from __future__ import annotations

import itertools
import os
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.model.source import Source
from clinlint.review.applying import Applied, apply_decisions
from clinlint.review.word.reading import WordReview, decisions_from_word
from clinlint.sources.encoding import decode
from reports.word_file import Reading, W, WordFile, assert_numbered_once, assert_tracked
from review.word_answers import accept, changed, in_place, reject, retype
from word.drafts import BOB, MACROS, characters, deleted, draft, inserted, is_own, suggestions
from word.word_files import archive, members, p, t, texts

EXAMPLES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 25
LOOKS = ["", "<w:b/>", '<w:color w:val="FF0000"/>', '<w:rFonts w:ascii="Arial"/><w:i/>', "<w:rtl/>"]
WORDS = st.lists(
    st.sampled_from(["the the", "a  b", "pain !", "salt &amp; pepper ,", "Größe", "1 mg", "%85", "thıck", "done.The"])
    | st.sampled_from(["<w:tab/>", "<w:br/>", "<w:softHyphen/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>"]),
    min_size=1,
    max_size=8,
)
AROUND = st.sampled_from(
    ["{}", "{}", "{}", '<w:hyperlink w:anchor="x">{}</w:hyperlink>', "<w:smartTag>{}</w:smartTag>"]
)
AROUND |= st.sampled_from(
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        f'<w:ins w:id="#" {BOB}>{{}}</w:ins>',
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
        '<w:moveTo w:id="#" w:author="Bob" w:date="2026-01-01T00:00:00Z">{}</w:moveTo>',
    ]
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph that is cut into runs anywhere, as programs do, some of them in links, controls and changes."""
    parts = re.findall(r"<[^>]*>|&amp;|.", "The knee " + " ".join(draw(WORDS)) + " heals.")
    cuts = sorted(draw(st.sets(st.integers(1, len(parts) - 1), max_size=6)))
    made = []
    for low, high in zip([0, *cuts], [*cuts, len(parts)], strict=True):
        inner = "".join(
            part if part.startswith("<") else f'<w:t xml:space="preserve">{part}</w:t>' for part in parts[low:high]
        ).replace('</w:t><w:t xml:space="preserve">', "")
        look = draw(st.sampled_from(LOOKS))
        made.append(draw(AROUND).format(f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"))
    return f"<w:p>{''.join(made)}</w:p>"


def numbered(body: str) -> str:
    """The body with a number of its own for every change."""
    numbers = itertools.count(5)
    return re.sub("#", lambda _: str(next(numbers)), body)


def shown(file: WordFile, reading: Reading | None = None) -> str:
    """The text; a sign that a page ended here when it was last shown is none."""
    found = characters(file.document, reading)
    return "".join(character for character, _ in found if character != "lastRenderedPageBreak")


def decided(source: Source, data: bytes) -> tuple[Source, WordReview]:
    """The draft with the decisions of a file that came back."""
    applied, review = applied_from(source, data)
    assert not applied.not_made
    return applied.after, review


def applied_from(source: Source, data: bytes) -> tuple[Applied, WordReview]:
    """What came of the decisions of a file that came back."""
    review = decisions_from_word(data, "back.docx")
    decisions = [decision for file in review.decisions.files for decision in file.decisions]
    applied = apply_decisions(source, decisions)
    assert not applied.refused
    return applied, review


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=3).map("".join).map(numbered))
def test_rejected_it_is_the_draft_and_accepted_the_corrected_draft(body: str) -> None:
    source = draft(body)
    data = suggestions(source)
    assert is_own(source, data)
    before, made = WordFile(source.data), WordFile(data)
    assert characters(made.document, "rejected") == characters(before.document)
    assert_tracked(made.document)
    assert_numbered_once(made.document)
    untouched, review = decided(source, data)
    assert untouched.data == source.data
    assert review.notes == ()
    untouched, review = decided(source, changed(data, reject))
    assert untouched.data == source.data
    # Without somebody else's words beside it, a place may read in two ways; then nothing is decided.
    assert review.notes == () or BOB in body
    applied, review = applied_from(source, changed(data, accept))
    assert review.notes == ()
    # The guard may hold changes back that would make other paragraphs of lines with breaks.
    if not applied.not_made:
        assert shown(made, "accepted") == shown(WordFile(applied.after.data))


def test_everything_else_is_the_same_to_the_byte() -> None:
    body = p(t("The pain goes away !")) + p(t("Rest.") + '<w:r><w:drawing r:embed="x"/></w:r>') + "<!-- mine -->"
    source = draft(body, header1=p("Clinic  of  knees !"))
    data = suggestions(source)
    with zipfile.ZipFile(BytesIO(source.data)) as before, zipfile.ZipFile(BytesIO(data)) as after:
        assert after.testzip() is None
        touched = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
        assert {n for n in before.namelist() if before.read(n) != after.read(n)} == touched
        new = set(after.namelist()) - set(before.namelist())
        assert "word/comments.xml" in new
        assert all(name == "word/comments.xml" or name.startswith("customXml/") for name in new)
        now = after.read("word/document.xml").decode()
    assert now.endswith(source.parts[0].span.of(source.text).partition("</w:p>")[2])


def test_words_go_and_come_in_their_own_look() -> None:
    source = draft(p(t("Rest your ") + t("thı", "<w:b/>") + t("ck", "<w:i/>") + t(" leg.")))
    made = WordFile(suggestions(source)).document
    assert [look for one, look in characters(made, "accepted") if one in "hick"] == ["rPr b"] * 4
    gone = [(e.tag.removeprefix(W), "".join(e.itertext())) for e in made.iter() if e.tag in (f"{W}ins", f"{W}del")]
    assert gone == [("del", "thı"), ("del", "ck"), ("ins", "thick")]


def test_a_tracked_change_of_format_stays_on_every_part_and_is_numbered_anew() -> None:
    look = f'<w:b/><w:rPrChange w:id="3" {BOB}><w:rPr/></w:rPrChange>'
    made = WordFile(suggestions(draft(p(t("It may hurt the the knee.", look))))).document
    numbers = [e.get(f"{W}id") for e in made.iter(f"{W}rPrChange")]
    assert len(numbers) == len(set(numbers)) == 3
    (new,) = made.iter(f"{W}ins")
    assert not list(new.iter(f"{W}rPrChange"))


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        (t("It may hurt the th") + "<w:hyperlink>" + t("e knee.") + "</w:hyperlink>", "cut into a link"),
        ('<w:fldSimple w:instr="REF x">' + t("It may hurt the the knee.") + "</w:fldSimple>", "a field that Word"),
        (inserted(7, t("It may hurt the the knee.")), "somebody else's tracked change"),
        (t("It may hurt the ") + deleted(7, "old ") + t("the knee."), "somebody else's tracked change"),
        (
            t("Look.")
            + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + p("It may hurt the the knee.")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            "text box",
        ),
    ],
)
def test_what_cannot_be_tracked_is_a_comment_that_says_why(inner: str, why: str) -> None:
    source = draft(p(inner))
    data = suggestions(source)
    assert is_own(source, data)
    made = WordFile(data)
    assert characters(made.document, "accepted") == characters(made.document, "rejected")
    assert any("TY006" in text and why in text for text in made.comment_texts())
    assert len(list(made.document.iter(f"{W}commentReference"))) == len(made.comment_texts())


def test_changes_of_others_are_kept_and_may_be_decided_along() -> None:
    body = p(
        t("Old ")
        + inserted(7, t("words"))
        + t(" and ")
        + deleted(8, "more")
        + t(" rest , yes.")
        + inserted(9, t("New."))
    )
    source = draft(body)
    data = suggestions(source)
    assert len(re.findall(BOB, WordFile(data).parts["word/document.xml"].decode())) == 3
    for change, wanted in ((accept, "rest, yes."), (reject, "rest , yes.")):
        # All changes, those of others too: in the draft itself theirs still wait.
        after, review = decided(source, changed(data, change))
        assert review.notes == ()
        assert wanted in texts(after)[0]
        assert after.text.count(BOB) == 3


def test_words_written_anew_come_back_and_keep_the_look_of_the_first() -> None:
    source = draft(p(t("Rest your ") + t("thıck", "<w:b/>") + t(" leg. About %85 of patients.")))
    data = changed(suggestions(source), in_place(0, retype("swollen")))
    after, review = decided(source, changed(data, in_place(1, retype("most &lt;"))))
    assert (texts(after), review.notes) == (["Rest your swollen leg. About most < of patients."], ())
    assert "<w:rPr><w:b/></w:rPr>" + t("swollen")[5:] in after.text


def test_a_reviewers_own_changes_beside_somebody_elses_count() -> None:
    inner = t("Take %85 of it. ") + inserted(7, t("New. ")) + t("Rest.")
    source = draft(p(inner))
    theirs = f'<w:del w:id="90" {BOB}><w:r><w:delText>%85</w:delText></w:r></w:del>' + inserted(91, t("most"))
    after, review = decided(source, changed(suggestions(source), in_place(0, lambda _: theirs)))
    assert (texts(after), review.notes) == (["Take most of it. New. Rest."], ())


def test_comments_of_others_are_kept_and_numbers_are_new() -> None:
    marks = '<w:commentRangeStart w:id="0"/>' + t("The pain !") + '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    old = f'<w:comment w:id="0" {BOB}>' + p("Mine.") + "</w:comment>"
    made = WordFile(suggestions(draft(p(marks + reference), comments=old)))
    assert made.comment_texts()[0] == "Mine."
    numbers = [comment.get(f"{W}id") for comment in made.comments]
    assert len(set(numbers)) == len(numbers) == 3
    assert_numbered_once(made.document)


def test_comments_in_a_control_around_paragraphs_stand_at_the_beginning() -> None:
    """LibreOffice loses the words before a comment there."""
    inner = p(t("It may hurt the the knee."), '<w:jc w:val="left"/>')
    source = draft(p(t("Rest.")) + f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    made = WordFile(suggestions(source)).document
    control = next(made.iter(f"{W}sdtContent"))
    assert [e.tag.removeprefix(W) for e in control[0]][:4] == ["pPr", "commentRangeStart", "commentRangeEnd", "r"]
    assert len(list(control.iter(f"{W}commentReference"))) == len(list(control.iter(f"{W}del"))) == 1


def test_a_finding_in_a_note_is_tracked_there_and_its_comment_stands_at_the_reference() -> None:
    note = '<w:footnote w:type="separator" w:id="0">' + p(t("")) + "</w:footnote>"
    note += '<w:footnote w:id="2">' + p(t("It may hurt the the knee.")) + "</w:footnote>"
    source = draft(p(t("Rest.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    data = suggestions(source)
    made = WordFile(data)
    notes = made.xml("word/footnotes.xml")
    assert [e.tag.removeprefix(W) for e in notes.iter() if e.tag in (f"{W}ins", f"{W}del")] == ["del", "ins"]
    assert not list(notes.iter(f"{W}commentReference"))
    assert len(list(made.document.iter(f"{W}commentReference"))) == len(made.comment_texts()) == 2
    after, review = decided(source, changed(data, accept, "word/footnotes.xml"))
    assert review.notes == ()
    assert "hurt the knee" in "".join(texts(after))


def test_what_the_draft_was_saved_by_is_no_reviewer() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><cp:lastModifiedBy>Bob</cp:lastModifiedBy>'
        "<dcterms:modified>2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    files = members(p(t("The pain !"))) | {"docProps/core.xml": core}
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files["_rels/.rels"] = str(files["_rels/.rels"]).replace(
        "</Relationships>", f'<Relationship Id="c" Type="{relation}" Target="docProps/core.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = WordFile(draft(p("x")).data).parts["[Content_Types].xml"]
    data = suggestions(decode(archive(files), name="draft.docx"))
    assert decisions_from_word(changed(data, accept), "a.docx").decisions.reviewer == ""
    later = changed(data, lambda xml: xml.replace("-01-01T", "-02-02T"), "docProps/core.xml")
    assert decisions_from_word(later, "a.docx").decisions.reviewer == "Bob"


def test_a_draft_that_was_reviewed_is_reviewed_again() -> None:
    source = draft(p(t("The pain !")))
    reviewed = decode(changed(suggestions(source), accept), name="draft.docx")
    again = decode(changed(reviewed.data, lambda xml: xml.replace("pain", "knee  hurts")), name="draft.docx")
    data = suggestions(again)
    assert is_own(again, data)
    assert_numbered_once(WordFile(data).document)
    after, review = decided(again, changed(data, accept))
    assert (texts(after), review.notes) == (["The knee hurts!"], ())


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (draft(p(t("The pain !")), main=MACROS), "it holds macros, or is a template"),
        (
            draft(p(t("The pain !")), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
            "protected",
        ),
        (decode(suggestions(draft(p(t("The pain !")))), name="draft.docx"), "changes of clinlint still wait"),
        (decode(archive(members(p("The pain !"))), name="draft.docx"), "macros, or is a template"),
        (draft("<w:p/>"), "no paragraph"),
    ],
    ids=["macros", "protected", "undecided", "untyped", "empty"],
)
def test_a_draft_that_takes_no_changes_is_shown_anew_and_told_why(source: Source, why: str) -> None:
    data = suggestions(source)
    assert not is_own(source, data)
    assert any("because" in text and why in text for text in WordFile(data).paragraphs("accepted"))


def test_several_drafts_are_shown_one_behind_the_other() -> None:
    one, two = draft(p(t("The pain !"))), draft(p(t("The knee !")))
    article = WordFile(suggestions(one, two)).article("accepted")
    assert [text for text in article if text] == ["The pain!", "The knee!"]
