"""``clinlint report``."""

from __future__ import annotations

import click

from clinlint.cli.options import color_option
from clinlint.reports import FORMATS


@click.command(short_help="Show a kept JSON report as a page, or in another format.")
@click.argument("results", metavar="RESULTS.json")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where it goes; standard output (-) by default.")
@click.option(
    "--format",
    "form",
    type=click.Choice([name for name in FORMATS if name not in ("json", "jsonl")]),
    default="html",
    show_default=True,
    help="The format.",
)
@color_option
def report(results: str, output: str, form: str, color: str) -> None:
    """Show what an earlier run found, without linting again.

    RESULTS.json is what 'clinlint check … --output json=RESULTS.json' wrote. The articles themselves are read again,
    so run it in the same folder; one that has changed since is refused.
    """
    from clinlint.cli.reporting import write_report

    write_report(results, output, form, color)
