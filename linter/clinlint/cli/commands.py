"""The group of commands, and how errors reach the user."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

import click

from clinlint.cli.console import complain
from clinlint.cli.group import LazyGroup
from clinlint.errors import ClinlintError
from clinlint.version import VERSION

COMMANDS = {
    "check": "clinlint.cli.check:check",
    "review": "clinlint.cli.review:review",
    "apply": "clinlint.cli.apply:apply",
    "report": "clinlint.cli.report:report",
    "scrape": "clinlint.cli.scrape:scrape",
    "baseline": "clinlint.cli.baseline:baseline",
    "rule": "clinlint.cli.rule:rule",
    "rules": "clinlint.cli.rules:rules",
    "extract": "clinlint.cli.extract:extract",
    "words": "clinlint.cli.words:words",
    "stats": "clinlint.cli.stats:stats",
    "compare": "clinlint.cli.compare:compare",
    "init": "clinlint.cli.init:init",
    "config": "clinlint.cli.config:config",
    "cache": "clinlint.cli.cache:cache",
    "languagetool": "clinlint.cli.languagetool:languagetool",
    "completion": "clinlint.cli.completion:completion",
}
HELP = """Finds translation artefacts, broken structure and slips in health articles.

\b
  clinlint check article.html       lint a file
  clinlint check site/ https://…    lint a folder and a page
  clinlint scrape https://… -o DIR  keep pages to lint them later
  clinlint rule ST001               what a rule means
"""
TRACEBACK = "CLINLINT_TRACEBACK"
"""The environment variable that shows the traceback of an error of clinlint itself."""
_CANNOT_WRITE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; the exit code. Errors are one sentence on standard error."""
    commands = LazyGroup(
        name="clinlint",
        help=HELP,
        commands_by_name=COMMANDS,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    version = click.version_option(VERSION, "--version", prog_name="clinlint", message="%(prog)s %(version)s")
    try:
        code = version(commands).main(list(arguments), prog_name="clinlint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        return complain(_sentence(error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ClinlintError as error:
        return complain(str(error))
    except Exception as error:  # the last resort: an error of clinlint itself
        if os.environ.get(TRACEBACK):
            raise
        if isinstance(error, OSError) and error.errno in _CANNOT_WRITE:
            return complain(f"the output cannot be written ({error.strerror}); make room, or write it somewhere else")
        kind = type(error).__name__
        return complain(f"internal error: {kind}: {error}; please report it with what {TRACEBACK}=1 shows")
    return code if isinstance(code, int) else 0


def _sentence(error: click.ClickException) -> str:
    """Click's message as one sentence, with the nearest names or the command whose help says more."""
    near = getattr(error, "possibilities", None)
    message = error.message if near else error.format_message()
    text = " ".join(message.split()).removesuffix(".")
    text = text[:1].lower() + text[1:]
    if near:
        return f"{text}; did you mean {near[0]}?"
    context = getattr(error, "ctx", None)
    return text if context is None or text.endswith("?") else f"{text}; see '{context.command_path} --help'"
