"""The web: pages fetched within limits, politely, and kept as snapshots."""

from __future__ import annotations

from clinlint.sources.web.fetching import read_url

__all__ = ["read_url"]
