"""The settings that verify.toml, or [tool.verify] in pyproject.toml, may hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Literal

import msgspec

Level = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "never"]


class Place(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Some of the files, and the profile that holds for them; an empty name is none."""

    profile: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Which rules run, how grave each is, and which files are read; every key has a default."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Level] = {}
    fail_on: FailOn = "warning"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    archive: str = ""
    people: tuple[str, ...] = ()
    packs: tuple[str, ...] | None = None
    plugins: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    profile: str = ""
    profile_overrides: dict[str, Any] = {}
    paths: tuple[Place, ...] = ()
    rules: dict[str, dict[str, Any]] = {}


EXPECTED = MappingProxyType(
    {
        "select": 'a list of rules, families or "all"',
        "extend-select": 'a list of rules, families or "all"',
        "ignore": 'a list of rules, families or "all"',
        "severity": 'a table that gives rules or families "error", "warning", "info" or "off"',
        "fail-on": '"error", "warning", "info" or "never"',
        "include": "a list of file patterns",
        "exclude": "a list of file patterns",
        "archive": "the name of a file",
        "people": "a list of files",
        "packs": 'a list of rule packs, such as "house.toml"',
        "plugins": 'a list of Python files, such as "house_rules.py"',
        "words": "a list of files",
        "profile": 'the name of a profile, or a file such as "house.toml"',
        "profile-overrides": "tables as in a profile, such as [profile-overrides.numbers]",
        "paths": "tables [[paths]], each with a profile and file patterns",
        "rules": 'tables of options, such as [rules."family/name"]',
    }
)
"""What each key takes, in the words of an error message."""

INSIDE = MappingProxyType({"severity": '"error", "warning", "info" or "off"', "rules": "a table of options"})
"""What each entry of a table takes."""
