"""Imports point one way: a room knows the rooms to its left, and nothing imports the façade."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RANK = {
    "model": 0, "config": 1, "lexicon": 2, "read": 3, "mark": 3, "store": 4, "intake": 4,
    "check": 5, "fix": 6, "packs": 6, "report": 7, "plugin": 8, "kit": 9,
    "cli": 10, "testing": 10, "learn": 10, "__main__": 11,
}  # fmt: skip
HOUSE = sorted(path.relative_to(ROOT) for path in (ROOT / "verify").rglob("*.py"))
FOLDERS = {
    "pairs": 0,
    "naming": 0,
    "transcripts": 0,
    "unsaid": 0,
    "syntax": 1,
    "who": 2,
    "sources": 2,
    "told": 3,
}
"""The folders of `verify/mark/`; the files beside them make the marks, and may import any."""
SHARED = {"order", "narration"}
MARKING = [
    path for path in HOUSE if len(path.parts) > 3 and path.parts[1] == "mark" and path.parts[2] in FOLDERS
]
RULES = sorted(path.relative_to(ROOT) for path in (ROOT / "rules").rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Every (module, names, level) that a file imports, wherever in it, those for type hints included."""
    for statement in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(statement, ast.Import):
            yield from ((alias.name, (), 0) for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            yield statement.module or "", tuple(alias.name for alias in statement.names), statement.level


def room(module: str) -> str:
    """The room of a module of ours, or nothing for the façade and for what is not ours."""
    return module.split(".")[1] if module.startswith("verify.") else ""


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_a_room_imports_only_rooms_to_its_left(path: Path) -> None:
    here = path.parts[1].removesuffix(".py")
    if here == "__init__":
        return
    for module, names, level in imports(path):
        assert level == 0, f"{path}: imports inside verify/ are absolute"
        if module.partition(".")[0] != "verify":
            continue
        if module == "verify":
            # The version is a plain constant of the package; every other name there is the façade's.
            assert set(names) <= {"__version__"}, f"{path} imports the façade: {names}"
            continue
        there = room(module)
        assert there != "rules", f"{path} imports a rule by name"
        assert there == here or RANK[there] < RANK[here], f"{path} ({here}) imports {module}"


@pytest.mark.parametrize("path", MARKING, ids=str)
def test_a_folder_of_the_marking_room_imports_only_folders_to_its_left(path: Path) -> None:
    here = path.parts[2]
    for module, names, _ in imports(path):
        if module == "verify.mark":
            assert set(names) <= SHARED, f"{path} imports {names}"
        elif module.startswith("verify.mark."):
            there = module.split(".")[2]
            known = there in SHARED or there == here or FOLDERS.get(there, 9) < FOLDERS[here]
            assert known, f"{path} ({here}) imports {module}"


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_only_the_plugin_room_knows_pluggy(path: Path) -> None:
    if path.parts[1] != "plugin":
        assert not [module for module, _, _ in imports(path) if module.partition(".")[0] == "pluggy"]


@pytest.mark.parametrize("path", RULES, ids=str)
def test_rules_import_the_house_absolutely_and_each_other_relatively(path: Path) -> None:
    for module, _, level in imports(path):
        if level:
            assert level == 1, f"{path}: a rule borrows only from its own family"
        else:
            assert room(module) in {"", "model", "mark", "lexicon", "store"}, f"{path} imports {module}"


@pytest.mark.parametrize("path", [*HOUSE, *RULES], ids=str)
def test_a_file_can_be_read_at_one_sitting(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= 400
