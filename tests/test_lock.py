"""The lock file for development goes with what the projects declare."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKSPACE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]["workspace"]
FOUND = sorted(path.parent.relative_to(ROOT) for path in ROOT.glob("plugins/*/pyproject.toml"))
PROJECTS = [Path(), *(path for path in FOUND if path.as_posix() not in WORKSPACE["exclude"])]
OURS = {"verify-copy"}
LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)(?: ;[^\\]*)? \\$")


def locked() -> dict[str, str]:
    """The versions locked, by the name of the package."""
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    return {found["name"]: found["version"] for line in lines if (found := LOCKED.match(line))}


def declared(folder: Path) -> set[str]:
    """The distributions that a project asks for, in all its groups, our own left out."""
    project = tomllib.loads((ROOT / folder / "pyproject.toml").read_text(encoding="utf-8"))
    wishes = list(project["project"].get("dependencies", ()))
    for group in project.get("dependency-groups", {}).values():
        wishes += [wish for wish in group if isinstance(wish, str)]
    names = {re.split(r"[^\w.-]", wish)[0].lower().replace("_", "-") for wish in wishes}
    return names - OURS


@pytest.mark.parametrize("folder", PROJECTS, ids=str)
def test_what_is_declared_is_locked(folder: Path) -> None:
    assert declared(folder) <= locked().keys()


def test_every_package_is_locked_by_hash_and_from_no_place_of_its_own() -> None:
    text = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") >= len(locked())
    assert "://" not in text
