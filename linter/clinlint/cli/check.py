"""``clinlint check``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import (
    audience_option,
    color_option,
    configuration_options,
    fix_options,
    selection_options,
    source_options,
    speed_options,
)
from clinlint.reports import FORMATS

SEVERITIES = ["error", "warning", "info"]


@click.command(
    short_help="Lint articles.",
    epilog="Exit codes: 0 clean, 1 findings, 2 wrong use or unreadable input, 3 incomplete.",
)
@click.argument("paths", nargs=-1, metavar="[FILES, FOLDERS, GLOBS, ADDRESSES or -]...")
@selection_options
@click.option(
    "--format",
    type=click.Choice(list(FORMATS)),
    help="The format of the report on standard output; full when not configured.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=PATH",
    help="Write a report to a file too (sarif=clinlint.sarif); may be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help="Exit with 1 from this severity on; warning when not configured.",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    help="Show findings from this severity on; warning when not configured.",
)
@click.option(
    "--min-confidence",
    type=click.Choice(["low", "medium", "high"]),
    help="Leave out findings that are less sure; low when not configured.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Exit with 1 for an article with a lower MQM-mapped score (100 is faultless).",
)
@click.option(
    "--max-findings",
    type=int,
    metavar="NUMBER",
    help="Exit with 0 while no more findings than this lie at or above --fail-on.",
)
@click.option("--language", metavar="CODE", help="The articles' language, in place of what they say themselves.")
@click.option(
    "--source-language",
    metavar="CODE",
    help="The language that the articles were translated from, such as tr; auto (the default) guesses it.",
)
@audience_option
@click.option(
    "--languagetool",
    metavar="auto|off|ADDRESS",
    help="Grammar by LanguageTool: auto uses it where it is installed; off; or a server's address.",
)
@click.option("--require-complete", is_flag=True, help="Exit with 3 when something that was asked for is not there.")
@click.option("--watch", is_flag=True, help="Lint again whenever a file is saved; Ctrl-C ends it.")
@fix_options
@click.option("--baseline", metavar="FILE", help="Findings that this baseline knows do not count.")
@click.option(
    "--changed-since",
    metavar="COMMIT",
    help="Report what lies in text that changed since a commit, branch or tag, as git says.",
)
@click.option(
    "--history",
    metavar="FILE",
    help="Keep the pages' scores in this file, and show in site reports how they changed since the run before.",
)
@source_options
@configuration_options
@speed_options
@color_option
@click.option("--progress/--no-progress", default=None, help="Show how far the run is; by default on a terminal.")
@click.option("-q", "--quiet", is_flag=True, help="Write findings and nothing else.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Lint articles and report what is wrong, at exact places of the files.

    HTML pages, Markdown, plain text, exports of WordPress and drafts of Word or LibreOffice are read; what a file is
    is told by its name, or its first characters.
    """
    if options["watch"]:
        from clinlint.cli.watch import watch_check

        ctx.exit(watch_check(paths, options))
    from clinlint.cli.run import run_check

    ctx.exit(run_check(paths, options))
