"""From the arguments of ``stats`` and ``compare`` to figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from clinlint.cli.inputs import Inputs, configuration
from clinlint.config.origin import COMMAND_LINE
from clinlint.config.resolve import Resolver
from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.reports.summary import Failure
from clinlint.run.figures import ArticleFigures, figures_of
from clinlint.run.registry import installed_rules
from clinlint.storage.folder import cache_folder


def measured(paths: tuple[str, ...], options: Mapping[str, Any]) -> Iterator[tuple[ArticleFigures, ...]]:
    """The figures of every article, source by source.

    Raises:
        ClinlintError: when a source cannot be read, or the figures cannot be computed.
    """
    places = [path for path in paths if path != "-"]
    loaded = configuration(options["config_file"], options["isolated"], places)
    loaded = loaded.with_given(COMMAND_LINE, audience=options["audience"])
    inputs = Inputs(loaded, options["stdin_filename"], options["allow_private"], options["ignore_robots"])
    inputs.check(paths)
    resolver = Resolver(loaded, installed_rules())
    folder = cache_folder()
    for name in inputs.names(paths):
        if isinstance(name, Failure):
            raise SourceError(name.message)
        source = inputs.read(name)
        settings = resolver.settings(source.name)
        documents = read_documents(source)
        if settings.language:
            documents = tuple(replace(document, language=settings.language) for document in documents)
        yield tuple(figures_of(document, settings.audience, folder) for document in documents)
