"""The store of values that outlive a run: bounded, shared, and never in the way."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinlint.storage.folder import cache_folder
from clinlint.storage.store import Store


def opened(path: Path, notices: list[str] | None = None, *, version: int = 1, largest: int = 1_000_000) -> Store:
    return Store(path, version=version, largest=largest, notice=(notices if notices is not None else []).append)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "store.sqlite"


def test_what_was_put_is_found_by_the_next_run(path: Path) -> None:
    with opened(path) as store:
        store.put({b"a": b"1", b"b": b"\x00\xff"})
        store.put({b"a": b"2"})
    with opened(path) as store:
        assert store.get([b"a", b"b", b"c"]) == {b"a": b"2", b"b": b"\x00\xff"}


@settings(max_examples=25)
@given(values=st.dictionaries(st.binary(max_size=40), st.binary(max_size=200), max_size=30))
def test_any_bytes_come_back(values: dict[bytes, bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened(tmp_path_factory.mktemp("store") / "s.sqlite") as store:
        store.put(values)
        assert store.get(values) == values


def test_more_keys_than_a_statement_takes(path: Path) -> None:
    values = {str(number).encode(): b"x" for number in range(2_500)}
    with opened(path) as store:
        store.put(values)
        assert store.get(values) == values


def test_another_version_empties_it_without_a_word(path: Path) -> None:
    notices: list[str] = []
    with opened(path) as store:
        store.put({b"a": b"1"})
    with opened(path, notices, version=2) as store:
        assert store.get([b"a"]) == {}
    assert notices == []


def test_what_was_not_used_for_longest_goes_first(path: Path) -> None:
    with opened(path) as store:
        store.put(dict.fromkeys((b"a", b"b", b"c", b"d"), b"x" * 99))
    connection = sqlite3.connect(path)
    connection.executemany("UPDATE entries SET used = ? WHERE key = ?", [(1, b"a"), (2, b"b"), (3, b"c"), (4, b"d")])
    connection.commit()
    connection.close()
    with opened(path, largest=500) as store:
        store.get([b"a"])
        store.put({b"e": b"y" * 99, b"f": b"y" * 99})
    with opened(path) as store:
        assert set(store.get([b"a", b"b", b"c", b"d", b"e", b"f"])) == {b"a", b"d", b"e", b"f"}
        assert store.info().size == 400


def test_the_file_shrinks_with_what_it_holds(path: Path) -> None:
    with opened(path) as store:
        store.put({bytes([number]): os.urandom(50_000) for number in range(40)})
    with opened(path, largest=100_000) as store:
        store.put({b"new": b"x"})
    with opened(path) as store:
        assert store.info().on_disk < 400_000


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_a_damaged_file_is_made_anew_with_one_sentence(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    notices: list[str] = []
    with opened(path, notices) as store:
        assert store.get([b"a"]) == {}
        store.put({b"a": b"1"})
        assert store.get([b"a"]) == {b"a": b"1"}
    assert len(notices) == 1
    assert "store.sqlite: the cache was damaged" in notices[0]


def test_damage_in_the_middle_is_found_when_it_is_met(path: Path) -> None:
    with opened(path) as store:
        store.put({bytes([number]): os.urandom(3_000) for number in range(200)})
        store.clear()
        store.put({bytes([number]): os.urandom(3_000) for number in range(200)})
    data = bytearray(path.read_bytes())
    data[8_192:] = b"\xee" * (len(data) - 8_192)
    path.write_bytes(data)
    notices: list[str] = []
    with opened(path, notices) as store:
        for number in range(200):
            store.get([bytes([number])])
        store.put({b"a": b"1"})
        assert store.get([b"a"]) == {b"a": b"1"}
    assert len(notices) == 1


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    notices: list[str] = []
    with opened(tmp_path / "file" / "store.sqlite", notices) as store:
        store.put({b"a": b"1"})
        assert store.get([b"a"]) == {}
        assert store.clear() == 0
        assert store.info().entries == 0
    assert len(notices) == 1
    assert "goes on without it" in notices[0]


def test_clearing_counts_and_frees(path: Path) -> None:
    with opened(path) as store:
        store.put({b"a": b"x" * 200_000, b"b": b"2"})
        assert store.clear() == 2
        assert store.info().entries == 0
    assert path.stat().st_size < 50_000


def _write(path: Path, name: int) -> None:
    notices: list[str] = []
    with opened(path, notices) as store:
        for number in range(40):
            store.put({f"{name}-{number}".encode(): b"x" * 100})
    assert notices == []


def test_processes_write_at_the_same_time(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(path, name)) for name in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    with opened(path) as store:
        assert store.info().entries == 160


def test_the_folder_is_the_environments_or_the_platforms() -> None:
    assert cache_folder({"CLINLINT_CACHE": "/some/where"}) == Path("/some/where")
    assert cache_folder({"CLINLINT_HOME": "/home"}) == Path("/home/cache")
    assert cache_folder({}).name == "clinlint"
