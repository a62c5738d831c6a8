from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from msgspec.structs import replace

from verify.check.described import Described
from verify.check.outcome import FileReport, Report
from verify.check.rule import Rule
from verify.model.finding import Finding
from verify.model.span import Lines
from verify.report.formats import SARIF as REPORTER
from verify.report.place import relative, uri
from verify.report.report import Reporter

Write = Callable[[Reporter, Report], str]
LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\((\d+)\)")
COPY = "Harbor talks\n\nThe bad deal.\n"


@pytest.fixture
def run(written: Write, report: Report) -> Any:
    return json.loads(written(REPORTER, report))["runs"][0]


def pairs(run: Any, report: Report) -> list[tuple[dict[str, Any], FileReport, Finding]]:
    found = [(file, finding) for file in report.files for finding in file.findings]
    return [(result, *one) for result, one in zip(run["results"], found, strict=True)]


def test_it_is_what_the_published_schema_wants(
    written: Write, report: Report, published: Callable[[str], Any]
) -> None:
    schema = published("sarif-2.1.0.json")
    jsonschema.Draft4Validator.check_schema(schema)
    jsonschema.Draft4Validator(schema).validate(json.loads(written(REPORTER, report)))


def test_every_rule_is_described_as_far_as_github_shows_it(run: Any, report: Report) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in report.rules]
    assert len({rule["name"] for rule in rules}) == len(rules)
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"].strip()
        assert max(len(rule[key]["text"]) for key in ("shortDescription", "fullDescription")) <= 1024
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert rule["properties"]["precision"] in {"high", "medium"}
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["tags"] == [rule["id"].partition("/")[0]]


def test_every_result_leads_to_its_rule_and_its_place(run: Any, report: Report) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result, file, finding in pairs(run, report):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        place = result["locations"][0]["physicalLocation"]
        region, artifact = place["region"], place["artifactLocation"]
        assert unquote_to_bytes(artifact["uri"]) == file.path.encode("utf-8", "surrogateescape")
        assert re.fullmatch(r"[\w.~/%-]+", artifact["uri"], re.ASCII)
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert file.source[start:end] == finding.text == region["snippet"]["text"]
        lines = Lines(file.source)
        assert lines.place(start) == (region["startLine"], region["startColumn"])
        assert lines.place(end) == (region["endLine"], region["endColumn"])


def test_other_places_are_linked_from_the_message_and_copy_makes_no_link(run: Any, report: Report) -> None:
    for result, _, finding in pairs(run, report):
        related = result.get("relatedLocations", [])
        assert [one["id"] for one in related] == list(range(1, len(finding.related) + 1))
        links = LINK.findall(result["message"]["text"])
        assert [int(number) for _, number in links] == [one["id"] for one in related]
        for (label, _), one in zip(links, related, strict=True):
            assert re.sub(r"\\(.)", r"\1", label) == one["message"]["text"]
        # What a terminal would obey is in no message.
        assert all(line.isprintable() or "\ufffe" in line for line in result["message"]["text"].split("\n"))


def test_fixes_replace_what_is_wrong(run: Any, report: Report) -> None:
    for result, file, finding in pairs(run, report):
        made = []
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            (one,) = change["replacements"]
            at, length = one["deletedRegion"]["charOffset"], one["deletedRegion"]["charLength"]
            assert file.source[at : at + length] == finding.text
            made.append(one.get("insertedContent", {"text": ""})["text"])
        assert tuple(made) == finding.fixes


def test_the_rule_brings_its_page(shipped: Report, written: Write, root: Path) -> None:
    run = json.loads(written(REPORTER, shipped))["runs"][0]
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "typos/doubled-word")
    page = (root / "rules" / "typos" / "doubled_word.md").read_text(encoding="utf-8")
    assert rule["help"]["markdown"] == page
    assert rule["name"] == "DoubledWord"
    assert rule["shortDescription"]["text"] == "A word stands twice in a row."
    assert rule["fullDescription"]["text"].startswith(
        "A word stands twice in a row. The eye skips a doubled word, and so does the writer"
    )
    assert rule["properties"]["precision"] == "high"


def test_work_that_was_not_done_is_told(written: Write, shipped: Report, awkward: Report) -> None:
    (invocation,) = json.loads(written(REPORTER, shipped))["runs"][0]["invocations"]
    assert invocation == {"executionSuccessful": True}
    (invocation,) = json.loads(written(REPORTER, awkward))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == [
        "a b.txt: not UTF-8: ␛[31m ]]> byte 3",
        "no reader, 100%",
    ]


def test_what_a_reader_notes_is_told_with_its_file(written: Write) -> None:
    file = FileReport("a b.html", "", (), notes=("no article in it",))
    (invocation,) = json.loads(written(REPORTER, Report((file,), (), "0.1.0")))["runs"][0]["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("note", "no article in it")
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.html"


def test_the_rules_of_a_plugin_are_an_extension(
    a_rule: Callable[..., Rule],
    checked: Callable[..., Report],
    written: Write,
    published: Callable[[str], Any],
) -> None:
    report = checked({"a.txt": COPY}, [a_rule(name="typos/ours"), a_rule(name="house/theirs", default=False)])
    theirs, ours = report.rules
    owners = (replace(theirs, plugin="verify-desk 1.2 (night)"), ours)
    log = json.loads(written(REPORTER, replace(report, rules=owners)))
    jsonschema.Draft4Validator(published("sarif-2.1.0.json")).validate(log)
    tool, results = log["runs"][0]["tool"], log["runs"][0]["results"]
    assert [rule["id"] for rule in tool["driver"]["rules"]] == ["typos/ours"]
    (extension,) = tool["extensions"]
    assert (extension["name"], extension["version"]) == ("verify-desk (night)", "1.2")
    assert [rule["id"] for rule in extension["rules"]] == ["house/theirs"]
    assert extension["rules"][0]["properties"]["precision"] == "medium"
    assert [one.get("ruleIndex") for one in results] == [None, 0]
    assert results[0]["rule"] == {"id": "house/theirs", "index": 0, "toolComponent": {"index": 0}}


def test_a_rule_without_a_page_or_not_described_at_all(
    a_rule: Callable[..., Rule], checked: Callable[..., Report], written: Write
) -> None:
    report = checked({"a.txt": COPY}, [a_rule(summary="", page=Path("none.md"))])
    (rule,) = json.loads(written(REPORTER, report))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["help"] == {"text": "Write it well."}
    assert rule["shortDescription"]["text"] == "No description."
    bare = json.loads(written(REPORTER, replace(report, rules=())))["runs"][0]
    assert bare["tool"]["driver"]["rules"] == []
    assert [set(one) & {"rule", "ruleIndex"} for one in bare["results"]] == [set()]


def test_the_severity_of_the_run_and_that_of_the_rule() -> None:
    from verify.report.sarif_rules import Toolbox

    rule = Described("a/b", "S.", "", "info", "error", True, "verify", Path("none.md"))  # noqa: FBT003
    (told,) = Toolbox([rule]).rules
    assert told["defaultConfiguration"]["level"] == "error"
    assert told["properties"]["problem.severity"] == "recommendation"


def test_paths_as_other_programs_look_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(f"{tmp_path}/news/a b.txt") == "news/a b.txt"
    assert uri("./news//a:b.txt") == "news/a%3Ab.txt"
    assert uri("<stdin>") == "%3Cstdin%3E"
    assert uri("../a.txt") == "../a.txt"
    outside = tmp_path.parent / "a #b.txt"
    assert uri(str(outside)) == outside.as_uri()
