"""``clinlint review``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import audience_option, configuration_options, selection_options


@click.command(
    short_help="Review an article in the browser, and get it corrected.",
    epilog="Exit codes: 0 the review ended, 2 wrong use, an unreadable file, or decisions on another text.",
)
@click.argument("path", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="The corrected article; FILE.reviewed beside it by default.")
@click.option("--in-place", is_flag=True, help="Correct the article itself.")
@click.option("--decisions", metavar="FILE", help="Where decisions are kept; beside the article by default.")
@click.option("--no-browser", is_flag=True, help="Only say the address; open it yourself.")
@selection_options
@click.option(
    "--min-severity",
    type=click.Choice(["error", "warning", "info"]),
    help="Show findings from this severity on; warning when not configured.",
)
@click.option("--language", metavar="CODE", help="The article's language, in place of what it says itself.")
@click.option(
    "--source-language",
    metavar="CODE",
    help="The language that the article was translated from, such as de; auto (the default) guesses it.",
)
@audience_option
@click.option("--languagetool", metavar="auto|off|ADDRESS", help="Grammar by LanguageTool, as in 'clinlint check'.")
@configuration_options
def review(path: str, **options: Any) -> None:
    """Open FILE in the browser with all findings marked; accept, reject or reword them there.

    Decisions are kept in FILE.decisions.json as you make them. “Save corrected article” writes FILE.reviewed with the
    changes that you accepted; FILE itself stays as it is. Only this machine can see the page. “Finish” in the page, or
    Ctrl-C here, ends the review; the same command takes it up again.
    """
    from clinlint.cli.reviewing import run_review

    run_review(path, options)
