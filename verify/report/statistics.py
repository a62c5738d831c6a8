"""How often each rule and family speaks, in place of what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TextIO

from verify.check.outcome import Report
from verify.model.finding import SEVERITIES
from verify.report import wire
from verify.report.cells import neutral
from verify.report.counts import counted
from verify.report.text import summary


class Count(NamedTuple):
    """How many findings a rule or family has, and how many in 1,000 words."""

    name: str
    findings: int
    rate: float


def writer(form: str) -> Callable[[Report, TextIO], None]:
    """What writes the statistics in one of the formats."""
    return _write_json if form == "json" else _write_text


def counts(report: Report) -> list[tuple[Count, list[Count]]]:
    """Each family with its rules, those with most findings first."""
    words = sum(file.words for file in report.files)
    of_rule = Counter(finding.rule for finding in report.findings)
    of_family: Counter[str] = Counter()
    for rule, number in of_rule.items():
        of_family[rule.partition("/")[0]] += number
    return [
        (family, [rule for rule in _ranked(of_rule, words) if rule.name.partition("/")[0] == family.name])
        for family in _ranked(of_family, words)
    ]


def _ranked(numbers: Counter[str], words: int) -> list[Count]:
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return [Count(name, number, _rate(number, words)) for name, number in ordered]


def _rate(number: int, words: int) -> float:
    return round(1000 * number / words, 2) if words else 0.0


def _write_text(report: Report, stream: TextIO) -> None:
    families = counts(report)
    lines = [line for family, rules in families for line in _lines(family, rules)]
    width = max((len(name) for name, _ in lines), default=0)
    if lines:
        stream.write(f"{'':{width}}  findings  in 1,000 words\n")
    stream.writelines(f"{name:{width}}  {count.findings:>8,}  {count.rate:>14.2f}\n" for name, count in lines)
    words = sum(file.words for file in report.files)
    found = sum(family.findings for family, _ in families)
    rate = f" in {counted(words, 'word')}, {_rate(found, words):.2f} in 1,000" if found else ""
    stream.write(f"{summary(report)}{rate}\n")


def _lines(family: Count, rules: list[Count]) -> Iterator[tuple[str, Count]]:
    yield neutral(family.name), family
    yield from ((f"  {neutral(rule.name)}", rule) for rule in rules)


def _write_json(report: Report, stream: TextIO) -> None:
    words = sum(file.words for file in report.files)
    of_severity = Counter(finding.severity for finding in report.findings)
    statistics = {
        "articles": len(report.files),
        "words": words,
        "findings": of_severity.total(),
        "per_1000_words": _rate(of_severity.total(), words),
        "severities": {severity: of_severity[severity] for severity in reversed(SEVERITIES)},
        "families": [
            {**_values("family", family), "rules": [_values("rule", rule) for rule in rules]}
            for family, rules in counts(report)
        ],
    }
    values = {"version": report.version, "statistics": statistics, "problems": wire.problems(report)}
    stream.write(wire.encoded(values, indent=2) + "\n")


def _values(kind: str, count: Count) -> dict[str, Any]:
    return {kind: count.name, "findings": count.findings, "per_1000_words": count.rate}
