from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from verify.check.outcome import Report
from verify.report.formats import GITHUB as REPORTER
from verify.report.report import Reporter

COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def meant(words: str, *more: str) -> str:
    """The words as the runner reads them."""
    for escaped in ("%0D", "%0A", *more, "%25"):
        words = words.replace(escaped, chr(int(escaped[1:], 16)))
    return words


@pytest.fixture
def commands(written: Callable[[Reporter, Report], str], report: Report) -> list[Command]:
    found = []
    for line in written(REPORTER, report).removesuffix("\n").split("\n"):
        command = COMMAND.fullmatch(line)
        assert command is not None, line
        pairs = (pair.split("=", 1) for pair in command[2].split(","))
        properties = {key: meant(value, "%3A", "%2C") for key, value in pairs}
        found.append(Command(command[1], properties, meant(command[3])))
    return found


def test_every_finding_is_one_command_and_nothing_else_is(commands: list[Command], report: Report) -> None:
    findings = list(report.findings)
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    for command, finding in zip(commands[: len(findings)], findings, strict=True):
        assert command.name == levels[finding.severity]
        assert command.properties["title"] == finding.rule
        assert command.properties["file"].replace("␛", "\x1b").replace("\\udce9", "\udce9") == finding.path
        places = {"line": finding.line, "endLine": finding.end_line}
        if finding.line == finding.end_line:
            places |= {"col": finding.column, "endColumn": finding.end_column}
        told = {key: int(value) for key, value in command.properties.items() if key not in ("title", "file")}
        assert told == places
        assert len(command.message.split("\n")) == 1 + len(finding.related)
    problems = [command.message for command in commands[len(findings) :]]
    assert len(problems) == len(report.problems)


def test_percent_signs_and_lines_come_through(
    written: Callable[[Reporter, Report], str], awkward: Report
) -> None:
    text = written(REPORTER, awkward)
    assert "100%250A" in text
    assert "file=news desk/50%25 #1%2C über%3A 🚢 [a](1).txt,line=3" in text
    assert text.endswith(
        "::error title=verify could not do all its work::a b.txt: not UTF-8: ␛[31m ]]> byte 3\n"
        "::error title=verify could not do all its work::no reader, 100%25\n"
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)
