"""`verify new`: a rule, a rule pack or a plugin to start from."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from verify.cli.streams import complain, remark
from verify.kit.skeleton import new_pack, new_plugin, new_rule, write
from verify.model.finding import Problem

_UNREAD = (
    "A pack is read where a verify.toml lies beside rules/ (verify init writes one), "
    "or where “packs” in the settings names it."
)


@click.group("new", short_help="Write a new rule, pack or plugin to start from.")
def command() -> None:
    """Write the files of a new rule, pack or plugin: complete, with tests that pass, for you to change."""


@command.command("rule", short_help="Write a rule and its page.")
@click.argument("name", metavar="FAMILY/NAME")
@click.option("--in", "folder", default="", metavar="DIR",
              help="Where the family lies (default: the package of the plugin here, or here).")  # fmt: skip
def rule(name: str, folder: str) -> int:
    """Write a rule and its page; a file that is there is never written over."""
    return _written(new_rule(name, folder))


@command.command("pack", short_help="Write a rule pack: words and patterns, no code.")
@click.argument("name", metavar="NAME")
@click.option("--in", "folder", default="", metavar="DIR",
              help="Where the settings lie (default: here).")  # fmt: skip
def pack(name: str, folder: str) -> int:
    """Write rules/NAME.toml, a pack with two rules and their examples, to be read beside a verify.toml."""
    failed = _written(new_pack(name, folder))
    if not failed and not Path(folder, "verify.toml").is_file():
        remark(_UNREAD)
    return failed


@command.command("plugin", short_help="Write a plugin with a first rule.")
@click.argument("name", metavar="NAME")
@click.option("--in", "folder", default="", metavar="DIR", help="Where its folder is to lie (default: here).")
def plugin(name: str, folder: str) -> int:
    """Write a plugin, a distribution of its own in a folder verify-NAME, with a first rule and tests."""
    return _written(new_plugin(name, folder))


def _written(files: Mapping[Path, str] | Problem) -> int:
    problem = files if isinstance(files, Problem) else write(files)
    if problem:
        complain(str(problem))
        return 2
    if not isinstance(files, Problem):
        sys.stdout.writelines(f"wrote {path.as_posix()}\n" for path in files)
    return 0
