"""``clinlint languagetool stop``."""

from __future__ import annotations

import click


@click.command(short_help="Stop the server.")
def stop() -> None:
    """Stop every server of this user; a run that uses one starts it again."""
    from clinlint.engines.languagetool.folders import user_folders
    from clinlint.engines.languagetool.problem import require_packages
    from clinlint.engines.languagetool.server.stop import stop_all

    require_packages()
    count = stop_all(user_folders())
    click.echo(f"stopped {count} server{'s' if count != 1 else ''}" if count else "no server runs")
