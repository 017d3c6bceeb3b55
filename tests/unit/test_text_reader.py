"""How plain text becomes paragraphs, headings and list items."""

from __future__ import annotations

import pytest

from clinlint.documents import read_documents
from clinlint.model.document import Block, Document
from clinlint.model.source import Source

PROSE = "The knee joins the thigh and the shin. It bends and turns a little."


def read(text: str) -> Document:
    (document,) = read_documents(Source.from_text(text, name="test", media_type="text/plain"))
    return document


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(text).blocks]


def items(text: str) -> list[Block]:
    return [block for block in read(text).blocks if block.list]


class TestParagraphs:
    def test_a_sentence_alone_is_a_paragraph(self) -> None:
        assert kinds("Knee pain") == [("paragraph", "Knee pain")]
        assert kinds("Is it dangerous?\n") == [("paragraph", "Is it dangerous?")]

    def test_wrapped_lines_are_joined_by_a_space_that_stands_for_the_break(self) -> None:
        text = (
            "The knee joins the thigh and the shin, and it\nbends when the muscles behind it pull on the\r\nbone below."
        )
        document = read(text)
        assert [block.text for block in document.blocks] == [" ".join(text.split())]
        line_end = document.text.index(" bends")
        (whole,) = document.offsets.to_source(document.blocks[0].at(line_end, line_end + 1))
        assert text[whole.start : whole.end] == "\n"

    def test_a_wrapped_paragraph_may_break_before_a_capital(self) -> None:
        text = (
            "The operation was described in the year 1952 by\nDr. Miller, who worked in London at that time, and\nis "
        )
        text += "done to this day."
        assert len(read(text).blocks) == 1

    def test_lines_that_no_editor_wrapped_are_blocks_of_their_own(self) -> None:
        assert [text for _, text in kinds("Fever\nCough\nTiredness")] == ["Fever", "Cough", "Tiredness"]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
    def test_every_line_end_ends_a_line(self, end: str) -> None:
        assert [text for _, text in kinds(f"{PROSE}{end}{end}{PROSE}")] == [PROSE, PROSE]

    def test_a_form_feed_parts_paragraphs(self) -> None:
        assert len(read(f"{PROSE}\n\f{PROSE}").blocks) == 2

    def test_tabs_and_no_break_spaces_around_a_line_are_left_out(self) -> None:
        assert kinds(f"\t\u00a0{PROSE}\u00a0 \n") == [("paragraph", PROSE)]


class TestHeadings:
    @pytest.mark.parametrize(
        "line",
        ["Symptoms", "What causes it?", "TREATMENT OF THE KNEE", "How the knee is treated", "pH and the skin", "Type 2"]
        + ["Exercise (at home)", "Is it dangerous?"],
    )
    def test_a_short_line_alone_heads_what_follows(self, line: str) -> None:
        assert kinds(f"{line}\n\n{PROSE}")[0] == ("heading", line)

    @pytest.mark.parametrize(
        "line",
        [
            "It hurts.",
            "and a more",
            "Symptoms:",
            "Rest, ice, heat,",
            "The knee is painful for most of them",
            "12.5",
            "Stop!",
        ]
        + ["You should not walk on it for a week", "…"],
    )
    def test_other_lines_are_paragraphs(self, line: str) -> None:
        assert kinds(f"{line}\n\n{PROSE}")[0] == ("paragraph", line)

    def test_a_line_at_the_end_heads_nothing(self) -> None:
        assert kinds(f"{PROSE}\n\nSummary")[-1] == ("paragraph", "Summary")

    def test_a_heading_may_stand_right_above_its_paragraph(self) -> None:
        assert kinds(f"What is the knee?\n{PROSE}")[0] == ("heading", "What is the knee?")

    def test_an_underlined_line_is_a_heading_and_the_rule_is_no_text(self) -> None:
        assert kinds(f"The knee\n========\n{PROSE}") == [("heading", "The knee"), ("paragraph", PROSE)]

    def test_numbered_lines_with_prose_under_each_are_headings(self) -> None:
        found = kinds(f"1. Causes\n\n{PROSE}\n\n2. Treatment\n\n{PROSE}")
        assert [text for kind, text in found if kind == "heading"] == ["Causes", "Treatment"]

    def test_short_lines_behind_a_colon_are_no_headings(self) -> None:
        assert "heading" not in {kind for kind, _ in kinds(f"It helps with:\n\nFever\n\nCough\n\n{PROSE}")}

    def test_many_short_lines_in_a_row_are_no_headings(self) -> None:
        found = kinds(f"Fever\n\nCough\n\nTiredness\n\nTreatment\n\n{PROSE}")
        assert [text for kind, text in found if kind == "heading"] == ["Treatment"]


