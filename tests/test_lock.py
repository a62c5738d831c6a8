"""The lock file for development goes with what the projects declare."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PROJECTS = [Path(), *sorted(path.parent.relative_to(ROOT) for path in ROOT.glob("plugins/*/pyproject.toml"))]
HINT = "run uv lock"


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock() -> dict[str, dict[str, Any]]:
    """The locked packages by name."""
    return {package["name"]: package for package in read(ROOT / "uv.lock")["package"]}


def asked(project: dict[str, Any]) -> set[str]:
    """The distributions that a project declares, in all its groups."""
    wishes = list(project["project"].get("dependencies", ()))
    for group in project.get("dependency-groups", {}).values():
        wishes += [wish for wish in group if isinstance(wish, str)]
    return {re.split(r"[^\w.-]", wish)[0].lower().replace("_", "-") for wish in wishes}


@pytest.mark.parametrize("folder", PROJECTS, ids=str)
def test_what_is_declared_is_what_is_locked(folder: Path, lock: dict[str, dict[str, Any]]) -> None:
    project = read(ROOT / folder / "pyproject.toml")
    metadata = lock[project["project"]["name"]]["metadata"]
    groups = metadata.get("requires-dev", {}).values()
    locked = {
        one["name"] for one in (*metadata["requires-dist"], *(one for group in groups for one in group))
    }
    assert locked == asked(project), HINT


def test_every_package_comes_from_the_public_index(lock: dict[str, dict[str, Any]]) -> None:
    for package in lock.values():
        source = package["source"]
        if not {"editable", "virtual"} & source.keys():
            assert source == {"registry": "https://pypi.org/simple"}, package["name"]
        for file in (package.get("sdist", {}), *package.get("wheels", ())):
            assert file.get("url", "https://files.pythonhosted.org/").startswith(
                "https://files.pythonhosted.org/"
            )
