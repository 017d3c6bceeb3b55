"""Snapshots as sources: the bytes of the file, with the encoding and the address that the manifest knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.sources.encoding import decode
from clinlint.sources.snapshots.manifest import Manifest
from clinlint.sources.web.fetching import Fetched


def files_of(folder: str) -> Iterator[str]:
    """The paths of the snapshots in a folder, in order of address.

    Raises:
        SourceError: when there is none, or the manifest cannot be read.
    """
    empty = True
    with Manifest(Path(folder), writes=False) as manifest:
        for page in manifest:
            if page.file:
                empty = False
                yield str(Path(folder, page.file))
    if empty:
        raise SourceError(f"{folder}: the manifest names no page that was fetched; run 'clinlint scrape' again")


def read_snapshot(path: str, folder: Path) -> Source | None:
    """The source in a file below ``folder``; None when its manifest does not list it.

    Raises:
        SourceError: when the file cannot be read, or its bytes are no text.
    """
    file = Path(path).relative_to(folder).as_posix()
    with Manifest(folder, writes=False) as manifest:
        page = manifest.of_file(file)
    if page is None:
        return None
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        told = f"{path}: the snapshot cannot be read ({error.strerror or error})"
        raise SourceError(f"{told}; run 'clinlint scrape' again") from None
    charset = Fetched(page.final_url, page.status, page.headers).charset
    source = decode(data, name=path, media_type=page.media_type or None, declared=charset)
    return replace(source, address=page.final_url)
