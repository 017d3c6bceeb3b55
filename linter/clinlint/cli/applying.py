"""What ``clinlint apply`` does: reads, compares, merges, changes, and only then writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clinlint.cli.console import say
from clinlint.cli.exits import Exit
from clinlint.cli.inputs import Inputs, configuration
from clinlint.config.discovery import LoadedConfiguration
from clinlint.documents import read_documents
from clinlint.errors import DecisionsError
from clinlint.model.source import Source
from clinlint.reports.closing import counted
from clinlint.reports.summary import Failure
from clinlint.review.applying import Applied, NotMade, apply_decisions, misfits
from clinlint.review.decisions import Decision
from clinlint.review.loading import Review, is_review, load_review
from clinlint.review.matching import Matched, Stale, matched
from clinlint.review.merging import Conflict, Merged, merged, said
from clinlint.sources.files import is_url

_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Work:
    """One file, what was decided on it, and what comes of that."""

    merged: Merged
    applied: Applied


def run_apply(names: Sequence[str], options: Mapping[str, Any]) -> Exit:
    """Applies decisions to files; what was done and what was not is told on standard error.

    Raises:
        ClinlintError: when something cannot be read or written.
    """
    from clinlint.cli.corrected import Corrected

    reviews, files = _sorted(names)
    loaded = configuration(options["config_file"], options["isolated"], files)
    found = matched(_sources(files, loaded), [file for review in reviews for file in review.decisions.files])
    _check_preferred(options["prefer"], reviews)
    for note in (note for review in reviews for note in review.notes):
        say(note)
    if found.stale:
        _tell_stale(found.stale)
        return Exit.FAILURE
    output = options["output"]
    goes_to_folder = output and not options["diff"] and (output.endswith("/") or Path(output).is_dir())
    _tell_strangers(found, files, output if goes_to_folder else None)
    works = [_work(source, decisions, options["prefer"]) for source, decisions in found.decided]
    stops = [_tell_problems(work) for work in works]
    if any(stops):
        say("nothing was written")
        return max(stops)
    results = [work.applied for work in works]
    learning, missed = None, 0
    if options["learn_ignores"]:
        from clinlint.cli.learning import check_learnable, ignores_to_learn, write_learned

        # Before anything is written: a configuration that cannot be added to stops the run.
        learning, missed = ignores_to_learn(results, loaded, in_place=options["output"] is None)
        if not options["diff"]:
            check_learnable(learning)
    Corrected(options["diff"], options["output"], options["color"], read=names).write(results)
    if learning is not None:
        write_learned(learning, writes=not options["diff"])
    for work in works:
        _tell(work.applied, options["diff"])
    if not works:
        return Exit.FAILURE
    return Exit.FINDINGS if missed or any(work.applied.not_made for work in works) else Exit.CLEAN


def _sorted(names: Sequence[str]) -> tuple[list[Review], list[str]]:
    """Decisions and files among the arguments."""
    for name in names:
        if name == "-" or is_url(name):
            raise DecisionsError(f"{name}: apply changes files; save the article as one, as it was reviewed")
    chosen = [is_review(name) for name in names]
    reviews = [load_review(name) for name, decides in zip(names, chosen, strict=True) if decides]
    files = [name for name, decides in zip(names, chosen, strict=True) if not decides]
    if not reviews:
        raise DecisionsError(_without_decisions(names))
    if not files:
        raise DecisionsError("no article was named; give the file that was reviewed before the decisions")
    return reviews, files


def _without_decisions(names: Sequence[str]) -> str:
    """Why none of the arguments is a file of decisions; the last of several was meant to be one."""
    last = names[-1]
    ending = Path(last).suffix.lower() if len(names) > 1 and Path(last).is_file() else ""
    if ending == ".docx":
        return (
            f"{last}: this Word file holds no decisions; what clinlint had put into it to read it back is gone, "
            "as when a program drops it or the text is copied into a new document"
        )
    if ending == ".json":
        return f"{last}: this is no file of decisions (its keys 'version' and 'files' are missing)"
    return "no decisions were named; give decisions.json, or the .xlsx, .csv or .docx that came back"


def _sources(files: Sequence[str], loaded: LoadedConfiguration) -> list[Source]:
    inputs = Inputs(loaded)
    found: list[Source] = []
    for name in inputs.names(files):
        if isinstance(name, Failure):
            raise DecisionsError(name.message)
        if name in files or not is_review(name):
            found.append(inputs.read(name))
    return found


def _check_preferred(prefer: str | None, reviews: Sequence[Review]) -> None:
    if prefer is None:
        return
    known = sorted({name for review in reviews for name in review.reviewers})
    if prefer.casefold() not in (name.casefold() for name in known):
        raise DecisionsError(f"--prefer {prefer}: nobody of this name decided; there are {', '.join(known) or 'none'}")


def _work(source: Source, decisions: Sequence[Decision], prefer: str | None) -> Work:
    documents = read_documents(source)
    refused = misfits(source, decisions, documents)
    if refused:
        return Work(Merged(tuple(decisions)), Applied(source, source, refused=refused))
    one = merged(decisions, source, documents, prefer)
    if one.conflicts:
        return Work(one, Applied(source, source))
    return Work(one, apply_decisions(source, one.decisions, documents))


def _tell_stale(stale: Sequence[Stale]) -> None:
    for one in stale:
        why = "holds these corrections already" if one.there_already else "has changed since it was reviewed"
        say(
            f"{one.source.name}: the file {why}, so {counted(len(one.file.decisions), 'decision')} on {one.file.path} "
            "cannot be applied; check it again and decide on what is left"
        )
        for line in _listed(
            [f"{entry.finding} “{_short(entry.match)}”: {said(entry)}" for entry in one.file.decisions]
        ):
            say(f"  {line}")
    say("nothing was written")


def _tell_strangers(found: Matched, files: Sequence[str], folder: str | None) -> None:
    """Says what is left out; ``folder`` takes the corrected files, where they go to one."""
    for file in found.not_given:
        say(f"{counted(len(file.decisions), 'decision')} on {file.path}, which was not named: left out")
    for source in found.undecided:
        if source.name in files:
            say(f"{source.name}: nothing was decided on this file")
    if folder is not None and found.undecided:
        number = len(found.undecided)
        told = "1 file without decisions is" if number == 1 else f"{number:,} files without decisions are"
        say(f"{told} not copied to {folder}, which holds only what was decided on")


def _tell_problems(work: Work) -> Exit:
    """Says what stops the run; CLEAN when nothing does."""
    name = work.applied.before.name
    for line in _listed([_line(name, held) for held in work.applied.refused]):
        say(f"{line}")
    for conflict in work.merged.conflicts:
        say(f"{name}: {_side_by_side(conflict)}")
    if work.applied.refused:
        say(f"{name}: these decisions do not fit the file; export them again")
        return Exit.FAILURE
    if work.merged.conflicts:
        say(f"{name}: reviewers disagree in {counted(len(work.merged.conflicts), 'place')}; --prefer NAME settles it")
        return Exit.FINDINGS
    return Exit.CLEAN


def _side_by_side(conflict: Conflict) -> str:
    one, other = conflict.one, conflict.other
    if conflict.same_finding:
        return f"{one.finding} “{_short(one.match)}”: {one.reviewer}: {said(one)} | {other.reviewer}: {said(other)}"
    return (
        f"{one.finding} “{_short(one.match)}” and {other.finding} “{_short(other.match)}” change the same words: "
        f"{one.reviewer}: {said(one)} | {other.reviewer}: {said(other)}"
    )


def _tell(applied: Applied, shows: bool) -> None:
    name = applied.before.name
    for held in applied.not_made:
        say(_line(name, held))
    done = "would be made" if shows else "made"
    text = f"{name}: {counted(len(applied.made), 'change')} {done}, {len(applied.rejected):,} rejected"
    say(text + (f", {len(applied.not_made):,} not made" if applied.not_made else ""))


def _line(name: str, held: NotMade) -> str:
    return f"{name}: {held.decision.finding} “{_short(held.decision.match)}” was not made: {held.why}"


def _listed(lines: Sequence[str]) -> Sequence[str]:
    more = len(lines) - _MOST_LISTED
    return lines if more <= 0 else [*lines[:_MOST_LISTED], f"and {more:,} more"]


def _short(text: str) -> str:
    text = " ".join(text.split()) or text
    return text if len(text) <= 40 else f"{text[:39]}…"
