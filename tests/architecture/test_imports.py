"""The import direction of docs/architecture.md, and the size of a file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "linter" / "clinlint"
RULES = ROOT / "rules" / "clinlint_rules"
LAYERS = {
    # A package may import what stands before it, and itself.
    "model": set[str](),
    "storage": set[str](),
    "office": {"model"},
    "sources": {"model", "storage", "office"},
    "documents": {"model"},
    "analysis": {"model"},
    "packs": {"model", "storage", "analysis"},
    "engines": {"model", "storage"},
    "fixing": {"model", "office", "sources", "documents", "packs"},
    "run": {"model", "storage", "documents", "analysis", "packs", "engines", "fixing"},
    "review": {"model", "storage", "office", "sources", "documents", "fixing", "run"},
    "reports": {"model", "office", "documents", "analysis", "fixing", "run", "review"},
    "config": {"model", "analysis", "run", "packs", "engines"},
    "cli": {"model", "storage", "sources", "documents", "analysis", "packs", "engines", "fixing"}
    | {"run", "review", "reports", "config", "linter"},
}
FREE = {"errors", "plugins", "version"}


def imports_of(path: Path) -> Iterator[str]:
    """Modules that a file imports when it runs (not for type checking alone)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body.clear()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def files(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


@pytest.mark.parametrize("path", files(RULES), ids=lambda p: str(p.relative_to(RULES)))
def test_rules_import_the_api_only(path: Path) -> None:
    for module in imports_of(path):
        if module.split(".")[0] == "clinlint":
            assert module == "clinlint.api", f"{path.name} imports {module}"


@pytest.mark.parametrize("path", files(RULES), ids=lambda p: str(p.relative_to(RULES)))
def test_rules_read_no_clock_but_the_runs(path: Path) -> None:
    """Results are kept: only of ``context.today`` the engine knows that one holds for a day."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in {"today", "now", "utcnow", "time"}, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", files(ENGINE), ids=lambda p: str(p.relative_to(ENGINE)))
def test_engine_imports_one_way(path: Path) -> None:
    layer = path.relative_to(ENGINE).parts[0]
    for module in imports_of(path):
        assert not module.startswith("clinlint_rules"), f"{path.name} imports {module}"
        parts = module.split(".")
        if parts[0] != "clinlint" or len(parts) < 2 or layer not in LAYERS:
            continue
        assert parts[1] in LAYERS[layer] | {layer} | FREE, f"{layer} imports {module}"


@pytest.mark.parametrize(
    "path",
    [p for top in ("linter", "rules", "tests", "benchmarks", "fixtures") for p in files(ROOT / top)],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_a_file_stays_below_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


def test_modules_of_tests_have_names_of_their_own() -> None:
    """Two of one name in folders that are no packages are one module to pytest, and the second is not run."""
    names = [path.name for path in files(ROOT / "tests") if path.name not in {"conftest.py", "__init__.py"}]
    assert sorted(names) == sorted(set(names))
