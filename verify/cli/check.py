"""`verify check`: find what a careful copy editor would mark."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args

import click

from verify.check.verdict import exit_code
from verify.cli.going import go_through
from verify.cli.options import choosing, colours, reading, settings, wishes
from verify.cli.streams import complain, write
from verify.config.schema import FailOn
from verify.plugin.desk import arrange
from verify.plugin.manager import Plugins


@click.command("check", short_help="Check articles, or folders of them.")
@reading
@click.option(
    "--format", "form", default="text", metavar="FORMAT", help="text (default), json, jsonl or a plugin's."
)
@choosing
@click.option(
    "--fail-on",
    type=click.Choice(get_args(FailOn)),
    help="Exit with 1 from this severity on (default: warning).",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@colours
@click.option("--quiet", "-q", is_flag=True, help="Findings only: no list of speakers, no summary.")
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """Check articles, or folders of them (default: here; "-" is standard input)."""
    paths = paths or (".",)
    plugins = Plugins()
    reporters = plugins.reporters()
    if form not in reporters:
        known = ", ".join(sorted(reporters))
        raise click.BadParameter(f'"{form}" is not one of {known}', param_hint="--format")
    loaded = settings(paths, options)
    marks = ("quotes",) if form == "text" and not options["quiet"] else ()
    desk = arrange(plugins, loaded, wishes(options), marks=marks, profile=options["profile"])
    report = go_through(paths, desk, loaded, options)
    draw = reporters[form].write
    if form == "text":
        from verify.report.text import write as draw_text

        draw = partial(draw_text, color=options["color"], quiet=options["quiet"])
    told = len(plugins.problems)
    unwritten = write(options["output"], partial(draw, report))
    plugins.done(report)
    late = (*unwritten, *plugins.problems[told:])
    for problem in (*report.problems, *late):
        complain(str(problem))
    fail_on = "never" if options["exit_zero"] else options["fail_on"] or loaded.settings.fail_on
    return 2 if late else exit_code(report, fail_on)
