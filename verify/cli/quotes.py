"""`verify quotes`: who said what."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from verify.check.select import Wishes
from verify.check.setup import Source
from verify.check.voices import of_speaker
from verify.cli.going import go_through, list_out, only_article
from verify.cli.options import colours, in_form, reading, settings, written
from verify.cli.streams import complain, write
from verify.config.load import Loaded
from verify.lexicon.late import late
from verify.plugin.desk import Desk, arrange
from verify.plugin.local import plugins_of
from verify.report import ledger, quotes

_FORMATS = {"json": quotes.write_json, "jsonl": quotes.write_jsonl, "csv": quotes.write_csv}
_PLACE = late(r"([1-9]\d{0,8})(?::([1-9]\d{0,8}))?")


def _place(_ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """A line, and a column or 0."""
    if value is None:
        return None
    found = _PLACE.fullmatch(value)
    if found is None:
        raise click.BadParameter(f'"{value}": expected LINE or LINE:COLUMN, counted from 1')
    return int(found[1]), int(found[2] or 0)


@click.command("quotes", short_help="List every quote with its speaker.")
@reading
@written
@in_form("text", "json", "jsonl", "csv")
@click.option(
    "--order",
    type=click.Choice(("speaker", "text")),
    default="speaker",
    help="As text: speaker by speaker, or in the order of the copy.",
)
@click.option(
    "--speaker", default="", metavar="NAME", help="Only what this speaker said (a name or part of it)."
)
@click.option(
    "--explain",
    "place",
    callback=_place,
    metavar="LINE[:COLUMN]",
    help="Say of one quote of one article why it was given to its speaker.",
)
@colours
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List every quote with its speaker (default: of the articles here; "-" is standard input)."""
    if options["place"] is not None:
        _explainable(paths, form, options["speaker"])
    paths = paths or (".",)
    loaded = settings(paths, options)
    desk = arrange(
        plugins_of(loaded), loaded, Wishes(), marks=("quotes", "indirect"), with_rules=False, keep_said=True
    )
    if options["place"] is not None:
        return _explain(paths, desk, loaded, form=form, **options)
    report = go_through(paths, desk, loaded, options)
    if options["speaker"].strip():
        report = of_speaker(report, options["speaker"])
    as_text = partial(
        ledger.write, color=options["color"], order=options["order"], speaker=options["speaker"].strip()
    )
    return list_out(report, options["output"], _FORMATS.get(form, as_text))


def _explainable(paths: tuple[str, ...], form: str, speaker: str) -> None:
    """Refuse what makes no sense beside --explain."""
    if len(paths) != 1:
        raise click.UsageError("--explain takes exactly one article")
    if form in ("csv", "jsonl"):
        raise click.UsageError(f"--explain writes text or json, not {form}")
    if speaker:
        raise click.UsageError("--explain speaks of one quote; leave out --speaker")


def _explain(paths: tuple[str, ...], desk: Desk, loaded: Loaded, **options: Any) -> int:  # noqa: ANN401
    """Why the quote at a place has its speaker."""
    from verify.check.explained import Explained, explained
    from verify.report import reasoning

    source = only_article(paths, desk, loaded, options)
    told = explained(source, desk.setup, *options["place"]) if isinstance(source, Source) else source
    problems = [*desk.problems]
    if isinstance(told, Explained):
        as_text = partial(reasoning.write_text, color=options["color"])
        draw = as_text if options["form"] == "text" else reasoning.write_json
        problems += write(options["output"], partial(draw, told))
    else:
        problems.append(told)
    for problem in problems:
        complain(str(problem))
    return 2 if problems else 0
