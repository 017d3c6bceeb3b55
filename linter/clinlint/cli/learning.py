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
from clinlint.review.applying import Applied
from clinlint.review.decisions import Decision
from clinlint.review.lasting import lasting_fingerprints
from clinlint.run.ignores import is_careful
from clinlint.storage.atomic import write_whole


def ignores_to_learn(
    applied: Iterable[Applied], loaded: LoadedConfiguration, *, in_place: bool
) -> tuple[Learning, int]:
    """What the configuration should hold, and how many rejections could not be added (they are told).

    Where the corrected file goes elsewhere, the entries hold for the article before and after its corrections.

    Raises:
        ConfigurationError: when the configuration cannot be added to.
    """
    applied = list(applied)
    path = place_for(_folder(applied, loaded), loaded.place.name)
    entries: list[Learned] = []
    failed = 0
    for one in applied:
        lasting = lasting_fingerprints(one)
        for decision in one.rejected:
            if is_careful(decision.rule) and not decision.reason.strip():
                failed += 1
                say(
                    f"{one.before.name}: {decision.finding}: rules of medical safety are silenced only with a reason; "
                    "write why it was rejected"
                )
                continue
            prints = {lasting[decision.finding]: None}
            if not in_place:
                prints[decision.fingerprint] = None
            entries += [_entry(one.before.name, decision, print_, path.parent) for print_ in prints]
    return learn(path, entries), failed


def check_learnable(learning: Learning) -> None:
    """Says before anything is written that the configuration cannot be.

    Raises:
        WriteError: when it is protected.
    """
    from clinlint.fixing.write import check_writable

    if learning.after is not None and learning.before is not None:
        check_writable(learning.path)


def write_learned(learning: Learning, *, writes: bool) -> None:
    """Writes the configuration, and says what was added.

    Raises:
        ConfigurationError: when it cannot be written.
    """
    if learning.after is not None and writes:
        _write(learning, learning.after)
    number = len(learning.added)
    noun = "entry" if number == 1 else "entries"
    say(f"{_shown(learning.path)}: {number:,} {noun} {'added' if writes else 'would be added'} to ignores")


def _entry(name: str, decision: Decision, print_: str, folder: Path) -> Learned:
    when = decision.at[:10] or today().isoformat()
    who = f"{decision.reviewer}, {when}" if decision.reviewer else when
    reason = " ".join(decision.reason.split()) or "rejected in a review"
    relative = Path(os.path.relpath(name, folder)).as_posix()
    return Learned(decision.rule, print_, relative, f"{reason} ({who})")


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
