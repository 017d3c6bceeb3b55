"""``clinlint scrape``."""

from __future__ import annotations

from typing import Any

import click

HELP = """Keep pages as they come, with headers, final address and time, to lint them later.

\b
  clinlint scrape https://clinic.example/hernia -o pages
  clinlint scrape --sitemap https://clinic.example -o pages --include '*/blog/*'
  clinlint check pages

An interrupted run goes on where it stopped; a later run fetches again only what changed. Ends with 1 when a page
could not be fetched.
"""


class _Day(click.DateTime):
    """A day as 2026-01-31."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; write one like 2026-01-31", param, ctx)


@click.command(short_help="Keep pages of the web in a folder.", help=HELP)
@click.argument("addresses", nargs=-1, metavar="[ADDRESSES]...")
@click.option("-o", "--output", "folder", required=True, metavar="DIR", help="The folder for the snapshots.")
@click.option(
    "--sitemap",
    "sitemaps",
    multiple=True,
    metavar="ADDRESS",
    help="Every page of a sitemap; the address of a site finds its sitemap.",
)
@click.option("--feed", "feeds", multiple=True, metavar="ADDRESS", help="Every page of an RSS or Atom feed.")
@click.option(
    "--wordpress", multiple=True, metavar="ADDRESS", help="Every post and page of a WordPress site, by its interface."
)
@click.option("--drafts", is_flag=True, help="With --wordpress: drafts too (user and password in the environment).")
@click.option("--from", "lists", multiple=True, metavar="FILE", help="The addresses in a file, one a line.")
@click.option("--include", multiple=True, metavar="GLOB", help="Only addresses like this (*/blog/*).")
@click.option("--exclude", multiple=True, metavar="GLOB", help="No addresses like this.")
@click.option("--since", type=_Day(["%Y-%m-%d"]), metavar="DATE", help="Only pages that changed since (2026-01-31).")
@click.option("--limit", type=click.IntRange(1), metavar="NUMBER", help="So many pages at most.")
@click.option(
    "--delay",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests to one host; robots.txt may ask for more.",
)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0, show_default=True)
@click.option("--ignore-robots", is_flag=True, help="Read pages that robots.txt closes; for sites of your own.")
@click.option("--proxy", is_flag=True, help="Go through the proxy that the environment names.")
@click.option("--allow-private", is_flag=True, help="Read addresses of private networks and of this machine.")
@click.option("--progress/--no-progress", default=None, help="Show how far the run is; by default on a terminal.")
@click.pass_context
def scrape(ctx: click.Context, /, **options: Any) -> None:
    """Keep pages of the web in a folder."""
    from clinlint.cli.scraping import run_scrape

    ctx.exit(run_scrape(options))
