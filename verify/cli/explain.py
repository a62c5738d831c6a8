"""`verify explain`: the page of a rule, or the rules of a family."""

from __future__ import annotations

import sys
from typing import Any

import click

from verify.check.renamed import former_names
from verify.cli.options import set_by, settings_here
from verify.cli.rules import lines
from verify.cli.streams import complain
from verify.config.suggest import did_you_mean
from verify.plugin.local import plugins_of


@click.command("explain", short_help="Show the page of a rule, or the rules of a family.")
@click.argument("name", metavar="RULE|FAMILY")
@set_by
def command(name: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """Show what a rule is for, what it flags and when to ignore it; of a family, list the rules."""
    plugins = plugins_of(settings_here(options))
    rules = [rule for _, rule in plugins.rules()]
    family = [rule for rule in rules if rule.family == name]
    if family:
        sys.stdout.writelines(lines(family))
        return 0
    name = former_names(rules).get(name, name)
    pages = {rule.id: rule for rule in rules}
    if name not in pages:
        known = {*pages, *(rule.family for rule in rules)}
        complain(f'no rule or family is called "{name}"{did_you_mean(name, known)}')
        for problem in plugins.problems:
            complain(str(problem))
        return 2
    try:
        page = pages[name].read_page()
    except OSError as error:
        complain(f"{pages[name].page}: cannot be read: {(error.strerror or str(error)).lower()}")
        return 2
    sys.stdout.write(page)
    return 0
