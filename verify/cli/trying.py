"""`verify try`: one rule over many articles, and a sample of what it finds to judge."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import click
from msgspec.structs import replace

from verify.check.outcome import FileReport, Report
from verify.check.rule import Rule
from verify.check.select import Chosen, Wishes
from verify.check.setup import Setup
from verify.cli.going import queue_of, run
from verify.cli.jobs import MOST
from verify.cli.options import settings
from verify.cli.streams import complain
from verify.kit.finding_rules import rule_called
from verify.kit.sampled import Answers, keep_answer, load_answers, sample, wilson
from verify.model.finding import Finding, Problem
from verify.plugin.desk import Desk, arrange
from verify.plugin.local import plugins_of
from verify.report.cells import neutral
from verify.report.counts import counted
from verify.report.excerpt import around

_WIDTH = 100
_YES, _NO, _LEAVE = ("y", "n", "q")


@click.command("try", short_help="Try one rule on many articles, and judge a sample.")
@click.argument("rule", metavar="RULE")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--sample",
    "size",
    type=click.IntRange(0),
    default=20,
    metavar="N",
    help="How many findings to show (default: 20).",
)
@click.option("--seed", type=int, default=0, metavar="N", help="Another seed draws another sample.")
@click.option("--save", default="", metavar="FILE", help="Keep the answers here, a line of JSON each.")
@click.option("--config", default="", envvar="VERIFY_CONFIG", metavar="FILE",
              help="Use this settings file and no other.")  # fmt: skip
@click.option("--isolated", is_flag=True, help="Use no settings file.")
@click.option(
    "--profile", envvar="VERIFY_PROFILE", metavar="NAME", help="Hold the articles against this house style."
)
@click.option("--jobs", "-j", type=click.IntRange(0, MOST), default=0, envvar="VERIFY_JOBS", metavar="N",
              help="How many processes read articles.")  # fmt: skip
def command(rule: str, paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - click's values
    """Try one rule, by its id or its file, on many articles (default: those here), and judge a sample.

    At a terminal each finding of the sample is asked about: y is right, n is wrong, any other key passes
    on, q ends. Elsewhere the sample is printed.
    """
    paths = paths or (".",)
    options["stdin_filename"] = ""
    loaded = settings(paths, options)
    plugins = plugins_of(loaded)
    offered = [one for _, one in plugins.rules()]
    found = rule_called(rule, offered)
    if isinstance(found, Problem):
        complain(str(found))
        return 2
    if any(one is found for one in offered):
        desk = arrange(plugins, loaded, Wishes("", (found.id,)), profile=options["profile"])
    else:
        # What it needs is named, so that sources are read for it.
        needs = sorted(found.needs)
        desk = arrange(plugins, loaded, Wishes(), profile=options["profile"], marks=needs)
        desk = _alone(desk, found)
        options["jobs"] = 1  # Other processes could not find it.
    answers = load_answers(options["save"], found.id) if options["save"] else Answers({})
    if isinstance(answers, Problem):
        complain(str(answers))
        return 2
    report = run(queue_of(paths, desk, loaded, options), desk, "", options["jobs"])
    problems = [*report.problems, *_shown(found, report, answers, options)]
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0


def _alone(desk: Desk, rule: Rule) -> Desk:
    """The desk with one rule that no plugin offers, in place of all others, as settings know none of it."""
    chosen = (Chosen(rule, rule.severity, rule.options() if rule.options else None),)
    tried: dict[int, tuple[Setup, Setup]] = {}

    def of(setup: Setup) -> Setup:
        if id(setup) not in tried:
            tried[id(setup)] = setup, replace(setup, chosen=chosen, marks=frozenset(), elsewhere=None)
        return tried[id(setup)][1]

    setup, elsewhere = of(desk.setup), desk.setup.elsewhere
    if elsewhere:
        setup = replace(setup, elsewhere=lambda path: of(elsewhere(path)))
    return replace(desk, setup=setup)


def _shown(rule: Rule, report: Report, answers: Answers, options: Mapping[str, Any]) -> Iterator[Problem]:
    """Print how often the rule speaks, a sample, and how often it is right by the answers."""
    findings = [one for one in report.findings if one.rule == rule.id]
    words = sum(file.words for file in report.files)
    rate = f", {1000 * len(findings) / words:.2f} in 1,000 words" if words else ""
    told = f"{counted(len(findings), 'finding')} in {counted(len(report.files), 'article')}{rate}"
    sys.stdout.write(f"{rule.id}: {told}\n")
    drawn = sample(findings, options["size"], options["seed"])
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    given = dict(answers.given)
    files = {file.path: file for file in report.files}
    for number, one in enumerate(drawn, 1):
        known = answers.of(one)
        if asks and known is not None:
            continue
        sys.stdout.writelines(_excerpt(number, len(drawn), one, files[one.path], known))
        if not asks:
            continue
        key = _key()
        if key == _LEAVE:
            break
        if key in (_YES, _NO):
            given[one.path, one.fingerprint] = key == _YES
            if options["save"] and (problem := keep_answer(options["save"], one, right=key == _YES)):
                yield problem
    right, judged = Answers(given).about(findings)
    if judged:
        low, high = wilson(right, judged)
        sys.stdout.write(
            f"right: {right} of {judged}, {right / judged:.1%} (95 % interval {low:.1%} to {high:.1%})\n"
        )


def _excerpt(
    number: int,
    of: int,
    one: Finding,
    file: FileReport,
    known: bool | None,  # noqa: FBT001 - three answers
) -> Iterator[str]:
    """A finding with the line of copy that it stands in."""
    judged = "" if known is None else f"  [{'right' if known else 'wrong'}]"
    shown = around(file.source, one.start, one.end, one.start - one.column + 1, _WIDTH)
    yield f"\n{number}/{of}  {neutral(one.path)}:{one.line}:{one.column}{judged}\n"
    yield f"    {shown.before}{shown.words}{shown.after}\n    {shown.underline}\n"
    fix = f"  → {neutral(one.fixes[0]) or 'take it out'}" if one.fixes else ""
    yield f"    {neutral(one.message)}{fix}\n"


def _key() -> str:
    """One key of the reader's; the end of input leaves."""
    sys.stdout.write("    right? y, n, another key to pass on, q to end ")
    sys.stdout.flush()
    try:
        key = click.getchar().lower()
    except EOFError:
        key = _LEAVE
    sys.stdout.write("\n")
    return key
