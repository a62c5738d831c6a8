"""`verify explain`: the page of a rule, or the rules of a family."""

from __future__ import annotations

import sys

import click

from verify.check.renamed import former_names
from verify.cli.rules import lines
from verify.cli.streams import complain
from verify.config.suggest import did_you_mean
from verify.plugin.manager import Plugins


@click.command("explain", short_help="Show the page of a rule, or the rules of a family.")
@click.argument("name", metavar="RULE|FAMILY")
def command(name: str) -> int:
    """Show what a rule is for, what it flags and when to ignore it; of a family, list the rules."""
    plugins = Plugins()
    rules = [rule for _, rule in plugins.rules()]
    family = [rule for rule in rules if rule.family == name]
    if family:
        sys.stdout.writelines(lines(family))
        return 0
    pages = {rule.id: rule.page for rule in rules}
    name = former_names(rules).get(name, name)
    if name not in pages:
        known = {*pages, *(rule.family for rule in rules)}
        complain(f'no rule or family is called "{name}"{did_you_mean(name, known)}')
        for problem in plugins.problems:
            complain(str(problem))
        return 2
    try:
        page = pages[name].read_text(encoding="utf-8")
    except OSError as error:
        complain(f"{pages[name]}: cannot be read: {(error.strerror or str(error)).lower()}")
        return 2
    sys.stdout.write(page)
    return 0
