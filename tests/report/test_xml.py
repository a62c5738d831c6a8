from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml

from verify.check.outcome import Report
from verify.report.formats import CHECKSTYLE, JUNIT
from verify.report.remedy import in_a_line
from verify.report.report import Reporter
from verify.report.xml import legal

Write = Callable[[Reporter, Report], str]


def shown(path: str) -> str:
    """A path as XML can hold it."""
    return re.sub("[\x1b\udce9]", "\ufffd", path)


def test_a_reader_of_junit_counts_what_was_written(written: Write, report: Report) -> None:
    suites = JUnitXml.fromstring(written(JUNIT, report).encode())
    names = [suite.name for suite in suites]
    assert names == [*(shown(file.path) for file in report.files), *(["verify"] if report.problems else [])]
    said = (suites.tests, suites.failures, suites.errors)
    for suite in suites:
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()  # type: ignore[no-untyped-call]
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == told
    suites.update_statistics()  # type: ignore[no-untyped-call]
    assert (suites.tests, suites.failures, suites.errors) == said
    assert suites.failures == sum(finding.severity != "info" for finding in report.findings)
    assert suites.errors == len(report.problems)


def test_every_finding_is_a_test_and_what_is_for_information_passes(written: Write, report: Report) -> None:
    suites = JUnitXml.fromstring(written(JUNIT, report).encode())
    cases = [case for suite in suites for case in suite if suite.name != "verify"]
    found = [(file.path, one) for file in report.files for one in (file.findings or (None,))]
    for case, (path, finding) in zip(cases, found, strict=True):
        assert case.classname == shown(path)
        if finding is None:
            assert (case.name, case.result) == ("nothing to mark", [])
            continue
        assert case.name == f"{finding.rule} {finding.line}:{finding.column}"
        message = legal(in_a_line(finding))
        if finding.severity == "info":
            assert case.result == []
            assert message in case.system_out
        else:
            (failure,) = case.result
            assert isinstance(failure, Failure)
            assert (failure.type, failure.message) == (finding.severity, message)
            assert message in failure.text


def test_work_that_was_not_done_is_an_error(written: Write, awkward: Report) -> None:
    *_, last = JUnitXml.fromstring(written(JUNIT, awkward).encode())
    results = [result for case in last for result in case.result]
    assert all(isinstance(result, Error) for result in results)
    assert [result.text for result in results] == ["a b.txt: not UTF-8: ␛[31m ]]> byte 3", "no reader, 100%"]


def test_a_checkstyle_report_holds_every_finding(written: Write, report: Report) -> None:
    top = Tree.fromstring(written(CHECKSTYLE, report).encode())  # noqa: S314 - our own
    assert top.tag == "checkstyle"
    marked = [file for file in report.files if file.findings]
    for element, file in zip(top, marked, strict=True):
        assert element.get("name") == shown(file.path)
        assert [dict(error.attrib) for error in element] == [
            {
                "line": str(finding.line),
                "column": str(finding.column),
                "severity": finding.severity,
                "message": legal(in_a_line(finding)),
                "source": f"verify.{finding.rule.replace('/', '.')}",
            }
            for finding in file.findings
        ]


@pytest.mark.parametrize("reporter", [JUNIT, CHECKSTYLE], ids=lambda one: one.name)
def test_nothing_that_a_terminal_obeys(written: Write, awkward: Report, reporter: Reporter) -> None:
    text = written(reporter, awkward)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<')
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_stands_in_a_text_is_legal_in_xml(text: str) -> None:
    element = Tree.Element("a", b=legal(text))
    element.text = legal(text)
    read = Tree.fromstring(Tree.tostring(element, encoding="utf-8"))  # noqa: S314 - our own
    assert read.get("b") == legal(text)
    assert len(legal(text)) == len(text)
