"""`verify rules`: the rules there are."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from verify.check.rule import Rule
from verify.cli.options import set_by, settings_here
from verify.cli.streams import complain
from verify.config.suggest import did_you_mean
from verify.plugin.local import plugins_of


@click.command("rules", short_help="List the rules there are.")
@click.argument("families", nargs=-1, metavar="[FAMILY]...")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to write them."
)
@set_by
def command(families: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List the rules, of these families or all."""
    plugins = plugins_of(settings_here(options))
    offered = plugins.rules()
    known = {rule.family for _, rule in offered}
    for family in families:
        if family not in known:
            complain(f'no family is called "{family}"{did_you_mean(family, known)}')
    shown = [(name, rule) for name, rule in offered if not families or rule.family in families]
    if form == "json":
        values = [_values(name, rule) for name, rule in shown]
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(lines([rule for _, rule in shown]))
    for problem in plugins.problems:
        complain(str(problem))
    return 2 if plugins.problems or set(families) - known else 0


def lines(rules: Sequence[Rule]) -> Iterator[str]:
    """The rules as they are listed, a line each."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        off = "" if rule.default else " (off unless selected)"
        off += " (with a house style)" if rule.points else ""
        yield f"{rule.id:{width}}  {rule.severity:7}  {rule.summary}{off}\n"


def _values(plugin: str, rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": rule.severity,
        "default": rule.default,
        "scope": rule.scope,
        "points": sorted(rule.points),
        "since": rule.since,
        "former": list(rule.former),
        "summary": rule.summary,
        "advice": rule.advice,
        "plugin": plugin,
    }
