"""What must hold for any text with tracked changes: rejected it is the old text, accepted the new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinlint.fixing.apply import apply_edits
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.reports.docx.markup import Marks, Numbers, Revision, Style, Writer
from reports.word_file import as_shown, assert_in_order, assert_numbered_once, content, text_between, text_of

TEXTS = st.text(
    st.one_of(st.sampled_from("ab <&>\"'\t\n\r\x00\x0b\x1f\ufffe\ud800\u00ad\u2011🙂é"), st.characters()), max_size=30
)
LOOKS = st.sampled_from(["<w:b/>", "<w:i/>", '<w:rStyle w:val="Hyperlink"/>', ""])


@st.composite
def revised(draw: st.DrawFn) -> tuple[str, list[Revision]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    revisions = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        touches = revisions and revisions[-1].span.end >= start
        new = draw(TEXTS)
        # A line end is one thing: no change parts its two characters.
        parts = any(text[at - 1 : at + 1] == "\r\n" for at in (start, end))
        if not touches and not parts and (start < end or new):
            revisions.append(Revision(Span(start, end), new))
    return text, revisions


def ranges_in(text: str) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(min(pair), max(pair)))


@given(revised(), st.data())
def test_accepted_is_the_fixed_text_and_rejected_the_original(
    case: tuple[str, list[Revision]], data: st.DataObject
) -> None:
    text, revisions = case
    numbers = Numbers()
    marks = Marks(list(revisions))
    marks.comments = [(numbers(), span) for span in data.draw(st.lists(ranges_in(text), max_size=4))]
    marks.bookmarks = [(f"b{n}", span) for n, span in enumerate(data.draw(st.lists(ranges_in(text), max_size=3)))]
    for span in data.draw(st.lists(ranges_in(text), max_size=3)):
        link = data.draw(st.sampled_from(["", "rId9"]))
        if not link or all(not other.link or not other.span.overlaps(span) for other in marks.styles):
            marks.styles.append(Style(span, data.draw(LOOKS), link))
    written = content(Writer("clinlint", "2026-01-02T03:04:05Z", numbers).content(text, marks))
    edits = [Edit(revision.span, revision.text) for revision in revisions]
    # Each part is read alone: the last character of one and the first of the next make no line end.
    assert text_of(written, "rejected") == as_shown(text)
    assert text_of(written, "accepted") == apply_edits(
        as_places(text), [Edit(e.span, as_shown(e.text)) for e in edits]
    ).replace("\0", "")
    assert_in_order(written)
    assert_numbered_once(written)


def as_places(text: str) -> str:
    """``text`` as it is shown, with U+0000 for the first character of a line end of two."""
    return (
        as_shown(text.replace("\r\n", "\ue000\n")).replace("\ue000", "\0") if "\ue000" not in text else as_shown(text)
    )


@given(revised())
def test_a_bookmark_holds_its_change(case: tuple[str, list[Revision]]) -> None:
    text, revisions = case
    marks = Marks(list(revisions), bookmarks=[(f"b{n}", r.span) for n, r in enumerate(revisions)])
    written = content(Writer("clinlint", "2026-01-02T03:04:05Z", Numbers()).content(text, marks))
    starts = {e.get(W_NAME): e.get(W_ID, "") for e in written.iter() if e.tag.endswith("bookmarkStart")}
    for number, revision in enumerate(revisions):
        held = text_between(written, "bookmarkStart", "bookmarkEnd", starts[f"b{number}"])
        assert held == as_shown(revision.text)


W_NAME = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name"
W_ID = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"
