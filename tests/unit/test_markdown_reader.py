"""How Markdown becomes blocks at exact places of the file."""

from __future__ import annotations

import pytest

from clinlint.documents import read_documents
from clinlint.documents.markdown import escape
from clinlint.documents.markdown.inline import OBJECT
from clinlint.model.document import Document
from clinlint.model.source import Source
from clinlint.model.span import Span


def read(text: str) -> Document:
    (document,) = read_documents(Source.from_text(text, name="test.md", media_type="text/markdown"))
    return document


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(text).blocks]


def source_of(document: Document, words: str) -> str:
    at = document.text.index(words)
    whole = document.offsets.source_range(Span(at, at + len(words)))
    return document.source.text[whole.start : whole.end]


class TestInline:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("The *knee* is a **joint**", "The knee is a joint"),
            ("a [link **b**](http://x.example 't')", "a link b"),
            ("<https://x.example/a>", "https://x.example/a"),
            ("~~not~~ now", "not now"),
            ("fish &amp; chips", "fish & chips"),
            (r"5 \* 3", "5 * 3"),
            ("soft\nbreak", "soft break"),
            ("hard  \nbreak", "hard\nbreak"),
            ("line<br/>break", "line\nbreak"),
            ("a <b>bold</b> word", "a bold word"),
            ("a <!-- note --> word", "a word"),
            ("two  spaces", "two spaces"),
            ("a note[^1]\n\n[^1]: x", "a note"),
            ("run `make` now", f"run {OBJECT} now"),
            ("un*frigging*believable", "unfriggingbelievable"),
            ("see ![a knee](k.png) here", f"see {OBJECT} here"),
            ("😀 smile", "😀 smile"),
        ],
    )
    def test_markup_is_no_text(self, source: str, text: str) -> None:
        assert read(source).blocks[0].text == text

    def test_positions_count_code_points(self) -> None:
        document = read("# Şiş 😀 *knee*\r\n\r\nÖdem **pain** &eacute;t\u00e9\r\n")
        assert source_of(document, "knee") == "knee"
        assert source_of(document, "pain") == "pain"
        assert source_of(document, "ét") == "&eacute;t"

    def test_a_break_in_a_quotation_stands_for_its_mark_too(self) -> None:
        assert source_of(read("> one\n> two"), "one two") == "one\n> two"


class TestBlocks:
    def test_headings_have_their_levels(self) -> None:
        found = [(b.text, b.level) for b in read("# A\n\nB\n---\n\n### C ###\n\n## D {#anchor}").blocks]
        assert found == [("A", 1), ("B", 2), ("C", 3), ("D", 2)]

    def test_an_empty_heading_keeps_its_place(self) -> None:
        document = read("text\n\n##\n\ntext")
        assert document.blocks[1].text == ""
        assert document.offsets.source_range(document.blocks[1].span) == Span(6, 6)

    def test_lists_nest(self) -> None:
        places = [
            (b.text, b.level, b.list and (b.list.list_id, b.list.index, b.list.ordered))
            for b in read("- a\n  1. b\n  2. c\n- d").blocks
        ]
        assert places == [
            ("a", 1, (0, 0, False)),
            ("b", 2, (1, 0, True)),
            ("c", 2, (1, 1, True)),
            ("d", 1, (0, 1, False)),
        ]

    def test_loose_items_and_tasks_are_items_and_further_paragraphs_are_not(self) -> None:
        assert kinds("- a\n\n  more\n\n- [x] done") == [
            ("list_item", "a"),
            ("paragraph", "more"),
            ("list_item", "done"),
        ]

    def test_quotations_cells_and_code_have_kinds_of_their_own(self) -> None:
        text = "> said\n\n| a | b |\n|---|---|\n| c &lt; | |\n\n```py\nx = 1\n```\n"
        assert kinds(text) == [("quote", "said"), ("cell", "a"), ("cell", "b"), ("cell", "c <"), ("code", "x = 1")]

    def test_images_alone_or_at_the_edge_of_a_text_have_their_words_apart(self) -> None:
        assert kinds("![a knee](k.png)") == [("alt", "a knee")]
        assert kinds("![a knee](k.png) Rest it. ![a hip](h.png)") == [
            ("alt", "a knee"),
            ("paragraph", "Rest it."),
            ("alt", "a hip"),
        ]

    def test_paths_read_like_html(self) -> None:
        assert read("> - deep").blocks[0].path == ("blockquote", "ul", "li")

    def test_html_blocks_are_read_as_html(self) -> None:
        document = read("one\n\n<div><p>two &lt; three</p><script>no</script></div>\n\n<!-- no -->\n\nfour")
        assert [b.text for b in document.blocks] == ["one", "two < three", "four"]
        assert source_of(document, "two < three") == "two &lt; three"


class TestFrontMatter:
    def test_title_and_description_are_blocks_and_the_language_is_taken(self) -> None:
        document = read(
            '---\ntitle: "Knee pain"\nlang: en-GB\ndescription: What helps # note\ntags: [a, b]\n---\n\nText.'
        )
        assert [(b.kind.value, b.text) for b in document.blocks] == [
            ("title", "Knee pain"),
            ("meta", "What helps"),
            ("paragraph", "Text."),
        ]
        assert document.language == "en"
        assert document.metadata["title"] == "Knee pain"
        assert source_of(document, "Knee pain") == "Knee pain"

    def test_toml_is_read_too(self) -> None:
        document = read("+++\ntitle = 'Diz ağrısı'\nlang = 'tr'\n+++\n\nText.")
        assert document.blocks[0].text == "Diz ağrısı"
        assert document.language == "tr"

    @pytest.mark.parametrize("line_end", ["\r\n", "\r"])
    def test_line_ends_of_other_systems_are_line_ends(self, line_end: str) -> None:
        text = "---\ntitle: Knee pain\ndescription: What helps\n---\n\n# Knee\n\nKnee pain\nhurts.\n\n- rest\n- ice\n"
        other = read(text.replace("\n", line_end))
        assert [(b.kind, b.text) for b in other.blocks] == [(b.kind, b.text) for b in read(text).blocks]
        assert source_of(other, "pain hurts") == f"pain{line_end}hurts"

    def test_escapes_in_a_value_are_decoded(self) -> None:
        document = read('---\ntitle: "The \\"bad\\" knee"\n---\n')
        assert document.blocks[0].text == 'The "bad" knee'
        assert source_of(document, "bad") == 'The \\"bad\\" knee'


class TestRoles:
    def test_furniture_and_teasers_tell_themselves_by_their_words(self) -> None:
        document = read(
            "The knee is a joint.\n\n[Share on Facebook](x)\n\n## Related posts\n\n- [Hip pain](a)\n- [Back pain](b)\n"
        )
        assert [b.role.value for b in document.blocks] == ["body", "chrome", "chrome", "teaser", "teaser"]
        assert document.blocks[1].attrs["evidence"] == "text"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words (and more), 5-10 % & co.", "plain words (and more), 5-10 % & co."),
        ("a*b", r"a\*b"),
        ("a * b", "a * b"),
        ("snake_case", "snake_case"),
        ("_x_", r"\_x\_"),
        ("[x]", r"\[x\]"),
        ("p < 0.05", "p < 0.05"),
        ("<b>", r"\<b>"),
        ("&amp;", r"\&amp;"),
        ("# x", r"\# x"),
        ("1. x", r"1\. x"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
