"""Whatever a plugin does wrong is named in one line, and the rest of the report stays as it was."""

from __future__ import annotations

import contextlib
import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from verify import Article, Fact, Finding, Flag, Judgement, Lexicon, Marker, Reader, Rule, hookimpl
from verify.check.bounds import MOST
from verify.check.memory import held
from verify.check.outcome import Report
from verify.check.run import check
from verify.check.select import Wishes
from verify.check.setup import Source
from verify.config.load import load
from verify.plugin.desk import arrange
from verify.plugin.installed import Installed
from verify.plugin.manager import Plugins
from verify.report.formats import JSONL as REPORTER

COPY = """Bridge closes

The bridge closed on Tuesday, March 4, 2024. The the mayor of Port Ellery, Paul Okafor, recieve it.

“We waited,” said Dana Whitlow.
"""
Hooks = dict[str, Callable[..., Any]]


def the_report(**hooks: Callable[..., Any]) -> Report:
    """What is found in two articles with a plugin of these hooks, which takes half a second at the most."""
    plugin = SimpleNamespace(**{name: hookimpl(hook) for name, hook in hooks.items()})
    entry = SimpleNamespace(load=lambda: plugin)
    plugins = Plugins((Installed("verify-odd", "2.1", "odd", entry),) if hooks else ())
    desk = arrange(plugins, load(isolated=True), Wishes(), marks=("quotes", "dossiers"))
    sources = [Source("a.txt", COPY.encode()), Source("b.txt", (COPY * 2).encode())]
    return check(sources, replace(desk.setup, patience=0.5), problems=desk.problems)


def written(report: Report, without: str = "house/") -> str:
    stream = io.StringIO()
    REPORTER.write(report, stream)
    return "".join(
        line + "\n"
        for line in stream.getvalue().splitlines()
        if not json.loads(line)["rule"].startswith(without)
    )


@pytest.fixture(scope="module")
def plain() -> str:
    """The report without any plugin."""
    report = the_report()
    assert report.problems == ()
    assert written(report).count("\n") > 5
    return written(report)


def rules(check: Callable[..., Any], **more: Any) -> Hooks:
    """A plugin with one rule."""
    values: dict[str, Any] = {
        "id": "house/odd", "check": check, "summary": "It is odd.", "severity": "warning",
        "needs": frozenset(("quotes",)), "since": "1", "page": __file__,
    }  # fmt: skip
    return {"verify_rules": lambda: [Rule(**values | more)]}


def for_ever(*_: Any, **__: Any) -> Any:
    while True:
        with contextlib.suppress(Exception):  # as a careless rule does
            time.sleep(0.001)


def searching(_article: Article) -> Iterator[Flag]:
    import re

    re.search("(?:a|aa)+$", "a" * 200 + "!")
    yield Flag((0, 1), "never")


def changing(article: Article) -> Iterator[Flag]:
    article.document.text = ""  # type: ignore[misc]
    yield Flag((0, 1), "never")


def marking(article: Article) -> Iterator[Flag]:
    article.marks["quotes"] = ()  # type: ignore[index]
    yield Flag((0, 1), "never")


def endless(_article: Article) -> Iterator[Flag]:
    while True:
        yield Flag((0, 3), "x" * 50)


def gigabyte(_article: Article) -> Iterator[Flag]:
    message = "x" * 1_000_000
    while True:
        yield Flag((0, 3), message)


def listing(_article: Article) -> Iterator[Flag]:
    while True:
        yield Flag((0, 3), "odd", fixes=("",) * 3_000_000)


def greedy(_article: Article) -> Iterator[Flag]:
    yield Flag((0, 3), "x" * 10**15)


def leaving(_article: Article) -> Iterator[Flag]:
    raise SystemExit(0)


