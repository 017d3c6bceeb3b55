"""``clinlint stats``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import audience_option, color_option, configuration_options, source_options


@click.command(short_help="Show how hard articles are to read, by section.")
@click.argument("paths", nargs=-1, metavar="[FILES, FOLDERS, ADDRESSES or -]...")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@audience_option
@source_options
@configuration_options
@color_option
def stats(paths: tuple[str, ...], form: str, color: str, **options: Any) -> None:
    """Show readability figures of articles and of each of their sections.

    Words, sentences, grades by clinlint and by published formulas (computed by textstat), and reading time. Only
    running text counts: headings, tables and the page around the article do not.
    """
    import sys

    from clinlint.cli.measure import measured
    from clinlint.reports.figures import figures_as_csv, figures_as_json, figures_as_text
    from clinlint.reports.style import Style, wants_color

    articles = [article for found in measured(paths, options) for article in found]
    if form == "json":
        sys.stdout.write(figures_as_json(articles))
    elif form == "csv":
        sys.stdout.write(figures_as_csv(articles))
    else:
        sys.stdout.write(figures_as_text(articles, Style(wants_color(color, sys.stdout))))
