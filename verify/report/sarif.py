"""SARIF 2.1.0, as code scanning on GitHub reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from verify.lexicon.late import late
from verify.model.finding import Finding, Related
from verify.report.cells import neutral
from verify.report.place import uri
from verify.report.remedy import in_a_line
from verify.report.report import FileReport, Report
from verify.report.sarif_rules import LEVEL, Toolbox
from verify.report.wire import portable

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_PLAIN_VERSION = late(r"\d+\.\d+\.\d+")


def write(report: Report, stream: TextIO) -> None:
    """Write one run: the rules that ran with their pages, every finding, and the work that was not done."""
    toolbox = Toolbox(report.rules)
    driver: dict[str, Any] = {"name": "Verify", "version": report.version}
    if _PLAIN_VERSION.fullmatch(report.version):
        driver["semanticVersion"] = report.version
    driver["rules"] = toolbox.rules
    tool: dict[str, Any] = {"driver": driver}
    if toolbox.extensions:
        tool["extensions"] = toolbox.extensions
    run = {
        "tool": tool,
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the check was run in."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, toolbox) for finding in report.findings],
    }
    stream.write(portable({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}))


def _result(finding: Finding, toolbox: Toolbox) -> dict[str, Any]:
    artifact = _artifact(finding.path)
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    shown = {**region, "snippet": {"text": finding.text}}
    values: dict[str, Any] = {
        "ruleId": finding.rule,
        **toolbox.reference(finding.rule),
        "level": LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": shown}}],
        # The one that GitHub goes by is made of the lines when a report is uploaded; this one is ours.
        "partialFingerprints": {"verifyFinding/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence},
    }
    if finding.related:
        values["relatedLocations"] = [_related(*one) for one in enumerate(finding.related, 1)]
    if finding.fixes:
        values["fixes"] = [_fix(fix, artifact, region) for fix in finding.fixes]
    return values


def _message(finding: Finding) -> str:
    """The finding in a line, with links to the other places that it speaks of."""
    # Copy that looks like a link must not become one.
    text = in_a_line(finding).replace("](", "\\](")
    places = (f"[{_label(other)}]({number})" for number, other in enumerate(finding.related, 1))
    return "\n".join((text, *(f"See {place}." for place in places)))


def _label(other: Related) -> str:
    words = neutral(other.message) or f"line {other.line}"
    return re.sub(r"([\[\]\\])", r"\\\1", words)


def _related(number: int, other: Related) -> dict[str, Any]:
    region = {
        "startLine": other.line,
        "startColumn": other.column,
        "charOffset": other.start,
        "charLength": other.end - other.start,
    }
    return {
        "id": number,
        "message": {"text": neutral(other.message)},
        "physicalLocation": {"artifactLocation": _artifact(other.path), "region": region},
    }


def _fix(words: str, artifact: dict[str, str], region: dict[str, int]) -> dict[str, Any]:
    replacement: dict[str, Any] = {"deletedRegion": region}
    if words:
        replacement["insertedContent"] = {"text": words}
    told = neutral(f"Write “{words}”.") if words else "Take it out."
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"description": {"text": told}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, str]:
    reference = uri(path)
    # An absolute one (it has a scheme) lies below no folder of ours.
    return {"uri": reference} if ":" in reference else {"uri": reference, "uriBaseId": _ROOT}


def _invocation(report: Report) -> dict[str, Any]:
    """Whether all the work was done, and what the run has to say beside its findings."""
    problems = ({"level": "error", "message": {"text": neutral(str(one))}} for one in report.problems)
    told = [*problems, *_notes(report.files)]
    values: dict[str, Any] = {"executionSuccessful": not report.problems}
    return {**values, "toolExecutionNotifications": told} if told else values


def _notes(files: Iterable[FileReport]) -> Iterator[dict[str, Any]]:
    for file in files:
        place = [{"physicalLocation": {"artifactLocation": _artifact(file.path)}}]
        for note in file.notes:
            yield {"level": "note", "message": {"text": neutral(note)}, "locations": place}
