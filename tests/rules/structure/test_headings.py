"""ST005, ST007, ST008 and ST009: repeated, skipped, empty and lonely headings."""

from __future__ import annotations

import pytest
from handmade import Piece, alt, article, cells, chrome, findings, first_fix, heading, items, marked, paragraph

from clinlint.fixing.apply import apply_edits
from clinlint.model.document import BlockKind, Role
from clinlint.model.finding import Confidence
from clinlint.model.fix import Applicability
from clinlint_rules.structure.st005_repeated_heading import check as repeated
from clinlint_rules.structure.st007_heading_order import check as order
from clinlint_rules.structure.st008_empty_heading import check as empty
from clinlint_rules.structure.st009_empty_section import check as section

PROSE = paragraph("The operation takes about an hour.")


class TestRepeatedHeading:
    def test_image_heading_and_excerpt_are_one_finding(self) -> None:
        card = (
            alt("Ear Surgery", Role.TEASER),
            heading("Ear Surgery", role=Role.TEASER),
            paragraph("Ear Surgery Ear surgery brings the ears closer to the head.", Role.TEASER),
        )
        document = article(PROSE, *card)
        assert marked(repeated, document) == ["Ear Surgery\n\nEar Surgery\n\nEar Surgery"]
        (finding,) = findings(repeated, document)
        assert "three times" in finding.message

    @pytest.mark.parametrize("again", ["Ear Surgery", "EAR  SURGERY", "Ear surgery:", " Ear\u00a0Surgery "])
    def test_case_white_space_and_marks_do_not_matter(self, again: str) -> None:
        assert len(marked(repeated, article(heading("Ear Surgery"), heading(again), PROSE))) == 1
        assert len(marked(repeated, article(heading("Ear Surgery"), paragraph(again), PROSE))) == 1

    @pytest.mark.parametrize(
        "excerpt",
        [
            "Ear surgery is done under local anaesthesia.",
            "Ear surgery: what you should know",
            "Ear Surgery Clinics of Ireland has opened a new ward.",
            "Ear, nose and throat surgeons do it.",
        ],
    )
    def test_prose_that_begins_with_the_headings_words_is_silent(self, excerpt: str) -> None:
        assert marked(repeated, article(heading("Ear Surgery"), paragraph(excerpt))) == []

    def test_an_image_text_may_be_the_same_as_one_heading(self) -> None:
        assert marked(repeated, article(alt("Ear Surgery"), heading("Ear Surgery"), PROSE)) == []
        assert marked(repeated, article(heading("Ear Surgery"), alt("Ear Surgery"), PROSE)) == []

    def test_the_pages_title_and_its_breadcrumb_may_be_the_same_as_the_heading(self) -> None:
        title = Piece(BlockKind.TITLE, "Ear Surgery")
        assert marked(repeated, article(title, chrome("Ear Surgery", "markup"), heading("Ear Surgery"), PROSE)) == []
        assert marked(repeated, article(chrome("Ear Surgery"), heading("Ear Surgery"), PROSE)) == []

    def test_the_same_heading_further_down_is_silent(self) -> None:
        assert marked(repeated, article(heading("Risks"), PROSE, heading("Risks"), PROSE)) == []
        assert marked(repeated, article(heading("Risks"), chrome("Share"), heading("Risks"), PROSE)) == []

    def test_cells_items_numbers_and_sentences_are_silent(self) -> None:
        for document in (
            article(cells("Yes", "Yes", "No", "No")),
            article(items("Yes", "Yes")),
            article(paragraph("12"), paragraph("12")),
            article(paragraph("Never drink and drive."), paragraph("Never drink and drive.")),
            article(heading("Rest"), items("Rest", "Ice")),
        ):
            assert marked(repeated, document) == []

    def test_the_fix_takes_the_heading_out_of_the_paragraph(self) -> None:
        document = article(heading("Ear Surgery"), paragraph("Ear Surgery The ears are brought closer to the head."))
        fix = first_fix(repeated, document)
        assert fix.applicability is Applicability.UNSAFE
        assert apply_edits(document.text, fix.edits) == "Ear Surgery\n\nThe ears are brought closer to the head."

    def test_teasers_of_a_whole_page_are_left_out(self) -> None:
        card = (heading("Ears", role=Role.TEASER), heading("Ears", role=Role.TEASER))
        assert marked(repeated, article(PROSE, *card, whole_page=True)) == []


class TestHeadingOrder:
    def test_a_skipped_level_is_found(self) -> None:
        assert marked(order, article(heading("Gout", 1), PROSE, heading("Causes", 3))) == ["Causes"]

    @pytest.mark.parametrize("levels", [(1, 2, 3, 2, 3), (3, 3, 4), (1, 1, 2), (2, 1, 2), (4, 2, 3)])
    def test_steps_down_by_one_and_up_by_any_are_silent(self, levels: tuple[int, ...]) -> None:
        assert marked(order, article(*(heading(f"Part {n}", level) for n, level in enumerate(levels)))) == []

    def test_plain_text_and_chrome_have_no_levels(self) -> None:
        skip = (heading("Gout", 1), heading("Causes", 4))
        assert marked(order, article(*skip, media_type="text/plain")) == []
        assert marked(order, article(heading("Gout", 1), chrome("Menu", "markup", BlockKind.HEADING))) == []


class TestEmptyHeading:
    @pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u200b \u00ad"])
    def test_nothing_that_can_be_seen_is_empty(self, text: str) -> None:
        assert len(findings(empty, article(heading("Gout", 1), heading(text), PROSE))) == 1

    @pytest.mark.parametrize("text", ["?", "1", "ء"])
    def test_any_visible_character_fills_it(self, text: str) -> None:
        assert findings(empty, article(heading(text), PROSE)) == []

    def test_an_image_with_a_description_fills_it(self) -> None:
        inside = alt("Example Clinic", Role.BODY, "article", "h2")
        assert findings(empty, article(heading(""), inside, PROSE)) == []
        assert len(findings(empty, article(heading(""), alt("Example Clinic", Role.BODY, "article", "p")))) == 1


class TestEmptySection:
    def test_a_heading_before_a_higher_one_or_the_end_is_found(self) -> None:
        document = article(heading("Gout", 1), PROSE, heading("Food", 3), heading("Treatment", 2), PROSE)
        assert marked(section, document) == ["Food"]
        assert marked(section, article(heading("Gout", 1), PROSE, heading("Treatment"))) == ["Treatment"]

    def test_two_headings_of_one_level_are_information_only(self) -> None:
        (finding,) = findings(section, article(PROSE, heading("Every year"), heading("Feet"), PROSE))
        assert finding.confidence is Confidence.MEDIUM

    def test_sections_with_anything_in_them_are_silent(self) -> None:
        for content in (items("rest"), cells("1"), [alt("A drawing of the knee")], [chrome("Video", "markup")]):
            assert marked(section, article(PROSE, heading("Help"), content, heading("Next"), PROSE)) == []

    def test_outlines_titles_and_plain_text_are_silent(self) -> None:
        assert marked(section, article(heading("Gout", 1), heading("Causes", 2), PROSE)) == []
        assert marked(section, article(heading("A clinic", 1), heading("Gout", 1), PROSE)) == []
        assert marked(section, article(heading("One"), heading("Two"))) == []
        assert marked(section, article(PROSE, heading("One"), media_type="text/plain")) == []

    def test_a_repeated_heading_is_left_to_the_rule_for_it(self) -> None:
        assert marked(section, article(PROSE, heading("Risks"), heading("RISKS"), PROSE)) == []
