"""``clinlint extract``."""

from __future__ import annotations

from typing import Any

import click

from clinlint.cli.options import color_option, source_options


@click.command(short_help="Show what was taken as article and what as page.")
@click.argument("source", metavar="FILE, ADDRESS or -")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(["body", "teaser", "chrome"]),
    help="Only the article (body), excerpts of others (teaser) or the page around them (chrome).",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@source_options
@color_option
def extract(source: str, **options: Any) -> None:
    """Show what was taken as what: the article, excerpts of other articles, the page around them.

    Every block comes with its place, its role, what it is, and why it was given that role where that is known.
    """
    import sys

    from clinlint.cli.inputs import Inputs
    from clinlint.config.discovery import LoadedConfiguration
    from clinlint.documents import read_documents
    from clinlint.reports.extraction import extraction_as_json, extraction_as_text
    from clinlint.reports.style import Style, wants_color

    loaded = LoadedConfiguration()
    inputs = Inputs(loaded, options["stdin_filename"], options["allow_private"], options["ignore_robots"])
    inputs.check((source,))
    documents = read_documents(inputs.read(source))
    roles = frozenset(options["roles"])
    if options["form"] == "json":
        sys.stdout.write(extraction_as_json(documents, roles))
    else:
        sys.stdout.write(extraction_as_text(documents, roles, Style(wants_color(options["color"], sys.stdout))))
