"""The group of commands, each imported when it is needed."""

from __future__ import annotations

import importlib
import os
import sys

import click

BROKEN_PIPE = 141
"""The exit code of a program that a closed pipe ended: 128 and the number of the signal."""


class LazyGroup(click.Group):
    """Commands by name, as ``module:attribute``, in the order of the help."""

    def __init__(self, *, commands_by_name: dict[str, str], **attributes: object) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]
        self._places = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which they were given."""
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self._places:
            return None
        module, _, attribute = self._places[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names, or an error with the nearest name."""
        if args and args[0] not in self._places and not args[0].startswith("-"):
            from clinlint.config.origin import near

            raise click.UsageError(f"there is no command {args[0]!r}; {near(args[0], self._places)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; when whoever reads the output goes away, ends without a word, as other tools do."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still buffered must go somewhere when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(BROKEN_PIPE)
        return result
