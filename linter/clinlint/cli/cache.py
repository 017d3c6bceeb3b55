"""``clinlint cache``."""

from __future__ import annotations

import click


@click.group()
def cache() -> None:
    """Look at kept results, or remove them.

    Results are kept by content, rules and settings, in the folder that CLINLINT_CACHE names or the
    system's folder for caches. It may be removed at any time.
    """


@cache.command()
def info() -> None:
    """Print where results are kept, how many, and how much room they take."""
    from clinlint.cli.console import complaining
    from clinlint.run.result_cache import open_store
    from clinlint.storage.folder import cache_folder

    with open_store(cache_folder(), complaining) as store:
        found = store.info()
    click.echo(f"{found.path}")
    click.echo(f"{found.entries:,} results, {_size(found.on_disk)} on disk (at most about {_size(found.largest)})")


@cache.command()
def clear() -> None:
    """Remove all kept results."""
    from clinlint.cli.console import complaining
    from clinlint.run.result_cache import open_store
    from clinlint.storage.folder import cache_folder

    with open_store(cache_folder(), complaining) as store:
        number = store.clear()
    click.echo(f"{number:,} results removed from {store.path}")


def _size(number: int) -> str:
    return f"{number / 1_000_000:,.1f} MB"
