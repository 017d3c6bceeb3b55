"""LanguageTool as ``--languagetool`` asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clinlint.engines.languagetool.cache import open_store
from clinlint.engines.languagetool.folders import user_folders
from clinlint.engines.languagetool.grammar import Grammar
from clinlint.engines.languagetool.installation import INSTALL_COMMAND, find_installation
from clinlint.engines.languagetool.knowledge import installed_knowledge
from clinlint.engines.languagetool.problem import EXTRA, missing_packages

if TYPE_CHECKING:
    from clinlint.engines.languagetool.backends import Restarts

AUTO = "auto"


def _say_nothing(sentence: str) -> None:
    pass


def restarts_of_a_run() -> Restarts | None:
    """What counts restarts of the user's own server for all processes of a run; None where it is not installed."""
    if find_installation(user_folders()) is None:
        return None
    from clinlint.engines.languagetool.backends import Restarts

    return Restarts()


def open_grammar(
    wanted: str, notice: Callable[[str], None] = _say_nothing, restarts: Restarts | None = None
) -> Grammar:
    """LanguageTool for a run; nothing is started or asked before there is a text to check.

    Args:
        wanted: ``auto`` for the user's own server where LanguageTool is installed, or an address.
        notice: is given one sentence when what was kept between runs cannot be used, or was damaged.
        restarts: counts restarts of the server for all processes of a run; None for a process that is the only one.

    Raises:
        RuleDefinitionError: when the package that knows LanguageTool's rules cannot be loaded.
    """
    folders = user_folders()
    knowledge = installed_knowledge()
    if wanted != AUTO:
        from clinlint.engines.languagetool.backends import RemoteServer

        return Grammar(RemoteServer(wanted), knowledge, open_store(folders.cache, notice))
    installation = find_installation(folders)
    if installation is None:
        return Grammar(f"LanguageTool is not installed; '{INSTALL_COMMAND}' installs it", knowledge, None)
    if missing_packages():
        return Grammar(f"LanguageTool's packages are missing; {EXTRA!r} installs them", knowledge, None)
    # Servers, threads and connections take longer to load than everything else here.
    from clinlint.engines.languagetool.backends import OwnServer, Restarts
    from clinlint.engines.languagetool.server.identity import identity_of

    own = OwnServer(folders, identity_of(installation, knowledge.grammar), restarts or Restarts())
    return Grammar(own, knowledge, open_store(folders.cache, notice))
