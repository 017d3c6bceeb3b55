"""``clinlint init``."""

from __future__ import annotations

import click


@click.command(short_help="Write a commented clinlint.toml.")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--preset", metavar="NAME", help="Go on from a preset, such as clinlint:patient-leaflet.")
@click.option("--force", is_flag=True, help="Overwrite a clinlint.toml that is there already.")
def init(folder: str, force: bool, preset: str | None) -> None:
    """Write a commented clinlint.toml to FOLDER (the working folder)."""
    from pathlib import Path

    from clinlint.config.template import template, write_new

    path = Path(folder, "clinlint.toml")
    write_new(path, template(preset), overwrite=force)
    click.echo(f"wrote {path}")
