"""The group of commands, each imported when it is needed."""

from __future__ import annotations

import importlib

import click


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
