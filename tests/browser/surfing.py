"""A real browser, whose pages may reach nothing but files and this machine, and may not complain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""The sandbox needs rights that containers lack; nothing may phone home."""

_LOCAL_SCHEMES = ("file", "data", "blob", "about")
_LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def is_local(address: str) -> bool:
    """True for what can be had without a network."""
    parts = urlsplit(address)
    return parts.scheme in _LOCAL_SCHEMES or (parts.hostname or "") in _LOCAL_HOSTS


@dataclass
class Watch:
    """What pages did that they must not do: requests to other machines, errors, dialogs that nobody expects."""

    wrong: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches every page of ``context``."""
        context.route(lambda address: not is_local(address), lambda route: route.abort())
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.wrong.append(f"uncaught: {error.error}"))

    def _request(self, request: Request) -> None:
        if not is_local(request.url):
            self.wrong.append(f"asked another machine: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text}")


@contextmanager
def surfing(browser: Browser, downloads: Path, **options: Any) -> Iterator[Page]:
    """A fresh page of a person of its own; afterwards nothing may have gone wrong.

    Args:
        browser: the running browser.
        downloads: where a test saves what it downloads; made when it is not there.
        options: of playwright's ``new_context`` (``viewport``, ``color_scheme``, ``java_script_enabled`` …).
    """
    downloads.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options})
    watch = Watch()
    watch.over(context)
    context.set_default_timeout(60_000)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not watch.wrong, "; ".join(watch.wrong)
