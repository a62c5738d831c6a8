"""The group of commands; each is imported when it is invoked."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from verify.cli.streams import complain
from verify.cli.version import lines
from verify.config.suggest import did_you_mean

COMMANDS = (
    "check",
    "quotes",
    "people",
    "claims",
    "baseline",
    "archive",
    "rules",
    "explain",
    "profiles",
    "plugins",
    "words",
    "schema",
    "config",
    "init",
    "new",
    "test",
    "try",
    "compare",
)
_FILES = {"try": "trying"}
"""Commands whose name no file of Python can bear."""
_NO_ARGUMENTS: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What click 8.2 and later raise for a bare `verify`; before, it shows the help by itself."""


class Commands(click.Group):
    """The commands of the house, and those that plugins add."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Ours in the order of a day's work, then those of plugins."""
        self._add_those_of_plugins()
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name in COMMANDS:
            file = _FILES.get(cmd_name, cmd_name)
            command: click.Command = import_module(f"verify.cli.{file}").command
            return command
        self._add_those_of_plugins()
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words begin with; one that there is not is told with the nearest."""
        name = args[0]
        if name[:1].isalnum() and not ctx.resilient_parsing and self.get_command(ctx, name) is None:
            hint = did_you_mean(name, self.list_commands(ctx)) or f" (see {ctx.command_path} --help)"
            raise click.ClickException(f'no command is called "{name}"{hint}')
        return super().resolve_command(ctx, args)

    def _add_those_of_plugins(self) -> None:
        """Only help and unknown names need them: loading plugins takes time."""
        if self.commands:
            return
        from verify.config.load import load
        from verify.plugin.local import plugins_of

        plugins = plugins_of(load())
        plugins.commands(self)
        for problem in plugins.problems:
            complain(str(problem))


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's way
    if wanted:
        click.echo(lines(), nl=False)
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version of verify and of its plugins.",
)
def app() -> None:
    """Check news copy: who said what, names and titles, slips, figures and dates."""


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code; what the user did wrong is one line on standard error."""
    if sys.stdout is None:
        complain("standard output is closed (to throw the report away, send it to the null device)")
        return 2
    for stream in (sys.stdout, sys.stderr):
        # Copy is UTF-8 whatever the locale says, and its line ends are nobody's to change.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        if "_VERIFY_COMPLETE" in os.environ:
            app.main(arguments, prog_name="verify")
        with app.make_context("verify", list(sys.argv[1:] if arguments is None else arguments)) as context:
            code: Any = app.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        if isinstance(error, _NO_ARGUMENTS):
            click.echo(error.ctx.get_help())
            return 0
        complain(_usage(error))
        return 2
    return code if isinstance(code, int) else 0


def _usage(error: click.ClickException) -> str:
    """The error in one line, and for a command that was used wrongly where to read on."""
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    return f"{message} (see {context.command_path} --help)" if context else message
