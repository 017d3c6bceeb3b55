"""A Word file that comes back: what was done in it becomes decisions, and nothing is guessed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.errors import DecisionsError
from clinlint.model.span import Span
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Summary
from clinlint.review.applying import apply_decisions
from clinlint.review.decisions import Decision
from clinlint.review.word.aligning import Slot, aligned
from clinlint.review.word.reading import WordReview, decisions_from_word, is_word_review
from review.word_answers import accept, changed, in_place, reject, retype

LINTER = Linter(languagetool="off")
ARTICLE = (
    "<p>It is done.The end is near. Rest your <b>thıck</b> leg , please.</p>"
    "<p>About %85 of all &amp; some.</p><ul><li>One.</li><li>Two.</li></ul>"
)
DONE, THICK, COMMA, PERCENT = range(4)


def word_file(text: str = ARTICLE) -> bytes:
    stream = io.BytesIO()
    report = open_report("docx", stream, Look())
    report.add(LINTER.check_bytes(text.encode(), name="a.html"))
    report.finish(Summary())
    return stream.getvalue()


def decisions(review: WordReview) -> list[Decision]:
    return [decision for file in review.decisions.files for decision in file.decisions]


def corrected(review: WordReview, text: str = ARTICLE) -> str:
    source = LINTER.check_bytes(text.encode(), name="a.html").source
    applied = apply_decisions(source, decisions(review))
    assert not applied.refused
    assert not applied.not_made
    return applied.after.text


def test_nothing_done_is_nothing_decided() -> None:
    review = decisions_from_word(word_file(), "a.docx")
    assert decisions(review) == []
    assert review.notes == ()


def test_all_accepted_gives_the_fixed_file() -> None:
    review = decisions_from_word(changed(word_file(), accept), "a.docx")
    assert corrected(review) == (
        "<p>It is done. The end is near. Rest your <b>thick</b> leg, please.</p>"
        "<p>About 85% of all &amp; some.</p><ul><li>One.</li><li>Two.</li></ul>"
    )
    assert review.notes == ()


def test_all_rejected_changes_nothing() -> None:
    review = decisions_from_word(changed(word_file(), reject), "a.docx")
    assert [decision.verdict for decision in decisions(review)] == ["reject"] * 4
    assert corrected(review) == ARTICLE


def test_each_its_own_way() -> None:
    data = changed(word_file(), in_place(DONE, accept))
    data = changed(data, in_place(THICK, reject))
    data = changed(data, in_place(PERCENT, retype("four fifths &lt;")))
    review = decisions_from_word(data, "a.docx")
    assert [d.verdict for d in decisions(review)] == ["accept", "reject", "edit"]
    assert corrected(review) == ARTICLE.replace("done.The", "done. The").replace("%85", "four fifths &lt;")


def test_a_proposal_can_be_worded_better_while_it_still_waits() -> None:
    data = changed(word_file(), in_place(THICK, lambda xml: xml.replace("thick", "swollen")))
    assert corrected(decisions_from_word(data, "a.docx")) == ARTICLE.replace("thıck", "swollen")


def test_a_reviewers_own_tracked_words_count() -> None:
    track = (
        '<w:del w:id="900" w:author="Ay\u015fe" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>%85</w:delText></w:r>'
        "</w:del>"
        '<w:ins w:id="901" w:author="Ay\u015fe" w:date="2026-01-01T00:00:00Z"><w:r><w:t>most</w:t></w:r></w:ins>'
    )
    data = changed(word_file(), in_place(PERCENT, lambda xml: track))
    assert corrected(decisions_from_word(data, "a.docx")) == ARTICLE.replace("%85", "most")


def test_words_without_marks_are_found_by_the_words_around_them() -> None:
    """Programs take a bookmark away with its words, or shift its end."""
    unmarked = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")
    review = decisions_from_word(changed(changed(word_file(), accept), lambda xml: unmarked.sub("", xml)), "a.docx")
    assert [decision.verdict for decision in decisions(review)] == ["accept"] * 4


def test_paragraphs_may_come_and_go_beside() -> None:
    data = changed(word_file(), accept)
    data = changed(data, lambda xml: xml.replace("<w:p>", "<w:p><w:r><w:t>New.</w:t></w:r></w:p><w:p>", 1))
    review = decisions_from_word(data, "a.docx")
    assert [decision.verdict for decision in decisions(review)] == ["accept"] * 4


def test_what_belongs_to_no_finding_is_told_and_not_guessed() -> None:
    data = changed(changed(word_file(), accept), lambda xml: xml.replace("of all", "of nearly all"))
    review = decisions_from_word(data, "a.docx")
    assert [decision.finding.split("-")[0] for decision in decisions(review)] == ["TY002", "MT002", "TY001"]
    assert any("“About %85 of all & some.”" in note and "not taken over" in note for note in review.notes)
    assert any("MT005 “%85”" in note and "cannot be told" in note for note in review.notes)


def test_who_saved_it_decided() -> None:
    def saved(xml: str) -> str:
        return re.sub(r"(<cp:lastModifiedBy>).*?<", "\\1Ay\u015fe<", xml)

    data = changed(changed(word_file(), accept), saved, "docProps/core.xml")
    (first, *_) = decisions(decisions_from_word(data, "a.docx"))
    assert first.reviewer == "Ay\u015fe"
    assert decisions(decisions_from_word(changed(word_file(), accept), "a.docx"))[0].reviewer == ""


def test_a_file_that_lost_what_clinlint_wrote_is_refused() -> None:
    part = next(n for n in zipfile.ZipFile(io.BytesIO(word_file())).namelist() if n == "customXml/item2.xml")
    lost = changed(word_file(), lambda xml: "", part)
    assert not is_word_review(lost)
    with pytest.raises(DecisionsError, match="is gone"):
        decisions_from_word(lost, "a.docx")
    damaged = changed(word_file(), lambda xml: xml.replace("version", "verse"), part)
    with pytest.raises(DecisionsError, match="version"):
        decisions_from_word(damaged, "a.docx")
    with pytest.raises(DecisionsError, match="damaged"):
        decisions_from_word(word_file()[:2000], "a.docx")
    hostile = changed(
        word_file(), lambda xml: xml.replace("<clinlint", '<!DOCTYPE x [<!ENTITY a "b">]><clinlint'), part
    )
    assert not is_word_review(hostile)


def test_an_article_is_no_review() -> None:
    assert is_word_review(word_file())
    assert not is_word_review(b"")
    assert not is_word_review(b"PK\x03\x04 and then nothing")


TEXTS = st.text("ab ", max_size=5)


@given(st.lists(st.tuples(TEXTS.filter(bool), TEXTS, TEXTS, st.integers(0, 2)), min_size=1, max_size=4), TEXTS, TEXTS)
def test_what_is_told_of_a_text_is_what_happened_or_nothing(
    parts: list[tuple[str, str, str, int]], own: str, tail: str
) -> None:
    """Each part: the text before a place, what stood there, what is proposed, and what is done."""
    original, now, slots, wanted = "", "", [], []
    for between, old, new, done in parts:
        original, now = original + between, now + between
        slots.append(Slot(Span(len(original), len(original) + len(old)), tuple(dict.fromkeys((old, new)))))
        text = (old, new, own)[done]
        wanted.append(text)
        original, now = original + old, now + text
    found = aligned(original + tail, slots, now + tail)
    if all(done < 2 for *_, done in parts) and found is not None:
        assert [span.of(now + tail) for span in found] == wanted
    if found is not None:
        # Put together again it is the text, whatever was told.
        rebuilt, at = "", 0
        for slot, span in zip(slots, found, strict=True):
            rebuilt += (original + tail)[at : slot.span.start] + span.of(now + tail)
            at = slot.span.end
        assert rebuilt + (original + tail)[at:] == now + tail


def test_two_ways_to_read_a_text_are_none() -> None:
    assert aligned("a b c", [Slot(Span(0, 1), ("a",)), Slot(Span(2, 3), ("b",))], "x y z c") is None
    assert aligned("a b c", [Slot(Span(2, 3), ("b",))], "a x y c") == (Span(2, 5),)
    assert aligned("a b c", [Slot(Span(2, 3), ("b",))], "A b c") is None
