"""`verify explain`: the page of a rule."""

from __future__ import annotations

import sys

import click

from verify.cli.streams import complain
from verify.config.suggest import did_you_mean
from verify.plugin.manager import Plugins


@click.command("explain")
@click.argument("name", metavar="RULE")
def command(name: str) -> int:
    """Show what a rule is for, what it flags and when to ignore it."""
    plugins = Plugins()
    pages = {rule.id: rule.page for _, rule in plugins.rules()}
    if name not in pages:
        complain(f'no rule is called "{name}"{did_you_mean(name, pages)}')
        return 2
    try:
        sys.stdout.write(pages[name].read_text(encoding="utf-8"))
    except OSError as error:
        complain(f"{pages[name]}: cannot be read: {(error.strerror or str(error)).lower()}")
        return 2
    return 0
