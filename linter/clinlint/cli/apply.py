"""``clinlint apply``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import color_option, configuration_options


@click.command(
    short_help="Make the changes that reviewers decided on.",
    epilog="Exit codes: 0 all made, 1 some were not made or reviewers disagree, 2 wrong use, or the file has changed.",
)
@click.argument("names", nargs=-1, required=True, metavar="FILE... DECISIONS...")
@click.option("--diff", is_flag=True, help="Show what would be changed, and write nothing.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write the corrected file here, or the files below this folder (DIR/); - shows it.",
)
@click.option("--prefer", metavar="NAME", help="Where reviewers disagree, what this one said counts.")
@click.option(
    "--learn-ignores",
    is_flag=True,
    help="Add what was rejected to the configuration, so that it is not reported again.",
)
@configuration_options
@color_option
@click.pass_context
def apply(ctx: click.Context, /, names: tuple[str, ...], **options: Any) -> None:
    """Write FILE with the changes that DECISIONS accept.

    DECISIONS are decisions.json of the report's page, or the workbook (.xlsx), the table (.csv) or the Word file
    (.docx) of suggestions that came back; those of several reviewers are merged. A FILE that has changed since it was
    reviewed is left alone.
    """
    from clinlint.cli.applying import run_apply

    ctx.exit(run_apply(names, options))
