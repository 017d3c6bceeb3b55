"""Looks at everything that grammar needs, in the order in which it is needed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clinlint.engines.languagetool.batches import Batch, Piece
from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.installation import INSTALL_COMMAND, find_installation
from clinlint.engines.languagetool.java import OLDEST, find_java
from clinlint.engines.languagetool.knowledge import installed_knowledge
from clinlint.engines.languagetool.problem import EXTRA, LanguageToolError, missing_packages
from clinlint.engines.languagetool.protocol import Away, Connection, RateLimited, Refused, TooLarge, TooSlow
from clinlint.engines.languagetool.server.identity import identity_of
from clinlint.engines.languagetool.server.start import ensure_server, server_folder
from clinlint.engines.languagetool.server.state import LOG
from clinlint.storage.folder import HOME

SENTENCE = "She go to the hospital."
ITS_RULE = "HE_VERB_AGR"
TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: what was found, one line.
        well: False when it must be mended.
        mend: the one command that mends it, where there is one.
    """

    what: str
    well: bool = True
    mend: str = ""


def examine(folders: Folders) -> Iterator[Check]:
    """Every check; ends at the first that makes the rest impossible."""
    missing = missing_packages()
    if missing:
        yield Check(f"packages are missing: {', '.join(missing)}", well=False, mend=EXTRA)
        return
    yield Check("the packages of the extra 'languagetool' are there")
    java = find_java()
    if java is None:
        yield Check(f"there is no Java {OLDEST} or newer", well=False, mend=EXTRA)
        return
    yield Check(f"Java {java.version} from {java.origin}: {java.home}")
    for folder in (folders.servers, folders.cache):
        problem = _unwritable(folder)
        if problem:
            yield Check(f"{folder} cannot be written ({problem})", well=False, mend=f"export {HOME}=FOLDER")
            return
    installation = find_installation(folders)
    if installation is None:
        yield Check(f"LanguageTool is not installed in {folders.installations}", well=False, mend=INSTALL_COMMAND)
        return
    problems = list(installation.problems())
    if problems:
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        what = f"{installation.folder} is damaged: {problems[0]}{more}"
        yield Check(what, well=False, mend=f"{INSTALL_COMMAND} --force")
        return
    yield Check(f"LanguageTool {installation.version} is whole: {installation.folder}")
    identity = identity_of(installation, installed_knowledge().grammar)
    log = server_folder(folders, identity) / LOG
    try:
        server = ensure_server(folders, identity)
    except LanguageToolError as error:
        yield Check(f"{str(error).partition('; ')[0]} (its log: {log})", well=False, mend=f"{INSTALL_COMMAND} --force")
        return
    yield Check(f"the server answers at {server.url}")
    yield _sentence(server.url, str(log))


def _sentence(url: str, log: str) -> Check:
    connection = Connection(url, TIMEOUT)
    try:
        found = connection.check(Batch((Piece(0, 0, SENTENCE),)), "en-US")
    except (Away, TooSlow, TooLarge, RateLimited, Refused) as error:
        return Check(
            f"the server gives no result: {error} (its log: {log})", well=False, mend="clinlint languagetool stop"
        )
    finally:
        connection.close()
    if any(match.rule_id == ITS_RULE for match in found[0]):
        return Check(f"it finds the slip in “{SENTENCE}”")
    return Check(f"it does not find the slip in “{SENTENCE}”", well=False, mend=f"{INSTALL_COMMAND} --force")


def _unwritable(folder: Path) -> str:
    """Why nothing can be written to a folder; empty when it can."""
    probe = folder / f".probe.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""
