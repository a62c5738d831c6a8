"""What a user can set or implement is written down."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from msgspec.structs import fields

import verify
from verify.cli.app import COMMANDS as HOUSE
from verify.cli.app import app
from verify.config.load import load
from verify.config.profile import expected, resolve
from verify.config.schema import EXPECTED, Settings
from verify.lexicon.offered import fault
from verify.model.profile import POINTS
from verify.packs.load import rules as packed
from verify.packs.table import EXPECTED as KEYS
from verify.plugin import hookspecs
from verify.plugin.house import furnish
from verify.plugin.installed import Installed
from verify.plugin.local import PythonFile
from verify.plugin.manager import Plugins
from verify.read.choose import read
from verify.testing import check_page

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


def example(name: str, root: Path) -> dict[str, Any]:
    """What the first example of a hook's section defines."""
    guide = (root / "plugins" / "README.md").read_text(encoding="utf-8")
    section = guide.split(f"### `{name}(")[1].split("\n### ")[0]
    names: dict[str, Any] = {name: getattr(verify, name) for name in verify.__all__} | {"Path": Path}
    names |= {"__file__": str(root / "plugins" / "README.md"), "read_wire": print, "__name__": "example"}
    names["CASE_NUMBER"] = names["SCORE"] = re.compile(r"(\d+)-(\d+)")
    code = re.search(r"^```python\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert code is not None
    exec(compile(code[1], f"{name} of the guide", "exec"), names)  # noqa: S102 - our own guide
    return names


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_has_an_example_that_can_be_loaded(name: str, root: Path) -> None:
    defined = example(name, root)
    loaded = SimpleNamespace(**{name: defined[name]})
    entry = SimpleNamespace(load=lambda: loaded)
    plugins = Plugins([Installed("guide", "1.0", "guide", entry)])
    assert (plugins.problems, plugins.hooks_of("guide 1.0")) == ([], (name,))


def test_the_judge_of_the_guide(root: Path) -> None:
    judge = example("verify_judge", root)["verify_judge"]
    copy = "---\nsection: {}\n---\n\n# Late goal\n\nHolm scored twice.\n"
    finding = SimpleNamespace(rule="names/surname-before-introduction")
    for section, judgement in (("Sport", verify.Judgement("off")), ("News", None)):
        document = read(Plugins(()).readers(), "a.md", copy.format(section).encode())
        assert judge(finding, verify.Article(document)) == judgement


def test_the_words_and_the_register_of_the_guide(root: Path) -> None:
    lexicons = example("verify_lexicons", root)["verify_lexicons"]
    assert [fault(one) for one in lexicons("en")] == [""]
    assert lexicons("en-GB") == ()
    identify = example("verify_identify", root)["verify_identify"]
    mention = verify.Mention(0, 13, "Hannick Quend", "person", "Hannick", "Quend")
    for section, name in (("County", "Hannick Quend"), ("News", None)):
        document = read(
            Plugins(()).readers(), "a.md", f"---\nsection: {section}\n---\n\nIt rained.\n".encode()
        )
        record = identify(mention, verify.Article(document))
        assert (record.name if record else None) == name


def test_the_rule_of_the_guide(root: Path, tmp_path: Path) -> None:
    guide = (root / "plugins" / "README.md").read_text(encoding="utf-8")
    code = re.search(
        r"^```python\n(from verify import Flag, rule\n.*?)^```$", guide, re.MULTILINE | re.DOTALL
    )
    assert code is not None
    (tmp_path / "house_rules.py").write_text(code[1], encoding="utf-8")
    module = PythonFile(tmp_path / "house_rules.py").load()
    assert module.tide_in_feet.id == "house-rules/tide-in-feet"


def test_the_pack_of_the_readme_and_every_key_of_one(root: Path, tmp_path: Path) -> None:
    section = (root / "README.md").read_text(encoding="utf-8").split("## Rule packs")[1].split("\n## ")[0]
    pack = re.search(r"^```toml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert pack is not None
    (tmp_path / "house.toml").write_text(pack[1], encoding="utf-8")
    made = [rule for rule in packed(tmp_path / "house.toml") if isinstance(rule, verify.Rule)]
    assert [(rule.id, check_page(rule)) for rule in made] == [
        ("house/plain-words", []),
        ("house/distances", []),
    ]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == set(KEYS)


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
