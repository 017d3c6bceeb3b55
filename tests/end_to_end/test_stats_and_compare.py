"""``clinlint stats`` and ``clinlint compare`` as an editor runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from terminal import clinlint

HARD = """# Venous insufficiency

Chronic venous insufficiency represents a progressive deterioration of valvular competence.

# Treatment

Conservative management predominantly comprises compression therapy. Surgery is a pharmacological alternative.
"""
PLAIN = """# Venous insufficiency

The valves in the veins of your legs do not close well.

# What helps

Wear stockings that press on the leg. Walk every day. Put your legs up when you rest.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hard.md").write_text(HARD, encoding="utf-8")
    (tmp_path / "plain.md").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("0212 555 01 99\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    done = clinlint(*arguments, folder=folder, stdin=stdin, CLINLINT_CACHE=str(folder / "cache"))
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


def test_stats_has_a_row_for_the_article_and_for_every_section(folder: Path) -> None:
    lines = run(folder, "stats", "hard.md", "--color", "never").splitlines()
    assert lines[0] == "hard.md"
    assert [line.split("  ")[1] for line in lines[2:5]] == ["whole article", "Venous insufficiency", "Treatment"]
    assert len({len(line) for line in lines[1:5]}) == 1, "the columns stand below each other"
    assert any("8 at most for patients" in line for line in lines)


def test_stats_as_json_gives_the_figures_of_textstat_and_our_counts(folder: Path) -> None:
    (found,) = json.loads(run(folder, "stats", "hard.md", "--format", "json"))
    article = found["article"]
    assert (found["path"], found["audience"]) == ("hard.md", "patient")
    assert (article["sentences"], article["words"], article["smog"]) == (3, 21, None)
    expected = 0.39 * 21 / 3 + 11.8 * article["syllables_per_word"] - 15.59
    assert article["flesch_kincaid"] == pytest.approx(expected, abs=0.1)
    assert [(s["heading"], s["line"], s["sentences"]) for s in found["sections"]] == [
        ("Venous insufficiency", 1, 1),
        ("Treatment", 5, 2),
    ]


def test_stats_as_csv_is_one_table_for_all_files(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "stats", "hard.md", "plain.md", "--format", "csv"))))
    assert [(row["path"], row["part"]) for row in rows] == [
        *[("hard.md", part) for part in ("article", "section", "section")],
        *[("plain.md", part) for part in ("article", "section", "section")],
    ]
    assert float(rows[0]["grade"]) > float(rows[3]["grade"])


def test_a_heading_is_no_formula_of_a_spreadsheet(folder: Path) -> None:
    (folder / "odd.md").write_text("# =1+1\n\nKeep the wound dry for two days.\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run(folder, "stats", "odd.md", "--format", "csv"))))
    assert rows[1]["heading"] == "'=1+1"


def test_a_file_without_running_text_is_said_to_have_none(folder: Path) -> None:
    assert "no running text in English" in run(folder, "stats", "empty.txt")
    (found,) = json.loads(run(folder, "stats", "empty.txt", "--format", "json"))
    assert (found["article"], found["sections"]) == (None, [])


def test_the_audience_comes_from_the_configuration_or_the_command_line(folder: Path) -> None:
    (folder / "clinlint.toml").write_text('audience = "general"\n', encoding="utf-8")
    (found,) = json.loads(run(folder, "stats", "hard.md", "--format", "json"))
    assert (found["audience"], found["article"]["highest_grade"]) == ("general", 10)
    (found,) = json.loads(run(folder, "stats", "hard.md", "--format", "json", "--audience", "professional"))
    assert (found["audience"], found["article"]["highest_grade"]) == ("professional", 17)


def test_compare_says_what_became_easier_and_pairs_sections_by_heading(folder: Path) -> None:
    text = run(folder, "compare", "hard.md", "plain.md", "--color", "never")
    (grade,) = [line for line in text.splitlines() if line.strip().startswith("grade")]
    assert grade.endswith("easier")
    below = text.partition("Grade by section")[2]
    assert [line.split()[0] for line in below.splitlines() if line.endswith(("What helps", "Treatment"))] == [
        "new",
        "gone",
    ]
    value = json.loads(run(folder, "compare", "hard.md", "plain.md", "--format", "json"))
    assert value["article"]["change"]["grade"] < 0 < value["article"]["change"]["flesch_ease"]
    assert [(s["heading"], s["old"] is None, s["new"] is None) for s in value["sections"]] == [
        ("Venous insufficiency", False, False),
        ("What helps", True, False),
        ("Treatment", False, True),
    ]


def test_compare_with_itself_changes_nothing(folder: Path) -> None:
    rows = csv.DictReader(io.StringIO(run(folder, "compare", "hard.md", "hard.md", "--format", "csv")))
    assert {float(row["change"]) for row in rows if row["change"]} == {0.0}
    assert "easier" not in run(folder, "compare", "hard.md", "hard.md")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "hard.md", "missing.md"), "missing.md"),
        (("stats", "missing.md"), "missing.md"),
        (("stats",), "nothing to read"),
        (("compare", "hard.md"), "NEW"),
        (("stats", "hard.md", "--audience", "children"), "children"),
    ],
)
def test_wrong_use_gets_one_sentence(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = clinlint(*arguments, folder=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout
