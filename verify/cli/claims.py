"""`verify claims`: what can be checked, and what is on file for it."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from verify.check.claimed import with_others
from verify.cli.going import go_through, list_out
from verify.cli.options import archive, archived, colours, in_form, reading, settings, supplied, written
from verify.plugin.ledger import arrange_ledger
from verify.plugin.local import plugins_of
from verify.report import claims, claims_ld

_FORMATS = {
    "json": claims.write_json,
    "jsonl": claims.write_jsonl,
    "csv": claims.write_csv,
    "json-ld": claims_ld.write,
}


@click.command("claims", short_help="List what can be checked, and its sources.")
@reading
@written
@in_form("text", "json", "jsonl", "csv", "json-ld")
@supplied
@archived
@click.option(
    "--open", "only_open", is_flag=True, help="Only what no source holds, or another article tells otherwise."
)
@colours
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:  # noqa: ANN401 - click's values
    """List each statement that can be checked, with who makes it, and whether a source holds it."""
    paths = paths or (".",)
    loaded = settings(paths, options)
    desk = arrange_ledger(plugins_of(loaded), loaded, options["sources"])
    report = with_others(go_through(paths, desk, loaded, options, archive(loaded, options)))
    if options["only_open"]:
        report = claims.open_only(report)
    as_text = partial(claims.write_text, color=options["color"])
    return list_out(report, options["output"], _FORMATS.get(form, as_text))
