"""What a user can set or implement is written down."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import click
import pytest
from msgspec.structs import fields

from verify.cli.app import COMMANDS as HOUSE
from verify.cli.app import app
from verify.config.load import load
from verify.config.profile import expected, resolve
from verify.config.schema import EXPECTED, Settings
from verify.model.profile import POINTS
from verify.plugin import hookspecs
from verify.plugin.house import furnish
from verify.plugin.manager import Plugins

HOOKS = {name: getattr(hookspecs, name) for name in dir(hookspecs) if name.startswith("verify_")}
COMMANDS = {name: app.get_command(click.Context(app), name) for name in HOUSE}
COMMANDS |= {
    f"{group} {name}": found.get_command(click.Context(found), name)
    for group, found in tuple(COMMANDS.items())
    if isinstance(found, click.Group)
    for name in found.list_commands(click.Context(found))
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


def test_every_variable_of_the_environment_is_in_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    variables = {
        (option.envvar, option.opts[0])
        for command in COMMANDS.values()
        for option in (command.params if command else ())
        if option.envvar
    }
    assert len(variables) > 4
    for variable, option in variables:
        assert f"\n| `{variable}` | `{option}` |" in readme


@pytest.mark.parametrize("point", POINTS)
def test_every_point_of_a_profile_is_in_the_readme_with_what_it_takes(point: str, root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (row,) = [
        line for line in readme.splitlines() if line.startswith("| ") and f"`{point}`" in line.split("|")[1]
    ]
    for word in re.findall(r'"([\w%—–-]+)"', expected(point)) if "a table" not in expected(point) else ():
        assert word == "any" or f"`{word}`" in row or f'`"{word}"`' in row, word


def test_the_profile_of_the_guide_for_plugins_can_be_read(root: Path, tmp_path: Path) -> None:
    guide = (root / "plugins" / "README.md").read_text(encoding="utf-8")
    example = re.search(r"^```toml\n(extends = .*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert example is not None
    (tmp_path / "post.toml").write_text(example[1], encoding="utf-8")
    found, problems = resolve("post.toml", Plugins(()).profiles(), tmp_path, "")
    assert problems == ()
    assert found is not None
    assert (found.title, found.profile.words.dash) == ("The Carrow Post", " – ")


def test_the_settings_and_the_profile_of_the_readme_can_be_read(root: Path, tmp_path: Path) -> None:
    section = (root / "README.md").read_text(encoding="utf-8").split("## House style")[1].split("\n## ")[0]
    first, second = re.findall(r"^```toml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    (tmp_path / "verify.toml").write_text(first, encoding="utf-8")
    (tmp_path / "house.toml").write_text(second, encoding="utf-8")
    loaded = load(config=str(tmp_path / "verify.toml"))
    house, problems = furnish(Plugins(()), loaded)
    assert (loaded.problems, problems) == ((), ())
    assert house is not None
    assert [profile.name for profile in house.profiles] == ["ap", "guardian"]
    found, problems = resolve("house.toml", Plugins(()).profiles(), tmp_path, "")
    assert problems == ()
    assert found is not None
    assert found.profile.words.instead["shopping mall"] == "mall"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str, root: Path) -> None:
    command, readme = COMMANDS[name], (root / "README.md").read_text(encoding="utf-8")
    assert command is not None
    assert (command.help or "").rstrip().endswith(".")
    for option in command.params:
        if isinstance(option, click.Option):
            assert (option.help or "").endswith("."), option.name
            assert all(f"`{word}" in readme for word in option.opts if word.startswith("--")), option.opts
    assert f"verify {name}" in readme


def test_every_format_of_a_report_is_in_the_readme_and_in_the_help(root: Path) -> None:
    section = (root / "README.md").read_text(encoding="utf-8").split("### Formats for other programs")[1]
    table = section.partition("\n\nOne run")[0]
    (option,) = (one for one in COMMANDS["check"].params if one.name == "form")  # type: ignore[union-attr]
    assert isinstance(option, click.Option)
    for name in set(Plugins(()).reporters()) - {"text"}:
        assert f"`{name}`" in table
        assert f" {name}" in (option.help or "")
