"""A rule's documentation, read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clinlint.api import Block, Context, Finding, FixAvailability, RuleMeta, Severity, rule
from clinlint.reports.rule_page import page_as_markdown, page_as_text
from clinlint.reports.style import Style


@dataclass(frozen=True)
class Options:
    longest: int = field(default=3, metadata={"help": "The longest word that is left alone."})


@rule(
    RuleMeta(
        code="TY900",
        name="odd-space",
        summary="space in an odd place",
        severity=Severity.WARNING,
        mqm_type="Linguistic conventions/Punctuation",
        its_type="typographical",
        fix=FixAvailability.ALWAYS,
        options=Options,
        references=("https://example.org/spaces",),
    )
)
def odd_space(block: Block, context: Context) -> Iterator[Finding]:
    """A space stands where none belongs.

    ## Why it matters

    A paragraph that runs over
    two lines, with `code` in it.

    - one point that is long enough to run over the end of the line, and to go on in the next one
    - another

    ## Examples

    ```bad
    Wash ⟦ ,⟧ then dry.
    ⇒
    Wash, then dry.
    ---
    A ⟦very odd⟧ thing.
    ```

    ```good
    Wash, then dry.
    ```

    ```toml
    [rules.TY900]
    longest = 4
    ```
    """
    yield from ()


def test_the_page_without_colours() -> None:
    assert page_as_text(odd_space, Style(False), 60) == (
        "TY900 odd-space\n"
        "space in an odd place\n"
        "warning, fix: always, languages: en, since 0.1.0\n"
        "\n"
        "  A space stands where none belongs.\n"
        "\n"
        "Why it matters\n"
        "\n"
        "  A paragraph that runs over two lines, with `code` in it.\n"
        "\n"
        "  - one point that is long enough to run over the end of\n"
        "    the line, and to go on in the next one\n"
        "  - another\n"
        "\n"
        "Examples\n"
        "\n"
        "  Reported:\n"
        "    - Wash ⟦ ,⟧ then dry.\n"
        "      becomes Wash, then dry.\n"
        "    - A ⟦very odd⟧ thing.\n"
        "\n"
        "  Left alone:\n"
        "    - Wash, then dry.\n"
        "\n"
        "    [rules.TY900]\n"
        "    longest = 4\n"
        "\n"
        "Options\n"
        "  longest = 3\n"
        "    The longest word that is left alone.\n"
        "\n"
        "References\n"
        "  https://example.org/spaces\n"
    )


def test_colours_underline_the_marks() -> None:
    page = page_as_text(odd_space, Style(True), 60)
    assert "A \x1b[4;31mvery odd\x1b[0m thing." in page
    assert "with \x1b[36mcode\x1b[0m in it" in page


def test_the_markdown_page_is_the_documentation_with_its_facts() -> None:
    page = page_as_markdown(odd_space)
    assert page.startswith("# TY900 odd-space\n\nSpace in an odd place.\n")
    assert odd_space.documentation in page
    assert "- `longest` (default `3`): The longest word that is left alone." in page
