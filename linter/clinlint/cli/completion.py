"""``clinlint completion``."""

from __future__ import annotations

import click


@click.command(short_help="Print the script for completion in bash, zsh or fish.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    r"""Print the script that teaches a shell to complete clinlint's commands, options and rules.

    \b
      bash:  eval "$(clinlint completion bash)"                                  in ~/.bashrc
      zsh:   eval "$(clinlint completion zsh)"                                   in ~/.zshrc
      fish:  clinlint completion fish > ~/.config/fish/completions/clinlint.fish
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"click knows no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "clinlint", "_CLINLINT_COMPLETE").source())
