"""``clinlint compare``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import audience_option, color_option, configuration_options, source_options


@click.command(short_help="Show whether a new version of an article is easier to read.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@audience_option
@source_options
@configuration_options
@color_option
def compare(old: str, new: str, form: str, color: str, **options: Any) -> None:
    """Show how the readability figures changed from OLD to NEW, for the article and for its sections by heading.

    OLD and NEW are files or addresses of one article each; one of them may be - for standard input.
    """
    import sys

    from clinlint.cli.measure import measured
    from clinlint.errors import SourceError
    from clinlint.reports.comparison import compared, comparison_as_csv, comparison_as_json, comparison_as_text
    from clinlint.reports.style import Style, wants_color

    if old == new == "-":
        raise SourceError("only one of the two can be - (standard input); name a file for the other")
    both = [found for path in (old, new) for found in measured((path,), options)]
    for path, articles in zip((old, new), both, strict=True):
        if len(articles) != 1:
            raise SourceError(f"{path}: {len(articles)} articles are in it; compare takes a file of one article")
    comparison = compared(both[0][0], both[1][0])
    if form == "json":
        sys.stdout.write(comparison_as_json(comparison))
    elif form == "csv":
        sys.stdout.write(comparison_as_csv(comparison))
    else:
        sys.stdout.write(comparison_as_text(comparison, Style(wants_color(color, sys.stdout))))
