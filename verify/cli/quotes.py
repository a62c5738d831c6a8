"""`verify quotes`: who said what."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from verify.check.select import Wishes
from verify.check.verdict import exit_code
from verify.cli.going import go_through
from verify.cli.options import colours, reading, settings
from verify.cli.streams import complain, write
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins
from verify.report import quotes

_FORMATS = {"json": quotes.write_json, "jsonl": quotes.write_jsonl}


@click.command("quotes", short_help="List every quote with its speaker.")
@reading
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "jsonl")),
    default="text",
    help="How to write them.",
)
@colours
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List every quote with its speaker (default: of the articles here; "-" is standard input)."""
    paths = paths or (".",)
    loaded = settings(paths, options)
    desk = arrange(Plugins(), loaded, Wishes(), marks=("quotes",), with_rules=False, keep_said=True)
    report = go_through(paths, desk, loaded, options)
    draw = _FORMATS.get(form) or partial(quotes.write_text, color=options["color"])
    problems = (*report.problems, *write(options["output"], partial(draw, report)))
    for problem in problems:
        complain(str(problem))
    return 2 if problems else exit_code(report, "never")
