"""``clinlint languagetool status``."""

from __future__ import annotations

import click


@click.command(short_help="Say what is installed and what runs.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(form: str) -> None:
    """Say what is installed, which servers run, and how much room they take.

    The exit code is 0 when LanguageTool is installed, else 1.
    """
    import json

    from clinlint.engines.languagetool.folders import user_folders
    from clinlint.engines.languagetool.status import as_record, as_text, status_of

    found = status_of(user_folders())
    click.echo(json.dumps(as_record(found), indent=2) if form == "json" else as_text(found), nl=form == "json")
    if found.installation is None:
        raise click.exceptions.Exit(1)
