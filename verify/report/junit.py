"""A JUnit report: an article is a suite, a finding a test that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from verify.model.finding import Finding, Problem
from verify.report import xml
from verify.report.cells import neutral
from verify.report.remedy import elsewhere, in_a_line
from verify.report.report import FileReport, Report

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def write(report: Report, stream: TextIO) -> None:
    """Write a suite for every article, and one for the work that was not done, whose tests are errors."""
    failed = sum(_fails(finding) for finding in report.findings)
    tests = sum(len(file.findings) or 1 for file in report.files) + len(report.problems)
    top = xml.root(
        "testsuites", name="verify", tests=tests, failures=failed, errors=len(report.problems), time=0
    )
    for file in report.files:
        _article(top, file)
    if report.problems:
        _undone(top, report.problems)
    xml.write(top, stream)


def _fails(finding: Finding) -> bool:
    """Whether a finding fails its test: what is only for information does not."""
    return finding.severity != "info"


def _article(top: Element, file: FileReport) -> None:
    suite = xml.below(
        top, "testsuite", name=file.path, tests=len(file.findings) or 1,
        failures=sum(map(_fails, file.findings)), errors=0, skipped=0, time=0,
    )  # fmt: skip
    if not file.findings:
        xml.below(suite, "testcase", name="nothing to mark", classname=file.path, file=file.path, time=0)
    for finding in file.findings:
        case = xml.below(
            suite, "testcase", name=f"{finding.rule} {finding.line}:{finding.column}",
            classname=file.path, file=file.path, line=finding.line, time=0,
        )  # fmt: skip
        message = in_a_line(finding)
        place = f"{neutral(finding.path)}:{finding.line}:{finding.column}"
        words = "\n".join((f"{place}: {finding.severity}: {message}", *elsewhere(finding)))
        if _fails(finding):
            xml.below(case, "failure", words, type=finding.severity, message=message)
        else:
            xml.below(case, "system-out", words)


def _undone(top: Element, problems: tuple[Problem, ...]) -> None:
    count = len(problems)
    suite = xml.below(
        top, "testsuite", name="verify", tests=count, failures=0, errors=count, skipped=0, time=0
    )
    for problem in problems:
        case = xml.below(suite, "testcase", name=neutral(str(problem)), classname="verify", time=0)
        xml.below(case, "error", neutral(str(problem)), type="problem", message=neutral(problem.message))
