"""`verify test`: run the pages of rules and the examples of packs, which are their tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.streams import complain
from verify.model.finding import Problem
from verify.report.cells import neutral
from verify.report.counts import counted

if TYPE_CHECKING:
    from verify.kit.judged import Judgement

_TOLD = 10


@click.command("test", short_help="Run the pages of rules, which are their tests.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--coverage/--no-coverage", default=True, help="Say which lines, or words of a pack, no block runs."
)
def command(paths: tuple[str, ...], coverage: bool) -> int:  # noqa: FBT001 - click's values
    """Run the pages of rules, and rule packs, under the paths (default: here); exit with 1 if one fails."""
    from verify.kit.finding_rules import pages_under, rules_of_page
    from verify.kit.judged import judged
    from verify.kit.pages import rules

    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for page in pages_under(paths or (".",)):
        for rule in (page,) if isinstance(page, Problem) else rules_of_page(page, rules()):
            if isinstance(rule, Problem):
                problems.append(rule)
                continue
            one = judged(rule, lines=coverage)
            judgements.append(one)
            sys.stdout.writelines(_lines(one))
    held = sum(one.held for one in judgements)
    failed = sum(len(one.failed) for one in judgements)
    told = f"{counted(held, 'block')} as expected" + (f", {failed} not" if failed else "")
    sys.stdout.write(f"{counted(len(judgements), 'rule')}: {told}\n")
    for problem in problems:
        complain(str(problem))
    return 2 if problems else int(bool(failed))


def _lines(one: Judgement) -> Iterator[str]:
    blocks = one.held + len(one.failed)
    yield f"{'ok    ' if not one.failed else 'FAILED'}  {one.rule}  {counted(blocks, 'block')}\n"
    for failed in one.failed:
        of_pack = f"page of {one.rule}, " if one.page.suffix == ".toml" else ""
        yield f"  {_short(one.page)}, {of_pack}line {failed.line}\n"
        yield from (f"    {line}\n" for line in failed.lines)
    if one.missed:
        runs = ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in one.missed)
        yield f"  no block runs line {runs} of {one.page.with_suffix('.py').name}\n"
    if one.entries:
        more = f" and {len(one.entries) - _TOLD:,} more" if len(one.entries) > _TOLD else ""
        yield f"  no example holds {', '.join(map(neutral, one.entries[:_TOLD]))}{more}\n"


def _short(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
