"""`verify schema`: the JSON Schema of what `verify check` writes for machines."""

from __future__ import annotations

import json
import sys

import click

from verify.report.schema import NAMES, schema


@click.command("schema", short_help="Show the JSON Schema of a report.")
@click.argument("name", type=click.Choice(NAMES), default=NAMES[0])
def command(name: str) -> int:
    """Show the JSON Schema of the report that --format json writes, or of one finding (--format jsonl)."""
    sys.stdout.write(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n")
    return 0
