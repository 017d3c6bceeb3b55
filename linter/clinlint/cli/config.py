"""``clinlint config``."""

from __future__ import annotations

import json
from typing import Any

import click

from clinlint.cli.options import configuration_options, selection_options


@click.group()
def config() -> None:
    """Look at the configuration."""


@config.command()
@click.argument("path", required=False)
@click.option("--format", "form", type=click.Choice(["toml", "json"]), default="toml", show_default=True)
@selection_options
@configuration_options
def show(path: str | None, form: str, **options: Any) -> None:
    """Print every effective value, for the file PATH where one is named, and where it was set."""
    from clinlint.cli.inputs import configuration
    from clinlint.cli.options import split
    from clinlint.config.origin import COMMAND_LINE
    from clinlint.config.resolve import Resolver
    from clinlint.config.show import as_json, as_toml, entries
    from clinlint.run.registry import installed_rules

    loaded = configuration(options["config_file"], options["isolated"], [path] if path else [])
    ignored = split(options["ignore"])
    loaded = loaded.with_given(
        COMMAND_LINE,
        select=split(options["select"]),
        ignore=(*loaded.values.ignore, *ignored) if ignored else None,
    )
    rules = installed_rules()
    resolver = Resolver(loaded, rules)
    found = entries(loaded, resolver, rules, path)
    if form == "json":
        click.echo(json.dumps(as_json(found), indent=2))
        return
    running = resolver.settings(path).rules if path else resolver.base.rules
    codes = ", ".join(rule.meta.code for rule in running)
    click.echo(as_toml(found) + f"\n# rules that run: {codes or 'none'}")
