from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from verify.check.outcome import Report
from verify.report.formats import JSON, JSONL
from verify.report.report import Reporter
from verify.report.schema import NAMES, schema

Write = Callable[[Reporter, Report], str]


def closed(value: Any) -> Any:
    """The schema without room for keys that it does not describe."""
    if isinstance(value, list):
        return [closed(one) for one in value]
    if not isinstance(value, dict):
        return value
    values = {key: closed(one) for key, one in value.items()}
    return values | {"additionalProperties": False} if "required" in values else values


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_report_is_as_described_and_every_key_is_described(written: Write, report: Report) -> None:
    values = json.loads(written(JSON, report))
    jsonschema.Draft202012Validator(closed(schema("report"))).validate(values)
    assert values["schema"] == schema("report")["properties"]["schema"]["const"]


def test_so_is_every_line(written: Write, report: Report) -> None:
    validator = jsonschema.Draft202012Validator(closed(schema("finding")))
    lines = written(JSONL, report).splitlines()
    assert len(lines) == sum(1 for _ in report.findings)
    for line in lines:
        validator.validate(json.loads(line))


def test_what_is_not_as_described_is_refused(written: Write, shipped: Report) -> None:
    values = json.loads(written(JSON, shipped))
    file = next(file for file in values["files"] if file["findings"])
    file["findings"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema("report")).validate(values)
