"""``clinlint``: the group of commands, and how errors reach the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from clinlint.version import VERSION

COMMANDS = {
    "check": "clinlint.cli.check:check",
    "rule": "clinlint.cli.rule:rule",
    "rules": "clinlint.cli.rules:rules",
    "extract": "clinlint.cli.extract:extract",
    "init": "clinlint.cli.init:init",
    "config": "clinlint.cli.config:config",
    "completion": "clinlint.cli.completion:completion",
}
HELP = """Finds translation artefacts, broken structure and slips in health articles.

\b
  clinlint check article.html       lint a file
  clinlint check site/ https://…    lint a folder and a page
  clinlint rule ST001               what a rule means
"""
TRACEBACK = "CLINLINT_TRACEBACK"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        # Without the command line library: this is what scripts ask for, over and over.
        print(f"clinlint {VERSION}")  # noqa: T201
        return
    _tolerate_any_text()
    sys.exit(run(arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; the exit code. Errors are one sentence on standard error."""
    import click

    from clinlint.cli.group import LazyGroup
    from clinlint.errors import ClinlintError

    commands = LazyGroup(
        name="clinlint",
        help=HELP,
        commands_by_name=COMMANDS,
        no_args_is_help=False,
        invoke_without_command=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    version = click.version_option(VERSION, "--version", prog_name="clinlint", message="%(prog)s %(version)s")
    try:
        code = version(commands).main(list(arguments), prog_name="clinlint", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        return complain(_sentence(error.format_message(), error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ClinlintError as error:
        return complain(str(error))
    except BrokenPipeError:
        return _silence()
    except Exception as error:  # the last resort: an error of clinlint itself
        if os.environ.get(TRACEBACK):
            raise
        kind = type(error).__name__
        return complain(f"internal error: {kind}: {error}; please report it with what {TRACEBACK}=1 shows")
    return code if isinstance(code, int) else 0


def complain(message: str) -> int:
    """Says one sentence on standard error; the exit code for wrong use."""
    from clinlint.reports.cells import visible

    print(f"clinlint: {visible(message)}", file=sys.stderr)  # noqa: T201
    return 2


def _sentence(message: str, error: object) -> str:
    """Click's message as one sentence, with the command whose help says more."""
    context = getattr(error, "ctx", None)
    text = " ".join(message.split()).removesuffix(".").replace(". Did you", "; did you")
    text = text[:1].lower() + text[1:]
    if text.endswith("?") or context is None:
        return text
    return f"{text}; see '{context.command_path} --help'"


def _tolerate_any_text() -> None:
    """What the console's encoding cannot show is escaped, not fatal."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _silence() -> int:
    """Whoever read the output went away: end without a word, as other tools do."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 141
