"""``clinlint rule``."""

from __future__ import annotations

import click

from clinlint.cli.options import color_option, complete_rules


@click.command(short_help="Explain a rule.")
@click.argument("name", metavar="CODE or NAME", shell_complete=complete_rules)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@color_option
def rule(name: str, form: str, color: str) -> None:
    """Explain a rule: why it matters, examples, limits, its fix and its options."""
    import shutil
    import sys

    from clinlint.reports.rule_list import rule_as_json
    from clinlint.reports.rule_page import page_as_markdown, page_as_text
    from clinlint.reports.style import Style, wants_color
    from clinlint.run.registry import find_rule, installed_rules

    found = find_rule(name, installed_rules())
    if form == "json":
        sys.stdout.write(rule_as_json(found))
    elif form == "markdown":
        sys.stdout.write(page_as_markdown(found))
    else:
        width = min(100, shutil.get_terminal_size((100, 24)).columns)
        sys.stdout.write(page_as_text(found, Style(wants_color(color, sys.stdout)), width))
