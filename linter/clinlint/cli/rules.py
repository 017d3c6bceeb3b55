"""``clinlint rules``."""

from __future__ import annotations

import click

from clinlint.cli.options import color_option, complete_rules


@click.command(short_help="List the rules.")
@click.argument("selectors", nargs=-1, metavar="[FAMILIES, CODES or NAMES]...", shell_complete=complete_rules)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@color_option
def rules(selectors: tuple[str, ...], form: str, color: str) -> None:
    """List the rules: code, name, severity, whether a fix comes with it, and what it finds."""
    import sys

    from clinlint.cli.options import split
    from clinlint.errors import ConfigurationError
    from clinlint.reports.rule_list import rules_as_json, rules_as_text
    from clinlint.reports.style import Style, wants_color
    from clinlint.run.registry import installed_rules, matches, unknown_rule

    wanted = split(selectors) or ("ALL",)
    installed = installed_rules()
    for selector in wanted:
        if not any(matches(selector, rule) for rule in installed):
            raise ConfigurationError(unknown_rule(selector, installed))
    found = [rule for rule in installed if any(matches(selector, rule) for selector in wanted)]
    if form == "json":
        sys.stdout.write(rules_as_json(found))
    else:
        sys.stdout.write(rules_as_text(found, Style(wants_color(color, sys.stdout))))
