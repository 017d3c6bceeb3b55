"""Files, standard input, folders and globs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from clinlint.errors import SourceError
from clinlint.sources.files import expand, read_file, read_stdin


def message(path: str | Path, **options: int) -> str:
    with pytest.raises(SourceError) as caught:
        read_file(path, **options)
    return str(caught.value)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b.html", "a.md", "sub/c.txt", "sub/deep/d.htm", "image.png", "script.js", "sub/post.json", "other.page"),
        *("node_modules/x.html", ".git/y.html", "sub/.hidden.html", "venv/z.txt", "page.min.html"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_file_is_read_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>caf\xc3\xa9</p>\r\n")
    source = read_file(path)
    assert (source.name, source.text, source.media_type) == (str(path), "<p>café</p>\r\n", "text/html")


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "no.html"
    assert message(path) == f"{path}: there is no such file; check the path"


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert message(tmp_path) == f"{tmp_path}: this is a folder, not a file; name the files in it"


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    path = tmp_path / "a.html"
    assert message(path) == f"{path}: the file may not be read (permission denied)"


def test_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert message(tmp_path / "a" / "b.txt") == f"{tmp_path}/a/b.txt: the file cannot be read (Not a directory)"


def test_name_that_no_file_can_have() -> None:
    assert "cannot be read (embedded null byte)" in message("a\0b")


def test_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert read_file(path, largest=11).text == "x" * 11
    assert message(path, largest=10) == f"{path}: the file is larger than 10 bytes; split it"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_endless_file_ends() -> None:
    assert "larger than 1,000 bytes" in message("/dev/zero", largest=1000)


def test_standard_input_is_called_as_the_user_says() -> None:
    source = read_stdin(io.BytesIO(b"# Ear pain"), "draft.md")
    assert (source.name, source.media_type) == ("draft.md", "text/markdown")
    assert read_stdin(io.BytesIO(b"<p>x</p>")).name == "<stdin>"
    assert read_stdin(io.BytesIO(b"<p>x</p>")).media_type == "text/html"
    with pytest.raises(SourceError, match="<stdin>: the file is larger than 3 bytes"):
        read_stdin(io.BytesIO(b"four"), largest=3)


def test_folder_gives_known_files_in_order(site: Path) -> None:
    assert list(expand(["."])) == ["a.md", "b.html", "sub/c.txt", "sub/deep/d.htm", "sub/post.json"]
    assert list(expand(["sub"])) == ["sub/c.txt", "sub/deep/d.htm", "sub/post.json"]
    assert list(expand([str(site / "sub")])) == [str(site / "sub" / n) for n in ("c.txt", "deep/d.htm", "post.json")]


def test_files_are_taken_as_given_even_if_excluded_unknown_or_missing(site: Path) -> None:
    given = ["node_modules/x.html", "other.page", "missing.html", "-", "https://example.org/*.html"]
    assert list(expand(given)) == given


def test_globs_that_the_shell_left_alone(site: Path) -> None:
    assert list(expand(["**/*.html"])) == ["b.html"]
    assert list(expand(["sub/**/*"])) == ["sub/c.txt", "sub/deep/d.htm", "sub/post.json"]
    assert list(expand(["*.page"])) == ["other.page"]
    assert list(expand(["[ab].*"])) == ["a.md", "b.html"]
    assert list(expand(["[!a].htm?"])) == ["b.html"]
    assert list(expand(["node_modules/*.html"])) == ["node_modules/x.html"]


def test_file_whose_name_looks_like_a_glob(site: Path) -> None:
    (site / "a[1].html").write_text("x")
    assert list(expand(["a[1].html"])) == ["a[1].html"]


def test_every_file_once(site: Path) -> None:
    assert list(expand(["sub/c.txt", "sub", "./sub/c.txt", "**/*.txt"])) == [
        *("sub/c.txt", "sub/deep/d.htm", "sub/post.json")
    ]


def test_include_and_exclude(site: Path) -> None:
    assert list(expand(["."], include=["*.page"], exclude=["sub", "node_modules", ".*", "venv"])) == [
        *("a.md", "b.html", "other.page", "page.min.html")
    ]
    assert list(expand(["."], exclude=["sub/deep", "node_modules/", ".*", "venv", "*.min.*"])) == [
        *("a.md", "b.html", "sub/c.txt", "sub/post.json")
    ]


@pytest.mark.parametrize("argument", ["empty", "none/**/*.html", "*.docx"])
def test_nothing_found_is_an_error(site: Path, argument: str) -> None:
    (site / "empty").mkdir()
    with pytest.raises(SourceError) as caught:
        list(expand([argument]))
    known = ".docm, .docx, .htm, .html, .json, .markdown, .md, .odt, .text, .txt, .xhtml"
    assert str(caught.value) == (
        f"empty: there is nothing to read in this folder; clinlint looks for {known}"
        if argument == "empty"
        else f"{argument}: no file matches this pattern"
    )


def test_folder_named_twice_is_not_empty(site: Path) -> None:
    assert len(list(expand(["sub", "sub"]))) == 3


def test_links_in_circles_end(site: Path) -> None:
    (site / "sub" / "again").symlink_to(site, target_is_directory=True)
    (site / "sub" / "same.md").symlink_to(site / "a.md")
    assert list(expand(["."])) == ["a.md", "b.html", "sub/c.txt", "sub/deep/d.htm", "sub/post.json"]


def test_a_link_that_leads_to_itself_is_passed_over(site: Path) -> None:
    before = list(expand([str(site)]))
    (site / "loop.md").symlink_to("loop.md")
    assert list(expand([str(site)])) == before


def test_pattern_that_is_none(site: Path) -> None:
    with pytest.raises(SourceError, match="not a pattern of file names"):
        list(expand(["[z-a].html"]))
