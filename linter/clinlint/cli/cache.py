"""``clinlint cache``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from clinlint.storage.store import Store


@click.group()
def cache() -> None:
    """Look at kept results, or remove them.

    Results are kept by content, rules and settings, in the folder that CLINLINT_CACHE names or the
    system's folder for caches. It may be removed at any time.
    """


@cache.command()
def info() -> None:
    """Print where results are kept, how many, and how much room they take."""
    for store in _stores():
        with store:
            found = store.info()
        click.echo(f"{found.path}")
        click.echo(f"{found.entries:,} results, {_size(found.on_disk)} on disk (at most about {_size(found.largest)})")


@cache.command()
def clear() -> None:
    """Remove all kept results."""
    for store in _stores():
        with store:
            number = store.clear()
        click.echo(f"{number:,} results removed from {store.path}")
    from clinlint.packs.kept import FILES
    from clinlint.storage.folder import cache_folder

    for path in cache_folder().glob(FILES):
        path.unlink(missing_ok=True)


def _stores() -> Iterator[Store]:
    """The results of files, and where there are any, those of blocks from LanguageTool."""
    from clinlint.cli.console import complaining
    from clinlint.engines.languagetool import cache as grammar
    from clinlint.run.result_cache import open_store
    from clinlint.storage.folder import cache_folder

    yield open_store(cache_folder(), complaining)
    if (cache_folder() / grammar.FILE_NAME).exists():
        yield grammar.open_store(cache_folder(), complaining)


def _size(number: int) -> str:
    return f"{number / 1_000_000:,.1f} MB"
