"""What is installed is what lies in the tree, and nothing leaks beside it."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

OLDEST_SETUPTOOLS = 77
LEFT_OUT = ("__pycache__", ".egg-info")


@pytest.fixture(scope="session")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def packages(root: Path) -> set[str]:
    found = {".".join(path.parent.relative_to(root).parts) for path in (root / "verify").rglob("__init__.py")}
    rules = {path.parent.relative_to(root).parts for path in (root / "rules").rglob("__init__.py")}
    return found | {".".join(("verify", *parts)) for parts in rules}


def imported(root: Path) -> set[str]:
    """The top-level modules that the code imports, without Python's and its own."""
    found = set()
    for top in ("verify", "rules"):
        for path in (root / top).rglob("*.py"):
            for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(one, ast.Import):
                    found |= {name.name.partition(".")[0] for name in one.names}
                elif isinstance(one, ast.ImportFrom) and not one.level:
                    found.add((one.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"verify"}


def test_the_packages_listed_are_those_of_the_tree(root: Path, project: dict[str, Any]) -> None:
    listed = project["tool"]["setuptools"]["packages"]
    assert listed == sorted(listed)
    assert set(listed) == packages(root)


def test_every_folder_of_code_is_a_package(root: Path) -> None:
    for top in ("verify", "rules"):
        for path in (root / top).rglob("*.py"):
            assert (path.parent / "__init__.py").exists(), path


def test_what_the_code_imports_is_declared_and_no_more(root: Path, project: dict[str, Any]) -> None:
    declared = {line.split(">")[0] for line in project["project"]["dependencies"]}
    groups = project["dependency-groups"]
    elsewhere = {line.split(">")[0] for name in ("learn", "test") for line in groups[name]}
    names = {"yaml": "pyyaml", "tomli_w": "tomli-w"}
    assert {names.get(name, name) for name in imported(root)} - elsewhere == declared


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in a wheel built from a copy of the tree."""
    copy = tmp_path_factory.mktemp("tree")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (root / name).exists():
            shutil.copy(root / name, copy / name)
    for name in ("verify", "rules"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    # With setuptools at hand nothing has to be fetched.
    own = ["--no-build-isolation"] if int(version("setuptools").split(".")[0]) >= OLDEST_SETUPTOOLS else []
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", "out", *own, "."]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    (built,) = (copy / "out").glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


@pytest.mark.slow
def test_the_wheel_has_one_top_level_package(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"verify"}


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_tree(wheel: list[str], root: Path) -> None:
    for top, prefix in (("verify", "verify"), ("rules", "verify/rules")):
        for path in (root / top).rglob("*"):
            if path.is_file() and not any(word in str(path) for word in LEFT_OUT):
                assert f"{prefix}/{path.relative_to(root / top).as_posix()}" in wheel


@pytest.mark.slow
def test_the_wheel_brings_the_command(wheel: list[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in wheel)