class TestLists:
    @pytest.mark.parametrize("mark", ["•", "-", "–", "*", "+", "1.", "1)", "(1)", "a)", "▪", "✓"])
    def test_marks_make_items_and_are_no_text(self, mark: str) -> None:
        assert kinds(f"{mark} Fever\n{mark}\tCough") == [("list_item", "Fever"), ("list_item", "Cough")]

    @pytest.mark.parametrize(
        "line", ["1.5 mg daily", "-5 degrees", "2024. That was it", "+ (90) 555 123 45 67", "a. m."]
    )
    def test_what_only_looks_like_a_mark_is_text(self, line: str) -> None:
        assert not items(f"{PROSE}\n\n{line}\n\n{PROSE}")

    def test_glued_dashes_make_items_where_they_are_not_alone(self) -> None:
        assert [block.text for block in items("-Fever\n-Cough")] == ["Fever", "Cough"]
        assert not items(f"{PROSE}\n\n-Fever")

    def test_blank_lines_between_items_keep_the_list(self) -> None:
        places = [block.list for block in items("- one\n\n- two\n- three")]
        assert [(place.list_id, place.index) for place in places if place] == [(0, 0), (0, 1), (0, 2)]

    def test_a_paragraph_ends_the_list(self) -> None:
        assert [block.list.list_id for block in items(f"- one\n\n{PROSE}\n\n- two") if block.list] == [0, 1]

    def test_a_new_count_begins_a_new_list(self) -> None:
        assert [block.list.list_id for block in items("1. one\n2. two\n1. three") if block.list] == [0, 0, 1]

    def test_indented_lines_go_on_with_the_item(self) -> None:
        assert kinds("- Take the tablet\n  with water\n- Rest") == [
            ("list_item", "Take the tablet with water"),
            ("list_item", "Rest"),
        ]

    def test_indents_nest(self) -> None:
        found = [(block.text, block.level) for block in items("• food\n   ◦ bread\n   ◦ rice\n• drink")]
        assert found == [("food", 1), ("bread", 2), ("rice", 2), ("drink", 1)]

    def test_the_first_line_may_have_lost_its_indent(self) -> None:
        assert [block.level for block in items("• food\n  • drink\n  • sleep")] == [1, 1, 1]


class TestRoles:
    def roles(self, text: str) -> list[str]:
        return [block.role.value for block in read(text).blocks]

    def test_furniture_tells_itself_by_its_words(self) -> None:
        document = read(f"{PROSE}\n\nShare on Facebook\nShare on X\n\n{PROSE}")
        assert [block.role.value for block in document.blocks] == ["body", "chrome", "chrome", "body"]
        assert dict(document.blocks[1].attrs) == {"evidence": "text", "why": "share-labels"}

    def test_names_of_networks_are_buttons_when_they_stand_together(self) -> None:
        assert self.roles(f"{PROSE}\n\nFacebook\nTwitter") == ["body", "chrome", "chrome"]
        assert self.roles(f"{PROSE}\n\nFacebook\n\n{PROSE}") == ["body"] * 3

    def test_titles_and_cut_excerpts_behind_a_related_heading_are_teasers(self) -> None:
        cards = "Hip pain\n\nHip pain The hip is a joint that\n\nRead More »\nBack pain\n\nThe back is\n\nRead More »"
        text = f"{PROSE}\n\nRelated posts\n\n{cards}"
        assert self.roles(text) == ["body", "chrome", *["teaser", "teaser", "chrome"] * 2]

    def test_titles_alone_behind_a_related_heading_are_teasers(self) -> None:
        assert self.roles(f"{PROSE}\n\nRelated posts:\n- Hip pain\n- Back pain") == [
            "body",
            "chrome",
            "teaser",
            "teaser",
        ]

    def test_the_article_goes_on_where_its_prose_does(self) -> None:
        text = f"{PROSE}\n\nRelated posts\n\nHip pain\n\nBack pain\n\nTreatment\n\n{PROSE}\n\n{PROSE}"
        assert self.roles(text)[-3:] == ["body"] * 3

    def test_an_excerpt_that_repeats_its_title_before_read_more_is_a_teaser_anywhere(self) -> None:
        assert self.roles(f"{PROSE}\n\nHip pain\n\nHip pain is common in\n\nRead more") == [
            "body",
            "teaser",
            "teaser",
            "chrome",
        ]

    def test_advice_in_the_articles_own_list_stays(self) -> None:
        assert self.roles(f"{PROSE}\n\n- Rest the leg\n- Make an appointment") == ["body"] * 3

    def test_a_number_that_a_sentence_leads_to_stays(self) -> None:
        assert self.roles("Ask the helpline at night:\n\n0800 555 01 23") == ["body"] * 2

    def test_a_list_of_numbers_is_furniture(self) -> None:
        assert self.roles(f"• 0212 555 01 23\n• 0212 555 01 24\n\n{PROSE}") == ["chrome", "chrome", "body"]
