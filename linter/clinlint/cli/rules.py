"""``clinlint rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clinlint.cli.options import color_option, complete_rules

if TYPE_CHECKING:
    from clinlint.reports.style import Style


@click.command(short_help="List the rules.")
@click.argument("selectors", nargs=-1, metavar="[FAMILIES, CODES or NAMES]...", shell_complete=complete_rules)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--engine",
    type=click.Choice(["clinlint", "languagetool"]),
    default="clinlint",
    show_default=True,
    help="Whose rules: clinlint's own, or those of LanguageTool that clinlint knows by name, with what is off and why.",
)
@color_option
def rules(selectors: tuple[str, ...], form: str, engine: str, color: str) -> None:
    """List the rules: code, name, severity, whether a fix comes with it, and what it finds."""
    import sys

    from clinlint.cli.options import split
    from clinlint.errors import ConfigurationError
    from clinlint.reports.rule_list import rules_as_json, rules_as_text
    from clinlint.reports.style import Style, wants_color
    from clinlint.run.registry import installed_rules, matches, unknown_rule

    wanted = split(selectors) or ("ALL",)
    if engine == "languagetool":
        sys.stdout.write(_of_languagetool(wanted, form, Style(wants_color(color, sys.stdout))))
        return
    installed = installed_rules()
    for selector in wanted:
        if not any(matches(selector, rule) for rule in installed):
            raise ConfigurationError(unknown_rule(selector, installed))
    found = [rule for rule in installed if any(matches(selector, rule) for selector in wanted)]
    if form == "json":
        sys.stdout.write(rules_as_json(found))
    else:
        sys.stdout.write(rules_as_text(found, Style(wants_color(color, sys.stdout))))


def _of_languagetool(wanted: tuple[str, ...], form: str, style: Style) -> str:
    """The rules of LanguageTool that the installed knowledge names.

    Raises:
        ConfigurationError: when a selector fits none of them.
    """
    from clinlint.engines.languagetool.knowledge import installed_knowledge
    from clinlint.errors import ConfigurationError
    from clinlint.reports.rule_list import metas_as_json, metas_as_text

    known = list(installed_knowledge().rules())
    chosen = [meta for meta in known if any(_fits(selector, meta.code) for selector in wanted)]
    for selector in wanted:
        if not any(_fits(selector, meta.code) for meta in known):
            raise ConfigurationError(
                f'"{selector}" is none of the rules of LanguageTool that clinlint knows by name; '
                "every other rule of LanguageTool is on, and can be named in a configuration all the same"
            )
    return metas_as_json(chosen) if form == "json" else metas_as_text(chosen, style)


def _fits(selector: str, code: str) -> bool:
    plain = selector.upper().removeprefix("LT:")
    return plain in ("ALL", "LT") or code.removeprefix("LT:").strip("*").startswith(plain)
