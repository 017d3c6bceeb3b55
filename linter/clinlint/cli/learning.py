"""``apply --learn-ignores``: what reviewers rejected becomes entries of the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from clinlint.analysis.clock import today
from clinlint.cli.console import say
from clinlint.config.discovery import LoadedConfiguration
from clinlint.config.learning import Learned, Learning, learn, place_for
from clinlint.errors import ConfigurationError
from clinlint.reports.closing import counted
from clinlint.review.applying import Applied
from clinlint.review.decisions import Decision
from clinlint.run.ignores import is_careful
from clinlint.storage.atomic import write_whole


def learn_ignores(applied: Iterable[Applied], loaded: LoadedConfiguration, *, writes: bool) -> int:
    """Adds what was rejected; how many rejections could not be added (they are told).

    Raises:
        ConfigurationError: when the configuration cannot be added to.
    """
    applied = list(applied)
    path = place_for(_folder(applied, loaded), loaded.place.name)
    entries: list[Learned] = []
    failed = 0
    for one in applied:
        for decision in one.rejected:
            if is_careful(decision.rule) and not decision.reason.strip():
                failed += 1
                say(
                    f"{one.before.name}: {decision.finding}: rules of medical safety are silenced only with a reason; "
                    "write why it was rejected"
                )
            else:
                entries.append(_entry(one.before.name, decision, path.parent))
    learning = learn(path, entries)
    if learning.after is not None and writes:
        _write(learning, learning.after)
    done = "added" if writes else "would be added"
    say(f"{_shown(path)}: {counted(len(learning.added), 'rejection')} {done} to ignores")
    return failed


def _entry(name: str, decision: Decision, folder: Path) -> Learned:
    when = decision.at[:10] or today().isoformat()
    who = f"{decision.reviewer}, {when}" if decision.reviewer else when
    reason = " ".join(decision.reason.split()) or "rejected in a review"
    relative = Path(os.path.relpath(name, folder)).as_posix()
    return Learned(decision.rule, decision.fingerprint, relative, f"{reason} ({who})")


def _folder(applied: Iterable[Applied], loaded: LoadedConfiguration) -> Path:
    """The configuration's folder; where there is none, one in which the next run will look."""
    if loaded.place.name.endswith(".toml"):
        return loaded.folder
    folders = [Path(os.path.abspath(one.before.name)).parent for one in applied]  # noqa: PTH100 - links stay
    common = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    return Path.cwd() if Path.cwd() in _reached(common) else common


def _reached(folder: Path) -> Iterator[Path]:
    """The folders in which a run over ``folder`` looks for a configuration."""
    for current in (folder, *folder.parents):
        yield current
        if (current / ".git").exists():
            return


def _write(learning: Learning, after: bytes) -> None:
    from clinlint.fixing.write import write_atomically

    if learning.before is not None:
        write_atomically(learning.path, after, expected=learning.before)
        return
    try:
        write_whole(learning.path, after)
    except OSError as error:
        raise ConfigurationError(f"{learning.path}: cannot be written ({error.strerror or error})") from error


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
