"""What is kept of pack files: the same packs, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint.errors import ConfigurationError
from clinlint.packs import kept
from clinlint.packs.kept import FILES, ReadPacks, read_packs
from clinlint.packs.registry import installed_packs
from clinlint.storage.codec import encode

PACK = """
[pack]
source = "tr"
language = "Turkish"

[class.wind]
words = ["wind", "breeze"]
inflect = "noun"

[irregular.verbs]
blow = ["blows", "blew", "blown", "blowing"]

[[entry]]
id = "blow-wind"
rule = "MT101"
pattern = "<blow:verb> ⟦<@wind>⟧"
write = ["air"]
confidence = "high"
near = ["storms?"]
kinds = ["paragraph"]
map = { wind = "air" }
bad = ["The storm blew ⟦wind⟧."]
good = ["The wind was cold."]
"""


def file_with(folder: Path, text: str = PACK) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def as_bytes(found: ReadPacks) -> bytes:
    """Packs and requirements in a form that can be compared; entries themselves are compared by identity."""
    entries = [entry for pack in found.packs for entry in pack.entries]
    return encode(kept._Kept, kept._Kept(found.packs, tuple(found.requirements[entry] for entry in entries)))


def only_file(folder: Path) -> Path:
    (path,) = folder.glob(FILES)
    return path


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise AssertionError(f"{path} was read although it is kept")

    monkeypatch.setattr(kept, "read_pack", refuse)


def test_what_is_kept_equals_what_was_read(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path, folder = file_with(tmp_path), tmp_path / "cache"
    first = read_packs([path], folder)
    request.getfixturevalue("no_reading")
    second = read_packs([path], folder)
    assert as_bytes(second) == as_bytes(first)
    entry = second.packs[0].entries[0]
    assert entry.place.path == path
    assert entry.conditions == first.packs[0].entries[0].conditions
    assert entry.confidence is first.packs[0].entries[0].confidence
    assert second.packs[0].classes == first.packs[0].classes
    assert second.packs[0].irregular == first.packs[0].irregular
    assert second.requirements[entry] == first.requirements[first.packs[0].entries[0]]


def test_all_installed_packs_are_kept_as_they_are(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    paths = [pack.path for pack in installed_packs()]
    first = read_packs(paths, tmp_path)
    request.getfixturevalue("no_reading")
    assert as_bytes(read_packs(paths, tmp_path)) == as_bytes(first)


def test_a_changed_pack_file_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    read_packs([file_with(tmp_path)], folder)
    changed = read_packs([file_with(tmp_path, PACK.replace('"air"', '"gas"', 1))], folder)
    assert changed.packs[0].entries[0].write == ("gas",)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null", b"[" * 100_000, b'["x",[],[]]'])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path, folder = file_with(tmp_path), tmp_path / "cache"
    first = read_packs([path], folder)
    whole = only_file(folder).read_bytes()
    only_file(folder).write_bytes(damage)
    assert as_bytes(read_packs([path], folder)) == as_bytes(first)
    assert only_file(folder).read_bytes() == whole


def test_a_file_cut_short_is_made_anew(tmp_path: Path) -> None:
    path, folder = file_with(tmp_path), tmp_path / "cache"
    first = read_packs([path], folder)
    whole = only_file(folder).read_bytes()
    only_file(folder).write_bytes(whole[: len(whole) // 2])
    assert as_bytes(read_packs([path], folder)) == as_bytes(first)


def test_a_file_with_other_words_in_it_is_made_anew(tmp_path: Path) -> None:
    path, folder = file_with(tmp_path), tmp_path / "cache"
    first = read_packs([path], folder)
    only_file(folder).write_bytes(only_file(folder).read_bytes().replace(b'"air"', b'"gas"'))
    assert as_bytes(read_packs([path], folder)) == as_bytes(first)


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    path, taken = file_with(tmp_path), tmp_path / "taken"
    taken.write_text("a file where the folder should be", encoding="utf-8")
    assert read_packs([path], taken).packs[0].entries[0].id == "blow-wind"
    assert taken.read_text(encoding="utf-8") == "a file where the folder should be"


def test_complaints_about_pack_files_stay_the_same(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_packs([tmp_path / "missing.toml"], tmp_path / "cache")
    with pytest.raises(ConfigurationError, match=r"own\.toml:\d+: "):
        read_packs([file_with(tmp_path, PACK + "unknown_key = 1\n")], tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
