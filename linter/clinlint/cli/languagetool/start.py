"""``clinlint languagetool start``."""

from __future__ import annotations

import click


@click.command(short_help="Start the server before it is needed.")
@click.option("--idle", type=click.FloatRange(min=0.01), metavar="MINUTES", help="Stop when unused for so long; 15.")
@click.option("--memory", type=click.IntRange(min=256), metavar="MB", help="What Java may use for objects; 1024.")
def start(idle: float | None, memory: int | None) -> None:
    """Start the server that all runs share, and load its rules.

    Not needed: 'clinlint check' starts it. A server that runs already stays as it is.
    """
    from clinlint.engines.languagetool.status import started

    server = started(idle * 60 if idle is not None else None, memory)
    click.echo(
        f"LanguageTool {server.version} answers at {server.url} and stops when unused for {server.idle / 60:g} min"
    )
