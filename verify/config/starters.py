"""Files that `verify init` writes to start from: settings, a people file, and what runs verify elsewhere."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from verify.config.people import sample
from verify.config.sample import SAMPLE


class Starter(NamedTuple):
    """A file to start from: where it goes, what it says, and what is left for the user to do."""

    path: str
    text: str
    then: str = ""


_ELSEWHERE = MappingProxyType(
    {
        "github": ("github.yml", ".github/workflows/verify.yml", ""),
        "gitlab": (
            "gitlab.yml",
            ".gitlab/verify.yml",
            "its first lines say how .gitlab-ci.yml includes it",
        ),
        "pre-commit": ("pre-commit.yaml", ".pre-commit-config.yaml", "set it up with “pre-commit install”"),
    }
)
"""Where verify may run by itself: the file here, the file there, and what comes then."""
ELSEWHERE = tuple(_ELSEWHERE)


def starter(*, people: bool = False, ci: str | None = None) -> Starter:
    """The file that is wanted."""
    if ci is None:
        return Starter("people.toml", sample()) if people else Starter("verify.toml", SAMPLE)
    from importlib.resources import files

    name, path, then = _ELSEWHERE[ci]
    return Starter(path, files("verify.config").joinpath(name).read_text(encoding="utf-8"), then)
