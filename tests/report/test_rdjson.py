from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from verify.check.outcome import Report
from verify.report.formats import RDJSON as REPORTER
from verify.report.rdjson import byte_columns
from verify.report.report import Reporter

Write = Callable[[Reporter, Report], str]


def test_it_is_what_the_format_is_defined_to_be(
    written: Write, report: Report, published: Callable[[str], Any]
) -> None:
    schema = published("rdjson.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(written(REPORTER, report)))


def test_ranges_are_bytes_of_the_line_and_suggestions_stand_in_their_place(
    written: Write, report: Report
) -> None:
    values = json.loads(written(REPORTER, report))
    assert values["source"] == {"name": "verify"}
    found = [(file, one) for file in report.files for one in file.findings]
    for told, (file, finding) in zip(values["diagnostics"], found, strict=True):
        span, lines = told["location"]["range"], file.source.encode().split(b"\n")
        starts = [
            sum(len(line) + 1 for line in lines[:number])
            for number in (finding.line - 1, finding.end_line - 1)
        ]
        start, end = starts[0] + span["start"]["column"] - 1, starts[1] + span["end"]["column"] - 1
        assert (span["start"]["line"], span["end"]["line"]) == (finding.line, finding.end_line)
        assert file.source.encode()[start:end].decode() == finding.text
        assert told["code"] == {"value": finding.rule}
        assert told["severity"] == finding.severity.upper()
        suggestions = told.get("suggestions", [])
        assert [one["text"] for one in suggestions] == list(finding.fixes)
        assert all(one["range"] == span for one in suggestions)
        assert len(told["message"].split("\n")) == 1 + len(finding.related)


@given(st.text("aö🚢\n\r"), st.data())
def test_columns_in_bytes(source: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, len(source))))
    assert byte_columns(source, offsets) == {
        at: len(source[source.rfind("\n", 0, at) + 1 : at].encode()) + 1 for at in offsets
    }
