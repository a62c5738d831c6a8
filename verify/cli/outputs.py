"""Which reports `verify check` writes, in which formats, and where to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from verify.check.mishaps import describe
from verify.cli.options import Command, all_of
from verify.cli.streams import write
from verify.config.load import Loaded, lies_in, repository
from verify.config.suggest import did_you_mean
from verify.lexicon.late import late
from verify.model.finding import Problem
from verify.report.report import Report, Reporter

_USUAL = "text"
_NAME = late(r"[a-z][a-z0-9-]*")
"""What stands before “=” is a format where it looks like one; “./a=b” is a file."""

_REPORTS = (
    click.option(
        "--format", "form", metavar="FORMAT",
        help="text (default), html, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson,"
        " or a plugin's.",
    ),
    click.option(
        "--output", "-o", multiple=True, metavar="[FORMAT=]FILE",
        help="Write the report to this file, not to standard output; with FORMAT=, one more report.",
    ),
)  # fmt: skip


class Output(Struct, frozen=True, order=True):
    """A report that is wanted: the file it goes to (empty: standard output), and its format."""

    path: str
    form: str


def reports(command: Command) -> Command:
    """Which reports are written, and where to."""
    return all_of(_REPORTS)(command)


def asked_for(form: str | None, named: Iterable[str], known: Mapping[str, Reporter]) -> tuple[Output, ...]:
    """The reports to write, in an order that that of the options has no part in.

    The one in the format of `form` goes to the files that are named without a format, else to standard
    output; there it is left out where nobody asked for it and another one goes there.
    """
    if form is not None and form not in known:
        raise click.BadParameter(f'"{form}" is not one of {", ".join(sorted(known))}', param_hint="--format")
    own, others = set(), set()
    for value in named:
        name, sign, path = value.partition("=")
        if not sign or not _NAME.fullmatch(name):
            own.add(Output(_file(value), form or _USUAL))
        elif name not in known:
            hint = did_you_mean(name, known) or f" (a file of that name is ./{value})"
            raise click.BadParameter(f'no format is called "{name}"{hint}', param_hint="--output")
        elif not path:
            raise click.BadParameter(f'"{value}" names no file', param_hint="--output")
        else:
            others.add(Output(_file(path), name))
    if not own and (form is not None or all(one.path for one in others)):
        own.add(Output("", form or _USUAL))
    wanted = sorted(own | others)
    _apart(wanted)
    return tuple(wanted)


def named_in(loaded: Loaded, known: Mapping[str, Reporter]) -> tuple[list[str], list[Problem]]:
    """The reports that the settings name, as the command line would, and what is wrong with the others."""
    layer = loaded.output
    if layer is None:
        return [], []
    named: dict[str, str] = {}
    problems = []
    for value in layer.said["output"]:
        name, sign, file = value.partition("=")
        to_file = bool(sign) and file != "-"
        path = layer.folder / file
        place = wrong = ""
        if name not in known:
            wrong = f'no format is called "{name}"{did_you_mean(name, known)}'
        elif sign and not file:
            wrong = f'"{value}" names no file'
        elif to_file and not lies_in(path, repository(layer.folder) or layer.folder):
            wrong = f'"{file}" does not lie in the same repository'
        elif (place := os.path.realpath(path) if to_file else "") in named:
            wrong = f"two reports go to {file if to_file else 'standard output'}"
        if wrong:
            problems.append(Problem(layer.place("output"), wrong))
        else:
            named[place] = f"{name}={path.as_posix() if to_file else '-'}"
    return list(named.values()), problems


def _file(path: str) -> str:
    return "" if path == "-" else path


def _apart(outputs: Sequence[Output]) -> None:
    """Refuse two reports in one place."""
    taken: set[str] = set()
    for path in (one.path for one in outputs):
        if path and Path(path).exists() and not Path(path).is_file():
            continue  # a device, such as the one that throws all away, takes any number
        place = os.path.realpath(path) if path else ""
        if place in taken:
            raise click.UsageError(f"two reports go to {path or 'standard output'}: give each its own file")
        taken.add(place)


def marks_for(outputs: Iterable[Output], known: Mapping[str, Reporter], *, quiet: bool) -> tuple[str, ...]:
    """The marks that the reports show; a quiet text shows none."""
    forms = {one.form for one in outputs} - ({_USUAL} if quiet else set())
    return tuple(sorted(mark for form in forms for mark in known[form].marks))


def counts_of(report: Report, output: Output, *, aside: bool) -> list[Problem]:
    """Write how often each rule speaks, in place of the report."""
    from verify.report.statistics import writer

    return write(output.path, partial(writer(output.form), report), aside=aside)


def deliver(
    outputs: Iterable[Output],
    known: Mapping[str, Reporter],
    report: Report,
    text: Mapping[str, Any],
    *,
    aside: bool,
) -> list[Problem]:
    """Write every report, whatever becomes of the others; `text` is what the one for people may be told."""
    problems: list[Problem] = []
    for output in outputs:
        path, form = output.path, output.form
        draw = known[form].write
        if form == _USUAL:
            from verify.report.text import write as draw_text

            draw = partial(draw_text, **text)
        try:
            problems += write(path, partial(draw, report), aside=aside)
        except Exception as error:  # noqa: BLE001 - a plugin's reporter may raise anything
            problems.append(Problem(f"format {form}", f"cannot be written: {describe(error)}"))
    return problems
