"""``clinlint languagetool doctor``."""

from __future__ import annotations

import click


@click.command(short_help="Look for what is wrong, and say what mends it.")
def doctor() -> None:
    """Look at everything that grammar needs, start it, check a sentence, and say what mends what is wrong.

    The exit code is 0 when all is well, else 1.
    """
    from clinlint.engines.languagetool.doctor import examine
    from clinlint.engines.languagetool.folders import user_folders

    ill = False
    for finding in examine(user_folders()):
        ill = ill or not finding.well
        click.echo(f"{'ok   ' if finding.well else 'WRONG'}  {finding.what}")
        if finding.mend:
            click.echo(f"       mend it with: {finding.mend}")
    if ill:
        raise click.exceptions.Exit(1)
