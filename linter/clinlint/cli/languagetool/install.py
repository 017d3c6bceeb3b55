"""``clinlint languagetool install``."""

from __future__ import annotations

import click


@click.command(short_help="Fetch LanguageTool; the only command that downloads.")
@click.option(
    "--from",
    "source",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False),
    help="Copy LanguageTool from this folder and download nothing.",
)
@click.option("--force", is_flag=True, help="Install it anew when it is there already.")
def install(source: str | None, force: bool) -> None:
    """Fetch LanguageTool and install it for this user, whole or not at all.

    With Maven (mvn) where it is there, which takes 184 MB; else LanguageTool's own archive of about 250 MB. When the
    command is stopped, the next one goes on where Maven was.
    """
    import sys
    from pathlib import Path

    from clinlint.cli.languagetool.meter import Meter
    from clinlint.engines.languagetool.folders import user_folders
    from clinlint.engines.languagetool.install.run import Voice
    from clinlint.engines.languagetool.install.run import install as run
    from clinlint.engines.languagetool.release import megabytes
    from clinlint.reports.style import is_terminal

    meter = Meter(sys.stderr, enabled=is_terminal(sys.stderr))
    try:
        done = run(user_folders(), Voice(click.echo, meter.show), source=Path(source) if source else None, force=force)
    finally:
        meter.clear()
    click.echo(f"LanguageTool {done.version} is installed in {done.folder} ({megabytes(done.size)})")
