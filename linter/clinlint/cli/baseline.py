"""``clinlint baseline``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from clinlint.cli.options import configuration_options, selection_options

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def _shared(command: CommandT) -> CommandT:
    """The options of all subcommands that lint."""
    file = click.option(
        "--baseline",
        metavar="FILE",
        help="The baseline; when not given, the configuration's, or clinlint-baseline.json.",
    )
    paths = click.argument("paths", nargs=-1, metavar="[FILES, FOLDERS or GLOBS]...")
    return paths(file(selection_options(configuration_options(command))))


@click.group()
def baseline() -> None:
    """Accept what is found today, so that only new findings fail.

    A baseline is a file that belongs into version control. 'clinlint check --baseline FILE', or the key
    baseline of the configuration, uses it.
    """


@baseline.command(short_help="Accept everything that is found now.")
@_shared
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
@click.pass_context
def create(ctx: click.Context, /, paths: tuple[str, ...], force: bool, **options: Any) -> None:
    """Lint and write a new baseline with everything that is found."""
    from clinlint.cli.baselines import create_baseline

    ctx.exit(create_baseline(paths, options, force=force))


@baseline.command(short_help="Take out what is mended; add nothing unless told.")
@_shared
@click.option("--allow-new", is_flag=True, help="Accept new findings too.")
@click.pass_context
def update(ctx: click.Context, /, paths: tuple[str, ...], allow_new: bool, **options: Any) -> None:
    """Lint, and take findings that are gone out of the baseline.

    Entries of files that are not linted stay. New findings are not accepted, unless --allow-new says so.
    """
    from clinlint.cli.baselines import update_baseline

    ctx.exit(update_baseline(paths, options, allow_new=allow_new))


@baseline.command(name="check", short_help="Compare, and write nothing.")
@_shared
@click.pass_context
def check_(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Lint and compare: exit with 1 when findings are new, or some of the baseline are gone."""
    from clinlint.cli.baselines import check_baseline

    ctx.exit(check_baseline(paths, options))


@baseline.command(short_help="Take out files and rules that are gone.")
@click.option("--baseline", metavar="FILE", help="The baseline, as above.")
@configuration_options
@click.pass_context
def prune(ctx: click.Context, /, **options: Any) -> None:
    """Take entries of files and rules that no longer exist out of the baseline; nothing is linted."""
    from clinlint.cli.baselines import prune_baseline

    values: Mapping[str, Any] = options
    ctx.exit(prune_baseline(values))
