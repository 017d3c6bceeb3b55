"""Files of addresses, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clinlint.errors import SourceError
from clinlint.sources.web.fetching import checked
from clinlint.sources.web.found import Batch, Found


def pages_of_list(path: str) -> Iterator[Batch]:
    """The addresses in a file; empty lines and lines that begin with ``#`` are passed over.

    Raises:
        SourceError: when the file cannot be read, or a line is no address, with its number.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(f"{path}: the list of addresses cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path}: the list of addresses is not UTF-8 text") from None
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    named = [(number, line) for number, line in lines if line and not line.startswith("#")]
    yield Batch([Found(str(checked(line, f"{path}:{number}: {line}"))) for number, line in named])
