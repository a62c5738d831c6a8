"""`verify people import`: a people file made of a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verify.cli.streams import complain, unwritten, write
from verify.intake.people import convert
from verify.intake.sheet import DELIMITERS
from verify.model.finding import Problem

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


@click.command("import", short_help="Make a people file of a spreadsheet (CSV).")
@click.argument("sheet", metavar="FILE")
@click.option(
    "--output", "-o", default="", metavar="FILE", help="Write to this file, not to standard output."
)
@click.option(
    "--delimiter",
    default="",
    metavar="SIGN",
    help="What parts the cells: comma, semicolon, tab or bar (default: as the header shows).",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(sheet: str, output: str, delimiter: str, force: bool) -> int:  # noqa: FBT001 - click's values
    """Make a people file of a spreadsheet saved as CSV; "-" is standard input."""
    sign = _NAMED.get(delimiter, delimiter)
    if sign and sign not in DELIMITERS:
        raise click.BadParameter(f'"{delimiter}": expected {", ".join(_NAMED)}', param_hint="--delimiter")
    try:
        data = sys.stdin.buffer.read() if sheet == "-" else Path(sheet).read_bytes()
    except OSError as error:
        complain(f"{sheet}: cannot be read: {(error.strerror or str(error)).lower()}")
        return 2
    imported = convert(data, "<stdin>" if sheet == "-" else sheet, sign)
    problems = [*imported.problems]
    if imported.people:
        problems += _write(imported.toml(), output, sheet, force=force)
    elif not problems:
        problems.append(Problem(sheet, "tells of nobody"))
    for problem in problems:
        complain(str(problem))
    if imported.unused:
        complain(f"columns without use in a people file: {', '.join(imported.unused)}")
    return 2 if problems else 0


def _write(text: str, output: str, sheet: str, *, force: bool) -> list[Problem]:
    """Write the file; one that is there only with `force`, and never over the sheet itself."""
    if not output or output == "-":
        return write("", lambda stream: stream.write(text))
    path = Path(output)
    try:
        if sheet != "-" and path.exists() and path.samefile(sheet):
            return [Problem(output, "is the sheet itself")]
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return [Problem(output, "is there already (--force writes over it)")]
    except OSError as error:
        return [unwritten(error, output)]
    return []
