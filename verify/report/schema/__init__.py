"""The JSON Schemas of what machines are given: a file each, and the name that `verify schema` knows it by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAMES = ("report", "finding")
"""What is described: the object of `--format json`, and a line of `--format jsonl`."""


def schema(name: str) -> dict[str, Any]:
    """The schema of that name."""
    text = Path(__file__).with_name("report.json").read_text(encoding="utf-8")
    report: dict[str, Any] = json.loads(text)
    if name == "report":
        return report
    # A finding is described once, as a part of the report, with all that its description refers to.
    parts = report["$defs"]
    return {"$schema": report["$schema"], **parts[name], "$defs": parts}
