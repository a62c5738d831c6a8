"""`verify check`: find what a careful copy editor would mark."""

from __future__ import annotations

from typing import Any, get_args

import click
from msgspec.structs import replace

from verify.check.verdict import exit_code
from verify.cli.caching import cached, with_cache
from verify.cli.fixing import asked_well, differences, fixed, fixes
from verify.cli.known import asked_of_new, fails_on, found, narrowed, news
from verify.cli.options import archive, archived, choosing, colours, reading, settings, supplied, wishes
from verify.cli.outputs import asked_for, counts_of, deliver, marks_for, named_in, reports
from verify.cli.streams import complain, remark
from verify.cli.today import dated
from verify.config.schema import FailOn
from verify.model.finding import Problem
from verify.plugin.desk import arrange
from verify.plugin.local import plugins_of
from verify.report.times import slowest


@click.command("check", short_help="Check articles, or folders of them.")
@reading
@reports
@choosing
@archived
@click.option(
    "--people",
    multiple=True,
    metavar="FILE",
    help="Hold names, titles and offices against this people file too.",
)
@supplied
@click.option(
    "--fail-on",
    type=click.Choice(get_args(FailOn)),
    envvar="VERIFY_FAIL_ON",
    help="Exit with 1 from this severity on (default: warning), or for findings that are new.",
)
@news
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@cached
@fixes
@dated
@click.option("--statistics", is_flag=True, help="Count findings by rule and family, and show none.")
@colours
@click.option(
    "--slowest",
    is_flag=False,
    flag_value=10,
    type=click.IntRange(1),
    metavar="[N]",
    help="Then tell on standard error which rules and marks took the most time (10, or N).",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only: no list of speakers, no summary.")
def command(paths: tuple[str, ...], form: str | None, **options: Any) -> int:  # noqa: ANN401 - click's values
    """Check articles, or folders of them (default: here; "-" is standard input)."""
    paths = paths or (".",)
    loaded = settings(paths, options)
    plugins = plugins_of(loaded)
    reporters = plugins.reporters()
    named, wrong = options["output"], list[Problem]()
    if not (named or form or options["statistics"] or options["diff"]):
        named, wrong = named_in(loaded, reporters)
    outputs = asked_for(form, named, reporters)
    asked_well(outputs, options)
    asked_of_new(loaded, options)
    marks = marks_for(outputs, reporters, quiet=options["quiet"])
    needs = frozenset[str]().union(*(reporters[output.form].needs for output in outputs))
    desk = arrange(
        plugins, loaded, wishes(options), marks=marks, keep_said="said" in needs, keep_copy="copy" in needs,
        people=options["people"], profile=options["profile"], supplied=options["sources"],
        timed=options["slowest"] is not None,
    )  # fmt: skip
    for words in desk.remarks:
        remark(f"verify: {words}")
    shelf = archive(loaded, options)
    desk = with_cache(replace(desk, problems=(*desk.problems, *wrong)), plugins, loaded, options)
    if options["diff"]:
        return differences(paths, desk, loaded, plugins, {**options, "output": outputs[0].path}, shelf)
    mended = fixed(paths, desk, loaded, options, shelf) if options["fix"] else None
    report = mended.report if mended else found(paths, desk, loaded, options, shelf)
    report = narrowed(report, paths, desk, loaded, options)
    for words in desk.remarks_at(file.path for file in report.files):
        remark(f"verify: {words}")
    text = {"color": options["color"], "quiet": options["quiet"], "closing": mended.closing if mended else ""}
    told = len(plugins.problems)
    aside = bool(mended and mended.piped)
    if options["statistics"]:
        unwritten = counts_of(report, outputs[0], aside=aside)
    else:
        unwritten = deliver(outputs, reporters, report, text, aside=aside)
    plugins.done(report)
    if options["slowest"]:
        for line in slowest(report.spent, options["slowest"]):
            remark(line)
    late = (*unwritten, *plugins.problems[told:])
    for problem in (*report.problems, *late):
        complain(str(problem))
    fail_on = "never" if options["exit_zero"] else fails_on(loaded, options)
    return 2 if late else exit_code(report, fail_on)
