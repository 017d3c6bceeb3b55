"""``clinlint words``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clinlint.cli.options import configuration_options

if TYPE_CHECKING:
    from clinlint.config.discovery import LoadedConfiguration

_LONGEST = 100


@click.group(short_help="Accept words that the spelling checks do not know.")
def words() -> None:
    """Accept words that the spelling checks do not know: names, brands, terms of your house.

    They are kept in clinlint-words.txt beside your configuration (or the file that words-file names), or in a personal
    list for all your projects.
    """


@words.command(short_help="Add words to a list.")
@click.argument("new", nargs=-1, required=True, metavar="WORD...")
@click.option("--personal", is_flag=True, help="Add to the personal list, for all projects.")
@configuration_options
def add(new: tuple[str, ...], personal: bool, config_file: str | None, isolated: bool) -> None:
    """Add each WORD to the project's list; it stays sorted, and a word stands in it once."""
    from clinlint.config.words import read_lines, with_words

    chosen = [_checked(word) for word in new]
    path = _list(personal, config_file, isolated)
    lines, added = with_words(read_lines(path) if path.exists() else [], chosen)
    if added:
        _write(path, lines)
        click.echo(f"added to {path}: {', '.join(added)}")
    else:
        click.echo(f"already in {path}")


@words.command("list", short_help="Print the words of a list.")
@click.option("--personal", is_flag=True, help="Print the personal list.")
@configuration_options
def list_words(personal: bool, config_file: str | None, isolated: bool) -> None:
    """Print the words of the project's list, one a line."""
    from clinlint.config.words import read_words

    path = _list(personal, config_file, isolated)
    for word in read_words(path) if path.exists() else ():
        click.echo(word)


def _list(personal: bool, config_file: str | None, isolated: bool) -> Path:
    from clinlint.config.words import personal_list, project_list

    return personal_list() if personal else project_list(_configuration(config_file, isolated))


def _configuration(config_file: str | None, isolated: bool) -> LoadedConfiguration:
    from clinlint.cli.inputs import configuration

    return configuration(config_file, isolated, ())


def _checked(word: str) -> str:
    """The word as it goes into a list.

    Raises:
        ConfigurationError: when it is none: empty, too long, with white space, or one that reads as a remark.
    """
    from clinlint.errors import ConfigurationError

    word = word.strip()
    if not word or len(word) > _LONGEST or word.startswith("#") or len(word.split()) > 1 or not word.isprintable():
        raise ConfigurationError(
            f"not a word: {word[:_LONGEST]!r}; give single words, such as 'clinlint words add Elmiron'"
        )
    return word


def _write(path: Path, lines: list[str]) -> None:
    from clinlint.errors import ConfigurationError
    from clinlint.storage.atomic import AtomicFile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = AtomicFile(path)
        try:
            file.stream.write("".join(f"{line}\n" for line in lines))
            file.commit()
        finally:
            file.discard()
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot write the word list ({error.strerror or error})") from error
