"""The settings that verify.toml, or [tool.verify] in pyproject.toml, may hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec

Level = Literal["error", "warning", "info", "off"]
FailOn = Literal["error", "warning", "info", "new", "never"]


Rules = tuple[str, ...]
Severities = dict[str, Level]
Options = dict[str, dict[str, Any]]


def _said(words: str, **more: Any) -> Any:  # noqa: ANN401 - as msgspec has it
    return msgspec.Meta(description=words, **more)


class Place(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Some of the files, and what holds for them otherwise."""

    include: Annotated[tuple[str, ...], _said("The files, as patterns like those of .gitignore.")] = ()
    exclude: Annotated[tuple[str, ...], _said("Files among them that are not meant.")] = ()
    profile: Annotated[str, _said("The house style of these files; an empty name is none.")] = ""
    select: Annotated[Rules, _said("Run these rules or families only.")] = ()
    extend_select: Annotated[Rules, _said("Run these rules or families too.")] = ()
    ignore: Annotated[Rules, _said("Leave these rules or families out.")] = ()
    severity: Annotated[Severities, _said("How gravely to take a rule or family.")] = {}
    rules: Annotated[Options, _said("Options of rules, by the rule's id.")] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Which rules run, how grave each is, and which files are read; every key has a default."""

    root: Annotated[bool, _said("Look for no settings in the folders above.")] = False
    extends: Annotated[str, _said("A settings file of the same repository that this one builds on.")] = ""
    select: Annotated[Rules, _said('Rules to run: ids, families or "all".')] = ()
    extend_select: Annotated[Rules, _said("Rules or families to run beside those.")] = ()
    ignore: Annotated[Rules, _said("Rules or families to leave out.")] = ()
    severity: Annotated[Severities, _said("How gravely to take a rule or family.")] = {}
    fail_on: Annotated[FailOn, _said("From which severity on the exit code is 1.")] = "warning"
    include: Annotated[
        tuple[str, ...], _said("Files to read in folders, as patterns like those of .gitignore.")
    ] = ()
    exclude: Annotated[tuple[str, ...], _said("Files in folders to pass over.")] = ()
    archive: Annotated[str, _said("The archive of earlier articles, seen from this file.")] = ""
    baseline: Annotated[str, _said("The baseline of findings that are settled for, seen from this file.")] = (
        ""
    )
    output: Annotated[
        tuple[str, ...],
        _said('Reports of "verify check": a format, or FORMAT=FILE with a file seen from this file.'),
    ] = ()
    cache_dir: Annotated[
        str, _said("A folder to keep what was found in articles in, seen from this file.")
    ] = ""
    people: Annotated[tuple[str, ...], _said("People files, seen from this file.")] = ()
    sources: Annotated[
        tuple[str, ...], _said("Transcripts and other sources: files and folders, seen from this file.")
    ] = ()
    packs: Annotated[
        tuple[str, ...] | None,
        _said("Rule packs, seen from this file; left out, all in rules/ beside a verify.toml."),
    ] = None
    plugins: Annotated[tuple[str, ...], _said("Python files with rules and hooks, seen from this file.")] = ()
    words: Annotated[tuple[str, ...], _said("Files of words that are spelt right, seen from this file.")] = ()
    engine: Annotated[str, _said('What makes the marks: "default", or the engine of a plugin.')] = ""
    models: Annotated[str, _said("The folder of the engine's models, seen from this file.")] = ""
    profile: Annotated[str, _said('The house style: a name such as "ap", or a TOML file of your own.')] = ""
    profile_overrides: Annotated[
        dict[str, Any], _said("Points of the house style that are otherwise here.")
    ] = {}
    paths: Annotated[tuple[Place, ...], _said("Files for which something else holds.")] = ()
    rules: Annotated[Options, _said("Options of rules, by the rule's id.")] = {}


EXPECTED = MappingProxyType(
    {
        "root": "true or false",
        "extends": "the name of a settings file",
        "select": 'a list of rules, families or "all"',
        "extend-select": 'a list of rules, families or "all"',
        "ignore": 'a list of rules, families or "all"',
        "severity": 'a table that gives rules or families "error", "warning", "info" or "off"',
        "fail-on": '"error", "warning", "info", "new" or "never"',
        "include": "a list of file patterns",
        "exclude": "a list of file patterns",
        "archive": "the name of a file",
        "baseline": "the name of a file",
        "output": 'a list of formats and files, such as ["text", "sarif=verify.sarif"]',
        "cache-dir": "the name of a folder",
        "people": "a list of files",
        "packs": 'a list of rule packs, such as "house.toml"',
        "plugins": 'a list of Python files, such as "house_rules.py"',
        "words": "a list of files",
        "engine": 'the name of an engine, such as "stanza"',
        "models": "the name of a folder",
        "sources": "a list of files and folders",
        "profile": 'the name of a profile, or a file such as "house.toml"',
        "profile-overrides": "tables as in a profile, such as [profile-overrides.numbers]",
        "paths": "tables [[paths]], each with file patterns and what holds for these files",
        "rules": 'tables of options, such as [rules."family/name"]',
    }
)
"""What each key takes, in the words of an error message."""

INSIDE = MappingProxyType({"severity": '"error", "warning", "info" or "off"', "rules": "a table of options"})
"""What each entry of a table takes."""


def as_json_schema() -> dict[str, Any]:
    """The JSON Schema of a verify.toml, which editors complete and check it by."""
    made = msgspec.json.schema(Settings)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of verify, the linter for news copy",
        **made,
    }
