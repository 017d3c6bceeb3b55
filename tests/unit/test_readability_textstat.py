"""Our formulas beside textstat's, and textstat without a network."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.analysis.readability import nltk_dictionary
from clinlint.analysis.readability.formulas import SMOG_SENTENCES, dale_chall, flesch_ease, flesch_kincaid, smog
from clinlint.analysis.readability.nltk_dictionary import dictionary_folder
from clinlint.analysis.readability.textstat_scores import scores
from unit.readability_texts import passage

WORDS = ["the", "patient's", "COVID-19", "2.5", "mg/dL", "ECG", "don't", "o'clock", "walks", "osteoarthritis", "naïve"]
WORDS += ["e.g.", "Dr.", "Smith", "(see", "below)", "β-blocker", "stop.", "Why?", "10mg", "rapidly", "stomata", "x"]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=40))
def test_our_formulas_say_what_textstat_says(cache: Path, paragraphs: list[list[str]]) -> None:
    measured = passage("\n\n".join(" ".join(words) for words in paragraphs))
    theirs, counts = scores(measured.sentences, SMOG_SENTENCES, cache), measured.counts
    if theirs is None:
        assert counts.words == 0
        return
    assert theirs.flesch_kincaid == pytest.approx(flesch_kincaid(counts))
    assert theirs.flesch_ease == pytest.approx(flesch_ease(counts))
    assert theirs.dale_chall == pytest.approx(dale_chall(counts))
    assert theirs.smog == (None if counts.sentences < SMOG_SENTENCES else pytest.approx(smog(counts)))


def test_smog_is_not_given_for_few_sentences(cache: Path) -> None:
    few = passage("You take the pill at nine. " * 29)
    enough = passage("You take the pill at nine. " * 30)
    assert smog(few.counts) is None
    assert smog(enough.counts) == pytest.approx(3.1291)
    theirs = scores(few.sentences, SMOG_SENTENCES, cache)
    assert theirs is not None
    assert theirs.smog is None


def test_no_text_has_no_scores(cache: Path) -> None:
    assert scores((), SMOG_SENTENCES, cache) is None


def test_the_dictionary_is_written_once_and_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        folders = set(pool.map(lambda _: dictionary_folder(tmp_path), range(4)))
    (folder,) = folders
    assert [p.name for p in (folder / "corpora" / "cmudict").iterdir()] == ["cmudict"]
    lines = (folder / "corpora" / "cmudict" / "cmudict").read_text(encoding="utf-8").splitlines()
    assert "HEART 1 HH AA1 R T" in lines
    assert sum(line.startswith("READ ") for line in lines) == 2


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    folder = dictionary_folder(blocked)
    assert (folder / "corpora" / "cmudict" / "cmudict").is_file()
    assert blocked.read_text() == ""


def test_a_half_written_dictionary_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        yield "HEART 1 HH AA1 R T\n"
        raise KeyboardInterrupt

    monkeypatch.setattr(nltk_dictionary, "_lines", broken)
    with pytest.raises(KeyboardInterrupt):
        dictionary_folder(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


OFFLINE = """
import socket, sys
from pathlib import Path
def refuse(*arguments, **options):
    raise OSError("the network was asked for")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from unit.readability_texts import passage
from clinlint.analysis.readability.textstat_scores import scores
print(scores(passage("Osteoarthritis is a disease of the joints.").sentences, 30, Path(sys.argv[1])).flesch_kincaid)
"""


def test_a_fresh_environment_needs_no_network(tmp_path: Path) -> None:
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(tmp_path / "cache")],
        capture_output=True,
        text=True,
        check=False,
        cwd=tests,
        env={"PYTHONPATH": str(tests), "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path / "none")},
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 5
