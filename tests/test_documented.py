"""What a user can set or implement is written down."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import click
import pytest
from msgspec.structs import fields

from verify.cli.app import app
from verify.config.schema import EXPECTED, Settings
from verify.plugin import hookspecs

HOOKS = {name: getattr(hookspecs, name) for name in dir(hookspecs) if name.startswith("verify_")}
COMMANDS = {
    name: app.get_command(click.Context(app), name)
    for name in ("check", "quotes", "rules", "explain", "profiles", "init")
}


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_in_the_guide_with_its_arguments(name: str, root: Path) -> None:
    arguments = ", ".join(inspect.signature(HOOKS[name]).parameters)
    guide = (root / "plugins" / "README.md").read_text(encoding="utf-8")
    assert f"`{name}({arguments})`" in guide


def test_the_guide_names_no_hook_that_is_none(root: Path) -> None:
    guide = (root / "plugins" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(verify_\w+)\(", guide)) == set(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_says_when_it_is_called(name: str) -> None:
    assert "called once" in (HOOKS[name].__doc__ or "")


@pytest.mark.parametrize("key", [field.encode_name for field in fields(Settings)])
def test_every_setting_is_in_the_readme(key: str, root: Path) -> None:
    assert key in EXPECTED
    assert f"\n| `{key}` |" in (root / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str, root: Path) -> None:
    command, readme = COMMANDS[name], (root / "README.md").read_text(encoding="utf-8")
    assert command is not None
    assert (command.help or "").endswith(".")
    for option in command.params:
        if isinstance(option, click.Option):
            assert (option.help or "").endswith("."), option.name
            assert all(f"`{word}" in readme for word in option.opts if word.startswith("--")), option.opts
    assert f"verify {name}" in readme
