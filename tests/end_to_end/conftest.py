"""A clinic's site on this machine, and what fetches from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clinlint.sources.web.connections import Connections
from clinlint.sources.web.fetching import Limits
from clinlint.sources.web.polite import Manners, PoliteFetcher
from end_to_end.clinic_site import Site, clinic


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with six articles."""
    with clinic() as site:
        site.articles(6)
        yield site


@pytest.fixture
def fetcher() -> Iterator[PoliteFetcher]:
    """A fetcher that may read this machine, and makes no pauses."""
    with Connections(allow_private=True) as connections:
        yield PoliteFetcher(Limits(), connections, Manners(delay=0.0))
