"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def split(values: Iterable[str]) -> tuple[str, ...] | None:
    """``("MT,ST001", "TY")`` as three selectors; None when the option was not given."""
    found = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    return found or None


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Codes and families that begin with what was typed."""
    from clinlint.run.registry import installed_rules

    done, comma, last = incomplete.rpartition(",")
    codes = [rule.meta.code for rule in installed_rules()]
    names = sorted({code[:2] for code in codes}) + codes
    return [f"{done}{comma}{name}" for name in names if name.startswith(last.upper())]


def selection_options(command: CommandT) -> CommandT:
    """``--select`` and ``--ignore``."""
    for option in (
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULES",
            shell_complete=complete_rules,
            help="Rules to leave out, beside those of the configuration.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="RULES",
            shell_complete=complete_rules,
            help="Rules to run: codes, families or names, with commas between them (MT,ST001).",
        ),
    ):
        command = option(command)
    return command


def configuration_options(command: CommandT) -> CommandT:
    """``--config`` and ``--isolated``."""
    for option in (
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            type=click.Path(),
            help="Read this configuration, not the nearest clinlint.toml or pyproject.toml.",
        ),
    ):
        command = option(command)
    return command


def color_option(command: CommandT) -> CommandT:
    """``--color``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours; auto honours NO_COLOR and FORCE_COLOR.",
    )(command)


def source_options(command: CommandT) -> CommandT:
    """``--stdin-filename``, ``--ignore-robots`` and ``--allow-private``."""
    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Read addresses of private networks too (https://localhost/…)."
        ),
        click.option("--ignore-robots", is_flag=True, help="Read pages that robots.txt closes; for sites of your own."),
        click.option(
            "--stdin-filename",
            metavar="NAME",
            help="What reports call standard input (-); its ending tells the format.",
        ),
    ):
        command = option(command)
    return command


def jobs(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | str | None:
    """A number of processes, or ``auto``."""
    if value is None or value == "auto":
        return value
    if value.isascii() and value.isdigit() and int(value) >= 1:
        return int(value)
    raise click.BadParameter(f"{value!r} is not auto or a number of processes from 1 on")


def speed_options(command: CommandT) -> CommandT:
    """``--jobs`` and ``--no-cache``."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Lint everything anew, and keep no results."),
        click.option(
            "--jobs",
            callback=jobs,
            metavar="NUMBER|auto",
            help="Processes that lint files; auto when not configured.",
        ),
    ):
        command = option(command)
    return command


def fix_options(command: CommandT) -> CommandT:
    """``--fix``, ``--unsafe-fixes``, ``--diff`` and ``--fix-only``."""
    for option in (
        click.option("--fix-only", is_flag=True, help="Fix, and do not report what is left."),
        click.option("--diff", is_flag=True, help="Show what would be fixed, and write nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="Fix what changes the wording too; read it afterwards."),
        click.option("--fix", is_flag=True, help="Fix what is safe to fix, in the files themselves."),
    ):
        command = option(command)
    return command


def audience_option(command: CommandT) -> CommandT:
    """``--audience``."""
    return click.option(
        "--audience",
        type=click.Choice(["patient", "general", "professional"]),
        help="Whom the articles are for; patient when not configured.",
    )(command)
