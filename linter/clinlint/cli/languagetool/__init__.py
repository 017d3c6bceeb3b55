"""``clinlint languagetool``: one module a command."""

from __future__ import annotations

from clinlint.cli.group import LazyGroup

COMMANDS = {
    name: f"clinlint.cli.languagetool.{name}:{name}" for name in ("install", "status", "start", "stop", "doctor")
}

languagetool = LazyGroup(
    name="languagetool",
    help="Install, start and look after LanguageTool, which checks grammar.",
    short_help="Install and look after LanguageTool.",
    commands_by_name=COMMANDS,
    no_args_is_help=True,
)
