"""`verify archive`: the facts of earlier articles, kept in a file."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = ("add", "remove", "info")


class Archive(click.Group):
    """The commands about an archive; each is imported when it is invoked."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's way
        """In the order of a day's work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"verify.cli.archive_{cmd_name}").command
        return command


@click.group("archive", cls=Archive, short_help="Keep what earlier articles said, to check new ones against.")
def command() -> None:
    """Keep what earlier articles said, to check new ones against with "verify check --archive FILE"."""
