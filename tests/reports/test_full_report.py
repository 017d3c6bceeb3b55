"""The report for people: the sentence, the place in it, the reason, the proposed text."""

from __future__ import annotations

import textwrap

import pytest

from clinlint.api import Severity
from clinlint.reports import Look
from reports.sample import report_of, result_of, word_rule

QUIET = Look(quiet=True)


def expected(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def test_a_finding_with_a_fix() -> None:
    result = result_of("Intro.\n\nTake the tablet daily wise.", word_rule("daily wise", "every day"))
    assert report_of("full", result) == expected(
        """
        page.txt:3:17: warning TY900 odd-word
            Take the tablet daily wise.
                            ^^^^^^^^^^
            why     The word “daily wise” is odd here.
            fix     Write “every day” (safe)
            becomes Take the tablet every day.

        1 file, 6 words: 1 warning; 1 with a fix, 1 of them safe
        MQM-mapped score 83.3 (166.7 error points in 1,000 words; fewer than 500 words are no sample)
        """
    )


def test_related_places_are_named_with_their_line() -> None:
    result = result_of("A knee is a knee.", word_rule("knee"))
    assert "    see     page.txt:1:3: the first of its kind\n" in report_of("full", result)


def test_a_long_sentence_is_wrapped_and_the_carets_stay_below_their_words() -> None:
    text = "Lie on your back and raise the straight leg slowly until you feel a strech behind the thigh."
    assert report_of("full", result_of(text, word_rule("strech")), look=Look(quiet=True, width=60)) == expected(
        """
        page.txt:1:69: warning TY900 odd-word
            Lie on your back and raise the straight leg slowly until
            you feel a strech behind the thigh.
                       ^^^^^^
            why     The word “strech” is odd here.

        """
    )


def test_of_a_very_long_sentence_the_part_around_the_word_is_shown() -> None:
    text = "Walk " + "slowly and often " * 40 + "to the strech " + "and back again " * 40 + "home."
    shown = report_of("full", result_of(text, word_rule("strech", "stretch")), look=QUIET)
    lines = shown.splitlines()
    assert lines[1].startswith("    … ")
    assert sum("slowly" in line for line in lines) < 8
    assert " …" in shown
    assert "stretch" in shown


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("Take ", 5),
        ("薬を飲む ", 9),  # two columns a character
        ("cafe\u0301 ", 5),  # a combining accent
        ("👩‍⚕️ said ", 8),  # one emoji of four code points
        ("A\tB ", 4),  # a tab becomes one blank
        ("\x1b[2J ", 8),  # an escape sequence is shown, not sent
        ("\u202eabc ", 10),  # so is a right-to-left override
        ("I\u0307zmir ", 6),
    ],
)
def test_carets_align_below_wide_combined_and_escaped_characters(before: str, columns: int) -> None:
    shown = report_of("full", result_of(f"{before}strech now", word_rule("strech")), look=QUIET)
    sentence, carets = shown.splitlines()[1:3]
    assert carets == " " * (4 + columns) + "^" * 6
    assert sentence.endswith("strech now")


@pytest.mark.parametrize("hostile", ["\x1b]0;title\x07", "\x9b31m", "\u202e", "\u2066", "\u200f", "\x08", "\ud800"])
def test_nothing_that_steers_a_terminal_reaches_it(hostile: str) -> None:
    result = result_of(f"Some {hostile} strech.", word_rule("strech", f"x{hostile}"), name=f"dir{hostile}/a.txt")
    for form in ("full", "concise"):
        shown = report_of(form, result)
        assert not any(c in shown for c in hostile if not c.isprintable())
        assert hostile.encode("unicode_escape", "surrogatepass").decode()[:3] in shown


def test_an_insertion_point_gets_one_caret() -> None:
    text = "Drink water (still"
    result = result_of(text, word_rule("still", "still)"))
    at_end = result.diagnostics[0].excerpt
    assert at_end.proposed == "Drink water (still)"


def test_colours_mark_the_word_and_the_change() -> None:
    result = result_of("Feel a strech here.", word_rule("strech", "stretch", Severity.ERROR))
    shown = report_of("full", result, look=Look(color=True, quiet=True))
    assert "Feel a \x1b[31;4mstrech\x1b[0m here." in shown
    assert "stre\x1b[32mt\x1b[0mch" in shown
    assert "\x1b[1;31merror\x1b[0m" in shown


def test_the_summary_says_what_is_hidden_and_what_was_not_checked_once_for_all_files() -> None:
    info = word_rule("knee", severity=Severity.INFO)
    results = [result_of("A knee.", info, name=f"{n}.txt") for n in range(5)]
    from dataclasses import replace

    from clinlint.model.diagnostic import NotChecked

    results = [replace(r, not_checked=(NotChecked(r.source.name, "too old"),)) for r in results]
    assert report_of("full", *results, least=Severity.WARNING) == expected(
        """
        5 files, 10 words: nothing found; 5 hidden (--min-severity info shows them)
        MQM-mapped score 100.0 (0.0 error points in 1,000 words; fewer than 500 words are no sample)
        Not checked:
          0.txt, 1.txt, 2.txt and 2 more: too old
        """
    )


def test_a_rule_that_crashed_is_named() -> None:
    from clinlint.model.diagnostic import InternalError, LintResult

    clean = result_of("Fine.")
    result = LintResult(clean.source, clean.documents, (), (), (InternalError("ST999", "KeyError: 'x'"),))
    assert "  page.txt: ST999: KeyError: 'x'\n" in report_of("full", result)


def test_concise_is_one_line_a_finding() -> None:
    result = result_of("A knee.\n\nA knee, and a knee.", word_rule("knee"))
    assert report_of("concise", result, look=QUIET) == expected(
        """
        page.txt:1:3: warning TY900 The word “knee” is odd here.
        page.txt:3:3: warning TY900 The word “knee” is odd here.
        page.txt:3:15: warning TY900 The word “knee” is odd here.
        """
    )


def test_a_guessed_source_language_is_never_kept_to_ourselves() -> None:
    from dataclasses import replace

    from clinlint.model.source_language import SourceLanguage

    guess = SourceLanguage("tr", established=True, evidence=("“waist hernia” (bel fıtığı)", "“Op. Dr.”"))
    text = report_of("full", replace(result_of("Fine."), origins=(guess,)))
    assert "page.txt: probably translated from tr: “waist hernia” (bel fıtığı), “Op. Dr.” (--source-language" in text
    given = SourceLanguage("tr", given=True, established=True)
    assert "translated from" not in report_of("full", replace(result_of("Fine."), origins=(given,)))
