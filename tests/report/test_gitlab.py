from __future__ import annotations

import json
from collections.abc import Callable

from verify.check.outcome import Report
from verify.report.formats import GITLAB as REPORTER
from verify.report.report import Reporter

Write = Callable[[Reporter, Report], str]


def test_every_issue_has_what_gitlab_asks_for(written: Write, report: Report) -> None:
    issues = json.loads(written(REPORTER, report))
    for issue, finding in zip(issues, report.findings, strict=True):
        assert issue["description"]
        assert issue["description"].replace("\ufffe", "").isprintable()
        assert issue["check_name"] == finding.rule
        assert issue["severity"] == {"error": "major", "warning": "minor", "info": "info"}[finding.severity]
        assert issue["location"]["path"] == finding.path.replace("\udce9", "?")
        assert issue["location"]["lines"] == {"begin": finding.line, "end": finding.end_line}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_one_article_under_two_names_has_other_fingerprints(
    written: Write, checked: Callable[..., Report], a_rule: Callable[..., object]
) -> None:
    issues = json.loads(written(REPORTER, checked({"a.txt": "bad\n", "b.txt": "bad\n"}, [a_rule()])))
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]
    assert issues[0]["description"] == '"bad" is wrong → “good”'


def test_nothing_found_is_an_empty_list(written: Write) -> None:
    assert written(REPORTER, Report((), (), "0.1.0")) == "[]\n"