ODD = "a.txt: rule house/odd (verify-odd 2.1) "
TIDES = 'a.txt: the marker of "tides" '
MORE = "; and on 1 more article"
PLUGIN = "plugin verify-odd 2.1: "
LOADED = "plugin verify-odd 2.1: cannot be loaded: "
FAULTS: dict[str, tuple[Hooks, str]] = {
    "misspelt hook": (
        {"verify_rule": lambda: ()},
        f'{LOADED}there is no hook "verify_rule" (did you mean "verify_rules"?)',
    ),
    "wrong argument": (
        {"verify_facts": lambda artikel: artikel},
        f'{LOADED}verify_facts(article) has no argument "artikel" (did you mean "article"?)',
    ),
    "raises in a hook": (
        {"verify_rules": lambda: {"x": 1}["words"]},
        "plugin verify-odd 2.1: verify_rules: KeyError: 'words' (test_faults.py, line ",
    ),
    "no list": (
        {"verify_rules": lambda: 3},
        "plugin verify-odd 2.1: verify_rules gave a int, not several of Rule",
    ),
    "no rule": (
        {"verify_rules": lambda: [searching]},
        "plugin verify-odd 2.1: verify_rules gave a function, not a Rule",
    ),
    "two rules of one name": (
        rules(endless, id="typos/doubled-word"),
        f'{PLUGIN}rule "typos/doubled-word" is left out: verify has one of that name; rename it',
    ),
    "a name without a family": (
        rules(endless, id="odd"),
        f"{PLUGIN}a rule is called 'odd'; an id is a family and a name, such as house/plain-words; it is",
    ),
    "a severity that is none": (
        rules(endless, severity="grave"),
        f"{PLUGIN}the severity of rule \"house/odd\" is 'grave'; there are error, warning and info; it is",
    ),
    "a mark that nobody makes": (
        rules(endless, needs=frozenset(("tides",))),
        'rule house/odd (verify-odd 2.1) cannot run: nothing provides the mark "tides"',
    ),
    "raises": (rules(lambda article: [article.tide]), f"{ODD}raised AttributeError: "),
    "leaves": (rules(leaving), f"{ODD}raised SystemExit: 0 (test_faults.py, line "),
    "runs for ever": (rules(for_ever), f"{ODD}was stopped after 0.5 s (test_faults.py, line "),
    "searches for ever": (rules(searching), f"{ODD}was stopped after 0.5 s (test_faults.py, line "),
    "finds without end": (rules(endless), f"{ODD}was cut short: it has more than {MOST:,} findings{MORE}"),
    "finds a gigabyte": (
        rules(gigabyte),
        f"{ODD}was cut short: its findings hold more than 4,000,000 characters{MORE}",
    ),
    "finds lists without end": (
        rules(listing),
        f"{ODD}was cut short: one of its findings has more than 10,000 fixes{MORE}",
    ),
    "wants more than there is": (
        rules(greedy),
        f"{ODD}raised MemoryError: no message (test_faults.py, line ",
    ),
    "gives nothing": (rules(lambda _: None), f"{ODD}gave None, not flags (a rule yields Flag values){MORE}"),
    "gives words": (rules(lambda _: ["odd"]), f"{ODD}gave a str, not a Flag{MORE}"),
    "a message that is none": (
        rules(lambda _: [Flag((0, 1), 3)]),  # type: ignore[arg-type]
        f"{ODD}gave a Flag with an int for its message, not text{MORE}",
    ),
    "a span that is none": (
        rules(lambda _: [Flag((0, None), "odd")]),  # type: ignore[arg-type]
        f"{ODD}gave a Flag with (0, None) for its span, not a start and an end in whole numbers{MORE}",
    ),
    "a span outside": (
        rules(lambda _: [Flag((0, 10**6), "odd")]),
        f"{ODD}raised ValueError: the span 0:1000000 lies outside the text (0:",
    ),
    "changes the words": (
        rules(changing),
        f"{ODD}raised AttributeError: immutable type: 'Document' (test_faults.py, line ",
    ),
    "changes the marks": (
        rules(marking),
        f"{ODD}raised TypeError: 'mappingproxy' object does not support item assignment (test_faults.py, ",
    ),
    "facts that are none": (
        {"verify_facts": lambda article: [article]},
        "a.txt: the memory of verify-odd 2.1 gave a Article, not a Fact",
    ),
    "facts of elsewhere": (
        {"verify_facts": lambda article: [Fact("case", article.text, "", 0, 10**6)]},
        "a.txt: the memory of verify-odd 2.1 raised ValueError: the span 0:1000000 lies outside the text",
    ),
    "remembers for ever": (
        {"verify_facts": for_ever},
        "a.txt: the memory of verify-odd 2.1 was stopped after 0.5 s (",
    ),
    "a judge who raises": (
        {"verify_judge": lambda finding: finding.tide},
        "a.txt: the judge of verify-odd 2.1 raised AttributeError: ",
    ),
    "a judge of another kind": (
        {"verify_judge": lambda finding: f"{finding.rule} is off"},
        f"a.txt: the judge of verify-odd 2.1 gave a str, not a Judgement or None{MORE}",
    ),
    "a judgement that is none": (
        {"verify_judge": lambda finding: Judgement(finding.rule)},
        "a.txt: the judge of verify-odd 2.1 gave a Judgement of 'claims/weekday-mismatch'; there are ",
    ),
    "an identifier for ever": (
        {"verify_identify": for_ever},
        "a.txt: the identifier of verify-odd 2.1 was stopped after 0.5 s (test_faults.py, line ",
    ),
    "an identifier of another kind": (
        {"verify_identify": lambda mention: mention},
        f"a.txt: the identifier of verify-odd 2.1 gave a Mention, not a Record or None{MORE}",
    ),
    "no lexicons": (
        {"verify_lexicons": lambda language: language},
        f"{PLUGIN}verify_lexicons gave a str, not several of Lexicon",
    ),
    "a lexicon that is none": (
        {"verify_lexicons": lambda: [Lexicon(words="tide")]},
        f"{PLUGIN}verify_lexicons gave a Lexicon that is none: Expected `array`, got `str` - at `$.words`",
    ),
    "a mark that raises": (
        {"verify_markers": lambda: [Marker("tides", for_ever)]} | rules(endless, needs=frozenset(("tides",))),
        f"{TIDES}was stopped after 0.5 s (test_faults.py, line ",
    ),
    "a mark that trips in the standard library": (
        {"verify_markers": lambda: [Marker("tides", lambda _article: Fraction("?"))]}
        | rules(endless, needs=frozenset(("tides",))),
        f"{TIDES}raised ValueError: Invalid literal for Fraction: '?' (test_faults.py, line ",
    ),
    "a reader for others": (
        {"verify_readers": lambda: [Reader("odd", (".odd",), lambda *_: 1 // 0)]},  # type: ignore[arg-type]
        "",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_in_one_line_and_costs_nobody_else_anything(fault: str, plain: str) -> None:
    hooks, expected = FAULTS[fault]
    report = the_report(**hooks)
    assert written(report) == plain
    assert len(report.problems) == bool(expected)
    if expected:
        (problem,) = map(str, report.problems)
        assert problem.startswith(expected)
        assert "\n" not in problem


@pytest.mark.parametrize("fault", [name for name in FAULTS if "for ever" in name and "search" not in name])
def test_outside_the_main_thread_as_on_windows_a_fault_is_named_all_the_same(fault: str, plain: str) -> None:
    hooks, expected = FAULTS[fault]
    reports: list[Report] = []
    thread = threading.Thread(target=lambda: reports.append(the_report(**hooks)))
    thread.start()
    thread.join()
    (report,) = reports
    assert written(report) == plain
    (problem,) = map(str, report.problems)
    assert problem.startswith(expected)


def hoarding(_article: Article) -> Iterator[Flag]:
    hoard: list[bytes] = []
    while len(hoard) < 300:
        hoard.append(b"x" * 10_000_000)
        time.sleep(0.001)
    yield Flag((0, 1), "never")


@pytest.mark.skipif(not held(), reason="only Linux says how much memory a process has")
def test_a_rule_that_fills_the_memory_is_stopped_and_named(plain: str) -> None:
    plugin = SimpleNamespace(**{name: hookimpl(hook) for name, hook in rules(hoarding).items()})
    entry = SimpleNamespace(load=lambda: plugin)
    desk = arrange(Plugins((Installed("verify-odd", "2.1", "odd", entry),)), load(isolated=True), Wishes())
    sources = [Source("a.txt", COPY.encode()), Source("b.txt", (COPY * 2).encode())]
    report = check(sources, replace(desk.setup, patience=60, memory=200_000_000), problems=desk.problems)
    assert written(report) == plain
    (problem,) = map(str, report.problems)
    assert problem.startswith(f"{ODD}was stopped when it had taken 200 MB of memory (test_faults.py, line ")
    assert problem.endswith(MORE)


def test_what_was_found_before_the_end_stays() -> None:
    found = [one for one in the_report(**rules(two_and_endless)).findings if one.rule == "house/odd"]
    assert [(one.path, one.start) for one in found] == [
        ("a.txt", 0),
        ("a.txt", 1),
        ("b.txt", 0),
        ("b.txt", 1),
    ]


def two_and_endless(_article: Article) -> Iterator[Flag]:
    yield Flag((1, 2), "second")
    yield from endless_at(0)


def endless_at(start: int) -> Iterator[Flag]:
    while True:
        yield Flag((start, start + 1), "first")


def test_a_judge_takes_findings_as_graver_milder_or_not_at_all() -> None:
    def judge(finding: Finding, article: Article) -> Judgement | None:
        if finding.rule == "typos/misspelling":
            return Judgement("off" if len(article.text) < 200 else "info")
        return None

    before = {(one.path, one.rule): one.severity for one in the_report().findings}
    report = the_report(verify_judge=judge)
    after = {(one.path, one.rule): one.severity for one in report.findings}
    assert report.problems == ()
    assert before.pop(("a.txt", "typos/misspelling")) == "error"
    assert before | {("b.txt", "typos/misspelling"): "info"} == after
