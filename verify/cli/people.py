"""`verify people`: whom articles name, each with every form of the name."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any, get_args

import click

from verify.check.gathered import chosen
from verify.check.select import Wishes
from verify.cli.going import go_through, list_out
from verify.cli.options import colours, in_form, reading, settings, written
from verify.model.marks import Kind
from verify.plugin.desk import arrange
from verify.plugin.local import plugins_of
from verify.report import people

WORDS = {"import": "verify.cli.people_import"}
"""First arguments that are commands of their own, each with the file that holds it."""
_FORMATS = {"json": people.write_json, "jsonl": people.write_jsonl, "csv": people.write_csv}
_USUAL: tuple[Kind, ...] = ("person", "organisation")


class _People(click.Command):
    """A command whose first argument may be the name of another; every other argument is a path."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """The context of the command that the first argument names, else of this one."""
        command = _named(args[0]) if args else None
        if command is None:
            return super().make_context(info_name, args, parent, **extra)
        return command.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands that the first argument may name, at the end of the help."""
        named = ((word, command) for word in WORDS if (command := _named(word)))
        rows = [(f"{ctx.command_path} {word}", command.get_short_help_str()) for word, command in named]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


def _named(word: str) -> click.Command | None:
    """The command that a first argument names, imported now; None for a path."""
    module = WORDS.get(word, "")
    if not module or find_spec(module) is None:
        return None
    command: click.Command = import_module(module).command
    return command


@click.command("people", cls=_People, short_help="List the people and bodies of articles.")
@reading
@written
@in_form("text", "json", "jsonl", "csv")
@click.option(
    "--order",
    type=click.Choice(("text", "name", "mentions")),
    default="text",
    help="As the copy first names them, by family name, or the most named first.",
)
@click.option(
    "--only",
    "kinds",
    type=click.Choice(get_args(Kind)),
    multiple=True,
    help="Only people, bodies or places (default: people and bodies).",
)
@click.option("--name", default="", metavar="NAME", help="Only who bears this name (or part of it).")
@colours
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List the people and bodies that articles name (default: those here; "-" is standard input)."""
    paths = paths or (".",)
    loaded = settings(paths, options)
    desk = arrange(plugins_of(loaded), loaded, Wishes(), marks=("dossiers",), with_rules=False)
    name = options["name"].strip()
    kinds: tuple[Kind, ...] = options["kinds"] or _USUAL
    report = chosen(go_through(paths, desk, loaded, options), kinds, options["order"], name)
    as_text = partial(people.write_text, color=options["color"], name=name)
    return list_out(report, options["output"], _FORMATS.get(form, as_text))
